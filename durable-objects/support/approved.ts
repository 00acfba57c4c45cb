import { z } from 'zod';
import type { ToolContext } from '../../worker/agents/define-tool';
import { supportAgent } from '../../worker/agents/support/agent';
import { Amount, formatAmount } from '../../worker/core/money';
import { type ApprovalRow, takenBack } from '../../worker/db/records/approvals';
import type { EventScope } from '../../worker/db/records/event-scope';
import type { SearchPort } from '../../worker/ports/search';
import type { Review } from '../approved';
import { toolContext } from './effects';
import type { StoredConversation } from './store';
import type { TextKey } from './texts';

/** Where proposals of the support agent are looked at again. */
export interface Counter {
  env: Env;
  scope: EventScope;
  search: SearchPort;
  conversationOf(id: string): StoredConversation | null;
  /** By the event's clock. */
  now: number;
}

/** A proposal of the support agent, looked at again in its conversation. */
export function reviewOf(counter: Counter, approvalId: string): Review {
  const { env, scope, now } = counter;
  return { env, scope, agent: supportAgent, approvalId, now, contextOf: (approval) => contextOf(counter, approval) };
}

/** What the tools of a conversation read now. */
export async function contextOf({ env, scope, search, conversationOf, now }: Counter, approval: ApprovalRow): Promise<ToolContext> {
  const conversation = approval.conversationId ? conversationOf(approval.conversationId) : null;
  return { ...(await toolContext(env, scope, search, conversation, now)), transferForm: approvedForm(approval) };
}

/** The transfer form as the person saw it: it is part of what was approved, whatever the conversation holds by now. */
function approvedForm({ input, boundFacts }: ApprovalRow): ToolContext['transferForm'] {
  const form = z.object({ ticketId: z.string(), name: z.string(), email: z.string() }).safeParse({ ...boundFacts, ...input });
  return form.success ? form.data : null;
}

/** What an attendee is told of how a proposal ended; null when it did not end. */
export function endInWords(approval: ApprovalRow): { text: TextKey; details: string[]; actions: string[] } | null {
  switch (approval.state) {
    case 'executed':
      if (approval.outcome === takenBack) return { text: 'takenBack', details: [], actions: [] };
      return { text: 'approved', details: detailsOf(approval), actions: detailsOf(approval) };
    case 'rejected':
      return { text: 'rejected', details: approval.decisionReason ? [approval.decisionReason] : [], actions: [] };
    case 'expired':
      return { text: 'expired', details: [], actions: [] };
    case 'stale':
    case 'cancelled':
      return { text: 'rejected', details: approval.outcome ? [approval.outcome] : [], actions: [] };
    case 'pending':
    case 'approved':
      return null;
  }
}

function detailsOf(approval: ApprovalRow): string[] {
  const amount = Amount.safeParse(approval.input.amount);
  return amount.success ? [`${approval.preview.title}: ${formatAmount(amount.data)}.`] : [`${approval.preview.title}.`];
}
