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
  /** Of the refund that the command makes, if it makes one. */
  refund: string | null;
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
  /** Notices of the services that left no trace in the records, or more than one. */
  noticesLost: number;
  noticesDoubled: number;
  notes: string[];
}

export const commandsOf = (world: World): Row[] =>
  world.read<Row>(
    `SELECT id, idempotency_key AS key, kind, state, target, attempts, last_error AS error,
       (SELECT state FROM refunds r WHERE r.command_id = outbox.id) AS refund FROM outbox WHERE event_id = ? ORDER BY created_at, id`,
    world.eventId,
  );

/** Compares what was wanted and promised with what the services did and what the records say. */
export function countEffects(world: World, guests: Guest[], unheard: Guest[]): Count {
  const count: Count = {
    ...{ wanted: 0, once: 0, twice: 0, lost: 0, unknown: 0, reconciled: 0, notDone: 0, misrecorded: 0 },
    ...{ noticesLost: 0, noticesDoubled: 0, notes: [] },
  };
  const note = (text: string) => {
    if (count.notes.length < 50) count.notes.push(`${world.name}: ${text}`);
  };
  const rows = commandsOf(world);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const cameToNothing = new Set(world.services.refunds.filter(({ status }) => status === 'failed').map(({ key }) => key));
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
      const told = !world.services.silent.has(row.key);
      const over = row.state === 'failed' && cameToNothing.has(row.key);
      if (!happened && !over && (told || row.state !== 'unknown')) {
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
  countNotices();
  for (const refund of world.services.refunds) {
    const row = byKey.get(refund.key);
    const told = !world.services.silent.has(refund.key);
    if (!row || !told || row.refund === refund.status) continue;
    count.misrecorded += 1;
    note(`the refund of ${row.id} (${row.state}) is ${refund.status} at the service and ${row.refund} here`);
  }
  for (const { id, wrong } of wrongOrders(world)) {
    count.misrecorded += 1;
    note(`the order ${id} ${wrong}`);
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

  /** Each leaves one receipt, however often it was delivered; a refund that came to nothing later is told to people once. */
  function countNotices(): void {
    const keptOf = new Map(receiptsOf(world).map(({ key, outcome, n }) => [`${key} ${outcome}`, n]));
    const madeOf = new Map<string, number>();
    for (const { key, outcome } of world.services.notices.made) madeOf.set(`${key} ${outcome}`, (madeOf.get(`${key} ${outcome}`) ?? 0) + 1);
    for (const [what, made] of madeOf) {
      const kept = keptOf.get(what) ?? 0;
      count.noticesLost += Math.max(0, made - kept);
      count.noticesDoubled += Math.max(0, kept - made);
      if (kept !== made) note(`${kept} receipts of ${made} notices: ${what}`);
    }
    const reported = new Map(reportsOf(world).map(({ id, n }) => [id, n]));
    for (const key of cameToNothing) {
      const id = byKey.get(key)?.id ?? '';
      const times = reported.get(id) ?? 0;
      if (times === 0) lose(`the report of the refund ${id} that came to nothing`);
      if (times > 1) {
        count.twice += 1;
        note(`the refund ${id} that came to nothing was reported ${times} times`);
      }
    }
  }

  function lose(what: string): void {
    count.wanted += 1;
    count.lost += 1;
    note(`${what} is missing`);
  }
}

const receiptsOf = (world: World) =>
  world.read<{ key: string; outcome: string; n: number }>(
    `SELECT o.idempotency_key AS key, r.outcome, count(*) AS n FROM receipts r JOIN outbox o ON o.id = r.command_id
     WHERE o.event_id = ? AND r.provider IN ('resend', 'stripe') GROUP BY 1, 2`,
    world.eventId,
  );

/** How often people were told that a command will not move by itself. */
const reportsOf = (world: World) =>
  world.read<{ id: string; n: number }>(
    "SELECT substr(cause, 9) AS id, count(*) AS n FROM command_transitions WHERE event_id = ? AND cause LIKE 'reports cmd_%' GROUP BY 1",
    world.eventId,
  );

/** Orders that say of their money or tickets another thing than their refunds do. */
const wrongOrders = (world: World) =>
  world.read<{ id: string; wrong: string }>(
    `SELECT id, 'has ' || refunded_minor || ' refunded, and refunds of ' || made || '; tickets ' || tickets AS wrong FROM (
       SELECT o.id, o.refunded_minor,
         (SELECT coalesce(sum(r.amount_minor), 0) FROM refunds r WHERE r.order_id = o.id AND r.state IN ('pending', 'succeeded')) AS made,
         (SELECT count(*) FROM refunds r WHERE r.order_id = o.id AND r.state <> 'failed') AS open,
         (SELECT group_concat(t.state) FROM tickets t WHERE t.order_id = o.id) AS tickets
       FROM orders o WHERE o.event_id = ?)
     WHERE refunded_minor <> made OR (open > 0) <> (tickets = 'refunded')`,
    world.eventId,
  );

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
    noticesLost: sum.noticesLost + one.noticesLost,
    noticesDoubled: sum.noticesDoubled + one.noticesDoubled,
    notes: [...sum.notes, ...one.notes],
  }));
}
