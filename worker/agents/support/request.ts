import { z } from 'zod';
import type { Offer, SupportInput, SupportToolResult } from '../../core/embedded-model/types';
import { localDateTime } from '../../core/instant';
import type { Passage } from '../../core/knowledge/types';
import { type FinishedCall, finishedCalls, type RunState, type ToolOutcome } from '../../core/loop/journal';
import { Amount, formatAmount } from '../../core/money';
import type { EventPolicy } from '../../core/policy/event-policy';
import { allowedFor } from '../../core/provenance/allowed';
import { fenceRule, untrustedText } from '../../core/provenance/fence';
import { foreignLinks } from '../../core/provenance/links';
import { presentableTitle } from '../../core/provenance/presentable';
import { type Redactor, redactor } from '../../core/provenance/redact';
import { isSuspicious } from '../../core/provenance/suspicious';
import type { ModelMessage, ModelRequest, ToolSpec } from '../../ports/model';
import type { EventRecord } from '../../ports/records';
import type { AgentDefinition } from '../define-agent';
import { type Standing, toolsAfter } from '../reading';
import { type Evidence, editionOf, evidenceFor } from './domain/evidence';
import { type Heard, heardIn } from './domain/heard';
import { ticketWords } from './domain/ticket-words';
import { ModelReply, type ReplyGround } from './reply';
import { escalateToHuman } from './tools/escalate-to-human';
import { searchKnowledgeBase } from './tools/search-knowledge-base';

export interface TurnSituation {
  event: EventRecord;
  policy: EventPolicy;
  now: number;
  locale: string | null;
  verified: boolean;
  holderName: string | null;
  turns: SupportInput['turns'];
  run: RunState;
}

const replySchema = { name: 'support_reply', schema: z.toJSONSchema(ModelReply, { target: 'draft-7' }) };

/** The situation of a run as the models get it: messages for a language model, data for the embedded one. */
export function supportRequest(agent: AgentDefinition, tools: ToolSpec[], situation: TurnSituation): ModelRequest {
  let messages: ModelMessage[] | null = null;
  return {
    agent: agent.name,
    // Written when a language model reads them; the embedded one looks at the situation alone.
    get messages() {
      messages ??= messagesOf(agent, situation);
      return messages;
    },
    // Read by a language model; the embedded one knows its tools.
    get tools() {
      const offered = new Set(offeredIn(agent, situation.run.turns, heardIn(situation.turns), 'language_model'));
      return tools.filter((tool) => offered.has(tool.name));
    },
    replySchema,
    temperature: agent.temperature,
    maxOutputTokens: 1200,
    situation: { kind: 'support', input: embeddedInput(situation) },
  };
}

/** What the last model turn of a run held and had heard. The embedded model decides by the attendee's words alone, so what was read does not bind it. */
export function standingOf(agent: AgentDefinition, { turns, run }: Pick<TurnSituation, 'turns' | 'run'>): Standing {
  const heard = heardIn(turns);
  // The verified holder's own form is the call; no model chose it, and a name in it is none's instruction.
  if (run.model === 'form') return { offered: agent.tools.map((tool) => tool.name), said: heard.said, agreed: heard.agreed };
  const embedded = run.embeddedOnly || run.model === 'embedded';
  const offered = offeredIn(agent, embedded ? [] : run.turns.slice(0, -1), heard, embedded ? 'embedded' : 'language_model');
  return { offered, said: heard.said, agreed: heard.agreed };
}

/**
 * Names of the tools that a step may call after these turns. Nothing acts once pages were read, nor on a message that reads
 * like instructions to a model; and a language model calls a person only when the attendee's own words do.
 */
export function offeredIn(agent: AgentDefinition, turns: RunState['turns'], heard: Heard, by: 'embedded' | 'language_model'): string[] {
  return toolsAfter(agent, turns)
    .filter((tool) => tool.effect === 'read' || tool.effect === 'record' || !heard.suspicious)
    .filter((tool) => by === 'embedded' || tool.name !== escalateToHuman.name || heard.callsForPerson)
    .map((tool) => tool.name);
}

