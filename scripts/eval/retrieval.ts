import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Page, Passage } from '../../worker/core/knowledge/types';
import { embeddedSearch } from '../../worker/search/embedded';
import { nodeSqlite } from './node-sqlite';

export interface RetrievalRun {
  /** Paths of JSON lines in BEIR layout: documents `_id`, `title`, `text`; queries `_id`, `text`. */
  corpus: string;
  queries: string;
  /** Where the TREC run goes: `qid Q0 docid rank score tag`, at most 100 lines a query. */
  out: string;
  /** Fields of a document that are indexed; `title` and `text` when left out. Any other field is added to the text. */
  fields?: string[];
}

export interface RetrievalSummary {
  documents: number;
  queries: number;
  lines: number;
  indexMs: number;
  searchMs: number;
}

const depth = 100;
const batchSize = 200;

/** Indexes a collection with the embedded retrieval, a document one passage, and writes what it finds for every query. */
export async function runRetrieval({ corpus, queries, out, fields = ['title', 'text'] }: RetrievalRun): Promise<RetrievalSummary> {
  const search = embeddedSearch(nodeSqlite(), { profile: 'general', passagesOf: wholeDocument, candidates: 400 });
  const started = performance.now();
  let documents = 0;
  let batch: Page[] = [];
  const flush = async () => {
    await search.index(batch);
    documents += batch.length;
    batch = [];
  };
  const seen = new Set<string>();
  for await (const record of jsonLines(corpus)) {
    for (const field of fields) if (field in record) seen.add(field);
    batch.push(documentOf(record, fields));
    if (batch.length >= batchSize) await flush();
  }
  await flush();
  const absent = fields.filter((field) => !seen.has(field));
  if (absent.length === fields.length) throw new Error(`No document of ${corpus} has the field ${absent.join(' or ')}.`);
  const indexed = performance.now();
  const lines: string[] = [];
  let asked = 0;
  for await (const record of jsonLines(queries)) {
    const found = await search.search(textOf(record, 'text'), { limit: depth });
    const id = textOf(record, '_id');
    found.forEach(({ passage, score }, at) => {
      lines.push(`${id} Q0 ${passage.pageId} ${at + 1} ${score.toFixed(6)} eventos`);
    });
    asked++;
  }
  await writeFile(out, lines.length === 0 ? '' : `${lines.join('\n')}\n`);
  const done = performance.now();
  return { documents, queries: asked, lines: lines.length, indexMs: Math.round(indexed - started), searchMs: Math.round(done - indexed) };
}

function documentOf(record: Record<string, unknown>, fields: string[]): Page {
  const body = fields.filter((field) => field !== 'title').map((field) => textOf(record, field));
  return {
    id: textOf(record, '_id'),
    title: fields.includes('title') ? textOf(record, 'title') : '',
    markdown: body.filter((text) => text !== '').join('\n\n'),
  };
}

function wholeDocument(page: Page): Passage[] {
  const { id, title, markdown } = page;
  return [
    {
      id,
      pageId: id,
      pageTitle: title,
      headingPath: [],
      kind: isQuestion(title) ? 'faq' : 'prose',
      text: markdown,
      ordinal: 0,
      start: 0,
      end: markdown.length,
    },
  ];
}

function isQuestion(title: string): boolean {
  return /\?\W*$/.test(title);
}

function textOf(record: Record<string, unknown>, field: string): string {
  const value = record[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

async function* jsonLines(path: string): AsyncGenerator<Record<string, unknown>> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() !== '') yield parsedLine(line, path, number);
  }
}

function parsedLine(line: string, path: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value));
  } catch {
    // Falls through to the message below, which names the line.
  }
  throw new Error(`${path}:${number} is not a JSON object. The collection has one document or query a line.`);
}
