import { beforeAll, describe, expect, it } from 'vitest';
import type { Today } from '../../worker/contract/events';
import type { ActivityDetail, ActivityRow, CommandView } from '../../worker/contract/work';
import { aTicket, eur } from '../support/a-order';
import type { Attendee } from '../support/attendee';
import { eventually } from '../support/eventually';
import { aProduct, type Product } from '../support/product';

/** A repeatable sequence of numbers in [0, 1): what happens differs from day to day, and is the same for everybody. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

let product: Product;
const random = seeded(20_270_520);
const oneOf = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

const questions = ['When do the doors open?', 'What does parking cost?', 'Is there a swimming pool for dogs?', 'Can I bring my own lunch?'];

async function buyer(): Promise<Attendee> {
  const price = oneOf([80, 120, 650]);
  return product.verified(await product.order({ tickets: [aTicket({ price: eur(price) })] }));
}

const deeds: Record<string, () => Promise<unknown>> = {
  question: async () => (await product.attendee()).say(oneOf(questions)),
  lookup: async () => (await buyer()).say('Which tickets do I have?'),
  resend: async () => (await buyer()).say('Please send me my ticket again'),
  refund: async () => product.askRefund(await buyer()),
  person: async () => (await product.attendee()).say('I want to talk to a person'),
  upset: async () => (await product.attendee()).say('This is a disgrace, I am furious, you are all useless!'),
  async transfer() {
    const order = await product.order();
    const attendee = await product.verified(order);
    const ticketId = order.tickets[0]?.ticketId ?? '';
    attendee.send({
      type: 'transfer',
      id: attendee.id(),
      ticketId,
      name: 'Bob Byron',
      email: `bob-${order.code.toLowerCase()}@example.net`,
    });
    return attendee.message((message) => message.author === 'agent');
  },
  async decide() {
    const [approval] = await product.approvals('pending');
    if (approval) await product.decide(approval, { decision: oneOf(['approve', 'approve', 'reject']), reason: 'by the story' });
  },
};

beforeAll(async () => {
  product = await aProduct();
  await product.call('POST', `/events/${product.eventId}/documents`, {
    kind: 'text',
    title: 'Venue',
    text: '# Venue\n\n## Doors\n\nThe doors open at 08:30 on both days.\n\n## Parking\n\nThere is a car park behind the hall. A day costs 12 euros.',
  });
  // Every deed once, then as chance has it.
  for (const deed of Object.values(deeds)) await deed();
  for (let i = 0; i < 16; i++) await deeds[oneOf(Object.keys(deeds))]?.();
  for (const approval of await product.approvals('pending')) await product.decide(approval, { decision: 'approve' });
  await eventually('everything approved is carried out', async () => {
    await product.look();
    return (await product.approvals('approved')).length === 0;
  });
  await eventually(
    'nothing is on its way any more',
    async () => {
      await product.look();
      const open = await product.sql("SELECT id FROM outbox WHERE event_id = ? AND state IN ('authorised', 'claimed')", product.eventId);
      return open.length === 0;
    },
    60_000,
  );
  const conversations = await product.sql<{ id: string }>(
    'SELECT DISTINCT conversation_id AS id FROM verification_codes WHERE event_id = ?',
    product.eventId,
  );
  for (const { id } of conversations) await product.support(id).flush();
}, 240_000);

/** Every page of a list of the API. */
async function all<T>(path: string): Promise<T[]> {
  const items: T[] = [];
  let cursor = '';
  do {
    const page = await product.call<{ items: T[]; nextCursor: string | null }>(
      'GET',
      `/events/${product.eventId}${path}${path.includes('?') ? '&' : '?'}limit=200${cursor && `&cursor=${cursor}`}`,
    );
    items.push(...page.items);
    cursor = page.nextCursor ? encodeURIComponent(page.nextCursor) : '';
  } while (cursor);
  return items;
}

