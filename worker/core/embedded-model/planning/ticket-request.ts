import { formatAmount } from '../../money';
import { ticketStates } from '../data/phrases';
import { formatDate, phrase } from '../replying/phrase';
import { reply, type Situation, withPersonOffered } from '../replying/reply';
import type { Offer, SupportDecision, SupportToolResult, TicketView } from '../types';
import { escalate } from './escalation';

export type TicketIntent = 'refund' | 'resend' | 'transfer' | 'lookup';

type Lookup = Extract<SupportToolResult, { tool: 'lookup_ticket'; status: 'verification_required' | 'not_found' | 'found' }>;
/** Calls of one step; a run must stay short. */
const callsAtOnce = 4;

/** The next step of a request about the attendee's own tickets. Ids and amounts come from the lookup alone. */
export function ticketRequest(situation: Situation, intent: TicketIntent): SupportDecision {
  const { input, understood, language } = situation;
  const settled = settledAction(situation);
  if (settled !== undefined) return settled;
  const lookup = input.results.findLast(
    (result): result is Lookup => result.tool === 'lookup_ticket' && 'status' in result && result.status !== 'failed',
  );
  if (lookup === undefined) {
    const orderCode = understood.slots.orderCode;
    return {
      kind: 'call',
      calls: [{ name: 'lookup_ticket', args: orderCode === undefined ? {} : { orderCode } }],
      reason: `${intent} needs the ticket`,
    };
  }
  if (lookup.status === 'verification_required')
    return reply(situation, {
      outcome: 'asked',
      answer: phrase('verifyFirst', language),
      nextSteps: [phrase('nextVerify', language)],
      reason: 'identity is not verified',
    });
  const { order, tickets = [] } = lookup;
  if (lookup.status === 'not_found' || order === undefined)
    return withPersonOffered(situation, {
      outcome: 'declined',
      answer: phrase('notFound', language),
      actions: [phrase('didLookup', language)],
      reason: 'no such ticket for this identity',
    });
  switch (intent) {
    case 'lookup':
      return listTickets(situation, order, tickets);
    case 'refund':
      return offerRefund(situation, lookup);
    case 'resend':
      return resend(situation, tickets);
    case 'transfer':
      return transfer(situation, tickets);
  }
}

/** The step that a yes to an offer leads to; its values are the offer's. */
export function acceptOffer(situation: Situation, offer: Offer): SupportDecision {
  const settled = settledAction(situation);
  if (settled !== undefined) return settled;
  switch (offer.kind) {
    case 'human':
      return escalate(situation, 'asked_for_person', 'the attendee took up the offer of a person');
    case 'refund':
      return {
        kind: 'call',
        calls: [
          {
            name: 'process_refund',
            args: {
              orderId: offer.orderId,
              ...(offer.ticketId === undefined ? {} : { ticketId: offer.ticketId }),
              amount: offer.amount,
              reason: 'Requested by the attendee',
            },
          },
        ],
        reason: 'the attendee accepted the refund offered',
      };
    case 'resend':
      return {
        kind: 'call',
        calls: [{ name: 'resend_ticket', args: { ticketId: offer.ticketId } }],
        reason: 'the attendee accepted the offer',
      };
    case 'transfer':
      return {
        kind: 'call',
        calls: [{ name: 'transfer_ticket', args: { ticketId: offer.ticketId } }],
        reason: 'the attendee accepted the offer',
      };
  }
}

/** What an action of this run came to, if there was one. */
export function settledAction(situation: Situation): SupportDecision | undefined {
  const { input, language } = situation;
  for (const result of input.results.toReversed()) {
    if (
      !('status' in result) ||
      result.tool === 'lookup_ticket' ||
      result.tool === 'escalate_to_human' ||
      result.tool === 'search_knowledge_base'
    )
      continue;
    if (result.status === 'failed') return undefined;
    if (result.tool === 'resend_ticket' && result.status === 'queued' && 'toMasked' in result)
      return reply(situation, {
        outcome: 'answered',
        answer: phrase('resendQueued', language, { to: result.toMasked ?? '…' }),
        actions: [phrase('didResend', language)],
        reason: 'ticket sent to the address on file',
      });
    if (result.tool === 'transfer_ticket' && result.status === 'form_required')
      return reply(situation, {
        outcome: 'asked',
        answer: phrase('transferForm', language),
        nextSteps: [phrase('nextForm', language)],
        reason: 'the new holder is entered in a form',
      });
    if (result.tool === 'transfer_ticket' && result.status === 'queued')
      return reply(situation, {
        outcome: 'answered',
        answer: phrase('transferQueued', language),
        actions: [phrase('didTransfer', language)],
        reason: 'transfer under way',
      });
    if (result.tool === 'process_refund' && result.status === 'queued' && 'amount' in result)
      return reply(situation, {
        outcome: 'answered',
        answer: phrase('refundQueued', language, { amount: result.amount === undefined ? '' : formatAmount(result.amount) }),
        actions: [phrase('didRefund', language)],
        reason: 'refund under way',
      });
    if (result.tool === 'process_refund' && result.status === 'escalated')
      return reply(situation, {
        outcome: 'escalated',
        answer: phrase('waiting', language),
        actions: [phrase('didEscalate', language)],
        nextSteps: [phrase('nextWait', language)],
        escalation: { reason: 'refund_over_limit', summary: 'The refund is above the limit and waits for a person.' },
        reason: 'refund above the limit',
      });
    if (result.status === 'waiting')
      return reply(situation, {
        outcome: 'answered',
        answer: phrase('waiting', language),
        nextSteps: [phrase('nextWait', language)],
        reason: 'waits for approval',
      });
    if (result.status === 'refused') {
      const message = 'message' in result ? result.message : undefined;
      return withPersonOffered(situation, {
        outcome: 'declined',
        answer: message === undefined ? phrase('refusedPlain', language) : phrase('refused', language, { message }),
        reason: 'refused by policy',
      });
    }
  }
  return undefined;
}

