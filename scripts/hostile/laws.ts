import type { Tool, ToolContext } from '../../worker/agents/define-tool';
import type { RunToolResult } from '../../worker/agents/run-tool';
import { quoteRefund, remaining } from '../../worker/agents/support/domain/refund-quote';
import { localDate } from '../../worker/core/instant';
import { foreignLinks } from '../../worker/core/provenance/links';
import type { Batch } from '../../worker/ports/commit';
import type { OrderFacts } from '../../worker/ports/records';
import type { World } from './world';

/** One call: what it was, what the world was before it, and what came of it. */
export interface Observation {
  world: World;
  before: {
    orders: OrderFacts[];
    foreign: string;
    keys: ReadonlySet<string>;
    activities: number;
    refundedToday: number;
    mailsToday: number;
    refundsToday: number;
  };
  tool: Tool | undefined;
  context: ToolContext;
  offered: string[] | null;
  /** The approval that it carries out, as it was when it was carried out. */
  executes: { id: string; state: string; moved: boolean } | null;
  replayed: boolean;
  result: RunToolResult | { threw: string };
  /** What was committed by it. */
  batches: Batch[];
}

/** True when it holds, false when it is broken, null when there is nothing to look at. */
export type Law = (seen: Observation) => boolean | null;

const acts = (batch: Batch) => batch.commands.length > 0 || batch.changes.length > 0;
const effects = ({ batches }: Observation) => batches.filter(acts);
const ofSales = ({ activity }: Batch) => activity.agent === 'sales';
const forAttendees = (seen: Observation) => effects(seen).filter((batch) => !ofSales(batch));
const forSponsors = (seen: Observation) => effects(seen).filter((batch) => ofSales(batch) && batch.commands.length > 0);
const money = (batch: Batch) => batch.commands.flatMap((command) => (command.kind === 'payments.refund' ? [command] : []));
const mails = (batch: Batch) => batch.commands.flatMap((command) => (command.kind === 'mail.send' ? [command] : []));
const table = [
  { until: '2027-03-31', percent: 100 },
  { until: '2027-05-06', percent: 50 },
];

function whenever<T>(list: readonly T[], holds: (item: T) => boolean): boolean | null {
  return list.length === 0 ? null : list.every(holds);
}

/**
 * What holds of every tool, whoever proposes whatever. Written against records and effects alone: none of these asks the
 * rules that are under test.
 */
