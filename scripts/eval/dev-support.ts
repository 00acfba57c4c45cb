import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type Consideration, consider } from '../../worker/core/embedded-model/answering/ask';
import { excerptOf } from '../../worker/core/embedded-model/answering/compose';
import type { Candidate } from '../../worker/core/embedded-model/answering/features';
import { answerAt } from '../../worker/core/embedded-model/data/answer-weights';
import { answersMeanwhile, escalationFor } from '../../worker/core/embedded-model/planning/escalation';
import { decideSupport } from '../../worker/core/embedded-model/support';
import type { SupportInput, SupportReply, SupportToolResult } from '../../worker/core/embedded-model/types';
import { understand } from '../../worker/core/embedded-model/understand';
import type { Page, Retrieved } from '../../worker/core/knowledge/types';
import type { SearchPort } from '../../worker/ports/search';
import { embeddedSearch } from '../../worker/search/embedded';
import { fitOn, leaveOneEventOut, sharesAt, writeWeights } from './dev-support-confidence';
import { type Example, fitRanker, rowsOf } from './dev-support-fit';
import { nodeSqlite } from './node-sqlite';

export interface SupportQuestion {
  id: string;
  q: string;
  answerable: boolean;
  gold?: { page: string; quote: string }[];
  gold_mode?: 'any' | 'all';
  answer_must_match_all?: string[];
  tags?: string[];
}
export interface SupportSet {
  /** How much a question counts in a fit; 1 unless said. */
  weight?: number;
  event: { id?: string; name: string; timezone: string; as_of: string };
  pages: Page[];
  questions: SupportQuestion[];
}

const searchLimit = 12;
/** How much a question asked of pages without its answer counts beside one that a person wrote to have none. */
const derivedWeight = 0.1;

/** A set of a file; one without pages is on the pages that the product starts with. */
export function readSet(path: string): SupportSet {
  const set = JSON.parse(readFileSync(path, 'utf8')) as Omit<SupportSet, 'pages'> & { pages?: Page[] };
  return { ...set, pages: set.pages ?? seedPages() };
}

function seedPages(): Page[] {
  const folder = 'seed/knowledge';
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const markdown = readFileSync(`${folder}/${file}`, 'utf8');
      const id = file.replace(/\.md$/, '');
      return { id, title: /^# (.*)/.exec(markdown)?.[1] ?? id, markdown };
    });
}

export async function examplesOf(set: SupportSet, name: string): Promise<(Example & { question: SupportQuestion; goldRank: number })[]> {
  const search = embeddedSearch(nodeSqlite());
  await search.index(set.pages);
  const year = Number(/(?<!\d)20[0-3]\d(?!\d)/.exec(set.event.name)?.[0] ?? set.event.as_of.slice(0, 4));
  const examples = [];
  for (const question of set.questions) {
    const understood = understand(question.q);
    const main = understood.questions[0];
    const handedOver = escalationFor(understood.signals);
    if (main === undefined || understood.intent !== 'question' || (handedOver !== undefined && !answersMeanwhile(handedOver))) continue;
    const wide = await search.search(main.query, { limit: 2 * searchLimit });
    const event = { name: set.event.name, year };
    const holdsGold = (entry: Retrieved) =>
      (question.gold ?? []).some((gold) => gold.page === entry.passage.pageId && flat(entry.passage.text).includes(flat(gold.quote)));
    const found = wide.slice(0, searchLimit);
    const consideration = consider(main, found, event);
    const good = new Set(question.answerable ? consideration.candidates.filter((candidate) => holdsAnswer(candidate, question)) : []);
    examples.push({
      set: name,
      id: question.id,
      answerable: question.answerable,
      weight: set.weight ?? 1,
      derived: false,
      consideration,
      found,
      good,
      question,
      goldRank: found.findIndex(holdsGold),
      isAnswered: (order: Candidate[]) => answerIsRight(consideration, order, question),
    });
    const without = wide.filter((entry) => !holdsGold(entry) && !statesFacts(entry, question)).slice(0, searchLimit);
    if (!question.answerable || without.length < searchLimit / 2) continue;
    examples.push({
      set: name,
      id: `${question.id} without its answer`,
      answerable: false,
      weight: derivedWeight * (set.weight ?? 1),
      derived: true,
      consideration: consider(main, without, event),
      found: without,
      good: new Set<Candidate>(),
      question,
      goldRank: -1,
      isAnswered: () => false,
    });
  }
  return examples;
}

/** A passage that matches every expression of the answer may answer too. */
function statesFacts({ passage }: Retrieved, question: SupportQuestion): boolean {
  const patterns = question.answer_must_match_all ?? [];
  return patterns.length > 0 && strictFacts(question) && patterns.every((pattern) => new RegExp(pattern, 'i').test(passage.text));
}

