import { z } from 'zod';
import { dayMs } from '../../../core/instant';
import { both } from '../../../core/policy/rule';
import { holderRules } from '../../../core/policy/rules/holder';
import { recipientRules } from '../../../core/policy/rules/recipient';
import { Done, defineTool } from '../../define-tool';
import { maskEmail, ownIdsAndAddresses, ticketLabel, ticketsOf } from '../domain/holder';
import { verifiedOrder } from './lookup-ticket';

/** The buyer may also name the holder of a ticket that nobody holds yet. */
const movable: readonly string[] = ['valid', 'unassigned'];

/** How long the old holder can undo a transfer. */
export const undoMs = dayMs;

export const transferTicket = defineTool({
  name: 'transfer_ticket',
  description:
    'Transfer a ticket of the verified holder to another person. The new name and address come only from the transfer form that the holder fills in; without it the result says form_required and the widget shows the form.',
  effect: 'access',
  activity: 'ticket_transferred',
  provenance: 'record',
  input: z.strictObject({ ticketId: z.string().max(60).describe('From lookup_ticket. Never guessed, never typed by the attendee.') }),
  output: z.object({ status: z.enum(['form_required', 'queued']), message: z.string().optional() }),
  async facts(input, context) {
    const order = await verifiedOrder(context);
    const own = order && context.holder ? ticketsOf(context.holder, order) : [];
    const ticket = own.find((candidate) => candidate.ticketId === input.ticketId) ?? null;
    const form = context.transferForm?.ticketId === input.ticketId ? context.transferForm : null;
    if (ticket && movable.includes(ticket.state) && !form) return new Done({ status: 'form_required' as const });
    return {
      order,
      ticket,
      form,
      suppressed: form ? await context.records.suppressionOf(form.email) : null,
    };
  },
  rules: both(holderRules, recipientRules),
  policy: ({ facts, context }) => ({
    verified: context.holder !== null,
    ownsTicket: facts.ticket !== null,
    ticketState: facts.ticket?.state ?? 'unknown',
    possibleIn: movable,
    provenance: facts.form ? 'verified_form' : 'untrusted_text',
    suppressed: facts.suppressed,
  }),
  controls: { ticketId: 'object' },
  sources: ({ facts, context }) => [
    { provenance: 'record', from: 'the verified order', value: ownIdsAndAddresses(context.holder, facts.order) },
    { provenance: 'verified_identity', from: "the holder's transfer form", value: facts.form },
  ],
  idempotencyKey: ({ facts }) => `transfer:${facts.ticket?.ticketId}:${facts.ticket?.version}`,
  preview: ({ facts }) => ({
    title: 'Transfer ticket',
    lines: [
      ['Ticket', facts.ticket ? ticketLabel(facts.ticket) : ''],
      ['Order', facts.order?.code ?? ''],
      ['From', `${facts.ticket?.holderName ?? ''} <${facts.ticket?.holderEmail ?? ''}>`],
      ['To', `${facts.form?.name ?? ''} <${facts.form?.email ?? ''}>`],
      ['Undo', 'for 24 hours by the old holder'],
    ],
  }),
  risk: () => ({ amount: 0, reach: 2, reversible: true, trusted: true }),
  bound: (facts) => ({
    ticketVersion: facts.ticket?.version,
    ticketState: facts.ticket?.state,
    name: facts.form?.name,
    email: facts.form?.email,
    suppressed: facts.suppressed,
  }),
  editable: [],
  execute({ facts, context }) {
    const { ticket, order, form } = facts;
    if (!ticket || !order || !form) throw new Error('transfer_ticket ran without a ticket or form');
    const { composer, letterhead, secrets, now } = context;
    const key = `transfer:${ticket.ticketId}:${ticket.version}`;
    const undoUntil = now + undoMs;
    const oldAddress = ticket.holderEmail || order.buyerEmail;
    const notice = composer.compose(
      {
        template: 'transfer_notice',
        holderName: ticket.holderName || order.buyerName,
        newHolderName: form.name,
        newHolderEmailMasked: maskEmail(form.email),
        ticketType: ticket.type,
        orderCode: order.code,
        undoLink: `${context.letterhead.publicUrl}/t/undo/${secrets.undo}`,
        undoUntil,
      },
      letterhead,
      oldAddress,
    );
    const received = composer.compose(
      {
        template: 'new_holder_ticket',
        holderName: form.name,
        fromName: ticket.holderName || order.buyerName,
        ticketType: ticket.type,
        orderCode: order.code,
        secret: secrets.ticket,
      },
      letterhead,
      form.email,
    );
    return {
      output: { status: 'queued' as const },
      changes: [
        {
          change: 'ticket_transferred',
          transferId: context.newId('transfer'),
          ticketId: ticket.ticketId,
          version: ticket.version,
          toAttendeeId: context.newId('attendee'),
          toName: form.name,
          toEmail: form.email,
          secret: secrets.ticket,
          undoTokenHash: secrets.undoHash,
          undoUntil,
        },
      ],
      commands: [
        { kind: 'mail.send', target: oldAddress, idempotencyKey: `${key}:notice`, payload: { mail: notice, purpose: 'service' } },
        { kind: 'mail.send', target: form.email, idempotencyKey: `${key}:ticket`, payload: { mail: received, purpose: 'ticket' } },
      ],
    };
  },
});
