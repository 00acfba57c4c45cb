import { beforeAll, describe, expect, it } from 'vitest';
import type { Approval } from '../../worker/contract/work';
import { aTicket, eur } from '../support/a-order';
import type { Attendee } from '../support/attendee';
import { eventually } from '../support/eventually';
import { joinAs } from '../support/http-client';
import { aProduct, type Product, theOwner } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await aProduct({ undoSeconds: 0 });
});

const large = { tickets: [aTicket({ price: eur(400) }), aTicket({ price: eur(400) })] };
const stateOf = async (approval: Approval) =>
  (await product.call<Approval>('GET', `/events/${product.eventId}/approvals/${approval.id}`)).state;
const became = (approval: Approval, state: Approval['state']) =>
  eventually(`${approval.id} ${state}`, async () => (await stateOf(approval)) === state);
const refundsOf = (orderId: string) =>
  product.sql<{ amount_minor: number; state: string }>('SELECT amount_minor, state FROM refunds WHERE order_id = ?', orderId);

/** An order over the limit whose buyer has asked for its refund: what waits for a person. */
async function waiting() {
  const order = await product.order(large);
  const attendee = await product.verified(order);
  await product.askRefund(attendee);
  return { order, attendee, approval: await proposalOf(attendee) };
}
async function proposalOf(attendee: Attendee): Promise<Approval> {
  return eventually('the proposal', async () =>
    (await product.approvals('pending')).find((one) => one.conversationId === attendee.conversationId),
  );
}

describe('a refund over the limit', () => {
  it('waits for a person, is edited, approved, made once, and the attendee is told', async () => {
    const { order, attendee, approval } = await waiting();
    expect(approval).toMatchObject({
      tool: 'process_refund',
      verdict: { kind: 'escalate', rule: 'refund_above_limit' },
      input: { amount: { minor: 80_000 } },
    });
    expect(approval.editable.map(({ field }) => field)).toEqual(['amount', 'reason']);
    expect(await refundsOf(order.orderId)).toEqual([]);

    const { lastSeq } = attendee;
    const decided = await product.decide(approval, { decision: 'approve', input: { ...approval.input, amount: eur(600) } });
    expect(decided).toMatchObject({ status: 200, state: 'approved', input: { amount: { minor: 60_000 } } });
    const told = await attendee.message((message) => message.author === 'system' && message.text.includes('600'), lastSeq);
    expect(told.text).toContain('approved');
    await became(approval, 'executed');
    await eventually('the refund', async () => (await refundsOf(order.orderId))[0]?.state === 'succeeded');
    for (let i = 0; i < 3; i++) await product.look();
    expect(await refundsOf(order.orderId)).toEqual([{ amount_minor: 60_000, state: 'succeeded' }]);
  });

  it('cannot be edited beyond what is declared, nor past the policy', async () => {
    const { order, approval } = await waiting();
    const forbidden = await product.decide(approval, { decision: 'approve', input: { ...approval.input, orderId: 'ord_other' } });
    expect(forbidden).toMatchObject({ status: 400, code: 'invalid_input' });
    for (const amount of [{ minor: -5, currency: 'EUR' }, { minor: 1e15, currency: 'EUR' }, 'all', { minor: 100 }]) {
      const answer = await product.decide(approval, { decision: 'approve', input: { amount } });
      if (answer.status === 200) continue;
      // Malformed, or refused by the rules.
      expect([400, 422]).toContain(answer.status);
    }
    await eventually('it is decided or still waits', async () => ['pending', 'stale'].includes(await stateOf(approval)));
    expect(await refundsOf(order.orderId)).toEqual([]);
  });

  it('edited to more than was paid is refused, says why, and still waits', async () => {
    const { order, approval } = await waiting();
    const answer = await product.decide(approval, { decision: 'approve', input: { amount: eur(900) } });
    expect(answer).toMatchObject({ status: 422, detail: expect.stringContaining('More than what was paid') });
    expect([await stateOf(approval), await refundsOf(order.orderId)]).toEqual(['pending', []]);
  });

  it('rejected tells the attendee why, and nothing happens', async () => {
    const { order, attendee, approval } = await waiting();
    const { lastSeq } = attendee;
    await product.decide(approval, { decision: 'reject', reason: 'Please use the resale page.' });
    const told = await attendee.message((message) => message.author === 'system', lastSeq);
    expect(told.text).toContain('Please use the resale page.');
    expect((await product.decide(approval, { decision: 'approve' })).status).toBe(409);
    expect([await stateOf(approval), await refundsOf(order.orderId)]).toEqual(['rejected', []]);
  });

  it('that nobody decides expires, and an expired one cannot be approved', async () => {
    const { order, approval } = await waiting();
    await product.sql('UPDATE approvals SET expires_at = ? WHERE id = ?', Date.now() - 1, approval.id);
    await product.look();
    expect(await stateOf(approval)).toBe('expired');
    expect((await product.decide(approval, { decision: 'approve' })).status).toBe(409);
    expect(await refundsOf(order.orderId)).toEqual([]);
  });
});

