import { foldDiacritics, type IndexLanguage, isStopWord, stemOf } from './languages';

/** A word of a text. `word` is lower case with its diacritics, `stem` what is indexed, `start` and `end` offsets into the text. */
export interface Token {
  word: string;
  stem: string;
  stop: boolean;
  /** What it counts in a question: a hyphenated word's parts and its joined form share their weight. */
  share: number;
  start: number;
  end: number;
}

const wordPattern = /\p{N}+[.,:]\p{N}+(?![.,:\p{N}])|[\p{L}\p{N}]+(?:['’][\p{L}]+)*|\$|€|£/gu;
/** Three forms of a word of two parts count one and a half. */
const sharedWeight = 0.5;
const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const currencies: Record<string, string> = { $: 'usd', '€': 'eur', '£': 'gbp' };

/**
 * The words of a text in order, at most `limit` of them. Hyphenated words give their parts and, after the last, the joined form, so that
 * "Wi-Fi", "wifi" and "wi fi" meet. Scripts without spaces give overlapping pairs of characters.
 */
export function tokensOf(text: string, language: IndexLanguage, limit = 20_000): Token[] {
  const tokens: Token[] = [];
  let hyphenated: Token | undefined;
  for (const match of text.matchAll(wordPattern)) {
    if (tokens.length >= limit) break;
    const raw = match[0];
    const start = match.index;
    const end = start + raw.length;
    if (unspacedScript.test(raw)) {
      pushPairs(tokens, raw, start);
      continue;
    }
    const token = tokenOf(raw, start, end, language);
    const joins = hyphenated !== undefined && start === hyphenated.end + 1 && '-‐‑'.includes(text[start - 1] as string);
    tokens.push(token);
    if (joins && hyphenated) {
      const joined = hyphenated.word + token.word;
      const compound = { word: joined, stem: stemOf(joined, language), stop: false, share: sharedWeight, start: hyphenated.start, end };
      token.share = sharedWeight;
      hyphenated.share = sharedWeight;
      tokens.push(compound);
      hyphenated = compound;
    } else hyphenated = token;
  }
  return tokens;
}

function tokenOf(raw: string, start: number, end: number, language: IndexLanguage): Token {
  const currency = currencies[raw];
  if (currency !== undefined) return { word: currency, stem: currency, stop: false, share: 1, start, end };
  if (/^\p{N}+[.,:]/u.test(raw)) return numberOf(raw, start, end);
  const lower = raw.toLowerCase().replaceAll('’', "'");
  const word = withoutApostrophe(lower, language);
  return { word, stem: stemOf(word, language), stop: isStopWord(word, language), share: 1, start, end };
}

/** 1,200 is 1200; 2.5 and 9:30 stay one word, written with a letter because the full-text index splits at signs. */
function numberOf(raw: string, start: number, end: number): Token {
  const word = /,\p{N}{3}$/u.test(raw) ? raw.replace(',', '') : raw.replace(/[.,:]/, 'd');
  return { word, stem: word, stop: false, share: 1, start, end };
}

/** English possessives lose their ending, contractions their apostrophe; French and Italian elisions keep the word after it. */
function withoutApostrophe(word: string, language: IndexLanguage): string {
  if (!word.includes("'")) return word;
  if (language === 'fr' || language === 'pt') return word.slice(word.lastIndexOf("'") + 1);
  return word.endsWith("'s") ? word.slice(0, -2) : word.replaceAll("'", '');
}

function pushPairs(tokens: Token[], raw: string, start: number): void {
  const step = raw.length === 1 ? 1 : 2;
  for (let i = 0; i + step <= raw.length; i++) {
    const pair = foldDiacritics(raw.slice(i, i + step).toLowerCase());
    tokens.push({ word: pair, stem: pair, stop: false, share: 1, start: start + i, end: start + i + step });
  }
}
