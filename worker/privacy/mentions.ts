import type { ErasureAction } from '../contract/privacy';
import { maskedColumn, mentions, type Terms } from '../core/privacy/mask';
import type { Database } from '../db/database';
import { type Person, personTerms } from './person';

/** Free text of the records in which somebody may be named whose row it is not: other people's conversations, proposals, files. */
interface Mentioning {
  what: string;
  table: string;
  columns: string[];
  /** `delete`: the row says nothing without the person, or may not be changed in part. */
  how: 'mask' | 'delete' | 'keep';
  /** Narrows the rows. */
  where?: string;
  note?: string;
}

export const mentioning: Mentioning[] = [
  { what: 'messages of others that name them', table: 'messages', columns: ['text', 'detail'], how: 'mask' },
  { what: 'conversations of others that name them', table: 'conversations', columns: ['subject'], how: 'mask' },
  {
    what: 'approvals that name them',
    table: 'approvals',
    columns: [
      'input',
      'preview',
      'verdict',
      'reasoning',
      'evidence',
      'bound_facts',
      'edited_from',
      'content',
      'decision_reason',
      'outcome',
    ],
    how: 'mask',
  },
  { what: 'votes that name them', table: 'approval_votes', columns: ['reason'], how: 'mask' },
  { what: 'other effects that name them', table: 'outbox', columns: ['payload', 'last_error', 'target'], how: 'mask' },
  { what: 'other receipts that name them', table: 'receipts', columns: ['detail'], how: 'mask' },
  {
    what: 'mails to others that name them',
    table: 'mailbox',
    columns: ['subject', 'headers', 'text', 'html', 'recipients'],
    how: 'delete',
  },
  { what: 'mails from others that name them', table: 'inbound_mails', columns: ['subject', 'text', 'to_address'], how: 'mask' },
  { what: 'notes on companies that name them', table: 'crm_notes', columns: ['text'], how: 'mask' },
  {
    what: 'mails with sponsors that name them',
    table: 'sales_messages',
    columns: ['subject', 'text', 'class_reason', 'found'],
    how: 'mask',
  },
  { what: 'proposals that name them', table: 'proposal_versions', columns: ['content', 'reason'], how: 'mask' },
  { what: 'links that were clicked', table: 'engagements', columns: ['detail'], how: 'mask' },
  { what: 'meetings of others that name them', table: 'meetings', columns: ['title', 'location'], how: 'mask' },
  { what: 'companies that name them', table: 'companies', columns: ['description', 'goals'], how: 'mask' },
  { what: 'sponsorships that name them', table: 'sponsorships', columns: ['quote', 'quote_by', 'outcome'], how: 'mask' },
  { what: 'deals that name them', table: 'deals', columns: ['next_action', 'lost_reason'], how: 'mask' },
  { what: 'campaigns that name them', table: 'outreach_campaigns', columns: ['name'], how: 'mask' },
  { what: 'attendees and answers that name them', table: 'attendees', columns: ['attributes'], how: 'mask' },
  { what: 'rejected rows of imports', table: 'import_rejects', columns: ['cells', 'reason'], how: 'delete' },
  { what: 'imports (samples, file names)', table: 'imports', columns: ['file_name', 'mapping', 'problem'], how: 'mask' },
  { what: 'kept answers to requests', table: 'idempotency_keys', columns: ['body'], how: 'delete' },
  { what: 'evidence of autonomy proposals', table: 'autonomy_proposals', columns: ['evidence'], how: 'mask' },
  { what: 'stops', table: 'stops', columns: ['result'], how: 'mask' },
  {
    what: 'knowledge pages that name them',
    table: 'documents',
    columns: ['title', 'markdown'],
    how: 'keep',
    note: 'A page that you publish: edit it yourself if the person asks for it.',
  },
];

export const mentioningAction: Record<Mentioning['how'], ErasureAction> = { mask: 'masked', delete: 'deleted', keep: 'kept' };

type Row = Record<string, string | number | null>;
const pageRows = 100;

/** Rows that name the person, in pages. The database looks coarsely, the pattern decides. */
async function* rowsOf(db: Database, person: Person, terms: Terms, { table, columns }: Mentioning): AsyncGenerator<Row[]> {
  if (terms.coarse.length === 0) return;
  const text = columns.map((column) => `coalesce(t.${column}, '')`).join(` || char(10) || `);
  const statement = db.$client.prepare(
    `SELECT t.rowid AS rowid, ${columns.map((column) => `t.${column} AS ${column}`).join(', ')} FROM ${table} t
     WHERE t.organization_id = ?1 AND t.rowid > ?2
       AND EXISTS (SELECT 1 FROM (SELECT lower(${text}) AS text) x, json_each(?3) term WHERE instr(x.text, term.value) > 0)
     ORDER BY t.rowid LIMIT ${pageRows}`,
  );
  for (let after = 0; ; ) {
    const { results } = await statement.bind(person.organizationId, after, JSON.stringify(terms.coarse)).all<Row>();
    const last = results.at(-1);
    if (!last) return;
    after = Number(last.rowid);
    yield results.filter((row) => columns.some((column) => typeof row[column] === 'string' && mentions(terms, row[column])));
  }
}

export async function countMentions(db: Database, person: Person): Promise<{ what: string; count: number }[]> {
  const terms = personTerms(person);
  const found: { what: string; count: number }[] = [];
  for (const where of mentioning) {
    let count = 0;
    for await (const rows of rowsOf(db, person, terms, where)) count += rows.length;
    found.push({ what: where.what, count });
  }
  return found;
}

/** Masks or deletes the rows of one kind that name the person. Returns how many there were. */
export async function eraseMentions(db: Database, person: Person, where: Mentioning): Promise<number> {
  const terms = personTerms(person);
  const { table, columns, how } = where;
  const d1 = db.$client;
  let count = 0;
  for await (const rows of rowsOf(db, person, terms, where)) {
    count += rows.length;
    if (rows.length === 0 || how === 'keep') continue;
    await d1.batch(
      how === 'delete'
        ? [
            d1
              .prepare(`DELETE FROM ${table} WHERE organization_id = ?1 AND rowid IN (SELECT value FROM json_each(?2))`)
              .bind(person.organizationId, JSON.stringify(rows.map((row) => row.rowid))),
          ]
        : rows.map((row) =>
            d1
              .prepare(
                `UPDATE ${table} SET ${columns.map((column, i) => `${column} = ?${i + 3}`).join(', ')} WHERE organization_id = ?1 AND rowid = ?2`,
              )
              .bind(person.organizationId, row.rowid, ...columns.map((column) => maskedValue(terms, row[column]))),
          ),
    );
  }
  return count;
}

function maskedValue(terms: Terms, value: string | number | null | undefined): string | number | null {
  return typeof value === 'string' ? maskedColumn(terms, value) : (value ?? null);
}