describe('two people who decide at once', () => {
  it('get one outcome: the second is told that it is decided', async () => {
    for (const [first, second] of [
      ['approve', 'reject'],
      ['reject', 'approve'],
      ['approve', 'approve'],
    ] as const) {
      const { order, approval } = await waiting();
      const answers = await Promise.all([product.decide(approval, { decision: first }), product.decide(approval, { decision: second })]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
      const winner = answers.find((answer) => answer.status === 200)?.state;
      await became(approval, winner === 'approved' ? 'executed' : 'rejected');
      expect(await refundsOf(order.orderId)).toHaveLength(winner === 'approved' ? 1 : 0);
    }
  });

  it('the version that was looked at counts: an older one is refused', async () => {
    const { approval } = await waiting();
    expect((await product.decide({ ...approval, version: approval.version + 1 }, { decision: 'approve' })).status).toBe(409);
    expect(await stateOf(approval)).toBe('pending');
  });
});

describe('between approval and execution', () => {
  /** Approves in the records alone, as if the process had died right after: then the world moves, then it is carried out. */
  async function approvedThen(move: (orderId: string) => Promise<unknown>, by?: string) {
    const { order, attendee, approval } = await waiting();
    await approvedBy(
      by ?? (await product.sql<{ userId: string }>("SELECT userId FROM member WHERE role = 'owner'"))[0]?.userId ?? '',
      approval,
    );
    await move(order.orderId);
    await product.look();
    return { order, attendee, approval };
  }
  async function approvedBy(actor: string, approval: Approval, onBehalfOf = actor) {
    await product.sql(
      `INSERT INTO approval_votes (id, organization_id, event_id, approval_id, version, actor, on_behalf_of, decision, at) VALUES (?1 || ?3, ?2, ?4, ?1, ?5, ?3, ?6, 'approve', ?7)`,
      approval.id,
      product.organizationId,
      actor,
      product.eventId,
      approval.version,
      onBehalfOf,
      Date.now(),
    );
    await product.sql(
      "UPDATE approvals SET state = 'approved', version = version + 1, decided_by = ?, decided_at = 1 WHERE id = ?",
      actor,
      approval.id,
    );
  }

  it('a crash loses nothing: the decision is carried out, once', async () => {
    const { order, approval } = await approvedThen(async () => {});
    await became(approval, 'executed');
    await Promise.all([product.look(), product.look(), product.support(approval.conversationId ?? '').approvalDecided(approval.id)]);
    expect(await refundsOf(order.orderId)).toHaveLength(1);
  });

  it.each<[string, string]>([
    ['a ticket changed hands', 'UPDATE tickets SET version = version + 1 WHERE order_id = ?'],
    ['a ticket was used', "UPDATE tickets SET state = 'checked_in' WHERE id = (SELECT min(id) FROM tickets WHERE order_id = ?)"],
    ['a part was refunded elsewhere', 'UPDATE orders SET refunded_minor = 10000 WHERE id = ?'],
    ['the order was partially refunded', "UPDATE orders SET state = 'partially_refunded' WHERE id = ?"],
  ])('%s: no effect, and it asks again with what is true now', async (_name, statement) => {
    const { order, attendee, approval } = await approvedThen((orderId) => product.sql(statement, orderId));
    expect(await stateOf(approval)).toBe('stale');
    expect(await refundsOf(order.orderId)).toEqual([]);
    const pending = (await product.approvals('pending')).filter((one) => one.conversationId === attendee.conversationId);
    const moneyIsThere = !statement.includes('refunded_minor');
    expect(pending).toHaveLength(moneyIsThere ? 1 : 0);
    if (pending[0]) expect(pending[0].id).not.toBe(approval.id);
  });

  it('the whole order was refunded elsewhere: no effect, no new question, and the attendee is told', async () => {
    const { order, attendee, approval } = await approvedThen((orderId) =>
      product.sql("UPDATE orders SET state = 'refunded', refunded_minor = total_minor WHERE id = ?", orderId),
    );
    expect(await stateOf(approval)).toBe('stale');
    expect(await refundsOf(order.orderId)).toEqual([]);
    expect((await product.approvals('pending')).filter((one) => one.conversationId === attendee.conversationId)).toEqual([]);
    await attendee.message((message) => message.author === 'system' && message.text.includes('refunded'));
  });

  it('the agent was paused: no effect until the pause ends', async () => {
    const { order, approval } = await approvedThen(() => product.settings({ paused: true }));
    expect([await stateOf(approval), await refundsOf(order.orderId)]).toEqual(['approved', []]);
    await product.settings({ paused: false });
    await product.look();
    // A change of settings is a new policy, which it was not approved under.
    expect(['executed', 'stale']).toContain(await stateOf(approval));
  });

  it('whoever approved lost the role: no effect, and it asks somebody who has it', async () => {
    const browser = await joinAs(await theOwner(), 'leaver@example.org', 'organizer');
    const { order, attendee, approval } = await waiting();
    expect((await product.call('GET', '/me', undefined, browser)).status).toBe(200);
    const [row] = await product.sql<{ id: string }>("SELECT id FROM user WHERE email = 'leaver@example.org'");
    await approvedBy(row?.id ?? '', approval);
    await product.sql("UPDATE member SET role = 'viewer' WHERE userId = ?", row?.id);
    await product.look();
    expect(await stateOf(approval)).toBe('stale');
    expect(await refundsOf(order.orderId)).toEqual([]);
    const again = await proposalOf(attendee);
    expect(again.evidence[0]).toMatchObject({ label: 'Moved since it was approved', text: expect.stringContaining('no longer') });
  });
});

describe('somebody who may only look', () => {
  it('cannot decide', async () => {
    const viewer = await joinAs(await theOwner(), 'viewer@example.org', 'viewer');
    const { approval } = await waiting();
    expect((await product.decide(approval, { decision: 'approve' }, viewer)).status).toBe(403);
    expect(await stateOf(approval)).toBe('pending');
  });
});

describe('two proposals of one effect', () => {
  it('approved both, happen once, and both end', async () => {
    const assisted = await aProduct({ undoSeconds: 0 });
    await assisted.settings({ mode: 'assisted' });
    const order = await assisted.order();
    const ask = async () => {
      const attendee = await assisted.verified(order);
      await attendee.say('Please send me my ticket again');
    };
    await ask();
    await ask();
    const pending = await eventually('both proposals', async () => {
      const items = (await assisted.approvals('pending')).filter((one) => one.tool === 'resend_ticket');
      return items.length === 2 && items;
    });
    for (const approval of pending) expect((await assisted.decide(approval, { decision: 'approve' })).status).toBe(200);
    await eventually('both end', async () => (await assisted.approvals('executed')).length === 2);
    expect((await assisted.outbox('mail.send')).filter((row) => row.idempotency_key.startsWith('ticket-mail:'))).toHaveLength(1);
  });
});
