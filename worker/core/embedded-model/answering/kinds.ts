const measuresOf: [RegExp, RegExp][] = [
  [/\bhow fast\b/, /\b(?:[mgk]bit|[mg]bps|[mg]b\/s|km\/h|mph|gigabit|megabit)|\bminutes?\b/i],
  [/\bhow (?:hot|cold|warm)\b|\btemperature/, /°|\bdegrees?\b|\bcelsius\b|\bfahrenheit\b/i],
  [
    /\bhow (?:tall|high|wide|deep|big|large|long is the)\b|\bwhat size\b|\bhow many (?:km|kilomet|miles)/,
    /\d\s?(?:cm|mm|m|km|ft|feet|foot|inch|in|"|'|″|×|x|by|miles?|met(?:er|re)s?|people|seats|attendees|mb|gb)\b|\ba[0-4]\b/i,
  ],
  [/\bhow heavy\b|\bweigh/, /\d\s?(?:kg|kilos?|lbs?|pounds?|grams?|g|tons?)\b/i],
  [
    /\bper ?cent|\bpercentage|\bhow much (?:do|would|will|does) (?:i|we|you|u|they) (?:lose|keep|get back)/,
    /\d\s?%|\bper ?cent\b|\b(?:half|full(?:y)?|all|nothing|no refund)\b/i,
  ],
];

/** 1 when the text has the measure that the question asks for by its adjective, -1 when it has not, 0 when none is asked for. */
export function measures(question: string, text: string): number {
  const asked = measuresOf.find(([pattern]) => pattern.test(question));
  return asked === undefined ? 0 : asked[1].test(text) ? 1 : -1;
}

const closing =
  /\b(?:clos(?:e|es|ed|ing)|ends?|ended|ending|deadline|until|till|last|latest|due|finish(?:es)?|stops?|over|expires?|cut-?off|by when|too late)\b/i;
const opening = /\b(?:opens?|opened|opening|starts?|started|starting|begins?|from when|beginning|launch(?:es)?|earliest|how early)\b/i;

/** The question asks for the end and the text only tells the beginning, or the other way round. */
export function opposes(question: string, text: string): boolean {
  if (!/\b(?:when|what time|until|till|by|how (?:late|early|long)|deadline|last|date|time)\b/.test(question)) return false;
  const asksEnd = closing.test(question);
  const asksStart = opening.test(question);
  if (asksEnd === asksStart) return false;
  const tellsEnd = closing.test(text);
  const tellsStart = opening.test(text);
  return asksEnd ? tellsStart && !tellsEnd : tellsEnd && !tellsStart;
}