/**
 * Fixed parts first, so that caches of model services hold. What attendees and pages say is marked as untrusted and fenced
 * on its way out; of pages only what bears on the question is read. While acting tools are on offer, earlier answers, which
 * quote pages and names, are told in a word.
 */
function messagesOf(agent: AgentDefinition, situation: TurnSituation): ModelMessage[] {
  const { event, now, verified, turns, run } = situation;
  const facts = [
    `Event: ${event.name}. ${event.startsAt} to ${event.endsAt} (${event.timeZone}). Venue: ${event.venue || 'not given'}. Contact: ${event.contactEmail}. Currency: ${event.currency}.`,
    `Refund table: ${event.refundPolicy.length === 0 ? 'no refunds' : event.refundPolicy.map((step) => `${step.percent} % until ${step.until}`).join(', ')}.`,
    `Now: ${localDateTime(now, event.timeZone)} (${event.timeZone}). The attendee is ${verified ? 'verified for one order' : 'not verified'}.`,
  ];
  const { hide } = redactorOf(situation);
  const reading = toolsAfter(agent, run.turns).length < agent.tools.length;
  const messages: ModelMessage[] = [{ role: 'system', text: `${agent.prompt}\n${fenceRule}\n\n${facts.join('\n')}` }];
  for (const turn of turns.slice(-20)) {
    if (turn.from === 'attendee')
      messages.push({
        role: 'user',
        text: isSuspicious(turn.text) ? '(A message that is left out.)' : untrustedText('attendee', hide(turn.text)),
      });
    else if (reading || turn.from === 'person')
      messages.push({ role: 'assistant', text: untrustedText('earlier answer', hide(turn.text)), toolCalls: [] });
    else messages.push({ role: 'assistant', text: inAWord(turn.offer), toolCalls: [] });
  }
  const evidence = evidenceOf(situation);
  for (const turn of run.turns) {
    messages.push({ role: 'assistant', text: turn.text, toolCalls: turn.calls });
    for (const call of turn.calls) {
      const outcome = turn.outcomes.get(call.id);
      if (outcome) messages.push({ role: 'tool', callId: call.id, text: toolText(agent, call.name, outcome, evidence) });
    }
  }
  return messages;
}

function inAWord(offer: Offer | undefined): string {
  if (offer?.kind === 'refund') return `(Offered a refund of ${formatAmount(offer.amount)}.)`;
  return offer ? `(Offered: ${offer.kind}.)` : '(Answered.)';
}

function toolText(agent: AgentDefinition, name: string, outcome: ToolOutcome, evidence: readonly Evidence[]): string {
  if (outcome.kind !== 'done') return JSON.stringify(outcome);
  const tool = agent.tools.find((candidate) => candidate.name === name);
  if (name !== searchKnowledgeBase.name) return JSON.stringify(tool ? tool.forModel(outcome.output) : outcome.output);
  const found = new Set(passagesIn(outcome).map((hit) => hit.passage.id));
  const passages = evidence.filter(({ passage }) => found.has(passage.id));
  const shown = passages.map(({ passage, text }) => ({
    passageId: passage.id,
    page: presentableTitle(passage.pageTitle),
    heading: passage.headingPath.map((heading) => presentableTitle(heading)).join(' › '),
    text,
  }));
  return untrustedText('pages', JSON.stringify({ passages: shown }));
}

