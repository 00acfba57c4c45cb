/**
 * What a question wants to hear, and what a sentence offers. A set of bits, so that a passage keeps one small number a sentence.
 */
export const answerType = {
  date: 1,
  time: 2,
  money: 4,
  free: 8,
  place: 16,
  contact: 32,
  permission: 64,
  quantity: 128,
  duration: 256,
  age: 512,
  temperature: 1024,
  link: 2048,
  unknownYet: 4096,
  dateRange: 8192,
} as const;
export type AnswerTypes = number;

const month =
  'jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sep(?:t|tember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|mayo|junio|julio|agosto|septiembre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro';
const weekday =
  '(?:mon|tues|wednes|thurs|fri|satur|sun)days?|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira';

const rangeMark = '\\s{0,2}(?:–|—|-|&|to|and|until|through|bis|au|al|a|até|und|et|y|e)\\s{0,2}';
const weekdayBefore = '(?:\\p{L}{2,10},?\\s)?';

const offers: [number, RegExp][] = [
  [
    answerType.dateRange,
    new RegExp(
      `\\b\\d{1,2}(?:st|nd|rd|th|\\.)?${rangeMark}${weekdayBefore}\\d{1,2}(?:st|nd|rd|th|\\.)?\\s(?:of\\s|de\\s)?(?:${month})\\b|\\b(?:${month})\\s\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s\\S{2,8})?${rangeMark}${weekdayBefore}(?:(?:${month})\\s)?\\d{1,2}(?:st|nd|rd|th)?\\b|\\d{1,2}\\.?\\s(?:${month})${rangeMark}${weekdayBefore}\\d{1,2}`,
      'iu',
    ),
  ],
  [
    answerType.date,
    new RegExp(
      `\\b(?:\\d{1,2}(?:st|nd|rd|th|\\.)?\\s?(?:–|-|&|and|of|de)?\\s?)?(?:${month})\\b[\\s,]{0,3}\\d{1,4}|\\d{1,2}(?:st|nd|rd|th|\\.)?\\s(?:of\\s|de\\s)?(?:${month})\\b|\\b(?:${weekday})\\b|\\b20\\d\\d-\\d\\d-\\d\\d\\b|\\b\\d{1,2}[./]\\d{1,2}[./](?:20)?\\d\\d\\b|\\b(?:in|by|of|until|early|late|mid|end)[\\s-]+(?:of\\s+|the\\s+)?(?:${month})\\b`,
      'i',
    ),
  ],
  [answerType.time, /\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}\s?(?:am|pm|a\.m|p\.m|uhr|h)\b|\bnoon\b|\bmidnight\b|\bmittag|\bminuit\b|\bmidi\b/i],
  [
    answerType.money,
    /[$€£¥₹]\s?\d|\d\s?[$€£¥₹]|\b(?:usd|eur|gbp|chf|cad|aud|inr|czk|pln|sek|nok|dkk|brl|euros?|dollars?|pounds?|cents?)\b\s?\d?/i,
  ],
  [
    answerType.free,
    /\bfree (?:of charge|to|for|admission|entry|parking)|\b(?:is|are|for|totally|completely|entirely) free\b|\bno (?:cost|charge|fee|extra cost)|\bgratis\b|\bfree\b|\bcomplimentary\b|\bkostenlos|\bkostenfrei|\bgratuit|\bgrátis\b|\bincluded\b/i,
  ],
  [
    answerType.place,
    /\b(?:located|address|street|avenue|road|building|floor|room|hall|entrance|lobby|station|stop|venue|campus|hotel|airport|level|foyer|auditorium|theat(?:er|re)|lounge|desk|corner|next to|opposite|behind|near)\b|\b\w+(?:straße|strasse|platz)\b|\b\d{1,5} [A-Z][a-z]+ (?:St|Ave|Rd|Blvd|Dr|Way)\b|\betage\b|\bsalle\b|\bgebäude\b|\bcalle\b|\brua\b|\brue\b/i,
  ],
  [
    answerType.contact,
    /(?<![\w.+-])[\w.+-]+@[\w-]+\.\w|\bcontact\b|\bphone\b|\be-?mail\b|\bcall\b|\+\d[\d ()-]{6,}|\breach (?:out|us)|\bask (?:a|any|the|our)\b|\breport\b/i,
  ],
  [
    answerType.permission,
    /\b(?:may|can|cannot|can't|must|should|allowed|permitted|prohibited|forbidden|required?|not|no|only|welcome|please|need|able|possible|accepted?|encouraged?|banned|optional|mandatory|yes)\b|\b(?:darf|dürfen|müssen|erlaubt|verboten|gestattet|permis|interdit|peuvent|permitid|prohibid|pueden|permitido|proibid|podem)/i,
  ],
  [answerType.quantity, /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand)\b/i],
  [
    answerType.duration,
    /\b(?:\d+|one|two|three|four|five|half|an|a few)[\s-]?(?:min|minutes?|hours?|hrs?|days?|weeks?|months?|km|kilomet|m|met(?:er|re)s?|miles?|minuten|stunden|heures?|horas?|blocks?)\b|\bwalking distance\b|\bminute walk/i,
  ],
  [
    answerType.age,
    /\b(?:\d{1,2}\s?\+|\d{1,2}\s?(?:years?|yrs?)(?:[\s-]old| of age)?|aged? \d|under \d{1,2}|over \d{1,2}|minors?|adults?|child(?:ren)?|all ages|ab \d{1,2} jahren|ans\b|años|anos)\b/i,
  ],
  [answerType.temperature, /\d\s?°|°\s?[cf]\b|\bdegrees\b|\b(?:warm|hot|cold|rain|sunny|humid|chilly|weather|climate)\b/i],
  [answerType.link, /https?:|\]\(|\bwww\./i],
  [
    answerType.unknownYet,
    /\b(?:tba|tbc|tbd|to be (?:announced|confirmed|determined)|coming soon|stay tuned|not yet|will be (?:announced|published|available|posted|shared)|closer to the)\b/i,
  ],
];

