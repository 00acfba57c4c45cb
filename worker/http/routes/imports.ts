import type { attendeeEndpoints, Import } from '../../contract/attendees';
import { csvLine } from '../../core/csv-cell';
import { AppError, type ErrorCode, errorCodes } from '../../core/errors';
import { companyFields, type ImportKind, importLimits } from '../../core/import/fields';
import { databaseOf } from '../../db/database';
import { eventById } from '../../db/records/events';
import {
  changeImport,
  firstRejects,
  type ImportMapping,
  type ImportRow,
  importById,
  importsOf,
  importView,
  insertImport,
  mappingOf,
  type RejectRow,
  rejectsAfter,
} from '../../db/records/imports';
import { newId } from '../../random';
import { decodeCursor, pageFrom } from '../cursor';
import type { Handlers } from '../handler';
import { uploadedFile } from '../uploaded-file';

type ImportEndpoints = Omit<
  typeof attendeeEndpoints,
  'GET /events/{eventId}/attendees' | 'GET /events/{eventId}/attendees/{ticketId}' | 'PATCH /events/{eventId}/attendees/{ticketId}'
>;

export const importRoutes = {
  async 'GET /events/{eventId}/imports'({ env, identity, params, query }) {
    const { organizationId } = identity;
    const database = databaseOf(env, organizationId);
    const rows = await importsOf(database, organizationId, params.eventId, decodeCursor(query.cursor), query.limit);
    const rejects = await firstRejects(
      database,
      organizationId,
      rows.slice(0, query.limit).map((row) => row.id),
    );
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.createdAt, row.id],
      (row) => importView(row, rejects.get(row.id) ?? []),
    );
  },

  async 'POST /events/{eventId}/imports'({ env, identity, params, query, body, request, now }) {
    const { organizationId } = identity;
    const { bytes, fileName } = uploadedFile(body, request, importLimits.fileBytes);
    const id = newId('import', now);
    const { mapping, totalRows, problem } = uploadAnswer(await importerOf(env, id).upload(bytes, query.kind));
    if (problem) throw new AppError(problem.code, problem.message);
    const hint = hintOf(mapping);
    await insertImport(databaseOf(env, organizationId), {
      id,
      organizationId,
      eventId: params.eventId,
      fileName,
      mapping,
      totalRows,
      problem: hint,
      createdBy: identity.actor,
      now,
    });
    return shown(env, organizationId, params.eventId, id);
  },

  async 'GET /events/{eventId}/imports/{importId}'({ env, identity, params }) {
    return shown(env, identity.organizationId, params.eventId, params.importId);
  },

  async 'POST /events/{eventId}/imports/{importId}/start'({ env, identity, params, body, now }) {
    const { organizationId } = identity;
    const { eventId, importId } = params;
    const database = databaseOf(env, organizationId);
    const row = await existing(env, organizationId, eventId, importId);
    if (row.state === 'done') throw new AppError('conflict', 'This import is done. Upload the file again to merge it once more.');
    if (row.state === 'running' && body.columns)
      throw new AppError('conflict', 'This import is running. Cancel it before you change its mapping.');
    const event = await eventById(database, organizationId, eventId);
    if (!event) throw noImport();
    const mapping = remapped(mappingOf(row), body.columns);
    if (row.state !== 'running') {
      const change = { state: 'running' as const, problem: null, mapping: { ...mapping }, updatedAt: now };
      await changeImport(database, organizationId, importId, ['uploaded', 'failed', 'cancelled'], change);
    }
    const plan = {
      source: mapping.source,
      kind: mapping.kind,
      columns: mapping.columns,
      currency: event.currency,
      timeZone: event.timeZone,
    };
    const started = await importerOf(env, importId).start(JSON.stringify({ organizationId, eventId, importId, plan }));
    if (!started) {
      const problem = 'The file is no longer here: uploads are kept for seven days. Upload it again.';
      await changeImport(database, organizationId, importId, ['running'], { state: 'failed', problem, updatedAt: now });
      throw new AppError('gone', problem);
    }
    return shown(env, organizationId, eventId, importId);
  },

  async 'POST /events/{eventId}/imports/{importId}/cancel'({ env, identity, params, now }) {
    const { organizationId } = identity;
    const { eventId, importId } = params;
    await existing(env, organizationId, eventId, importId);
    await importerOf(env, importId).cancel();
    await changeImport(databaseOf(env, organizationId), organizationId, importId, ['uploaded', 'running', 'failed'], {
      state: 'cancelled',
      updatedAt: now,
    });
    return shown(env, organizationId, eventId, importId);
  },

  async 'GET /events/{eventId}/imports/{importId}/rejects.csv'({ env, identity, params }) {
    const { organizationId } = identity;
    const row = await existing(env, organizationId, params.eventId, params.importId);
    const database = databaseOf(env, organizationId);
    let csv = `\ufeff${csvLine(['Line', 'Reason', ...mappingOf(row).columns.map((column) => column.header)])}`;
    let after = 0;
    for (;;) {
      const page: RejectRow[] = await rejectsAfter(database, organizationId, row.id, after, 1000);
      for (const reject of page) csv += csvLine([reject.line, reject.reason, ...reject.cells]);
      const last = page.at(-1);
      if (page.length < 1000 || !last) return csv;
      after = last.line;
    }
  },
} satisfies Handlers<ImportEndpoints>;

