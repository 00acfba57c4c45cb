import { readFileSync, writeFileSync } from 'node:fs';
import { type Consideration, consider } from '../../worker/core/embedded-model/answering/ask';
import { excerptOf } from '../../worker/core/embedded-model/answering/compose';
import type { Candidate } from '../../worker/core/embedded-model/answering/features';
import { confidenceFeatures, confidenceOf, ranked } from '../../worker/core/embedded-model/answering/score';
import { answerAt } from '../../worker/core/embedded-model/data/answer-weights';
import { answersMeanwhile, escalationFor } from '../../worker/core/embedded-model/planning/escalation';
import { decideSupport } from '../../worker/core/embedded-model/support';
import type { SupportInput, SupportReply, SupportToolResult } from '../../worker/core/embedded-model/types';
import { understand } from '../../worker/core/embedded-model/understand';
import type { Page, Retrieved } from '../../worker/core/knowledge/types';
import type { SearchPort } from '../../worker/ports/search';
import { embeddedSearch } from '../../worker/search/embedded';
import { type Example, fitWeights } from './dev-support-fit';
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
  event: { id?: string; name: string; timezone: string; as_of: string };
  pages: Page[];
  questions: SupportQuestion[];
}

const searchLimit = 12;

export function readSet(path: string): SupportSet {
  return JSON.parse(readFileSync(path, 'utf8')) as SupportSet;
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
    const found = await search.search(main.query, { limit: searchLimit });
    const consideration = consider(main, found, { name: set.event.name, year });
    const good = new Set(question.answerable ? consideration.candidates.filter((candidate) => holdsAnswer(candidate, question)) : []);
    const goldRank = found.findIndex(({ passage }) =>
      (question.gold ?? []).some((gold) => gold.page === passage.pageId && flat(passage.text).includes(flat(gold.quote))),
    );
    examples.push({
      set: name,
      id: question.id,
      answerable: question.answerable,
      consideration,
      found,
      good,
      question,
      goldRank,
      isAnswered: (order: Candidate[]) => answerIsRight(consideration, order, question),
    });
  }
  return examples;
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

