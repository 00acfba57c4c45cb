import type { Consideration, Found } from '../answering/ask';
import { citationsOf, excerptOf } from '../answering/compose';
import { considered } from '../answering/considered';
import { answerAt } from '../data/answer-weights';
import { phrase } from '../replying/phrase';
import { reply, type Situation, withPersonOffered } from '../replying/reply';
import type { EscalationReason, EventFacts, SupportDecision, SupportReply, SupportToolResult } from '../types';
import type { Question } from '../understand';
import { escalateCall, escalationText, summaryOf } from './escalation';
import { eventFactsAnswer } from './event-facts';

type SearchResult = Extract<SupportToolResult, { query: string }>;
const searchesAtOnce = 4;
/** Where a person is told as well, a contact that the pages name is worth quoting even when it is less sure. */
const answerBesidePerson = 0.5;

/** Searches for every question of the message, then answers from what was found or says that the pages do not tell. */
export function answerFromPages(situation: Situation, escalation?: EscalationReason): SupportDecision {
  const { input, understood, language } = situation;
  const searches = input.results.filter(
    (result): result is SearchResult => result.tool === 'search_knowledge_base' && 'passages' in result,
  );
  const failed = input.results.some(
    (result) => result.tool === 'search_knowledge_base' && 'status' in result && result.status === 'failed',
  );
  if (searches.length === 0 && !failed) {
    const queries = [...new Set(understood.questions.map((question) => question.query.trim()))].filter(Boolean).slice(0, searchesAtOnce);
    if (queries.length === 0 && escalation === undefined) return declined(situation, [], 0, []);
    const calls: { name: string; args: Record<string, unknown> }[] = queries.map((query) => ({
      name: 'search_knowledge_base',
      args: { query },
    }));
    if (escalation !== undefined) calls.unshift(escalateCall(situation, escalation));
    return { kind: 'call', calls, reason: 'the pages may say' };
  }
  if (searches.length === 0)
    return withPersonOffered(situation, {
      outcome: 'declined',
      answer: phrase('failed', language),
      confidence: 0,
      reason: 'the search failed',
    });
  const considerations = understood.questions
    .slice(0, searchesAtOnce)
    .map((question) => considered(question, foundFor(question, searches), { name: input.event.name, year: editionOf(input.event) }));
  return replyFrom(situation, considerations, escalation);
}

function replyFrom(situation: Situation, considered: Consideration[], escalation?: EscalationReason): SupportReply {
  const { input, language } = situation;
  const confidence = overall(considered);
  const least = escalation === undefined ? answerAt : answerBesidePerson;
  const answered = considered.filter((entry) => entry.confidence >= least);
  const actions: string[] = [];
  const summary = escalation === undefined ? undefined : { reason: escalation, summary: summaryOf(input, escalation) };
  const handover = escalation === undefined ? '' : escalationText(situation, escalation);
  if (escalation !== undefined) actions.push(phrase('didEscalate', language));
  if (confidence < least || answered.length === 0) {
    if (escalation !== undefined && summary !== undefined)
      return reply(situation, {
        outcome: 'escalated',
        answer: handover,
        actions,
        nextSteps: [phrase('nextWait', language)],
        escalation: summary,
        confidence,
        reason: `escalated: ${escalation}`,
      });
    return declined(situation, considered, confidence, actions);
  }
  const excerpts = answered.flatMap((entry) => {
    const excerpt = excerptOf(entry);
    return excerpt === undefined ? [] : [excerpt];
  });
  const texts = [...new Set(excerpts.map((excerpt) => excerpt.text))];
  const unanswered = considered.filter((entry) => entry.confidence < least && !entry.asked.question.leans);
  const gaps = unanswered.map((entry) => phrase('partlyDeclined', language, { question: entry.asked.question.text.replace(/\?+$/, '') }));
  return reply(situation, {
    outcome: 'answered',
    answer: [handover, ...texts, ...gaps].filter(Boolean).join('\n\n'),
    citations: citationsOf(excerpts.flatMap((excerpt) => excerpt.passages)),
    actions,
    nextSteps: escalation === undefined ? [] : [phrase('nextWait', language)],
    ...(summary === undefined ? {} : { escalation: summary }),
    quickReplies: [phrase('buttonPerson', language)],
    confidence,
    reason: `best unit scores ${confidence.toFixed(2)}, answers from ${answerAt}`,
  });
}

function declined(situation: Situation, considered: Consideration[], confidence: number, actions: string[]): SupportReply {
  const { input, language } = situation;
  const event = input.event.name;
  const pending = considered
    .map((entry) => entry.candidates[0])
    .find((best) => best !== undefined && best.features.pending === 1 && best.features.context >= 0.7);
  if (pending !== undefined)
    return withPersonOffered(situation, {
      outcome: 'declined',
      answer: `${phrase('notAnnounced', language, { event })} “${pending.unit.plain}”\n\n`,
      citations: citationsOf([pending.read.passage]),
      actions,
      confidence,
      reason: 'the pages say that it is not announced',
    });
  const known = considered.length === 1 ? eventFactsAnswer(situation) : undefined;
  if (known !== undefined) return known;
  return withPersonOffered(situation, {
    outcome: 'declined',
    answer: phrase('declined', language, { event }),
    actions,
    confidence,
    reason: `best unit scores ${confidence.toFixed(2)}, answers from ${answerAt}`,
  });
}

/** The message is as sure as its questions are on average: one that cannot be answered makes half an answer of two. */
function overall(considered: Consideration[]): number {
  return considered.reduce((sum, entry) => sum + entry.confidence, 0) / Math.max(1, considered.length);
}

/** The year of the edition: the one in the event's name, else that of its start. */
function editionOf(event: EventFacts): number {
  return Number(/(?<!\d)20[0-3]\d(?!\d)/.exec(event.name)?.[0] ?? event.startsAt.slice(0, 4));
}

function foundFor(question: Question, searches: SearchResult[]): Found {
  const exact = searches.find((search) => search.query === question.query);
  return (exact ?? searches[0])?.passages ?? [];
}