/** What a sentence offers. Money and dates are recognised in five languages; a bit set is a hint, not a proof. */
export function typesOffered(sentence: string): AnswerTypes {
  const text = sentence.length > 1500 ? sentence.slice(0, 1500) : sentence;
  let types = 0;
  for (const [type, pattern] of offers) if (pattern.test(text)) types |= type;
  return types;
}

const wants: [number, RegExp][] = [
  [
    answerType.date | answerType.time,
    /\bwhen\b|\bwhens\b|\bby when\b|\bwann\b|\bquand\b|\bcu[aá]ndo\b|\bquando\b|\bhow (?:soon|early|late)\b|\bis it too late\b|\bdates?\b|\bdeadline|\blast day\b|\bwhat days?\b|\bwhich days?\b|\bcut[\s-]?off\b|\buntil\b|\bhow long do i have\b|\bdatum\b/i,
  ],
  [
    answerType.time,
    /\bwhat time\b|\bhours\b|\bhow (?:late|early)\b|\bopen(?:ing)?\b|\bclos(?:e|es|ing)\b|\bstart(?:s|ing)?\b|\b(?:wie viel|wieviel) uhr\b|\bquelle heure\b|\bqu[eé] hora|\bque horas/i,
  ],
  [
    answerType.money | answerType.free,
    /\bhow much\b|\bcosts?\b|\bprices?\b|\bpric(?:ey|ing)\b|\bfees?\b|\bcharge[ds]?\b|\bexpensive\b|\bcheap(?:er|est)?\b|\bfree\b|\bpay(?:ing)?\b|\bwie ?viel kostet|\bkostet|\bpreis|\bcombien\b|\bprix\b|\bcu[aá]nto\b|\bcuesta|\bprecio|\bquanto\b|\bpre[cç]o/i,
  ],
  [
    answerType.place,
    /\bwhere\b|\bwheres\b|\bwhich (?:building|room|hall|door|entrance|floor|gate|station|stop|airport)\b|\baddress\b|\blocation\b|\bwhat (?:room|building|floor|address|place|city)\b|\bwo\b|\bo[uù]\b|\bd[oó]nde\b|\bonde\b/i,
  ],
  [
    answerType.contact,
    /\bwho\b|\bwhom\b|\bcontact\b|\be-?mail\b|\bphone\b|\bcall\b|\breport\b|\bget in touch\b|\breach\b|\bask\b|\bwen\b|\bwer\b|\bqui\b|\bqui[eé]n\b|\bquem\b|\bkontakt/i,
  ],
  [
    answerType.permission,
    /\b(?:can|could|may|am|are|is|will|do|does|should|must|would) (?:i|we|my|you|u|it|there|they|people|kids|everyone|someone|the|a)\b|\ballowed?\b|\bok(?:ay)?\b|\bpermitted\b|\bpossible\b|\bdo i (?:need|have)\b|\bdarf|\bkann ich|\bpuis-je\b|\bpeut-on\b|\bpuedo\b|\bposso\b/i,
  ],
  [
    answerType.quantity,
    /\bhow (?:many|big|large|much|high|wide|tall|heavy)\b|\bwie viele\b|\bcombien de\b|\bcu[aá]ntos\b|\bquantos\b|\bsize\b|\bnumber of\b|\blimit\b|\bmax(?:imum)?\b/i,
  ],
  [answerType.duration, /\bhow (?:long|far|close|quick)\b|\bdistance\b|\bwie (?:lange|weit)\b|\bduration\b|\bwalk(?:able|ing)?\b/i],
  [
    answerType.age,
    /\bhow (?:old|young)\b|\bage\b|\b\d{1,2}[\s-]?(?:yo|y\/o|years?|yrs?)\b|\bkids?\b|\bchild(?:ren)?\b|\bteen|\bson\b|\bdaughter\b|\bminors?\b|\bbaby\b|\bkinder?\b/i,
  ],
  [answerType.temperature, /\bhow (?:hot|cold|warm)\b|\bweather\b|\btemperature|\brain/i],
  [
    answerType.link,
    /\bsign up\b|\bregister\b|\bapply\b|\bsubmit\b|\blink\b|\bwatch\b|\bjoin\b|\bbuy\b|\bbook\b|\bwhere (?:can|do) i (?:find|get|see)\b/i,
  ],
];

/** What a question wants, as every type that one of its words points to. 0 when nothing does. */
export function typesWanted(question: string): AnswerTypes {
  const text = question.slice(0, 600);
  let types = 0;
  for (const [type, pattern] of wants) if (pattern.test(text)) types |= type;
  return types;
}

const asking =
  /\?|^\W*(?:who|whom|whose|what|whats|when|where|wheres|which|why|how|hows|is|are|am|was|were|do|does|did|can|could|may|should|would|will|has|have)\b|\b(?:i|im|my|me|we|our|you|your)\b/i;

/** Whether an English text is put as a question or speaks of its writer, rather than stating or listing. */
export function isAsked(text: string): boolean {
  return asking.test(text.slice(0, 600));
}
