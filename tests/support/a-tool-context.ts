import type { ToolContext } from '../../worker/agents/define-tool';
import type { RunToolPorts } from '../../worker/agents/run-tool';
import { mailComposer } from '../../worker/connectors/mail-composer';
import { costOfCommand, type Reservation, reservationsFor, type SpentLimit, spentLimit } from '../../worker/core/limits/reservation';
import { defaultEventPolicy } from '../../worker/core/policy/event-policy';
import type { Activity, Batch, CommitPort } from '../../worker/ports/commit';
import type { AgentPolicy, EventRecord, OrderFacts, RecordsPort } from '../../worker/ports/records';

export const anEventRecord = (over: Partial<EventRecord> = {}): EventRecord => ({
  eventId: 'evt_days',
  organizationId: 'org_days',
  name: 'Example Days',
  startsAt: '2027-05-20T09:00',
  endsAt: '2027-05-21T17:00',
  timeZone: 'Europe/Berlin',
  venue: 'Old Harbour',
  currency: 'EUR',
  contactEmail: 'help@example.org',
  websiteUrl: 'https://days.example.org',
  brandColor: '#0a7d5a',
  refundPolicy: [
    { until: '2027-03-31', percent: 100 },
    { until: '2027-05-06', percent: 50 },
  ],
  allowedOrigins: [],
  clock: 'real',
  clockNow: null,
  state: 'active',
  ...over,
});

export const aPolicy = (over: Partial<AgentPolicy> = {}): AgentPolicy => ({
  mode: 'full_auto',
  autonomy: 85,
  paused: false,
  limits: { refundPerOrderMinor: 50_000, refundsPerDay: 50, mailsPerDay: 500 },
  allowances: {},
  version: 1,
  event: defaultEventPolicy,
  eventVersion: 0,
  ...over,
});

/** Records of some orders, in memory. */
export function recordsOf(orders: OrderFacts[], over: { suppressed?: Record<string, string> } = {}): RecordsPort {
  return {
    orderById: async (id) => orders.find((order) => order.orderId === id) ?? null,
    orderByCodeAndEmail: async (code, email) =>
      orders.find((order) => order.code.toLowerCase() === code.toLowerCase() && order.buyerEmail === email) ?? null,
    suppressionOf: async (address) => over.suppressed?.[address] ?? null,
    precedentsOf: async () => 0,
  };
}

/** What a tool gets, on the first of March by default. */
export function aToolContext(orders: OrderFacts[], over: Partial<ToolContext> = {}): ToolContext {
  let ids = 0;
  const event = over.event ?? anEventRecord();
  return {
    event,
    policy: aPolicy(),
    records: recordsOf(orders),
    search: { index: async () => 0, remove: async () => {}, search: async () => [] },
    composer: mailComposer({ name: 'Example Days', address: 'events@example.org' }),
    letterhead: { ...event, publicUrl: 'https://events.example.org', locale: null },
    payments: { provider: 'stripe' },
    now: Date.parse('2027-03-01T10:00:00Z'),
    conversationId: 'cnv_1',
    holder: null,
    transferForm: null,
    newId: (kind) => `${kind}_${++ids}`,
    secrets: { ticket: 'new-ticket-secret', undo: 'undo-token', undoHash: 'hash-of-undo-token' },
    ...over,
  };
}

/** Takes what a batch costs from the limits of its day, as D1 does; the limit that cannot give it, if one cannot. */
function taken(budgets: Map<string, number>, { limits, commands, activity }: Batch): SpentLimit | null {
  if (!limits) return null;
  const day = new Date(activity.createdAt).toISOString().slice(0, 10);
  const asked = reservationsFor(commands.flatMap(costOfCommand), limits, { local: day, utc: day });
  const keyOf = ({ scope, kind, period }: Reservation) => `${scope} ${kind} ${period}`;
  for (const one of asked)
    if (limits.checked && one.limit !== null && (budgets.get(keyOf(one)) ?? 0) + one.amount > one.limit)
      return spentLimit(one, activity.agent, one.limit);
  for (const one of asked) budgets.set(keyOf(one), (budgets.get(keyOf(one)) ?? 0) + one.amount);
  return null;
}

/** A commit port that keeps what it was given, knows a key once and holds limits; `ports` goes to `runTool`. */
export function memoryCommit() {
  const batches: Batch[] = [];
  const activities: Activity[] = [];
  const keys = new Set<string>();
  const activityIds = new Set<string>();
  const budgets = new Map<string, number>();
  const commit: CommitPort = {
    async commit(batch) {
      const repeated = batch.commands.some((command) => keys.has(command.idempotencyKey)) || activityIds.has(batch.activity.id);
      if (repeated) return { status: 'duplicate' };
      const over = taken(budgets, batch);
      if (over) return { status: 'over_limit', limit: over };
      for (const command of batch.commands) keys.add(command.idempotencyKey);
      activityIds.add(batch.activity.id);
      batches.push(batch);
      return { status: 'committed', commandIds: batch.commands.map((command) => `cmd_${command.idempotencyKey}`) };
    },
  };
  let ids = 0;
  const ports: RunToolPorts = {
    commit,
    record: (activity) => activities.push(activity),
    newId: (kind) => `${kind}_${++ids}`,
    sha256: async (text) => `sha256:${text.length}`,
    stopwatch: () => 0,
  };
  return {
    ports,
    commit,
    batches,
    activities,
    commands: () => batches.flatMap((batch) => batch.commands),
    changes: () => batches.flatMap((batch) => batch.changes),
    approvals: () => batches.flatMap((batch) => (batch.approval ? [batch.approval] : [])),
  };
}
