import { saysOptOut } from '../contact/opt-out-words';
import { type SignName, signNames, signs } from './data/signs';

/** Pure. What an answer shows, as numbers: one a sign, then a few of the whole text. */

export const signCount = signNames.length + 10;

/** Lower case, without accents and typographic signs, white space as single blanks. */
export function plainWords(text: string): string {
  return text
    .slice(0, 4000)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/[“”„*_]/g, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** What stands before an answer and says nothing of it. */
const greeting =
  /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen)|liebe[rs]?|sehr geehrte[rs]?|bonjour|bonsoir|cher|chere|madame|monsieur|hola|buenos dias|buenas tardes|estimad[oa]s?|ola|bom dia|boa tarde|car[oa]|prezad[oa]s?)\b(?: (?:there|all|team|mr|mrs|ms|dr|frau|herr|herren|damen|und|mme|senor|senora|\w{2,14}))?\.?(?: \w{2,14})?[,!.:]\s*)+/;
const thanks =
  /^(?:many |vielen |muchas |muito )?(?:thanks|thank you|thx|danke|dank|merci|gracias|obrigad[oa])\b[^.!?]{0,70}[.!,]\s+(?=\S.{8})/;

/** These are about the text as a whole. */
const wholeSigns: ReadonlySet<SignName> = new Set(['courtesy', 'irony', 'namesAddress']);
const mostSentences = 25;
const answeredOtherwise: readonly SignName[] = ['call', 'price', 'agrees', 'day', 'offersMoney'];

/** 0 where a sign is missing, 1 where it is there once, 1.5 where two of its patterns are. */
export function signsOf(text: string): Float64Array {
  const plain = plainWords(text).replace(greeting, '');
  const rest = plain.replace(thanks, '');
  const sentences = rest.split(/(?<=[.!?])\s+/).slice(0, mostSentences);
  const found = new Float64Array(signCount);
  const bySentence = sentences.map(
    (sentence) => new Set(signNames.filter((name) => signs[name].some((pattern) => pattern.test(sentence)))),
  );
  signNames.forEach((name, i) => {
    const texts = wholeSigns.has(name) ? [plain] : sentences;
    const hits = signs[name].reduce((sum, pattern) => sum + (texts.some((one) => pattern.test(one)) ? 1 : 0), 0);
    found[i] = hits === 0 ? 0 : hits === 1 ? 1 : 1.5;
  });
  const together = (...names: SignName[]) => (bySentence.some((here) => names.every((name) => here.has(name))) ? 1 : 0);
  const at = (name: SignName) => found[signNames.indexOf(name)] as number;
  const last = bySentence.at(-1) ?? new Set<SignName>();
  const words = plain === '' ? 0 : plain.split(' ').length;
  const others = [
    saysOptOut(text) ? 1 : 0,
    together('call', 'clock') || together('call', 'day'),
    at('clock') > 0 && at('day') > 0 ? 1 : 0,
    together('price', 'asks'),
    // A question that is neither about a call nor about the price nor a wish for papers.
    bySentence.some((here) => here.has('asks') && !answeredOtherwise.some((name) => here.has(name))) ? 1 : 0,
    together('asks', 'aboutEvent'),
    last.has('refuses') ? 1 : 0,
    last.has('asks') ? 1 : 0,
    words <= 4 ? 1 : 0,
    1,
  ];
  others.forEach((value, i) => {
    found[signNames.length + i] = value;
  });
  return found;
}

/** Names of the numbers that follow the signs. */
export const otherSigns = [
  'saysOptOut',
  'callAndTime',
  'dayAndClock',
  'priceAsked',
  'openQuestion',
  'askedAboutEvent',
  'refusesLast',
  'asksLast',
  'short',
  'bias',
];
