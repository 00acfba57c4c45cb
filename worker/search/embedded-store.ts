import type { PassageAnalysis } from '../core/knowledge/analyzed';
import { type IndexedPassage, indexedPassage, type TermNumbers } from '../core/knowledge/indexed-passage';
import type { IndexLanguage } from '../core/knowledge/languages';
import type { Passage, PassageKind } from '../core/knowledge/types';
import type { Sql, SqlValue } from '../ports/sql';

interface PassageRow extends Record<string, SqlValue> {
  id: number;
  passage_id: string;
  page_id: string;
  page_title: string;
  address: string | null;
  heading_path: string;
  kind: string;
  text: string;
  ordinal: number;
  start_at: number;
  end_at: number;
}

interface AnalysisRow extends Record<string, SqlValue> {
  id: number;
  page_id: string;
  kind: string;
  offers: string;
  years: string;
  title: string;
  headings: string;
  body: string;
  marks: string;
}

export interface StoredStatistics {
  passages: number;
  averageTitle: number;
  averageHeadings: number;
  averageText: number;
  languages: IndexLanguage[];
  currentYear?: number;
}

export function insertPassage(sql: Sql, passage: Passage, language: IndexLanguage): number {
  const row = sql.all<{ id: number }>(
    `INSERT INTO knowledge_passages (passage_id, page_id, page_title, address, heading_path, kind, text, ordinal, start_at, end_at, language)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    passage.id,
    passage.pageId,
    passage.pageTitle,
    passage.address ?? null,
    JSON.stringify(passage.headingPath),
    passage.kind,
    passage.text,
    passage.ordinal,
    passage.start,
    passage.end,
    language,
  )[0];
  return (row as { id: number }).id;
}

export function insertAnalysis(sql: Sql, id: number, analysis: PassageAnalysis): void {
  const { title, headings, sentences } = analysis;
  sql.run(
    'INSERT INTO knowledge_analyses (id, offers, years, title_length, headings_length, text_length) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    analysis.offers.join(','),
    analysis.years.join(','),
    title.stems.length,
    headings.stems.length,
    sentences.reduce((sum, sentence) => sum + sentence.stems.length, 0),
  );
  sql.run(
    'INSERT INTO knowledge_index (rowid, title, headings, body, marks) VALUES (?, ?, ?, ?, ?)',
    id,
    title.stems.join(' '),
    headings.stems.join(' '),
    sentences.map((sentence) => sentence.stems.join(' ')).join('\n'),
    [title, headings, ...sentences].map((text) => text.marks.join(' ')).join('\n'),
  );
}

/** Words that a misspelt question may have meant. Words of removed pages stay; the ranking ignores what no passage contains. */
export function insertWords(sql: Sql, words: Iterable<string>): void {
  for (const word of words) {
    const added = sql.all<{ id: number }>(
      'INSERT INTO knowledge_words (word) VALUES (?) ON CONFLICT (word) DO NOTHING RETURNING id',
      word,
    )[0];
    if (added) sql.run('INSERT INTO knowledge_spelling (rowid, word) VALUES (?, ?)', added.id, word);
  }
}

export function deletePages(sql: Sql, pageIds: readonly string[]): void {
  for (const pageId of pageIds) {
    sql.run('DELETE FROM knowledge_index WHERE rowid IN (SELECT id FROM knowledge_passages WHERE page_id = ?)', pageId);
    sql.run('DELETE FROM knowledge_analyses WHERE id IN (SELECT id FROM knowledge_passages WHERE page_id = ?)', pageId);
    sql.run('DELETE FROM knowledge_passages WHERE page_id = ?', pageId);
  }
}

export function readStatistics(sql: Sql): StoredStatistics {
  const sums = sql.all<{ n: number; title: number | null; headings: number | null; body: number | null }>(
    'SELECT count(*) AS n, avg(title_length) AS title, avg(headings_length) AS headings, avg(text_length) AS body FROM knowledge_analyses',
  )[0];
  const languages = sql.all<{ language: string }>('SELECT language FROM knowledge_passages GROUP BY language ORDER BY count(*) DESC');
  return {
    passages: sums?.n ?? 0,
    averageTitle: sums?.title ?? 0,
    averageHeadings: sums?.headings ?? 0,
    averageText: sums?.body ?? 0,
    languages: languages.map((row) => row.language as IndexLanguage),
    currentYear: currentYearOf(sql),
  };
}

/** The latest year that at least a tenth of the dated passages name: the year of the edition that the pages are about. */
function currentYearOf(sql: Sql): number | undefined {
  const counts = new Map<number, number>();
  let dated = 0;
  for (const row of sql.all<{ years: string; n: number }>(
    "SELECT years, count(*) AS n FROM knowledge_analyses WHERE years <> '' GROUP BY years",
  )) {
    dated += row.n;
    for (const year of row.years.split(',').map(Number)) counts.set(year, (counts.get(year) ?? 0) + row.n);
  }
  const usual = [...counts].filter(([, count]) => count * 10 >= dated && count > 1).map(([year]) => year);
  return usual.length === 0 ? undefined : Math.max(...usual);
}

/** The ids of the `limit` passages that the full-text index ranks best for any of these stems. */
export function matchingIds(sql: Sql, stems: readonly string[], limit: number): number[] {
  const match = stems.map((stem) => `"${stem.replaceAll('"', '')}"`).join(' OR ');
  const rows = sql.all<{ id: number }>(
    'SELECT rowid AS id FROM knowledge_index WHERE knowledge_index MATCH ? ORDER BY bm25(knowledge_index, 1.0, 1.5, 1.0, 1.0) LIMIT ?',
    match,
    limit,
  );
  return rows.map((row) => row.id);
}

export function allIds(sql: Sql): number[] {
  return sql.all<{ id: number }>('SELECT id FROM knowledge_analyses').map((row) => row.id);
}

export function frequencyOf(sql: Sql, stem: string): number {
  return sql.all<{ doc: number }>('SELECT doc FROM knowledge_terms WHERE term = ?', stem)[0]?.doc ?? 0;
}

export function similarWords(sql: Sql, trigrams: readonly string[], limit: number): string[] {
  const match = trigrams.map((trigram) => `"${trigram}"`).join(' OR ');
  const rows = sql.all<{ word: string }>(
    `SELECT word FROM knowledge_words WHERE id IN (SELECT rowid FROM knowledge_spelling WHERE knowledge_spelling MATCH ? ORDER BY rank LIMIT ?)`,
    match,
    limit,
  );
  return rows.map((row) => row.word);
}

export function readIndexed(sql: Sql, ids: readonly number[], numbers: TermNumbers): Map<number, IndexedPassage> {
  const rows = sql.all<AnalysisRow>(
    `SELECT p.id, p.page_id, p.kind, a.offers, a.years, i.title, i.headings, i.body, i.marks FROM knowledge_passages p
     JOIN knowledge_analyses a ON a.id = p.id JOIN knowledge_index i ON i.rowid = p.id WHERE p.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, indexedOf(row, numbers)]));
}

export function readPassages(sql: Sql, ids: readonly number[]): Map<number, Passage> {
  const rows = sql.all<PassageRow>(
    `SELECT id, passage_id, page_id, page_title, address, heading_path, kind, text, ordinal, start_at, end_at FROM knowledge_passages
     WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, passageOf(row)]));
}

