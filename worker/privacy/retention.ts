import type { RetentionDays, RetentionKind } from '../contract/privacy';
import { dayMs } from '../core/instant';
import { type Database, databaseOf, sharedDatabase } from '../db/database';
import { keepRetentionRun, openErasures, type RetentionRun, retentionDays, retentionDue } from '../db/records/privacy';
import { errorFields, log } from '../log';
import { orchestratorOf, supportObjects } from '../objects';
import { goOn } from './erase';
import { samplesStatement } from './samples';

/** Rows of one kind deleted at once; organizations looked after in one sweep; how long an erasure may take before the cron goes on with it. */
const mostRows = 5_000;
const organizationsAtOnce = 5;
const abandonedMs = 120_000;

/** What is deleted of one event. ?1 is the organization, ?2 the event, ?3 the instant before which it goes. */
interface Expiring {
  kind: RetentionKind;
  table: string;
  where: string;
  set?: string;
}

const expiring: Expiring[] = [
  {
    kind: 'conversations',
    table: 'messages',
    where: 't.conversation_id IN (SELECT c.id FROM conversations c WHERE c.organization_id = ?1 AND c.event_id = ?2 AND c.updated_at < ?3)',
  },
  { kind: 'mailbox', table: 'mailbox', where: 't.at < ?3' },
  { kind: 'inboundMail', table: 'inbound_mails', where: 't.at < ?3' },
  {
    kind: 'outboxPayloads',
    table: 'outbox',
    where: `t.updated_at < ?3 AND t.state IN ('confirmed', 'failed', 'cancelled', 'reconciled') AND json_extract(t.payload, '$.erased') IS NULL`,
    set: `payload = json_object('erased', json('true'), 'purpose', payload ->> '$.purpose')`,
  },
  { kind: 'verificationCodes', table: 'verification_codes', where: 't.expires_at < ?3' },
  {
    kind: 'decidedApprovals',
    table: 'approvals',
    where: `t.created_at < ?3 AND t.state NOT IN ('pending', 'approved') AND t.reasoning <> '[erased]'`,
    set: `reasoning = '[erased]', evidence = '[]', content = NULL, edited_from = NULL`,
  },
  {
    kind: 'salesMessages',
    table: 'sales_messages',
    where: "t.at < ?3 AND t.text <> ''",
    set: "text = '', subject = '', class_reason = '', found = '{}'",
  },
  { kind: 'engagement', table: 'engagements', where: 't.at < ?3' },
  { kind: 'engagement', table: 'proposal_visits', where: 't.updated_at < ?3' },
  {
    kind: 'meetings',
    table: 'meetings',
    where: "coalesce(t.ends_at, t.created_at) < ?3 AND t.guest_email <> ''",
    set: "guest_name = '', guest_email = '', guest_time_zone = NULL, title = ''",
  },
];

/** By the receipt's or import's own time: neither stands beside an event in its table. */
const receiptsStatement = `DELETE FROM receipts WHERE rowid IN (SELECT t.rowid FROM receipts t JOIN outbox o ON o.id = t.command_id
  WHERE t.organization_id = ?1 AND o.event_id = ?2 AND t.at < ?3 AND o.state IN ('confirmed', 'failed', 'cancelled', 'reconciled') LIMIT ${mostRows})`;
const rejectsStatement = `DELETE FROM import_rejects WHERE rowid IN (SELECT t.rowid FROM import_rejects t JOIN imports i ON i.id = t.import_id
  WHERE t.organization_id = ?1 AND i.event_id = ?2 AND i.created_at < ?3 LIMIT ${mostRows})`;
const oldSamples = `${samplesStatement} AND event_id = ?2 AND created_at < ?3 AND state <> 'running'`;

/** Deletes what has served its time in one organization, each event by its own clock. Returns how many rows of each kind. */
export async function applyRetention(env: Env, organizationId: string, now: number): Promise<RetentionRun> {
  const db = databaseOf(env, organizationId);
  const days = await retentionDays(db, organizationId);
  const deleted: RetentionRun['deleted'] = {};
  const add = (kind: RetentionKind, count: number) => {
    if (count > 0) deleted[kind] = (deleted[kind] ?? 0) + count;
  };
  const { results } = await db.$client
    .prepare('SELECT id, clock_now FROM events WHERE organization_id = ?')
    .bind(organizationId)
    .all<{ id: string; clock_now: number | null }>();
  for (const { id, clock_now } of results) {
    const before = (kind: RetentionKind) => (clock_now ?? now) - days[kind] * dayMs;
    for (const object of supportObjects(env, id)) add('conversations', await object.forgetConversations(before('conversations')));
    await deleteOfEvent(db, organizationId, id, days, { event: clock_now ?? now, real: now }, add);
    add('activityDetail', await orchestratorOf(env, id).pruneLog(before('activityDetail')));
  }
  const run = { at: now, deleted };
  await keepRetentionRun(db, organizationId, run);
  return run;
}

async function deleteOfEvent(
  db: Database,
  organizationId: string,
  eventId: string,
  days: RetentionDays,
  now: { event: number; real: number },
  add: (kind: RetentionKind, count: number) => void,
): Promise<void> {
  const d1 = db.$client;
  const statements: { kind: RetentionKind; text: string; now: number; counts: boolean }[] = [
    ...expiring.map(({ kind, table, where, set }) => {
      const rows = `rowid IN (SELECT t.rowid FROM ${table} t WHERE t.organization_id = ?1 AND t.event_id = ?2 AND (${where}) LIMIT ${mostRows})`;
      const text = set ? `UPDATE ${table} SET ${set} WHERE ${rows}` : `DELETE FROM ${table} WHERE ${rows}`;
      return { kind, text, now: now.event, counts: true };
    }),
    { kind: 'receipts', text: receiptsStatement, now: now.event, counts: true },
    { kind: 'importRejects', text: rejectsStatement, now: now.real, counts: true },
    { kind: 'importRejects', text: oldSamples, now: now.real, counts: false },
  ];
  const answers = await d1.batch(
    statements.map(({ kind, text, now: at }) => d1.prepare(text).bind(organizationId, eventId, at - days[kind] * dayMs)),
  );
  for (const [index, { kind, counts }] of statements.entries()) if (counts) add(kind, answers[index]?.meta.changes ?? 0);
}

/** Called by the cron: retention once a day for each organization, and erasures that a crash left under way. */
export async function lookAfterPrivacy(env: Env, now: number): Promise<void> {
  const db = sharedDatabase(env);
  for (const erasure of await openErasures(db, now - abandonedMs))
    await goOn(env, erasure, now).catch((error) => log('error', 'erasure', { erasure: erasure.id, ...errorFields(error) }));
  for (const organizationId of await retentionDue(db, now - dayMs, organizationsAtOnce)) {
    const startedAt = Date.now();
    await applyRetention(env, organizationId, now)
      .then(({ deleted }) => log('info', 'retention', { organization: organizationId, ms: Date.now() - startedAt, ...deleted }))
      .catch((error) => log('error', 'retention', { organization: organizationId, ...errorFields(error) }));
  }
}
