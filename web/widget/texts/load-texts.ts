import type { Language } from '../loader/settings';
import type { Texts } from './en';

const tables: Record<Language, () => Promise<{ texts: Texts }>> = {
  en: () => import('./en'),
  de: () => import('./de'),
  fr: () => import('./fr'),
  es: () => import('./es'),
  pt: () => import('./pt'),
};

/** Fetches one table only. A table that does not load is replaced by English. */
export async function loadTexts(language: Language): Promise<Texts> {
  const table = await tables[language]().catch(() => tables.en());
  return table.texts;
}