/** What the final text of a run is read against: what it read of pages and records, and where answers of this event may lead. */
export function groundOf(
  situation: TurnSituation,
  by: 'embedded' | 'language_model',
  own: { publicUrl: string; pageHosts: readonly string[]; policy: EventPolicy },
): ReplyGround {
  const { event, turns, run } = situation;
  const heard = heardIn(turns);
  // The embedded model quotes passages whole, but not where a language model before it may have fallen for one.
  const careful =
    by === 'language_model' || run.turns.some((turn) => turn.model !== 'embedded' && turn.model !== 'form') || run.embeddedOnly;
  const passages = careful ? evidenceOf(situation) : [];
  const { show } = redactorOf(situation);
  return {
    by,
    careful,
    passages,
    evidence: passages.map(({ text }) => text),
    records: by === 'embedded' ? [] : recordsRead(run),
    event: spelledOut(JSON.stringify({ ...eventWords(event), refundPolicy: event.refundPolicy })),
    question: heard.last,
    suspicious: heard.suspicious,
    allowed: allowedFor({ ...own, event, readers: [] }),
    callsForPerson: by === 'language_model' && heard.callsForPerson,
    refund: refundLookedUp(run),
    show,
  };
}

function eventWords({ name, venue, startsAt, endsAt, timeZone, contactEmail, currency }: EventRecord) {
  return { name, venue, startsAt, endsAt, timeZone, contactEmail, currency };
}

function refundLookedUp(run: RunState): ReplyGround['refund'] {
  for (const { call, outcome } of finishedCalls(run).toReversed()) {
    const looked = call.name === 'lookup_ticket' && outcome.kind === 'done' ? Looked.safeParse(outcome.output) : null;
    if (looked?.success && looked.data.refund.amount.minor > 0)
      return { orderId: looked.data.order.orderId, amount: looked.data.refund.amount };
  }
  return null;
}

const Looked = z.object({ order: z.object({ orderId: z.string() }), refund: z.object({ amount: Amount }) });

/** What of the retrieved passages bears on the attendee's question. */
export function evidenceOf({ turns, run, event, policy }: TurnSituation): Evidence[] {
  const found = finishedCalls(run).flatMap(({ call, outcome }) => (call.name === searchKnowledgeBase.name ? passagesIn(outcome) : []));
  if (found.length === 0) return [];
  // What leads elsewhere is quoted by the embedded model where it was asked for, and never read by a language model.
  const allowed = allowedFor({ publicUrl: '', pageHosts: [], policy, event, readers: [] });
  return evidenceFor(heardIn(turns).said, found, editionOf(event), (unit) => foreignLinks(unit, 'text', allowed).length === 0);
}

/** Personal data of this run that a language model does not see, and back. The event's own address stays. */
export function redactorOf({ run, event }: Pick<TurnSituation, 'run' | 'event'>): Redactor {
  const looked = finishedCalls(run).findLast(({ call, outcome }) => call.name === 'lookup_ticket' && outcome.kind === 'done');
  const secrets = looked?.outcome.kind === 'done' ? ticketWords(looked.outcome.output) : [];
  return redactor(secrets, [event.contactEmail.toLowerCase()]);
}

function passagesIn(outcome: ToolOutcome) {
  const output = outcome.kind === 'done' ? SearchOutput.safeParse(outcome.output) : null;
  return output?.success ? output.data.passages : [];
}

/**
 * What the embedded model goes on from: its own calls, and the effects that a language model before it had. What that one
 * read, tried or got wrong decides nothing any more.
 */
function ownResults(run: RunState): FinishedCall[] {
  return run.turns.flatMap((turn) => {
    const own = turn.model === 'embedded' || turn.model === 'form';
    return turn.calls.flatMap((call) => {
      const outcome = turn.outcomes.get(call.id);
      const happened = outcome?.kind === 'done' && outcome.output.status === 'queued';
      return outcome && (own || happened) ? [{ call, outcome }] : [];
    });
  });
}