/** `fit SETS…`: leave-one-event-out figures of the two models, then the weights fitted on all of them. */
async function runFit(paths: string[]): Promise<void> {
  const examples = await load(paths);
  const sets = [...new Set(examples.map((example) => example.set))];
  const rows: {
    set: string;
    id: string;
    q: string;
    right: boolean;
    answer: boolean;
    answerable: boolean;
    confidence: number;
    goldRank: number;
    best?: string;
    reachable: boolean;
    type: string;
    features: Record<string, number>;
  }[] = [];
  const folds = 5;
  for (let fold = 0; fold < folds; fold++) {
    const inFold = (set: string) => sets.indexOf(set) % folds === fold;
    const weights = fitWeights(examples.filter((example) => !inFold(example.set)));
    for (const example of examples.filter((entry) => inFold(entry.set))) {
      const set = example.set;
      const order = ranked(example.consideration.candidates, weights);
      const features = confidenceFeatures(example.consideration.asked, order, example.found);
      const best = order[0];
      rows.push({
        set,
        id: example.id,
        q: example.question.q,
        right: best !== undefined && example.good.has(best),
        answer: answerIsRight(example.consideration, order, example.question),
        answerable: example.answerable,
        confidence: confidenceOf(features, weights),
        goldRank: example.goldRank,
        best: best?.unit.plain,
        reachable: example.good.size > 0,
        type: example.consideration.asked.question.type,
        features,
      });
      if (process.env.DEBUG && example.answerable && !answerIsRight(example.consideration, order, example.question))
        explain(example, order);
    }
  }
  for (const set of [...sets, 'ALL']) {
    const own = rows.filter((row) => set === 'ALL' || row.set === set);
    const answerable = own.filter((row) => row.answerable);
    const share = (count: number, of: number) => `${((100 * count) / Math.max(1, of)).toFixed(0)}%`.padStart(4);
    const top = answerable.filter((row) => row.right).length;
    const r3 = answerable.filter((row) => row.goldRank >= 0 && row.goldRank < 3).length;
    const area = auroc(own.map((row) => ({ value: row.confidence, positive: row.answer })));
    console.log(
      `${set.padEnd(28)} n=${answerable.length} R@3 ${share(r3, answerable.length)} unit in pool ${share(answerable.filter((row) => row.reachable).length, answerable.length)} unit@1 ${share(top, answerable.length)} answer ${share(answerable.filter((row) => row.answer).length, answerable.length)} AUROC(answer) ${area.toFixed(3)}`,
    );
  }
  for (const threshold of [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
    const answered = rows.filter((row) => row.confidence >= threshold);
    const answerable = rows.filter((row) => row.answerable);
    const right = answered.filter((row) => row.answer).length / answerable.length;
    const wrong = answered.filter((row) => !row.answer).length / rows.length;
    const unanswerable = rows.filter((row) => !row.answerable);
    const declined = unanswerable.filter((row) => row.confidence < threshold).length / unanswerable.length;
    console.log(
      `t=${threshold} right ${(100 * right).toFixed(1)} wrong ${(100 * wrong).toFixed(1)} declined ${(100 * declined).toFixed(1)}`,
    );
  }
  if (process.env.DUMP) writeFileSync(process.env.DUMP, JSON.stringify(rows));
  if (process.env.SHOW)
    for (const row of rows.filter((entry) => (entry.answerable ? !entry.answer || entry.confidence < 0.4 : entry.confidence > 0.4)))
      console.log(
        `${row.answerable ? (row.answer ? 'LOW ' : 'MISS') : 'FALSE'} ${row.confidence.toFixed(2)} r${row.goldRank} ${row.reachable ? '' : 'unreachable '}${row.id} {${row.type}} ${row.q} => ${row.best?.slice(0, 150)}`,
      );
  if (!process.env.WRITE && !process.env.PRINT) return;
  const weights = fitWeights(examples);
  if (process.env.WRITE) writeWeights(weights);
  else if (process.env.PRINT) console.log(weights);
}

function explain(example: Example & { question: SupportQuestion }, order: Candidate[]): void {
  const terms = example.consideration.asked.terms.terms;
  console.log(
    `\n${example.id} {${example.consideration.asked.question.type}} ${example.question.q}\n   terms ${terms.map((term) => `${term.text}:${term.weight.toFixed(2)}`).join(' ')}`,
  );
  const line = (candidate: Candidate, mark: string) => {
    const f = Object.entries(candidate.features)
      .filter(([, value]) => value !== 0)
      .map(([name, value]) => `${name} ${value.toFixed(2)}`);
    const found = terms.filter((_, index) => (candidate.found[index] ?? 0) > 0).map((term) => term.text);
    console.log(
      `   ${mark}${candidate.score.toFixed(2)} [${candidate.rank}] ${candidate.read.passage.headingPath.join('>')} :: ${candidate.unit.plain.slice(0, 160)}\n        ${f.join(', ')} | ${found.join(' ')}`,
    );
  };
  for (const candidate of order.slice(0, 2)) line(candidate, example.good.has(candidate) ? '+' : ' ');
  const at = order.findIndex((candidate) => example.good.has(candidate));
  const good = order[at];
  if (good !== undefined && at >= 2) line(good, `+#${at} `);
}

function writeWeights(weights: ReturnType<typeof fitWeights>): void {
  const path = 'worker/core/embedded-model/data/answer-weights.ts';
  const entries = (record: Record<string, number>) =>
    Object.entries(record)
      .map(([name, value]) => `    ${name}: ${value},`)
      .join('\n');
  writeFileSync(
    path,
    `import type { Weights } from '../answering/score';\n\n/** Confidence from which the model answers; below it declines. */\nexport const answerAt = ${answerAt};\n\n/** Fitted by \`scripts/eval/dev-support.ts fit\` on the development sets; see there for how. */\nexport const answerWeights: Weights = {\n  rank: {\n${entries(weights.rank)}\n  },\n  confidence: {\n${entries(weights.confidence)}\n  },\n  bias: ${weights.bias},\n};\n`,
  );
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
