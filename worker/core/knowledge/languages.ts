import { stemmer as stemFrench } from '@orama/stemmers/french';
import { stemmer as stemGerman } from '@orama/stemmers/german';
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese';
import { stemmer as stemSpanish } from '@orama/stemmers/spanish';
import { stopwords as stopEnglish } from '@orama/stopwords/english';
import { stopwords as stopFrench } from '@orama/stopwords/french';
import { stopwords as stopGerman } from '@orama/stopwords/german';
import { stopwords as stopPortuguese } from '@orama/stopwords/portuguese';
import { stopwords as stopSpanish } from '@orama/stopwords/spanish';
import { canonicalSpelling } from './spelling-variants';
import { stemEnglish } from './stem-english';

/** ISO 639-1 tags of the languages with a stemmer and a stop list. A text in another language is indexed as English is, unstemmed where no rule fits. */
export const indexLanguages = ['en', 'de', 'fr', 'es', 'pt'] as const;
export type IndexLanguage = (typeof indexLanguages)[number];

interface LanguageRules {
  stem(word: string): string;
  stop: ReadonlySet<string>;
}

/** Function words and courtesies of questions that the usual lists leave out. */
const englishExtra =
  'a im ive dont doesnt didnt isnt arent wasnt cant couldnt wont wouldnt shouldnt havent hasnt whats wheres hows whos whens thats theres theyre youre gonna wanna gotta also just please hi hello hey thanks thank ok okay yes us go get got getting going need needs want wants like know tell say said let lets etc still even really actually anyone someone somebody anybody something anything thing things way lot bit one ones may might shall able per via within upon among along yet ever never since though although however therefore whether either neither else';
const germanExtra = 'gibt bitte hallo gern gerne danke kann man mal ab beim zum zur ins brauche moechte';
const frenchExtra = 'est ce que quoi quel quelle quels quelles bonjour merci puis peux peut faut il y a je veux voudrais';
const spanishExtra = 'hola gracias puedo puede hay quiero tengo es son favor cual cuales';
const portugueseExtra = 'ola obrigado obrigada posso pode ha quero tenho favor qual quais';

/** Contractions that without their apostrophe are other words: Wednesday, a fall ill, an identity card. */
const wordsOfTheirOwn = new Set('wed ill id shed shell hell well were'.split(' '));

const rules: Record<IndexLanguage, LanguageRules> = {
  en: { stem: (word) => stemEnglish(canonicalSpelling(word)), stop: stopSet(stopEnglish, englishExtra) },
  de: { stem: (word) => foldDiacritics(stemGerman(word)), stop: stopSet(stopGerman, germanExtra) },
  fr: { stem: (word) => foldDiacritics(stemFrench(word)), stop: stopSet(stopFrench, frenchExtra) },
  es: { stem: (word) => foldDiacritics(stemSpanish(word)), stop: stopSet(stopSpanish, spanishExtra) },
  pt: { stem: (word) => foldDiacritics(stemPortuguese(word)), stop: stopSet(stopPortuguese, portugueseExtra) },
};

const memory = new Map<string, string>();
const memoryLimit = 50_000;

/** The stem of a lower-case word, folded to ASCII where its letters allow. */
export function stemOf(word: string, language: IndexLanguage): string {
  const key = `${language}${word}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  const plain = /^\p{L}+$/u.test(word);
  const stem = plain ? rules[language].stem(language === 'en' ? foldDiacritics(word) : word) || word : foldDiacritics(word);
  if (memory.size >= memoryLimit) memory.clear();
  memory.set(key, stem);
  return stem;
}

/** Whether a lower-case word is a function word of the language; with or without its diacritics. */
export function isStopWord(word: string, language: IndexLanguage): boolean {
  return rules[language].stop.has(word) || rules[language].stop.has(foldDiacritics(word));
}

export function foldDiacritics(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is what is meant
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  return text
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ł', 'l')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}

/**
 * The language whose function words a text uses most, from its first 4,000 characters; `fallback` when it shows too few of them to say. Short
 * questions need `fallback` to be the language of the pages.
 */
export function languageOf(text: string, fallback: IndexLanguage = 'en'): IndexLanguage {
  const words =
    text
      .slice(0, 4000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  let best: IndexLanguage = fallback;
  let bestCount = countStops(words, fallback) * 1.15 + (words.length < 4 ? 0.5 : 0.2);
  for (const language of indexLanguages) {
    const count = language === fallback ? 0 : countStops(words, language);
    if (count > bestCount) {
      best = language;
      bestCount = count;
    }
  }
  return best;
}

function countStops(words: string[], language: IndexLanguage): number {
  let count = 0;
  for (const word of words) if (rules[language].stop.has(word)) count++;
  return count;
}

function stopSet(list: string[], extra: string): ReadonlySet<string> {
  const set = new Set<string>();
  for (const word of [...list, ...extra.split(' ')]) {
    set.add(word);
    set.add(foldDiacritics(word));
    const bare = word.replaceAll("'", '');
    if (!wordsOfTheirOwn.has(bare)) set.add(bare);
  }
  return set;
}