async function existing(env: Env, organizationId: string, eventId: string, importId: string): Promise<ImportRow> {
  const row = await importById(databaseOf(env, organizationId), organizationId, eventId, importId);
  if (!row) throw noImport();
  return row;
}

const noImport = () => new AppError('not_found', 'There is no such import in this event.');

async function shown(env: Env, organizationId: string, eventId: string, importId: string): Promise<Import> {
  const row = await existing(env, organizationId, eventId, importId);
  const rejects = await firstRejects(databaseOf(env, organizationId), organizationId, [importId]);
  return importView(row, rejects.get(importId) ?? []);
}

const isOfCompanies: ReadonlySet<string> = new Set(companyFields);
const listed: Record<ImportKind, string> = { tickets: 'attendees', orders: 'orders', companies: 'companies' };

/** The mapping with what a person changed. Throws `invalid_input` for a column that the file does not have. */
function remapped(
  mapping: ImportMapping,
  changes: { index: number; field: ImportMapping['columns'][number]['field'] }[] | undefined,
): ImportMapping {
  const fields = new Map((changes ?? []).map(({ index, field }) => [index, field]));
  for (const index of fields.keys()) {
    if (!mapping.columns.some((column) => column.index === index))
      throw new AppError('invalid_input', `The file has no column ${index}. Use the indices of \`columns\`.`, {
        fields: { columns: `has no index ${index}` },
      });
  }
  const strange = [...fields.values()].find((field) => field !== 'ignore' && isOfCompanies.has(field) !== (mapping.kind === 'companies'));
  if (strange)
    throw new AppError(
      'invalid_input',
      `A list of ${listed[mapping.kind]} has no column of the kind "${strange}". Choose another meaning, or leave it out.`,
      {
        fields: { columns: `cannot be ${strange}` },
      },
    );
  return { ...mapping, columns: mapping.columns.map((column) => ({ ...column, field: fields.get(column.index) ?? column.field })) };
}

interface ImporterObject {
  upload(bytes: Uint8Array, wanted?: 'attendees' | 'companies'): Promise<string>;
  start(job: string): Promise<boolean>;
  cancel(): Promise<void>;
}

/** The generated binding does not know the class; `durable-objects/importer.ts` has these methods. */
function importerOf(env: Env, importId: string): ImporterObject {
  return env.IMPORTER.getByName(importId) as unknown as ImporterObject;
}

/** What `Importer.upload` answers: one of mapping and problem. */
function uploadAnswer(json: string): { mapping: ImportMapping; totalRows: number; problem?: { code: ErrorCode; message: string } } {
  const answer = JSON.parse(json);
  return answer.problem && !(answer.problem.code in errorCodes)
    ? { ...answer, problem: { ...answer.problem, code: 'invalid_input' } }
    : answer;
}

const identifying = new Set(['order_id', 'order_code', 'ticket_id', 'attendee_name', 'attendee_email', 'buyer_name', 'buyer_email']);

/** What the organizer should know before starting. */
function hintOf({ kind, columns }: ImportMapping): string | null {
  if (kind === 'companies')
    return columns.some(
      ({ field }) => field === 'company_name' || field === 'company_domain' || field === 'website' || field === 'contact_email',
    )
      ? null
      : 'No column was recognised as a company, its domain or the address of somebody there. Choose what the columns mean before you start.';
  if (!columns.some((column) => identifying.has(column.field)))
    return 'No column was recognised as a name, an e-mail address or an order. Choose what the columns mean before you start.';
  return kind === 'orders'
    ? 'This file lists orders without their tickets. Import the export of order positions or attendees too, so that tickets can be found.'
    : null;
}
