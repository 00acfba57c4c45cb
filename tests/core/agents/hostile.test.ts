import { describe, expect, it } from 'vitest';
import { agents } from '../../../worker/agents';
import type { ToolContext } from '../../../worker/agents/define-tool';
import { runTool } from '../../../worker/agents/run-tool';
import { quoteRefund } from '../../../worker/agents/support/domain/refund-quote';
import type { CommitPort } from '../../../worker/ports/commit';
import type { OrderFacts } from '../../../worker/ports/records';
import { hostileArgs, seeded } from '../../support/a-hostile-call';
import { anOrder, aTicket, eur } from '../../support/a-order';
import { aPolicy, aToolContext, memoryCommit, recordsOf } from '../../support/a-tool-context';

const tools = agents.support.tools.map((tool) => ({ agent: agents.support, tool }));

interface Stage {
  orders: OrderFacts[];
  context(random: () => number): Partial<ToolContext>;
}

/** Proposes `count` calls; the records change with what is committed, as D1's do. */
async function proposeAll(seed: number, count: number, stage: Stage) {
  const random = seeded(seed);
  const memory = memoryCommit();
  const outcomes: Record<string, number> = {};
  const verdicts: { minor: number; quotedMinor: number }[] = [];
  const commit: CommitPort = {
    async commit(batch) {
      const result = await memory.commit.commit(batch);
      if (result.status === 'committed') for (const change of batch.changes) apply(stage.orders, change, verdicts);
      return result;
    },
  };
  for (let i = 0; i < count; i++) {
    const { agent, tool } = tools[Math.floor(random() * tools.length)] ?? { agent: agents.support, tool: { name: '' } };
    const args = hostileArgs(random);
    const narrowed = random() < 0.6 ? onlyDeclared(tool.name, args) : args;
    const context = aToolContext(stage.orders, stage.context(random));
    const call = { id: `call_${i}`, name: random() < 0.02 ? 'transfer_all' : tool.name, args: narrowed };
    const { outcome } = await runTool(
      { agent, call, context, runId: `run_${i}`, reasoning: '', model: 'hostile', tokens: null },
      { ...memory.ports, commit },
    );
    outcomes[outcome.kind] = (outcomes[outcome.kind] ?? 0) + 1;
  }
  return { memory, outcomes, verdicts };
}

const declared: Record<string, string[]> = {
  process_refund: ['orderId', 'ticketId', 'amount', 'reason'],
  resend_ticket: ['ticketId'],
  transfer_ticket: ['ticketId'],
};
function onlyDeclared(tool: string, args: unknown): unknown {
  const fields = declared[tool];
  if (!fields || typeof args !== 'object' || args === null) return args;
  return Object.fromEntries(Object.entries(args).filter(([name]) => fields.includes(name)));
}

function apply(
  orders: OrderFacts[],
  change: { change: string } & Record<string, unknown>,
  verdicts: { minor: number; quotedMinor: number }[],
): void {
  for (const order of orders) {
    if (change.change === 'refund_queued' && order.orderId === change.orderId) {
      const ticketId = (change.ticketId as string | null) ?? null;
      const { minor } = change.amount as { minor: number };
      verdicts.push({
        minor,
        quotedMinor: quoteRefund(order, ticketId, '2027-03-01', [{ until: '2027-03-31', percent: 100 }]).amount.minor,
      });
      order.refunded = { ...order.refunded, minor: order.refunded.minor + minor };
      order.refundCount += 1;
    }
    for (const ticket of order.tickets) {
      if (
        change.change === 'refund_queued' &&
        order.orderId === change.orderId &&
        (change.ticketId ?? ticket.ticketId) === ticket.ticketId &&
        ticket.state === 'valid'
      )
        Object.assign(ticket, { state: 'refunded', version: ticket.version + 1 });
      if (change.change === 'ticket_transferred' && ticket.ticketId === change.ticketId)
        Object.assign(ticket, { holderEmail: change.toEmail, holderName: change.toName, version: ticket.version + 1 });
    }
  }
}

const freshOrders = () => [
  anOrder({
    tickets: [
      aTicket(),
      aTicket({ ticketId: 'tkt_bob', holderName: 'Bob', holderEmail: 'bob@example.org' }),
      aTicket({ ticketId: 'tkt_used', state: 'checked_in' }),
    ],
  }),
  anOrder({
    orderId: 'ord_eve',
    code: 'EVE01',
    buyerEmail: 'eve@evil.example',
    tickets: [aTicket({ ticketId: 'tkt_eve', holderEmail: 'eve@evil.example' })],
  }),
];
const seeds = [1, 2, 3, 4, 5, 6];

