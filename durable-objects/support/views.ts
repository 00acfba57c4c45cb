import type { Reply } from '../../worker/agents/support/reply';
import type { ConversationRow, Message } from '../../worker/contract/conversations';
import type { RunState } from '../../worker/core/loop/journal';
import type { StoredConversation, StoredMessage, StoredRun } from './store';

/** A message as others see it. */
export function shown({ clientId: _clientId, offer: _offer, ...message }: StoredMessage): Message {
  return message;
}

export function rowOf(conversation: StoredConversation): ConversationRow {
  return {
    id: conversation.id,
    state: conversation.state,
    subject: conversation.subject,
    verified: conversation.holder !== null,
    orderId: conversation.holder?.orderId ?? null,
    takenBy: conversation.takenBy,
    escalationReason: conversation.escalationReason,
    resolution: conversation.resolution,
    rating: conversation.rating,
    messageCount: conversation.seq,
    createdAt: conversation.createdAt,
    updatedAt: conversation.updatedAt,
  };
}

export function messageOf(
  reply: Reply,
  state: RunState,
  run: StoredRun,
  conversation: StoredConversation,
): Omit<StoredMessage, 'id' | 'seq' | 'at' | 'author'> {
  const last = state.turns.flatMap((turn) => turn.calls.map((call) => ({ name: call.name, outcome: turn.outcomes.get(call.id) })));
  const output = (name: string) => {
    const outcome = last.findLast((call) => call.name === name)?.outcome;
    return outcome?.kind === 'done' ? outcome.output : null;
  };
  const lookup = output('lookup_ticket');
  const ask =
    !conversation.holder && lookup?.status === 'verification_required'
      ? 'identify'
      : output('transfer_ticket')?.status === 'form_required'
        ? 'transfer'
        : undefined;
  const tickets = Array.isArray(lookup?.tickets) && conversation.holder ? lookup.tickets.map(ticketCard) : undefined;
  return {
    text: reply.answer,
    outcome: reply.outcome,
    citations: reply.citations,
    actions: reply.actions,
    nextSteps: reply.nextSteps,
    quickReplies: reply.quickReplies.slice(0, 4),
    ...(ask ? { ask } : {}),
    ...(tickets?.length ? { tickets } : {}),
    ...(reply.offer ? { offer: reply.offer } : {}),
    model: state.model,
    ...(state.fallback ? { fallback: true } : {}),
    runId: run.id,
  };
}

function ticketCard(ticket: { ticketId: string; type: string; holderName: string; state: string }) {
  return { id: ticket.ticketId, type: ticket.type, holder: ticket.holderName, state: ticket.state };
}
