import { decideSupport } from '../../../worker/core/embedded-model/support';
import type { SupportDecision, SupportInput, SupportReply, SupportToolResult, TicketView } from '../../../worker/core/embedded-model/types';
import { chunkPage } from '../../../worker/core/knowledge/chunk-page';

export const event: SupportInput['event'] = {
  name: 'Harbour Days 2026',
  timeZone: 'Europe/Berlin',
  startsAt: '2026-07-10T09:00',
  endsAt: '2026-07-12T18:00',
  venue: 'Old Harbour',
  contactEmail: 'help@harbourdays.example',
  currency: 'EUR',
  refundPolicy: [],
};

export function anInput(text: string, more: Partial<SupportInput> = {}): SupportInput {
  return { turns: [{ from: 'attendee', text }], results: [], event, identity: { verified: false }, now: '2026-05-01T10:00:00Z', ...more };
}

export function aTicket(more: Partial<TicketView> = {}): TicketView {
  return {
    ticketId: 'tkt_1',
    type: 'Weekend',
    holderName: 'Ada Lovelace',
    holderEmailMasked: 'a••@example.org',
    state: 'valid',
    price: { minor: 12_000, currency: 'EUR' },
    ...more,
  };
}

export function foundOrder(tickets: TicketView[], percent = 100): SupportToolResult {
  return {
    tool: 'lookup_ticket',
    status: 'found',
    order: {
      orderId: 'ord_1',
      code: 'HD-1001',
      state: 'paid',
      total: { minor: 12_000, currency: 'EUR' },
      placedAt: '2026-01-05T10:00:00Z',
    },
    tickets,
    refund: { percent, amount: { minor: 120 * percent, currency: 'EUR' }, until: '2026-06-01' },
  };
}

/** The passages of a page as a search over it alone would give them: all, in order. */
export function searched(query: string, markdown: string, title = 'Practical information'): SupportToolResult {
  const passages = chunkPage({ id: 'practical', title, markdown });
  return {
    tool: 'search_knowledge_base',
    query,
    passages: passages.map((passage, index) => ({ passage, score: 30 / 2 ** index, parts: {} })),
  };
}

export function asReply(decision: SupportDecision): SupportReply {
  if (decision.kind !== 'reply') throw new Error(`expected a reply, got calls to ${decision.calls.map((call) => call.name).join(', ')}`);
  return decision;
}

export function callsOf(decision: SupportDecision): { name: string; args: Record<string, unknown> }[] {
  if (decision.kind !== 'call') throw new Error(`expected calls, got the reply: ${decision.answer}`);
  return decision.calls;
}

/** Asks against one page, searching as often as the model wants. */
export function askPage(text: string, markdown: string, more: Partial<SupportInput> = {}): SupportReply {
  const input = anInput(text, more);
  const first = decideSupport(input);
  if (first.kind === 'reply') return first;
  const results = first.calls.map((call): SupportToolResult => {
    if (call.name === 'search_knowledge_base') return searched(String(call.args.query), markdown);
    return { tool: 'escalate_to_human', status: 'escalated' };
  });
  return asReply(decideSupport({ ...input, results }));
}