describe('after a long run in which anything may have happened', () => {
  it('every effect is found in the log, with its reason, its rule and its outcome', async () => {
    const commands = await all<CommandView>('/commands');
    expect(commands.length).toBeGreaterThan(20);
    const links = await product.sql<{ id: string; activity_id: string | null }>(
      'SELECT id, activity_id FROM outbox WHERE event_id = ?',
      product.eventId,
    );
    const rows = new Map((await all<ActivityRow>('/activities')).map((row) => [row.id, row]));
    const activityOf = new Map(links.map((row) => [row.id, row.activity_id]));
    for (const command of commands) {
      const activityId = activityOf.get(command.id);
      const what = `${command.kind} ${command.purpose} ${command.id}`;
      expect(activityId, `${what} names its activity`).toBeTruthy();
      const activity = await product.call<Omit<ActivityDetail, 'status'>>('GET', `/events/${product.eventId}/activities/${activityId}`);
      // `call` puts the status of the answer in the place of the activity's own.
      expect(rows.get(activity.id)?.status, what).toMatch(/success|escalated/);
      expect(activity.reasoning, `${what} says why`).toBeTruthy();
      expect(activity.verdict, `${what} was judged`).toBeTruthy();
      expect(activity.rule, `${what} names the rule`).toBeTruthy();
      expect(activity.input, `${what} shows what went in`).not.toBeNull();
      expect(activity.commands.map((shown) => shown.id)).toContain(command.id);
    }
  });

  it('every refund and every transfer has a command and an activity, and no command was carried out twice', async () => {
    const refunds = await product.sql<{ command_id: string; state: string }>(
      'SELECT command_id, state FROM refunds WHERE event_id = ?',
      product.eventId,
    );
    expect(refunds.length).toBeGreaterThan(1);
    const commands = new Map((await all<CommandView>('/commands')).map((command) => [command.id, command]));
    for (const refund of refunds)
      expect(commands.get(refund.command_id)?.state, refund.state).toMatch(/confirmed|reconciled|failed|cancelled/);
    for (const command of commands.values())
      expect(command.receipts.filter((receipt) => receipt.outcome === 'confirmed').length, command.id).toBeLessThanOrEqual(1);
    const ledger = await product.sql<{ idempotency_key: string; n: number }>(
      'SELECT idempotency_key, count(*) AS n FROM ledger_refunds WHERE organization_id = ? GROUP BY idempotency_key, payment_ref HAVING n > 1',
      product.organizationId,
    );
    expect(ledger).toEqual([]);
  });

  it('recounting the rows gives the figures of Today', async () => {
    const today = await product.call<Today>('GET', `/events/${product.eventId}/today`);
    const activities = await all<ActivityRow>('/activities?agent=support');
    const ofType = (type: string) => activities.filter((row) => row.activityType === type).length;
    const commands = await all<CommandView>('/commands');
    const conversations = await all<{ state: string; resolution: string }>('/conversations');
    const resolved = (resolution: string) => conversations.filter((row) => row.resolution === resolution).length;
    const refunds = await product.sql('SELECT id FROM refunds WHERE event_id = ?', product.eventId);
    expect(today.lastDay).toMatchObject({
      answered: ofType('question_answered'),
      declined: ofType('question_declined'),
      escalated: ofType('human_escalation'),
      questions: ofType('question_answered') + ofType('question_declined'),
      mails: commands.filter((row) => row.kind === 'mail.send' && (row.state === 'confirmed' || row.state === 'reconciled')).length,
      refunds: refunds.length,
    });
    expect(today.resolution).toEqual({
      confirmed: resolved('confirmed'),
      assumed: resolved('assumed'),
      abandoned: resolved('abandoned'),
      handedOver: resolved('handed_over'),
      reopened: resolved('reopened'),
      open: resolved('open'),
    });
    expect(today.conversationsWaiting).toBe(conversations.filter((row) => row.state === 'waiting').length);
    expect(today.approvalsPending).toBe((await product.approvals('pending')).length);
  });
});
