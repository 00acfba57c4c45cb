import type { ErasureAction } from '../contract/privacy';
import type { Database } from '../db/database';
import { erasedName, type Person } from './person';

/**
 * Rows of the records that are one person's own. In each condition ?1 is the organization, ?2 the address, ?3 the person as JSON;
 * ?4 is their pseudonym and ?5 the name in its place. After `erase` no row fits the condition any more, so that it may run again.
 */
interface OwnRows {
  what: string;
  table: string;
  where: string;
  erase: 'DELETE' | { set: string };
  action: ErasureAction;
  /** Columns that an export leaves out: secrets, and what says nothing to the person. */
  hidden?: string[];
}

/** Rows of one kind in an export; nobody has more, and an export that had says so. */
export const mostRead = 5_000;

const among = (column: string, list: keyof Person) => `${column} IN (SELECT value FROM json_each(?3, '$.${list}'))`;
const ofConversation = among('t.conversation_id', 'conversationIds');
/** The mails of a handover to the team: they hold the transcript. */
const handover = `EXISTS (SELECT 1 FROM json_each(?3, '$.conversationIds') c WHERE substr(t.idempotency_key, 1, length(c.value) + 10) = 'handover:' || c.value || ':')`;
const settled = "t.state IN ('confirmed', 'failed', 'cancelled', 'reconciled')";

export const ownRows: OwnRows[] = [
  {
    what: 'orders as buyer',
    table: 'orders',
    where: 't.buyer_email = ?2',
    erase: { set: "buyer_name = ?5, buyer_email = ?4, edited_fields = '[]'" },
    action: 'pseudonymised',
  },
  {
    what: 'attendees',
    table: 'attendees',
    where: 't.email = ?2',
    erase: { set: "name = ?5, email = ?4, locale = NULL, attributes = '{}', edited_fields = '[]'" },
    action: 'pseudonymised',
  },
  {
    what: 'conversations',
    table: 'conversations',
    where: `${among('t.id', 'conversationIds')} AND t.subject <> '[erased]'`,
    erase: { set: "subject = '[erased]', locale = NULL" },
    action: 'pseudonymised',
  },
  { what: 'messages', table: 'messages', where: ofConversation, erase: 'DELETE', action: 'deleted' },
  {
    what: 'approvals',
    table: 'approvals',
    where: `${ofConversation} AND (t.reasoning <> '[erased]' OR t.input <> '{}')`,
    // What remains: who decided what kind of action when, and by which rule.
    erase: {
      set: `reasoning = '[erased]', evidence = '[]', content = NULL, edited_from = NULL, input = '{}', bound_facts = '{}', decision_reason = NULL,
        preview = json_object('title', preview ->> '$.title', 'lines', json('[]')), verdict = json_set(verdict, '$.facts', json('{}'))`,
    },
    action: 'pseudonymised',
    hidden: ['hash'],
  },
  {
    what: 'verification codes',
    table: 'verification_codes',
    where: 't.holder_email = ?2',
    erase: 'DELETE',
    action: 'deleted',
    hidden: ['code_hash'],
  },
  {
    what: 'receipts of effects',
    table: 'receipts',
    where: `t.detail <> '{}' AND EXISTS (SELECT 1 FROM outbox o WHERE o.id = t.command_id AND o.organization_id = ?1 AND o.target = ?2)`,
    erase: { set: "detail = '{}'" },
    action: 'pseudonymised',
  },
  {
    what: 'effects (outbox)',
    table: 'outbox',
    where: `${settled} AND (t.target = ?2 OR (${handover} AND json_extract(t.payload, '$.erased') IS NULL))`,
    erase: {
      set: `payload = json_object('erased', json('true'), 'purpose', payload ->> '$.purpose'), target = CASE target WHEN ?2 THEN ?4 ELSE target END, last_error = NULL`,
    },
    action: 'pseudonymised',
  },
  {
    what: 'mailbox',
    table: 'mailbox',
    where: `(EXISTS (SELECT 1 FROM json_each(t.recipients) r WHERE lower(r.value) = ?2) OR ${handover})`,
    erase: 'DELETE',
    action: 'deleted',
  },
  { what: 'mails that came in', table: 'inbound_mails', where: 't.from_address = ?2', erase: 'DELETE', action: 'deleted' },
  {
    what: 'mails with sponsors',
    table: 'sales_messages',
    where: among('t.contact_id', 'contactIds'),
    // What remains: that there was a mail, and what it was taken for.
    erase: {
      set: "contact_id = NULL, subject = '[erased]', text = '[erased]', class_reason = '', found = '{}', message_id = '', in_reply_to = ''",
    },
    action: 'pseudonymised',
  },
  {
    what: 'what they did with mails and proposals',
    table: 'engagements',
    where: among('t.contact_id', 'contactIds'),
    erase: { set: "contact_id = NULL, detail = ''" },
    action: 'pseudonymised',
  },
  {
    what: 'meetings',
    table: 'meetings',
    where: `t.guest_email = ?2 OR ${among('t.contact_id', 'contactIds')}`,
    erase: { set: "contact_id = NULL, guest_name = ?5, guest_email = ?4, guest_time_zone = NULL, title = '[erased]'" },
    action: 'pseudonymised',
    hidden: ['token'],
  },
  {
    what: 'places in campaigns',
    table: 'campaign_members',
    where: among('t.contact_id', 'contactIds'),
    erase: {
      set: "contact_id = NULL, next_at = NULL, state = 'stopped', stop_reason = coalesce(stop_reason, 'opt_out'), version = version + 1",
    },
    action: 'pseudonymised',
  },
  {
    what: 'proposals made to them',
    table: 'sponsor_proposals',
    where: among('t.contact_id', 'contactIds'),
    erase: { set: 'contact_id = NULL' },
    action: 'pseudonymised',
    hidden: ['token'],
  },
  {
    what: 'deals that they stand for',
    table: 'deals',
    where: among('t.contact_id', 'contactIds'),
    erase: { set: 'contact_id = NULL, version = version + 1' },
    action: 'pseudonymised',
    hidden: ['features', 'score_parts'],
  },
  { what: 'people at companies', table: 'crm_contacts', where: 't.email = ?2', erase: 'DELETE', action: 'deleted' },
  { what: 'contact state', table: 'contact_states', where: 't.address = ?2', erase: 'DELETE', action: 'deleted' },
];