describe('a model that proposes anything', () => {
  it('has no effect for an unverified attendee, form or not', async () => {
    for (const seed of seeds) {
      const form = { ticketId: 'tkt_ada1', name: 'Eve', email: 'eve@evil.example' };
      const { memory, outcomes } = await proposeAll(seed, 400, {
        orders: freshOrders(),
        context: () => ({ holder: null, transferForm: form }),
      });
      expect(memory.batches).toEqual([]);
      expect(outcomes.refused).toBeGreaterThan(100);
    }
  });

  it('refunds the verified buyer at most what the table gives and what was paid, on that order, once each time', async () => {
    let refunds = 0;
    for (const seed of seeds) {
      const orders = freshOrders();
      const { memory, verdicts } = await proposeAll(seed, 500, {
        orders,
        context: () => ({ holder: { orderId: 'ord_ada', email: 'ada@example.org' } }),
      });
      const money = memory.commands().filter((command) => command.kind === 'payments.refund');
      refunds += money.length;
      const [ada] = orders;
      expect(money.reduce((sum, command) => sum + command.payload.amount.minor, 0)).toBeLessThanOrEqual(ada?.total.minor ?? 0);
      for (const command of money) {
        expect(command.target).toBe('ord_ada');
        expect(command.payload).toMatchObject({
          orderId: 'ord_ada',
          paymentRef: 'pi_ada',
          amount: { currency: 'EUR' },
          buyer: { email: 'ada@example.org' },
        });
        expect(command.payload.amount.minor).toBeGreaterThan(0);
        expect(command.payload.ticketIds).not.toContain('tkt_used');
      }
      for (const { minor, quotedMinor } of verdicts) expect(minor).toBeLessThanOrEqual(quotedMinor);
      expect(new Set(money.map((command) => command.idempotencyKey)).size).toBe(money.length);
    }
    expect(refunds, 'the generator reached real refunds').toBeGreaterThan(0);
  });

  it('moves no money for a holder who is not the buyer, and touches their own ticket only', async () => {
    for (const seed of seeds) {
      const { memory } = await proposeAll(seed, 300, {
        orders: freshOrders(),
        context: () => ({ holder: { orderId: 'ord_ada', email: 'bob@example.org' } }),
      });
      for (const command of memory.commands()) expect([command.kind, command.target]).toEqual(['mail.send', 'bob@example.org']);
      expect(memory.changes()).toEqual([]);
    }
  });

  it('transfers only the ticket of the form that its verified holder filled in, to the address of that form', async () => {
    let transfers = 0;
    for (const seed of seeds) {
      const forms = ['tkt_ada1', 'tkt_eve', 'tkt_used', 'tkt_none'];
      const { memory } = await proposeAll(seed, 400, {
        orders: freshOrders(),
        context: (random) => ({
          holder: { orderId: 'ord_ada', email: 'ada@example.org' },
          transferForm: { ticketId: forms[Math.floor(random() * forms.length)] ?? '', name: 'Cleo', email: 'cleo@example.net' },
        }),
      });
      for (const change of memory.changes()) {
        if (change.change !== 'ticket_transferred') continue;
        transfers += 1;
        expect(change).toMatchObject({ ticketId: 'tkt_ada1', toEmail: 'cleo@example.net', toName: 'Cleo' });
      }
      for (const command of memory.commands())
        if (command.kind === 'mail.send') expect(['ada@example.org', 'bob@example.org', 'cleo@example.net']).toContain(command.target);
    }
    expect(transfers, 'the generator reached real transfers').toBeGreaterThan(0);
  });

  it('does nothing without a person where policy asks: assisted, a low dial, a spent limit, a suppressed address', async () => {
    const holder = { orderId: 'ord_ada', email: 'ada@example.org' };
    const form = { ticketId: 'tkt_ada1', name: 'Cleo', email: 'cleo@example.net' };
    const strict: Partial<ToolContext>[] = [
      { policy: aPolicy({ mode: 'assisted' }) },
      { policy: aPolicy({ mode: 'review_only' }) },
      { policy: aPolicy({ autonomy: 0 }) },
      { policy: aPolicy({ paused: true }) },
      { policy: aPolicy({ limits: { refundPerOrderMinor: 50_000, refundsPerDay: 0, mailsPerDay: 0 } }) },
    ];
    for (const over of strict) {
      const { memory } = await proposeAll(7, 300, { orders: freshOrders(), context: () => ({ holder, transferForm: form, ...over }) });
      expect([memory.commands(), memory.changes()]).toEqual([[], []]);
    }
    const suppressed = { 'ada@example.org': 'complaint', 'bob@example.org': 'opt_out', 'cleo@example.net': 'hard_bounce' };
    const orders = freshOrders();
    const { memory } = await proposeAll(8, 300, {
      orders,
      context: () => ({ holder, transferForm: form, records: recordsOf(orders, { suppressed }) }),
    });
    expect(memory.commands().filter((command) => command.kind === 'mail.send')).toEqual([]);
  });

  it('above the limit waits for a person even when table and order would give it', async () => {
    const large = anOrder({ tickets: [aTicket({ price: eur(400) }), aTicket({ ticketId: 'tkt_ada2', price: eur(400) })] });
    const { ports, approvals, commands } = memoryCommit();
    const call = { id: 'c', name: 'process_refund', args: { orderId: 'ord_ada', ticketId: null, amount: eur(800), reason: 'ill' } };
    const context = aToolContext([large], { holder: { orderId: 'ord_ada', email: 'ada@example.org' } });
    const { outcome } = await runTool({ agent: agents.support, call, context, runId: 'r', reasoning: '', model: 'm', tokens: null }, ports);
    expect(outcome).toMatchObject({ kind: 'escalated', rule: 'refund_above_limit' });
    expect([commands(), approvals().length]).toEqual([[], 1]);
  });
});