/** The unit is (part of) a gold quote, or states the facts from within a gold passage. */
function holdsAnswer(candidate: Candidate, question: SupportQuestion): boolean {
  const passage = candidate.read.passage;
  const golds = (question.gold ?? []).filter((gold) => gold.page === passage.pageId && flat(passage.text).includes(flat(gold.quote)));
  if (golds.length === 0 || candidate.unit.kind === 'heading') return false;
  const source = flat(candidate.unit.source);
  const overlaps = golds.some(
    (gold) => flat(gold.quote).includes(source) || source.includes(flat(gold.quote)) || overlap(source, flat(gold.quote)),
  );
  const facts = (question.answer_must_match_all ?? []).every((pattern) => new RegExp(pattern, 'i').test(candidate.unit.plain));
  return overlaps || (facts && strictFacts(question));
}

function answerIsRight(consideration: Consideration, order: Candidate[], question: SupportQuestion): boolean {
  if (!question.answerable) return false;
  const excerpt = excerptOf({ ...consideration, candidates: order });
  return (
    excerpt !== undefined &&
    isRight(
      question,
      excerpt.text,
      excerpt.passages.map((passage) => ({ page: passage.pageId, quote: passage.text })),
    )
  );
}

/** The README's rule: all expressions match and a cited passage holds a gold quote. */
export function isRight(question: SupportQuestion, answer: string, citations: { page: string; quote: string }[]): boolean {
  const facts = (question.answer_must_match_all ?? []).every((pattern) => new RegExp(pattern, 'i').test(answer));
  const held = (gold: { page: string; quote: string }) =>
    citations.some((citation) => citation.page === gold.page && flat(citation.quote).includes(flat(gold.quote)));
  return facts && (question.gold ?? []).some(held);
}

