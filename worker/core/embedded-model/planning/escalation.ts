import { phrase } from '../replying/phrase';
import { reply, type Situation } from '../replying/reply';
import type { EscalationReason, SupportDecision, SupportInput, SupportToolResult } from '../types';
import type { Signal } from '../understand';

/** Signals that hand a conversation to a person, most urgent first. An injection attempt is not one: it changes nothing. */
const reasons: [Signal, EscalationReason][] = [
  ['safety', 'safety'],
  ['security', 'security'],
  ['legal', 'legal'],
  ['privacy', 'privacy'],
  ['asked_for_person', 'asked_for_person'],
  ['upset', 'upset'],
];

/** Why a message with these signals goes to a person; undefined for an ordinary one. */
export function escalationFor(signals: readonly Signal[]): EscalationReason | undefined {
  return reasons.find(([signal]) => signals.includes(signal))?.[1];
}

/** Matters in which the pages may name whom to turn to, so that the answer should not wait for a person. */
export function answersMeanwhile(reason: EscalationReason): boolean {
  return reason === 'safety' || reason === 'security' || reason === 'upset';
}

export function escalateCall(situation: Situation, reason: EscalationReason): { name: string; args: Record<string, unknown> } {
  return { name: 'escalate_to_human', args: { reason, summary: summaryOf(situation.input, reason) } };
}

/** A handover in two or three lines: what was asked, what was tried. Only what the person wrote and what tools answered. */
export function summaryOf(input: SupportInput, reason: EscalationReason): string {
  const asked = input.turns
    .filter((turn) => turn.from === 'attendee')
    .slice(-3)
    .map((turn) => `“${turn.text.replace(/\s+/g, ' ').slice(0, 300)}”`);
  const tried = [...new Set(input.results.map((result) => triedText(result)))];
  return [
    `Reason: ${reason.replaceAll('_', ' ')}.`,
    `Attendee wrote: ${asked.join(' / ')}.`,
    tried.length > 0 ? `Tried: ${tried.join(', ')}.` : 'Nothing was tried yet.',
  ].join(' ');
}

function triedText(result: SupportToolResult): string {
  const name = result.tool.replaceAll('_', ' ');
  return 'status' in result ? `${name} (${result.status.replaceAll('_', ' ')})` : name;
}

export function hasEscalated(input: SupportInput): boolean {
  return input.results.some((result) => result.tool === 'escalate_to_human' && 'status' in result && result.status === 'escalated');
}

/** Escalates, then says so. */
export function escalate(situation: Situation, reason: EscalationReason, why: string): SupportDecision {
  const { input, language } = situation;
  const summary = summaryOf(input, reason);
  const attempted = input.results.some((result) => result.tool === 'escalate_to_human');
  if (!attempted) return { kind: 'call', calls: [escalateCall(situation, reason)], reason: why };
  return reply(situation, {
    outcome: 'escalated',
    answer: escalationText(situation, reason),
    actions: [phrase('didEscalate', language)],
    nextSteps: [phrase('nextWait', language)],
    escalation: { reason, summary },
    reason: why,
  });
}

export function escalationText(situation: Situation, reason: EscalationReason): string {
  const { language } = situation;
  if (reason === 'safety') return phrase('escalatedSafety', language);
  if (reason === 'upset') return phrase('escalatedUpset', language);
  return phrase('escalated', language);
}
