/** What a question asks by its adjective or manner, and what a text that answers it holds. The first that fits decides. */
const measuresOf: [RegExp, RegExp][] = [
  [
    /\bhow fast\b|\bwhat speed\b/,
    /\b\d[\d.,]*\s?(?:[mgk]bit|[mgk]bps|[mg]b\/s|km\/h|mph|gigabit|megabit)|\b(?:gigabit|megabit|minutes?|seconds?)\b/i,
  ],
  [/\bhow (?:hot|cold|warm)\b|\btemperature/, /°|\bdegrees?\b|\bcelsius\b|\bfahrenheit\b/i],
  [
    /\bhow (?:tall|high|wide|deep|big|large|long is the)\b|\bwhat size\b|\bhow many (?:km|kilomet|miles)/,
    /\d\s?(?:cm|mm|m|km|ft|feet|foot|inch|in|"|'|″|×|x|by|miles?|met(?:er|re)s?|people|seats|attendees|mb|gb|min(?:ute)?s?|hours?|days?|%)\b|\ba[0-4]\b|\b(?:half|one|two|three|four|five|six)\b|½/i,
  ],
  [/\b(?:phone|telephone|whatsapp|emergency) number\b|\bnumber to call\b/, /\+?\d[\d\s().-]{6,}\d|\b(?:112|911|999|110)\b/],
  [/\be-?mail address\b|\bwhat(?:'s| is)(?: \w+){0,4} e-?mail\b/, /(?<![\w.+-])[\w.+-]+(?:@|\s?\[at\]\s?|\s\(at\)\s)[\w-]+\./],
  [
    /\b(?:what|whats|what's|where)\b.*\b(?:link|url|web ?address)\b/,
    /https?:|\bwww\.|\]\(|\b[\w-]+\.(?:com|org|net|io|eu|dev|de|fr|uk|events?|rocks)\b/i,
  ],
  [
    /\b(?:max|maximum|minimum|min)\b(?! age)|\bat most\b|\bat least\b/,
    /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|no limit|unlimited)\b/i,
  ],
  [/\bhow heavy\b|\bweigh/, /\d\s?(?:kg|kilos?|lbs?|pounds?|grams?|g|tons?)\b/i],
  [
    /\bper ?cent|\bpercentage|\bhow much (?:do|would|will|does) (?:i|we|you|u|they) (?:lose|keep|get back)/,
    /\d\s?%|\bper ?cent\b|\b(?:half|full(?:y)?|all|nothing|no refund|refund(?:ed|able)|charge|fee)\b|[$€£]\s?\d/i,
  ],
  [
    /\b(?:any|still|are there) (?:\w+ ){0,4}(?:places?|spots?|seats?|tickets?|rooms?|slots?|spaces?|stalls?|tables?|booths?)\b.*(?:\bleft\b|\bstill\b|\bavailable\b|$)|\bstill (?:\w+ ){0,3}(?:places?|spots?|seats?|tickets?|rooms?|slots?|space)\b|\bsold out\b|\bfully booked\b/,
    /\b(?:sold out|available|remaining|left|full(?:y booked)?|open|closed|limited|waiting ?list|still|no longer|no more|gone|capacity|some|spare|book(?:ed)?)\b/i,
  ],
  [
    /^(?:is|are|was|were|do|does|will|did)\b.*\b(?:free|paid|pay|cost|costs|charge|charged|complimentary|included|extra)\b(?! (?:wifi|parking|seats?|time|day|food|shuttle))/,
    /\b(?:free|paid?|pays|payment|cost|costs|fees?|charge[sd]?|complimentary|included?|includes|including|price|prices|buy|buys|purchase|tickets?|extra|donations?|covered|provided)\b|[$€£¥₹]\s?\d|\d\s?(?:[€£$]|euros?|dollars?|pounds?)/i,
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
