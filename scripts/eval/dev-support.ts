import { readdirSync, readFileSync } from 'node:fs';
import { consider } from '../../worker/core/embedded-model/answering/ask';
import { excerptOf } from '../../worker/core/embedded-model/answering/compose';
import type { Candidate } from '../../worker/core/embedded-model/answering/features';
import { answerAt } from '../../worker/core/embedded-model/data/answer-weights';
import { decideSupport } from '../../worker/core/embedded-model/support';
import type { SupportInput, SupportReply, SupportToolResult } from '../../worker/core/embedded-model/types';
import { understand } from '../../worker/core/embedded-model/understand';
import type { Page, Retrieved } from '../../worker/core/knowledge/types';
import type { SearchPort } from '../../worker/ports/search';
import { embeddedSearch } from '../../worker/search/embedded';
import { partWithoutGold, partWithoutUnits } from './dev-support-bereft';
import { bestThreshold, fitOn, leaveOneEventOut, rightWithin, sharesAt, writeWeights } from './dev-support-confidence';
import { type Example, fitRanker, type Part, rowsOf } from './dev-support-fit';
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
/** What a question counts whose answer was taken off the pages, beside a real one. Chosen so that questions of either style are judged alike. */
const bereftWeight = 0.15;
/** As the model does. */
const questionsAtOnce = 4;
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

export async function examplesOf(set: SupportSet, name: string): Promise<Example[]> {
  const search = embeddedSearch(nodeSqlite());
  await search.index(set.pages);
  const year = Number(/(?<!\d)20[0-3]\d(?!\d)/.exec(set.event.name)?.[0] ?? set.event.as_of.slice(0, 4));
  const event = { name: set.event.name, year };
  const examples: Example[] = [];
  for (const question of set.questions) {
    const understood = understand(question.q);
    const parts: Part[] = [];
    const withoutGold: Part[] = [];
    const withoutUnits: Part[] = [];
    if (searches(set, question))
      for (const asked of understood.questions.slice(0, questionsAtOnce)) {
        const found = await search.search(asked.query, { limit: searchLimit * 2 });
        const read = found.slice(0, searchLimit);
        const consideration = consider(asked, read, event);
        const good = new Set(question.answerable ? consideration.candidates.filter((candidate) => holdsAnswer(candidate, question)) : []);
        const part = { consideration, found: read, good };
        parts.push(part);
        if (!question.answerable) continue;
        withoutGold.push(partWithoutGold(asked, found.filter(({ passage }) => !holdsGold(passage, question)).slice(0, searchLimit), event));
        withoutUnits.push(partWithoutUnits(asked, part, event));
      }
    const example = {
      set: name,
      id: question.id,
      answerable: question.answerable,
      bereft: false,
      weight: set.weight ?? 1,
      parts,
      question,
      isAnswered: (orders: Candidate[][]) => answerIsRight(orders, question),
    };
    examples.push(example);
    for (const bereft of [withoutGold, withoutUnits])
      if (bereft.length > 0)
        examples.push({
          ...example,
          bereft: true,
          weight: example.weight * bereftWeight,
          parts: bereft,
          isAnswered: (orders: Candidate[][]) => statesFacts(orders, question),
        });
  }
  return examples;
}

function holdsGold(passage: { pageId: string; text: string }, question: SupportQuestion): boolean {
  return (question.gold ?? []).some((gold) => gold.page === passage.pageId && flat(passage.text).includes(flat(gold.quote)));
}

function statesFacts(orders: readonly Candidate[][], question: SupportQuestion): boolean {
  const text = orders.map((candidates) => excerptOf({ candidates })?.text ?? '').join('\n\n');
  return (question.answer_must_match_all ?? []).every((pattern) => new RegExp(pattern, 'i').test(text));
}

