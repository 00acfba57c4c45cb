import { z } from 'zod';
import { hourMs } from '../../../core/instant';
import { both } from '../../../core/policy/rule';
import { holderRules } from '../../../core/policy/rules/holder';
import { recipientRules } from '../../../core/policy/rules/recipient';
import { defineTool } from '../../define-tool';
import { maskEmail, ownIdsAndAddresses, ticketLabel, ticketsOf } from '../domain/holder';
import { verifiedOrder } from './lookup-ticket';

export const resendTicket = defineTool({
  name: 'resend_ticket',
  description: "Send a ticket again, with its QR code, to the address on file of the ticket's holder. Needs the verified holder.",
  effect: 'outbound',
  activity: 'ticket_resent',
  provenance: 'record',
  input: z.strictObject({ ticketId: z.string().max(60).describe('From lookup_ticket. Never guessed, never typed by the attendee.') }),
  output: z.object({ status: z.literal('queued'), toMasked: z.string() }),
  async facts(input, context) {
    const order = await verifiedOrder(context);
    const own = order && context.holder ? ticketsOf(context.holder, order) : [];
    const ticket = own.find((candidate) => candidate.ticketId === input.ticketId) ?? null;
    const address = ticket?.holderEmail || order?.buyerEmail || '';
    return {
      order,
      ticket,
      address,
      suppressed: address ? await context.records.suppressionOf(address) : null,
    };
  },
  rules: both(holderRules, recipientRules),
  policy: ({ facts, context }) => ({
    verified: context.holder !== null,
    ownsTicket: facts.ticket !== null,
    ticketState: facts.ticket?.state ?? 'unknown',
    possibleIn: ['valid'],
    provenance: 'record',
    suppressed: facts.suppressed,
  }),
  controls: { ticketId: 'object' },
  sources: ({ facts, context }) => [
    { provenance: 'record', from: 'the verified order', value: ownIdsAndAddresses(context.holder, facts.order) },
  ],
  // Once an hour: a second wish within it finds the mail already on its way.
  idempotencyKey: ({ facts, context }) =>
    `ticket-mail:${facts.ticket?.ticketId}:${facts.ticket?.version}:${Math.floor(context.now / hourMs)}`,
  preview: ({ facts }) => ({
    title: 'Send ticket again',
    lines: [
      ['Ticket', facts.ticket ? ticketLabel(facts.ticket) : ''],
      ['Order', facts.order?.code ?? ''],
      ['To', facts.address],
    ],
  }),
  risk: () => ({ amount: 0, reach: 1, reversible: false, trusted: true }),
  bound: (facts) => ({
    ticketVersion: facts.ticket?.version,
    ticketState: facts.ticket?.state,
    address: facts.address,
    suppressed: facts.suppressed,
  }),
  editable: [],
  execute({ facts, context }) {
    const { ticket, order, address } = facts;
    if (!ticket || !order) throw new Error('resend_ticket ran without a ticket');
    const mail = context.composer.compose(
      {
        template: 'ticket',
        holderName: ticket.holderName,
        ticketType: ticket.type,
        orderCode: order.code,
        secret: ticket.secret,
      },
      context.letterhead,
      address,
    );
    return {
      output: { status: 'queued' as const, toMasked: maskEmail(address) },
      commands: [
        {
          kind: 'mail.send',
          target: address,
          idempotencyKey: `ticket-mail:${ticket.ticketId}:${ticket.version}:${Math.floor(context.now / hourMs)}`,
          payload: { mail, purpose: 'ticket' },
        },
      ],
    };
  },
});