const organizationColumn = (table: string) => (table === 'invitation' ? 't."organizationId"' : 't.organization_id');

/** The tables whose rows stand-ins keep without an organization as well: a mail to somebody who has none yet. */
function scope({ table, where }: OwnRows): string {
  const organization = table === 'mailbox' ? "t.organization_id IN (?1, '')" : `${organizationColumn(table)} = ?1`;
  return `${organization} AND (${where})`;
}

const bindings = (person: Person) => [person.organizationId, person.address, JSON.stringify(person)] as const;

export async function countOwn(db: Database, person: Person): Promise<{ what: string; count: number }[]> {
  const d1 = db.$client;
  const answers = await d1.batch<{ n: number }>(
    ownRows.map((rows) =>
      d1.prepare(`SELECT count(*) AS n FROM ${rows.table} t WHERE ${scope(rows)} AND ?2 = ?2 AND ?3 = ?3`).bind(...bindings(person)),
    ),
  );
  return ownRows.map(({ what }, index) => ({ what, count: answers[index]?.results[0]?.n ?? 0 }));
}

export async function readOwn(db: Database, person: Person): Promise<{ what: string; rows: Record<string, unknown>[] }[]> {
  const d1 = db.$client;
  const answers = await d1.batch<Record<string, unknown>>(
    ownRows.map((rows) =>
      d1
        .prepare(`SELECT t.* FROM ${rows.table} t WHERE ${scope(rows)} AND ?2 = ?2 AND ?3 = ?3 LIMIT ${mostRead}`)
        .bind(...bindings(person)),
    ),
  );
  return ownRows.map(({ what, hidden = [] }, index) => ({
    what,
    rows: (answers[index]?.results ?? []).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'organization_id' && !hidden.includes(column))),
    ),
  }));
}

/** Erases the rows of one kind. Returns how many there were. */
export async function eraseOwn(db: Database, person: Person, rows: OwnRows): Promise<number> {
  const d1 = db.$client;
  const found = `rowid IN (SELECT t.rowid FROM ${rows.table} t WHERE ${scope(rows)}) AND ?2 = ?2 AND ?3 = ?3 AND ?4 = ?4 AND ?5 = ?5`;
  const statement =
    rows.erase === 'DELETE' ? `DELETE FROM ${rows.table} WHERE ${found}` : `UPDATE ${rows.table} SET ${rows.erase.set} WHERE ${found}`;
  const { meta } = await d1
    .prepare(statement)
    .bind(...bindings(person), person.pseudonym, erasedName)
    .run();
  return meta.changes;
}