/** Whether the model would look into the pages at all for this message. */
function searches(set: SupportSet, question: SupportQuestion): boolean {
  const first = decideSupport(inputOf(set, question, []));
  return first.kind === 'call' && first.calls.some((call) => call.name === 'search_knowledge_base');
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

function answerIsRight(orders: readonly Candidate[][], question: SupportQuestion): boolean {
  if (!question.answerable) return false;
  const excerpts = orders.flatMap((candidates) => excerptOf({ candidates }) ?? []);
  return isRight(
    question,
    excerpts.map((excerpt) => excerpt.text).join('\n\n'),
    excerpts.flatMap((excerpt) => excerpt.passages.map((passage) => ({ page: passage.pageId, quote: passage.text }))),
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
 * (AT=0.7 sets the threshold). SHOW=1 lists the errors near it, TERMS=1 every question with what is told of its words.
 */
async function runFit(paths: string[]): Promise<void> {
  const examples = await load(paths);
  const rows = rowsOf(examples);
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
  const best = bestThreshold(judged);
  line(`all at ${best.toFixed(3)} (best)`, judged, best);
  console.log(
    `right where wrong is at most 2, 3, 4, 5, 6 %: ${[0.02, 0.03, 0.04, 0.05, 0.06].map((limit) => percent(rightWithin(judged, limit))).join('')}`,
  );
  for (let threshold = 0.4; threshold < 0.9; threshold += 0.04) line(`all at ${threshold.toFixed(2)}`, judged, threshold);
  line(`all at ${at}`, judged, at);
  if (process.env.TERMS) showTerms(examples, judged);
  if (process.env.SHOW)
    for (const row of [...judged].sort((a, b) => b.confidence - a.confidence))
      if (row.right ? row.confidence < at : row.confidence >= at)
        console.log(
          `${row.right ? 'LOW' : row.answerable ? 'WRONG' : 'FALSE'} ${row.confidence.toFixed(2)} ${row.id} {${row.type}} ${row.q} => ${row.best.join(' | ').slice(0, 150)}`,
        );
  if (process.env.WRITE) writeWeights(fitRanker(examples), fitOn(rows), at);
}

/** Every question with the terms of its parts as the answer expresses them: weight, share in the best unit, best share anywhere. */
function showTerms(examples: readonly Example[], judged: ReturnType<typeof leaveOneEventOut>): void {
  for (const row of [...judged].sort((a, b) => b.confidence - a.confidence)) {
    const example = examples.find((entry) => entry.id === row.id && entry.set === row.set && !entry.bereft);
    if (example === undefined) continue;
    const kind = row.right ? 'RIGHT' : row.answerable ? 'WRONG' : 'UNANS';
    console.log(`${kind} ${row.confidence.toFixed(2)} ${row.id} {${row.type}} ${row.q}`);
    example.parts.forEach(({ consideration: { asked, candidates } }, part) => {
      const best = candidates.find((candidate) => candidate.unit.plain === row.best[part]) ?? candidates[0];
      const terms = asked.terms.terms.map((term, index) => {
        const somewhere = Math.max(0, ...candidates.map((candidate) => candidate.found[index] ?? 0));
        const marks = `${term.known ? '+' : ''}${term.activity ? '!' : ''}${term.concept ? '*' : ''}`;
        return `${term.text}${marks}:${term.weight.toFixed(2)}=${(best?.found[index] ?? 0).toFixed(2)}/${somewhere.toFixed(2)}`;
      });
      console.log(
        `   ${asked.question.type} ${terms.join(' ')}\n   [${best?.read.passage.headingPath.join(' > ')}] ${row.best[part]?.slice(0, 220)}`,
      );
    });
    if (!row.right && row.answerable)
      console.log(
        `   ANSWER ${row.answer}\n   gold: ${example.question.gold?.[0]?.quote.slice(0, 200)} | ${example.question.answer_must_match_all}`,
      );
  }
}

interface Outcome {
  set: string;
  question: SupportQuestion;
  reply: SupportReply;
  right: boolean;
  ms: number;
  goldRank: number;
}

function inputOf(set: SupportSet, question: SupportQuestion, results: SupportToolResult[]): SupportInput {
  return {
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
}

/** One question through the whole model with a fresh conversation, tools answered as the product would without a ticket. */
export async function askModel(set: SupportSet, question: SupportQuestion, search: SearchPort): Promise<Omit<Outcome, 'set'>> {
  const results: SupportToolResult[] = [];
  const input = inputOf(set, question, results);
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
  return found.findIndex(({ passage }) => holdsGold(passage, question));
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