function listTickets(situation: Situation, order: NonNullable<Lookup['order']>, tickets: TicketView[]): SupportDecision {
  const { language } = situation;
  const head = phrase('ticketList', language, {
    code: order.code,
    total: formatAmount(order.total),
    date: formatDate(order.placedAt, language),
  });
  const lines = tickets
    .slice(0, 10)
    .map((ticket) => `- **${ticket.type}**: ${ticket.holderName}, ${ticket.holderEmailMasked}, ${ticketStates[ticket.state][language]}`);
  return reply(situation, {
    outcome: 'answered',
    answer: [head, ...lines].join('\n'),
    actions: [phrase('didLookup', language)],
    quickReplies: [
      phrase('buttonResend', language),
      phrase('buttonTransfer', language),
      phrase('buttonRefund', language),
      phrase('buttonPerson', language),
    ],
    reason: 'the order as on record',
  });
}

function offerRefund(situation: Situation, lookup: Lookup): SupportDecision {
  const { language } = situation;
  const { order, refund, tickets = [] } = lookup;
  const actions = [phrase('didLookup', language)];
  if (order === undefined) return nothingToDo(situation, tickets);
  if (tickets.length > 0 && tickets.every((ticket) => ticket.state === 'refunded' || ticket.state === 'cancelled'))
    return nothingToDo(situation, tickets);
  if (refund === undefined || refund.percent <= 0 || refund.amount.minor <= 0)
    return withPersonOffered(situation, {
      outcome: 'answered',
      answer: phrase('refundNothing', language, { code: order.code }),
      actions,
      reason: 'the refund table gives nothing today',
    });
  const offer = phrase('refundOffer', language, { percent: refund.percent, amount: formatAmount(refund.amount), code: order.code });
  const until = refund.until === undefined ? '' : ` ${phrase('refundUntil', language, { date: formatDate(refund.until, language) })}`;
  return reply(situation, {
    outcome: 'asked',
    answer: `${offer}${until}`,
    actions,
    nextSteps: [phrase('nextConfirm', language)],
    offer: { kind: 'refund', orderId: order.orderId, amount: refund.amount },
    quickReplies: [phrase('buttonYes', language), phrase('buttonNo', language)],
    reason: 'a refund is done only after a yes to the computed amount',
  });
}

function resend(situation: Situation, tickets: TicketView[]): SupportDecision {
  const active = tickets.filter((ticket) => ticket.state === 'valid' || ticket.state === 'checked_in');
  if (active.length === 0) return nothingToDo(situation, tickets);
  const chosen = named(situation, active);
  return {
    kind: 'call',
    calls: (chosen.length > 0 ? chosen : active)
      .slice(0, callsAtOnce)
      .map((ticket) => ({ name: 'resend_ticket', args: { ticketId: ticket.ticketId } })),
    reason: 'tickets go again to the address on file',
  };
}

function transfer(situation: Situation, tickets: TicketView[]): SupportDecision {
  const { language } = situation;
  const movable = tickets.filter((ticket) => ticket.state === 'valid' || ticket.state === 'unassigned');
  if (movable.length === 0) return nothingToDo(situation, tickets);
  const chosen = named(situation, movable);
  const [only] = chosen.length === 1 ? chosen : movable;
  if (only !== undefined && (chosen.length === 1 || movable.length === 1))
    return {
      kind: 'call',
      calls: [{ name: 'transfer_ticket', args: { ticketId: only.ticketId } }],
      reason: 'the ticket to transfer is known',
    };
  return reply(situation, {
    outcome: 'asked',
    answer: [phrase('whichTicket', language), ...movable.slice(0, 10).map((ticket) => `- **${ticket.type}**: ${ticket.holderName}`)].join(
      '\n',
    ),
    actions: [phrase('didLookup', language)],
    quickReplies: movable.slice(0, 4).map((ticket) => `${phrase('buttonTransfer', language)}: ${ticket.holderName} (${ticket.type})`),
    reason: 'several tickets could be meant',
  });
}

/** Tickets whose holder's name and type the message holds; those by name alone if the type is not told. */
function named(situation: Situation, tickets: TicketView[]): TicketView[] {
  const text = situation.text.toLowerCase();
  const holds = (value: string) => value.trim().length > 2 && text.includes(value.toLowerCase());
  const both = tickets.filter((ticket) => holds(ticket.holderName) && holds(ticket.type));
  if (both.length > 0) return both;
  const byName = tickets.filter((ticket) => holds(ticket.holderName));
  return byName.length > 0 ? byName : tickets.filter((ticket) => holds(ticket.type));
}

function nothingToDo(situation: Situation, tickets: TicketView[]): SupportDecision {
  const { language } = situation;
  const states = [...new Set(tickets.map((ticket) => ticketStates[ticket.state][language]))].join(', ');
  return withPersonOffered(situation, {
    outcome: 'answered',
    answer: phrase('nothingToDo', language, { states: states || '—' }),
    actions: [phrase('didLookup', language)],
    reason: 'no ticket of the order is in a state that allows it',
  });
}