export function embeddedInput({ event, now, locale, verified, holderName, turns, run }: TurnSituation): SupportInput {
  return {
    turns,
    results: ownResults(run).map(({ call, outcome }) => toolResult(call.name, outcome)),
    event: {
      name: event.name,
      timeZone: event.timeZone,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      ...(event.venue ? { venue: event.venue } : {}),
      contactEmail: event.contactEmail,
      currency: event.currency,
      refundPolicy: event.refundPolicy,
    },
    identity: { verified, ...(holderName ? { name: holderName } : {}) },
    now: new Date(now).toISOString(),
    ...(locale ? { locale } : {}),
  };
}

/** What the run read of records, as text: the ground of statements beside the passages. */
export function recordsRead(run: RunState): string[] {
  return finishedCalls(run)
    .filter(({ call }) => call.name !== 'search_knowledge_base')
    .map(({ outcome }) => spelledOut(JSON.stringify(outcome)));
}

/** Amounts and shares as people write them: `{"minor":12000,"currency":"EUR"}` is also EUR 120.00, `"percent":50` is 50 %. */
function spelledOut(json: string): string {
  const amounts = [...json.matchAll(/"minor":(-?\d+),"currency":"([A-Z]{3})"/g)].map(([, minor, currency]) =>
    formatAmount({ minor: Number(minor), currency: currency ?? '' }),
  );
  const shares = [...json.matchAll(/"percent":(\d+(?:\.\d+)?)/g)].map(([, percent]) => `${percent} %`);
  return [json, ...amounts, ...shares].join(' ; ');
}

const SearchOutput = z.object({
  query: z.string(),
  passages: z.array(z.object({ passage: z.custom<Passage>(), score: z.number(), parts: z.record(z.string(), z.number()).optional() })),
});

function toolResult(name: string, outcome: ToolOutcome): SupportToolResult {
  switch (name) {
    case 'search_knowledge_base': {
      const output = outcome.kind === 'done' ? SearchOutput.safeParse(outcome.output) : null;
      return output?.success ? { tool: 'search_knowledge_base', ...output.data } : failed(name, outcome);
    }
    case 'lookup_ticket':
      // The tool's own output schema has checked the shape.
      return outcome.kind === 'done' ? ({ tool: 'lookup_ticket', ...outcome.output } as SupportToolResult) : failed(name, outcome);
    case 'resend_ticket':
      if (outcome.kind === 'done') return { tool: 'resend_ticket', status: 'queued', toMasked: String(outcome.output.toMasked ?? '') };
      return { tool: 'resend_ticket', ...waitingOrRefused(outcome) };
    case 'transfer_ticket':
      if (outcome.kind === 'done')
        return { tool: 'transfer_ticket', status: outcome.output.status === 'form_required' ? 'form_required' : 'queued' };
      return { tool: 'transfer_ticket', ...waitingOrRefused(outcome) };
    case 'process_refund':
      if (outcome.kind === 'done') {
        const amount = Amount.safeParse(outcome.output.amount);
        return { tool: 'process_refund', status: 'queued', ...(amount.success ? { amount: amount.data } : {}) };
      }
      if (outcome.kind === 'escalated') return { tool: 'process_refund', status: 'escalated', message: outcome.reason };
      return { tool: 'process_refund', ...waitingOrRefused(outcome) };
    case 'escalate_to_human':
      return { tool: 'escalate_to_human', status: 'escalated' };
    default:
      return failed(name, outcome);
  }
}

function waitingOrRefused(outcome: Exclude<ToolOutcome, { kind: 'done' }>): { status: 'waiting' | 'refused'; message: string } {
  if (outcome.kind === 'waiting' || outcome.kind === 'escalated') return { status: 'waiting', message: outcome.reason };
  return { status: 'refused', message: outcome.kind === 'refused' ? outcome.reason : outcome.message };
}

function failed(tool: string, outcome: ToolOutcome): SupportToolResult {
  return {
    tool,
    status: 'failed',
    message: outcome.kind === 'failed' ? outcome.message : 'reason' in outcome ? outcome.reason : 'no result',
  };
}
