import { detect } from 'tinyld/light';
import { languageEvidence } from '../data/language-evidence';

/** The languages in which the model has phrases of its own. */
export const replyLanguages = ['en', 'de', 'fr', 'es', 'pt'] as const;
export type ReplyLanguage = (typeof replyLanguages)[number];

const evidence = new Map<string, string[]>();
for (const [language, words] of Object.entries(languageEvidence))
  for (const word of words.split(/\s+/)) evidence.set(word, [...(evidence.get(word) ?? []), language]);

/** Letters that a language uses and its neighbours mostly do not. */
const letters: [RegExp, string][] = [
  [/[äöüß]/, 'de'],
  [/[ñ¿¡]/, 'es'],
  [/[ãõ]/, 'pt'],
  [/[èêëîïûœ]|\b[cdjlmnqst]'[aeéhiouy]/, 'fr'],
];

/**
 * The primary language tag of a message. Statistical detectors err on the five-word texts that people type into a chat,
 * so function words decide first, the widget's locale breaks ties, and the detector speaks only for languages
 * without a word list.
 */
export function detectLanguage(text: string, locale?: string): string {
  const lower = text.toLowerCase().replace(/[’‘]/g, "'");
  const words = lower.match(/[\p{L}'-]+/gu) ?? [];
  const points = new Map<string, number>();
  const add = (language: string, value: number) => points.set(language, (points.get(language) ?? 0) + value);
  for (const word of words) {
    const languages = evidence.get(word);
    for (const language of languages ?? []) add(language, 1 / (languages?.length ?? 1));
  }
  for (const [pattern, language] of letters) if (pattern.test(lower)) add(language, 1.5);
  const guess = locale?.toLowerCase().split('-')[0] ?? 'en';
  if (evidenceFor(guess)) add(guess, 0.6);
  const [best, second] = [...points].sort((a, b) => b[1] - a[1]);
  const known = best !== undefined && best[1] > 0.6;
  if (!known && words.length >= 4) {
    const detected = detect(text);
    if (detected !== '') return detected;
  }
  if (/[\u0400-\u04ff\u0590-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(text)) return detect(text) || guess;
  if (!known || best === undefined) return guess;
  return second !== undefined && second[1] === best[1] && second[0] === guess ? guess : best[0];
}

export function isReplyLanguage(language: string): language is ReplyLanguage {
  return (replyLanguages as readonly string[]).includes(language);
}

function evidenceFor(language: string): boolean {
  return Object.hasOwn(languageEvidence, language);
}
