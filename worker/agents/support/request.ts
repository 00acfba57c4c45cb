import { z } from 'zod';
import type { SupportInput, SupportToolResult } from '../../core/embedded-model/types';
import { localDateTime } from '../../core/instant';
import type { Passage } from '../../core/knowledge/types';
import { finishedCalls, type RunState, type ToolOutcome } from '../../core/loop/journal';
import { Amount, formatAmount } from '../../core/money';
import type { ModelMessage, ModelRequest, ToolSpec } from '../../ports/model';
import type { EventRecord } from '../../ports/records';
import type { AgentDefinition } from '../define-agent';
import { ModelReply } from './reply';

export interface TurnSituation {
  event: EventRecord;
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
    tools,
    replySchema,
    temperature: agent.temperature,
    maxOutputTokens: 1200,
    situation: { kind: 'support', input: embeddedInput(situation) },
  };
}

/** Fixed parts first, so that caches of model services hold; the attendee's words are fenced as content. */
function messagesOf(agent: AgentDefinition, { event, now, verified, turns, run }: TurnSituation): ModelMessage[] {
  const facts = [
    `Event: ${event.name}. ${event.startsAt} to ${event.endsAt} (${event.timeZone}). Venue: ${event.venue || 'not given'}. Contact: ${event.contactEmail}. Currency: ${event.currency}.`,
    `Refund table: ${event.refundPolicy.length === 0 ? 'no refunds' : event.refundPolicy.map((step) => `${step.percent} % until ${step.until}`).join(', ')}.`,
    `Now: ${localDateTime(now, event.timeZone)} (${event.timeZone}). The attendee is ${verified ? 'verified for one order' : 'not verified'}.`,
  ];
  const messages: ModelMessage[] = [{ role: 'system', text: `${agent.prompt}\n\n${facts.join('\n')}` }];
  for (const turn of turns.slice(-20)) {
    if (turn.from === 'attendee')
      messages.push({ role: 'user', text: `<attendee_message>\n${turn.text.replaceAll('</attendee_message>', '')}\n</attendee_message>` });
    else messages.push({ role: 'assistant', text: turn.text, toolCalls: [] });
  }
  for (const turn of run.turns) {
    messages.push({ role: 'assistant', text: turn.text, toolCalls: turn.calls });
    for (const call of turn.calls) {
      const outcome = turn.outcomes.get(call.id);
      if (outcome) messages.push({ role: 'tool', callId: call.id, text: JSON.stringify(forLanguageModel(agent, call.name, outcome)) });
    }
  }
  return messages;
}

function forLanguageModel(agent: AgentDefinition, name: string, outcome: ToolOutcome): unknown {
  if (outcome.kind !== 'done') return outcome;
  const tool = agent.tools.find((candidate) => candidate.name === name);
  return tool ? tool.forModel(outcome.output) : outcome.output;
}

export function embeddedInput({ event, now, locale, verified, holderName, turns, run }: TurnSituation): SupportInput {
  return {
    turns,
    results: finishedCalls(run).map(({ call, outcome }) => toolResult(call.name, outcome)),
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

/** Every passage that the run has read, for citations. */
export function retrievedPassages(run: RunState): Passage[] {
  return finishedCalls(run).flatMap(({ call, outcome }) => {
    if (call.name !== 'search_knowledge_base' || outcome.kind !== 'done') return [];
    const output = SearchOutput.safeParse(outcome.output);
    return output.success ? output.data.passages.map((hit) => hit.passage) : [];
  });
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
