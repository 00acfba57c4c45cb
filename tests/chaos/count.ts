import type { Guest } from './guest';
import type { World } from './world';

export interface Row {
  id: string;
  key: string;
  kind: string;
  state: string;
  target: string;
  attempts: number;
  error: string | null;
}

export interface Count {
  wanted: number;
  once: number;
  twice: number;
  lost: number;
  /** Nobody knows whether they happened: a person is asked. */
  unknown: number;
  /** Their outcome had been unknown, and was found out. */
  reconciled: number;
  /** Known not to have happened: refused, given up or taken back. */
  notDone: number;
  /** Records that say another thing than the services do. */
  misrecorded: number;
  notes: string[];
}

export const commandsOf = (world: World): Row[] =>
  world.read<Row>(
    'SELECT id, idempotency_key AS key, kind, state, target, attempts, last_error AS error FROM outbox WHERE event_id = ? ORDER BY created_at, id',
    world.eventId,
  );

/** Compares what was wanted and promised with what the services did and what the records say. */
export function countEffects(world: World, guests: Guest[], unheard: Guest[]): Count {
  const count: Count = { wanted: 0, once: 0, twice: 0, lost: 0, unknown: 0, reconciled: 0, notDone: 0, misrecorded: 0, notes: [] };
  const note = (text: string) => {
    if (count.notes.length < 50) count.notes.push(`${world.name}: ${text}`);
  };
  const rows = commandsOf(world);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  for (const row of rows) {
    const acts = world.services.acts.get(row.key) ?? 0;
    const happened = row.state === 'confirmed' || row.state === 'reconciled';
    count.wanted += 1;
    if (row.state === 'reconciled') count.reconciled += 1;
    if (row.state === 'unknown') count.unknown += 1;
    if (acts > 1) {
      count.twice += 1;
      note(`${row.kind} ${row.id} happened ${acts} times (${row.state})`);
    } else if (acts === 1) {
      count.once += 1;
      if (!happened && row.state !== 'unknown') {
        count.misrecorded += 1;
        note(`${row.kind} ${row.id} happened and is ${row.state}: ${row.error}`);
      }
    } else if (happened || ['authorised', 'claimed'].includes(row.state)) {
      count.lost += 1;
      note(`${row.kind} ${row.id} is ${row.state} and never happened`);
    } else if (row.state !== 'unknown') count.notDone += 1;
    if (happened && row.kind === 'payments.refund' && !byKey.has(`${row.key}:confirmation`)) lose(`the confirmation of ${row.id}`);
  }
  for (const key of world.services.acts.keys()) {
    if (byKey.has(key)) continue;
    count.misrecorded += 1;
    note(`something happened under ${key}, which no record knows`);
  }
  for (const guest of guests) {
    const { order, promised } = guest;
    const codes = rows.filter((row) => row.target === order.email && row.key.startsWith('code:')).length;
    if (codes < promised.codes) lose(`${promised.codes - codes} codes that ${order.code} was promised`);
    if (promised.refund && !world.assisted && !rows.some((row) => row.kind === 'payments.refund' && row.target === order.orderId))
      lose(`the refund that ${order.code} was promised`);
    if (promised.ticket && !world.assisted && !rows.some((row) => row.target === order.email && !row.key.startsWith('code:')))
      lose(`the ticket that ${order.code} was promised`);
  }
  for (const guest of unheard) lose(`the answer to ${guest.order.code}`);
  const stuck = world.read<{ id: string }>("SELECT id FROM approvals WHERE event_id = ? AND state = 'approved'", world.eventId);
  for (const { id } of stuck) lose(`the effect of approval ${id}`);
  const doubled = world.read<{ id: string }>(
    'SELECT o.id FROM orders o WHERE o.event_id = ? AND (o.refunded_minor > o.total_minor OR (SELECT count(*) FROM refunds r WHERE r.order_id = o.id AND r.state IN (?, ?, ?)) > 1)',
    world.eventId,
    'queued',
    'unknown',
    'succeeded',
  );
  for (const { id } of doubled) {
    count.twice += 1;
    note(`the order ${id} is refunded more than once`);
  }
  return count;

  function lose(what: string): void {
    count.wanted += 1;
    count.lost += 1;
    note(`${what} is missing`);
  }
}

export function add(counts: Count[]): Count {
  return counts.reduce((sum, one) => ({
    wanted: sum.wanted + one.wanted,
    once: sum.once + one.once,
    twice: sum.twice + one.twice,
    lost: sum.lost + one.lost,
    unknown: sum.unknown + one.unknown,
    reconciled: sum.reconciled + one.reconciled,
    notDone: sum.notDone + one.notDone,
    misrecorded: sum.misrecorded + one.misrecorded,
    notes: [...sum.notes, ...one.notes],
  }));
}