function strictFacts(question: SupportQuestion): boolean {
  return (question.answer_must_match_all ?? []).every(
    (pattern) => !/\\b(?:no|not|yes)\\b|(?:^|\|)(?:no|not|yes|n't)(?:\||$|\\b)/.test(pattern),
  );
}

function overlap(a: string, b: string): boolean {
  const at = Math.max(20, Math.floor(Math.min(a.length, b.length) * 0.6));
  return a.includes(b.slice(0, at)) || b.includes(a.slice(0, at)) || a.includes(b.slice(-at)) || b.includes(a.slice(-at));
}

export function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

async function load(paths: string[]) {
  const all = [];
  for (const path of paths) all.push(...(await examplesOf(readSet(path), path.split('/').at(-1)?.replace('.json', '') ?? path)));
  return all;
}

export function auroc(rows: { value: number; positive: boolean }[]): number {
  const sorted = [...rows].sort((a, b) => a.value - b.value);
  let below = 0;
  let sum = 0;
  const positives = sorted.filter((row) => row.positive).length;
  for (const row of sorted) {
    if (row.positive) sum += below;
    else below++;
  }
  return sum / Math.max(1, positives * (sorted.length - positives));
}

/**
 * `fit SETS…`: what to expect of new events, by leaving one out at a time; WRITE=1 then fits on all of them and writes the data files
 * (AT=0.7 sets the threshold). SHOW=1 lists the errors near it.
 */
async function runFit(paths: string[]): Promise<void> {
  const examples = await load(paths);
  const rows = rowsOf(examples);
  if (process.env.DUMP) writeFileSync(process.env.DUMP, JSON.stringify(rows));
  const judged = leaveOneEventOut(rows);
  const at = Number(process.env.AT ?? answerAt);
  const percent = (value: number) => `${(100 * value).toFixed(1)}%`.padStart(6);
  const line = (label: string, own: typeof judged, threshold: number) => {
    const { right, wrong, declined } = sharesAt(own, threshold);
    const area = auroc(own.map((row) => ({ value: row.confidence, positive: row.right })));
    console.log(
      `${label.padEnd(28)} right ${percent(right)} wrong ${percent(wrong)} declined ${percent(declined)} AUROC ${area.toFixed(3)}`,
    );
  };
  for (const set of new Set(judged.map((row) => row.set)))
    line(
      set,
      judged.filter((row) => row.set === set),
      at,
    );
  line('all, never declining', judged, 0);
  for (let threshold = 0.4; threshold < 0.9; threshold += 0.04) line(`all at ${threshold.toFixed(2)}`, judged, threshold);
  line(`all at ${at}`, judged, at);
  if (process.env.SHOW)
    for (const row of [...judged].sort((a, b) => b.confidence - a.confidence))
      if (row.right ? row.confidence < at : row.confidence >= at)
        console.log(
          `${row.right ? 'LOW' : row.answerable ? 'WRONG' : 'FALSE'} ${row.confidence.toFixed(2)} ${row.id} {${row.type}} ${row.q} => ${row.best.slice(0, 150)}`,
        );
  if (process.env.WRITE) writeWeights(fitRanker(examples), fitOn(rows), at);
}

interface Outcome {
  set: string;
  question: SupportQuestion;
  reply: SupportReply;
  right: boolean;
  ms: number;
  goldRank: number;
}

/** One question through the whole model with a fresh conversation, tools answered as the product would without a ticket. */
export async function askModel(set: SupportSet, question: SupportQuestion, search: SearchPort): Promise<Omit<Outcome, 'set'>> {
  const results: SupportToolResult[] = [];
  const input: SupportInput = {
    turns: [{ from: 'attendee', text: question.q }],
    results,
    event: {
      name: set.event.name,
      timeZone: set.event.timezone,
      startsAt: set.event.as_of,
      endsAt: set.event.as_of,
      currency: 'USD',
      refundPolicy: [],
    },
    identity: { verified: false },
    now: `${set.event.as_of}T12:00:00Z`,
  };
  let ms = 0;
  let goldRank = -1;
  for (let step = 0; step < 10; step++) {
    const started = performance.now();
    const decision = decideSupport(input);
    ms = Math.max(ms, performance.now() - started);
    if (decision.kind === 'reply') {
      const citations = decision.citations.map((citation) => ({ page: citation.pageId, quote: citation.quote }));
      const right = question.answerable && decision.outcome === 'answered' && isRight(question, decision.answer, citations);
      return { question, reply: decision, right, ms, goldRank };
    }
    for (const call of decision.calls) {
      if (call.name === 'search_knowledge_base') {
        const query = String(call.args.query);
        const found = await search.search(query, { limit: searchLimit });
        if (goldRank < 0) goldRank = rankOfGold(found, question);
        results.push({ tool: 'search_knowledge_base', query, passages: found });
      } else if (call.name === 'escalate_to_human') results.push({ tool: 'escalate_to_human', status: 'escalated' });
      else results.push({ tool: 'lookup_ticket', status: 'verification_required' });
    }
  }
  throw new Error(`${question.id}: no reply after 10 steps`);
}

function rankOfGold(found: Retrieved[], question: SupportQuestion): number {
  return found.findIndex(({ passage }) =>
    (question.gold ?? []).some((gold) => gold.page === passage.pageId && flat(passage.text).includes(flat(gold.quote))),
  );
}

/** `run SETS…`: the figures of the issue by set, with the weights as shipped. SHOW=1 lists what went wrong. */
async function runModel(paths: string[]): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const path of paths) {
    const set = readSet(path);
    const search = embeddedSearch(nodeSqlite());
    await search.index(set.pages);
    const name = path.split('/').at(-1)?.replace('.json', '') ?? path;
    for (const question of set.questions) outcomes.push({ set: name, ...(await askModel(set, question, search)) });
  }
  for (const name of [...new Set(outcomes.map((outcome) => outcome.set)), 'ALL'])
    report(name, name === 'ALL' ? outcomes : outcomes.filter((outcome) => outcome.set === name));
  const times = outcomes.map((outcome) => outcome.ms).sort((a, b) => a - b);
  console.log(
    `slowest decision of a run: median ${times[Math.floor(times.length / 2)]?.toFixed(2)} ms, p99 ${times[Math.floor(times.length * 0.99)]?.toFixed(2)} ms`,
  );
  if (!process.env.SHOW) return;
  for (const { question, reply, right } of outcomes) {
    if (question.answerable ? right : reply.outcome !== 'answered') continue;
    console.log(
      `${question.answerable ? (reply.outcome === 'answered' ? 'WRONG' : 'DECLINED') : 'FALSE'} ${reply.confidence.toFixed(2)} ${reply.outcome} ${question.id} ${question.q} => ${flat(reply.answer).slice(0, 220)}`,
    );
  }
}

function report(name: string, outcomes: Outcome[]): void {
  const answerable = outcomes.filter((outcome) => outcome.question.answerable);
  const rest = outcomes.filter((outcome) => !outcome.question.answerable);
  const share = (count: number, of: number) => `${((100 * count) / Math.max(1, of)).toFixed(1)}%`.padStart(6);
  const right = answerable.filter((outcome) => outcome.right).length;
  const wrong = outcomes.filter((outcome) => outcome.reply.outcome === 'answered' && !outcome.right).length;
  const declined = rest.filter((outcome) => outcome.reply.outcome !== 'answered').length;
  const area = auroc(outcomes.map((outcome) => ({ value: outcome.reply.confidence, positive: outcome.question.answerable })));
  const top3 = answerable.filter((outcome) => outcome.goldRank >= 0 && outcome.goldRank < 3).length;
  console.log(
    `${name.padEnd(28)} gold@3 ${share(top3, answerable.length)}  right ${share(right, answerable.length)}  wrong ${share(wrong, outcomes.length)}  declined ${share(declined, rest.length)}  AUROC ${area.toFixed(3)}`,
  );
}

const [command, ...paths] = process.argv.slice(2);
if (command === 'run') await runModel(paths);
if (command === 'fit') await runFit(paths);