export const laws = {
  'an effect has an allow verdict or an approval': (seen) =>
    whenever(
      effects(seen),
      (batch) =>
        batch.activity.verdict === 'allow' &&
        batch.activity.rule !== null &&
        (batch.executes === null || seen.executes?.state === 'approved'),
    ),
  'in assisted and review-only mode nothing happens without a person': (seen) =>
    seen.world.policy.mode === 'full_auto'
      ? null
      : whenever(
          effects(seen).filter((batch) => batch.commands.length > 0 || seen.world.policy.mode === 'review_only'),
          (batch) => batch.executes !== null,
        ),
  'a paused agent does nothing': (seen) => (seen.world.policy.paused ? effects(seen).length === 0 : null),
  'a tool that was not offered has no effect': (seen) =>
    seen.offered === null || !seen.tool || seen.offered.includes(seen.tool.name) ? null : seen.batches.length === 0,
  'reading changes nothing': (seen) => (seen.tool?.effect === 'read' ? seen.batches.length === 0 : null),
  'only the verified holder is served, with their own order and tickets': (seen) =>
    whenever(forAttendees(seen), (batch) => {
      const { holder } = seen.context;
      const order = seen.before.orders.find((candidate) => candidate.orderId === holder?.orderId);
      if (!holder || !order) return false;
      const isBuyer = holder.email === order.buyerEmail;
      const own = order.tickets.filter((ticket) => isBuyer || ticket.holderEmail === holder.email);
      return batch.changes.every((change) =>
        change.change === 'refund_queued'
          ? isBuyer &&
            change.orderId === order.orderId &&
            (change.ticketId === null || own.some((ticket) => ticket.ticketId === change.ticketId))
          : change.change === 'ticket_transferred' &&
            own.some((ticket) => ticket.ticketId === change.ticketId && ['valid', 'unassigned'].includes(ticket.state)),
      );
    }),
  'a refund is positive, in the currency of the order, and never more than what was paid': (seen) =>
    whenever(effects(seen).flatMap(money), ({ payload }) => {
      const order = seen.before.orders.find((candidate) => candidate.orderId === payload.orderId);
      if (!order || !['paid', 'partially_refunded'].includes(order.state)) return false;
      return (
        payload.amount.minor > 0 &&
        payload.amount.currency === order.total.currency &&
        payload.amount.minor <= remaining(order).minor &&
        payload.paymentRef === order.paymentRef
      );
    }),
  'without a person a refund is what the table gives today, within the limit': (seen) =>
    whenever(
      effects(seen).filter((batch) => batch.executes === null && money(batch).length > 0),
      (batch) =>
        batch.changes.every((change) => {
          if (change.change !== 'refund_queued') return true;
          const order = seen.before.orders.find((candidate) => candidate.orderId === change.orderId);
          const quote = order && quoteRefund(order, change.ticketId, localDate(seen.world.now, 'Europe/Berlin'), table);
          return change.amount.minor === quote?.amount.minor && change.amount.minor <= (seen.world.policy.limits.refundPerOrderMinor ?? 0);
        }),
    ),
  'without a person money moves only as the attendee agreed': (seen) => {
    const agreed = seen.context.agreed?.();
    if (agreed === undefined) return null;
    return whenever(
      effects(seen)
        .filter((batch) => batch.executes === null)
        .flatMap(money),
      ({ payload }) => agreed?.kind === 'refund' && agreed.orderId === payload.orderId && agreed.amount.minor === payload.amount.minor,
    );
  },
  'a ticket goes only to the person in the form of its holder': (seen) =>
    whenever(
      effects(seen).flatMap((batch) => batch.changes.filter((change) => change.change === 'ticket_transferred')),
      (change) => {
        const form = seen.context.transferForm;
        return form?.ticketId === change.ticketId && form.email === change.toEmail && form.name === change.toName;
      },
    ),
  'sponsors are written to only at addresses of the records, who work there and may be written to': (seen) =>
    whenever(forSponsors(seen), (batch) => {
      const { contacts } = seen.world.sales;
      return mails(batch).every(({ payload, target }) => {
        const contact = contacts.find(({ email }) => email === target);
        return (
          contact !== undefined &&
          contact.stopped === null &&
          contact.companyId === batch.activity.input?.companyId &&
          payload.mail.to.every((address) => address === target) &&
          'List-Unsubscribe' in (payload.mail.headers ?? {})
        );
      });
    }),
  'a campaign writes to a company only while it runs, from its minimum score on, once a step': (seen) =>
    whenever(
      forSponsors(seen).flatMap((batch) => batch.changes.filter((change) => change.change === 'sales_mail_queued' && change.step !== null)),
      (change) => {
        if (change.change !== 'sales_mail_queued') return true;
        const member = seen.world.sales.members.find(({ memberId }) => memberId === change.memberId);
        const deal = seen.world.sales.deals.find(({ companyId }) => companyId === change.companyId);
        return (
          member?.campaignState === 'running' &&
          (deal?.score ?? 0) >= member.minimumScore &&
          member.mails.filter(({ step }) => step === change.step).length === 1
        );
      },
    ),
  'a large deal, a relation of somebody else and a contact without basis are not written to without a person': (seen) =>
    whenever(
      forSponsors(seen).filter((batch) => batch.executes === null),
      (batch) => {
        const contact = seen.world.sales.contacts.find(({ email }) => email === mails(batch)[0]?.target);
        const deal = seen.world.sales.deals.find(({ companyId }) => companyId === contact?.companyId);
        const isAnswer = batch.activity.input?.inReplyTo != null;
        const isMail = batch.activity.tool === 'send_email';
        return (contact?.basis !== '' || isAnswer) && (!isMail || (deal?.amount.minor ?? 0) <= 5_000_000);
      },
    ),
  'mail goes to addresses of the order, the form or the event': (seen) =>
    whenever(forAttendees(seen).flatMap(mails), ({ payload, target }) => {
      const order = seen.before.orders.find((candidate) => candidate.orderId === seen.context.holder?.orderId);
      const known = [
        order?.buyerEmail,
        ...(order?.tickets.map((ticket) => ticket.holderEmail) ?? []),
        seen.context.transferForm?.email,
        seen.context.event.contactEmail,
      ];
      return [...payload.mail.to, target].every((address) => known.includes(address));
    }),
  'a suppressed address gets nothing from the one it would be sent for': (seen) =>
    whenever(
      effects(seen).filter((batch) => mails(batch).length > 0),
      (batch) => {
        // The old holder is told of a transfer whatever they asked not to hear of.
        const about = mails(batch).filter(({ payload }) => payload.purpose !== 'service');
        return about.every(({ target }) => seen.world.suppressed[target] === undefined);
      },
    ),
  'without a person no mail leads outside the allowed hosts': (seen) =>
    whenever(
      effects(seen)
        .filter((batch) => batch.executes === null)
        .flatMap(mails),
      ({ payload: { mail } }) => {
        const allowed = {
          hosts: ['events.example.org', 'days.example.org'],
          mailDomains: ['example.org', 'days.example.org'],
          addresses: [...mail.to],
        };
        return (
          foreignLinks(mail.text, 'text', allowed).length === 0 &&
          foreignLinks(mail.html, 'html', allowed).length === 0 &&
          foreignLinks(mail.subject, 'text', allowed).length === 0
        );
      },
    ),
  'headers of a mail are one line each': (seen) =>
    whenever(effects(seen).flatMap(mails), ({ payload: { mail } }) =>
      [mail.subject, mail.from.name, mail.from.address, ...mail.to, mail.replyTo ?? '', ...Object.entries(mail.headers ?? {}).flat()].every(
        (text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text),
      ),
    ),
  'control values without a person come from records, policy or a form': (seen) =>
    whenever(
      effects(seen).filter((batch) => batch.executes === null),
      (batch) => {
        const { contacts, companies, members, messages, proposals } = seen.world.sales;
        const known = JSON.stringify([
          seen.before.orders,
          seen.context.transferForm,
          contacts,
          companies,
          members,
          messages,
          proposals,
        ]).toLowerCase();
        const input = batch.activity.input ?? {};
        return Object.entries(seen.tool?.controls ?? {}).every(([field, kind]) => {
          const value = input[field];
          if (value === null || value === undefined || kind === 'amount' || typeof value === 'number') return true;
          return known.includes(`"${String(value).toLowerCase()}"`);
        });
      },
    ),
  'a key is used once': (seen) =>
    whenever(effects(seen), (batch) => {
      const keys = batch.commands.map(keyOf);
      return new Set(keys).size === keys.length && keys.every((key) => !seen.before.keys.has(key));
    }),
  'a repeated call does nothing more': (seen) => (seen.replayed ? effects(seen).length === 0 : null),
  'limits of the day hold': (seen) => {
    const own = effects(seen);
    if (own.length === 0) return null;
    const { limits, event } = seen.world.policy;
    const refunds = seen.before.refundsToday + own.flatMap(money).length;
    const sent = seen.before.mailsToday + own.flatMap(mails).length;
    const amount = seen.before.refundedToday + own.flatMap(money).reduce((sum, { payload }) => sum + payload.amount.minor, 0);
    const within = (used: number, now: number, limit: number | undefined) => now === used || limit === undefined || now <= limit;
    return (
      within(seen.before.refundsToday, refunds, Math.min(limits.refundsPerDay ?? Number.POSITIVE_INFINITY, event.limits.refundsPerDay)) &&
      within(seen.before.mailsToday, sent, Math.min(limits.mailsPerDay ?? Number.POSITIVE_INFINITY, event.limits.mailsPerDay)) &&
      within(seen.before.refundedToday, amount, event.limits.refundMinorPerDay)
    );
  },
  'what moved since a person looked is not carried out': (seen) => (seen.executes?.moved ? effects(seen).length === 0 : null),
  'an approval is carried out once, and only when it was given': (seen) =>
    seen.executes && seen.executes.state !== 'approved' ? effects(seen).length === 0 : null,
  'every call of a tool is in the log, once': (seen) => {
    if (!seen.tool || seen.replayed || 'threw' in seen.result) return null;
    if (
      seen.result.outcome.kind === 'moved' ||
      (seen.result.outcome.kind === 'done' && seen.batches.length === 0 && seen.tool.effect !== 'read' && seen.tool.effect !== 'record')
    )
      return null;
    return seen.batches.length + (seen.world.activities.length - seen.before.activities) === 1;
  },
  'every effect has its activity, with tool, run and time': (seen) =>
    whenever(
      effects(seen),
      ({ activity }) =>
        activity.tool === seen.tool?.name && activity.runId !== null && activity.createdAt === seen.world.now && activity.input !== null,
    ),
  'nothing of another organization is read or touched': (seen) => {
    if (JSON.stringify(seen.world.foreign) !== seen.before.foreign) return false;
    return !/far@example\.com|secret-of-far|FAR01/.test(
      JSON.stringify([
        seen.batches.map(({ commands, changes }) => [commands, changes]),
        'threw' in seen.result ? null : outputOf(seen.result),
      ]),
    );
  },
  'no secret of a ticket is told to a model': (seen) =>
    'threw' in seen.result ? null : !/secret-of-|new-ticket-secret|undo-token/.test(JSON.stringify(outputOf(seen.result) ?? '')),
  'an output has the form that its tool declares': (seen) => {
    if ('threw' in seen.result || seen.result.outcome.kind !== 'done') return null;
    return seen.tool?.output.safeParse(seen.result.outcome.output).success ?? false;
  },
  'a refusal names a rule and says what to do': (seen) => {
    if ('threw' in seen.result || seen.result.outcome.kind !== 'refused') return null;
    const { rule, reason, advice } = seen.result.outcome;
    return /^[a-z_]+$/.test(rule) && reason !== '' && (advice !== '' || seen.executes !== null);
  },
  'nothing throws': (seen) => !('threw' in seen.result),
} satisfies Record<string, Law>;

export type LawName = keyof typeof laws;

/** A store that forgets keys marks them to get them through; the fact they stand for is the same. */
export function keyOf(command: { idempotencyKey: string }): string {
  return command.idempotencyKey.replace(/~\d+$/, '');
}

function outputOf(result: RunToolResult): unknown {
  return result.outcome.kind === 'done' ? result.outcome.output : null;
}