function indexedOf(row: AnalysisRow, numbers: TermNumbers): IndexedPassage {
  const marks = row.marks.split('\n');
  const textOf = (stems: string, line: number) => ({ stems: split(stems, ' '), marks: split(marks[line] ?? '', ' ') });
  return indexedPassage(
    {
      page: row.page_id,
      title: textOf(row.title, 0),
      headings: textOf(row.headings, 1),
      sentences: split(row.body, '\n').map((sentence, at) => textOf(sentence, at + 2)),
      offers: split(row.offers, ',').map(Number),
      years: split(row.years, ',').map(Number),
      faq: row.kind === 'faq',
    },
    numbers,
  );
}

function passageOf(row: PassageRow): Passage {
  return {
    id: row.passage_id,
    pageId: row.page_id,
    pageTitle: row.page_title,
    ...(row.address ? { address: row.address } : {}),
    headingPath: headingPathOf(row.heading_path),
    kind: row.kind as PassageKind,
    text: row.text,
    ordinal: row.ordinal,
    start: row.start_at,
    end: row.end_at,
  };
}

/** Passages whose analysis an older version made, with the language of their page. */
export function eachPassage(sql: Sql, visit: (id: number, passage: Passage, language: IndexLanguage) => void): void {
  const rows = sql.all<PassageRow & { language: string }>(
    'SELECT id, passage_id, page_id, page_title, address, heading_path, kind, text, ordinal, start_at, end_at, language FROM knowledge_passages',
  );
  for (const row of rows) visit(row.id, passageOf(row), row.language as IndexLanguage);
}

/** The column is written by `insertPassage` only, always as an array of strings. */
function headingPathOf(json: string): string[] {
  return JSON.parse(json) as string[];
}

function split(text: string, separator: string): string[] {
  return text === '' ? [] : text.split(separator);
}
