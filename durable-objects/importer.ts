import { DurableObject } from 'cloudflare:workers';
import type { ToConsole } from '../worker/contract/live';
import { AppError, messageOf } from '../worker/core/errors';
import type { Row } from '../worker/core/import/fields';
import type { PlanOptions } from '../worker/core/import/plan';
import { recognise } from '../worker/core/import/recognise';
import { dataRows } from '../worker/core/import/whole-file';
import { mentions } from '../worker/core/privacy/mask';
import { databaseOf } from '../worker/db/database';
import { changeImport, firstRejects, type ImportMapping, importById, importView } from '../worker/db/records/imports';
import { errorFields, log } from '../worker/log';
import { orchestratorOf } from '../worker/objects';
import { Person, personTerms } from '../worker/privacy/person';
import { type ImportWork, importWork, type RowGroup } from './import-work';

/** Rows of one D1 batch; milliseconds of one alarm; how often a failing batch is tried; how long an upload waits to be started. */
const batchRows = 1000;
const batchCharacters = 900_000;
const sliceMs = 8_000;
const heartbeatMs = 10_000;
const attempts = 5;
const abandonedMs = 7 * 86_400_000;
const publishEveryMs = 500;

export interface ImportJob {
  organizationId: string;
  eventId: string;
  importId: string;
  plan: PlanOptions;
}

interface Progress {
  job: ImportJob;
  state: 'running' | 'cancelled';
  /** Groups of rows (orders, companies) merged, in the order of the file; the next batch starts here. */
  doneOrders: number;
  doneRows: number;
  counts: Record<string, number>;
  failures: number;
}

/**
 * One import. Its rows are parsed once, at upload, into the object's own SQLite; alarms merge them into D1 batch by batch. A batch that was interrupted is merged again,
 * which changes nothing; when all is done the object forgets everything.
 */
export class Importer extends DurableObject<Env> {
  private ready: ImportWork | null = null;
  private publishedAt = 0;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS rows (seq INTEGER PRIMARY KEY, line INTEGER NOT NULL, cells TEXT NOT NULL)');
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS progress (id INTEGER PRIMARY KEY, value TEXT NOT NULL)');
  }

  /** Takes the file in and recognises it. Answers JSON: `{"mapping","totalRows"}`, or `{"problem":{"code","message"}}` for a file that cannot be read. */
  async upload(bytes: Uint8Array, wanted?: 'attendees' | 'companies'): Promise<string> {
    try {
      const { recognition, table } = recognise(bytes, wanted);
      this.ctx.storage.sql.exec('DELETE FROM rows');
      let totalRows = 0;
      let block: [number, string[]][] = [];
      let characters = 0;
      const flush = () => {
        if (block.length > 0)
          this.ctx.storage.sql.exec(`INSERT INTO rows (line, cells) SELECT value->>0, value->>1 FROM json_each(?)`, JSON.stringify(block));
        block = [];
        characters = 0;
      };
      for (const row of dataRows(table, recognition)) {
        totalRows++;
        block.push([row.line, row.cells]);
        for (const cell of row.cells) characters += cell.length;
        if (block.length >= 500 || characters > batchCharacters / 2) flush();
      }
      flush();
      if (totalRows === 0) throw new AppError('invalid_input', 'The file has column names and no rows below them.');
      await this.ctx.storage.setAlarm(Date.now() + abandonedMs);
      const mapping: ImportMapping = recognition;
      return JSON.stringify({ mapping, totalRows });
    } catch (error) {
      await this.forget();
      if (!(error instanceof AppError)) throw error;
      return JSON.stringify({ problem: { code: error.code, message: error.message } });
    }
  }

  /** Starts, or resumes where it stopped; false when the file is no longer here. A new mapping starts from the first row, which merges again. */
  async start(jobJson: string): Promise<boolean> {
    const job = parsedJob(jobJson);
    const [any] = this.ctx.storage.sql.exec('SELECT 1 AS found FROM rows LIMIT 1').toArray();
    if (!any) return false;
    const before = this.progress();
    const resumes = before !== null && JSON.stringify(before.job.plan) === JSON.stringify(job.plan);
    this.ready = null;
    this.save(
      resumes
        ? { ...before, job, state: 'running', failures: 0 }
        : { job, state: 'running', doneOrders: 0, doneRows: 0, counts: {}, failures: 0 },
    );
    await this.ctx.storage.setAlarm(Date.now());
    return true;
  }

  /** How many rows of the file name a person (JSON of `Person`); `forget` deletes them. */
  async rowsOf(person: string, forget: boolean): Promise<number> {
    const terms = personTerms(Person.parse(JSON.parse(person)));
    const found: number[] = [];
    for (const { seq, cells } of this.ctx.storage.sql.exec<{ seq: number; cells: string }>('SELECT seq, cells FROM rows'))
      if (mentions(terms, cells)) found.push(seq);
    if (forget && found.length > 0) {
      this.ready = null;
      this.ctx.storage.sql.exec('DELETE FROM rows WHERE seq IN (SELECT value FROM json_each(?))', JSON.stringify(found));
    }
    // The plan holds samples of the cells, which nobody needs once the columns are mapped.
    const progress = this.progress();
    if (forget && progress) {
      const columns = progress.job.plan.columns.map((column) => ({ ...column, samples: [] }));
      this.save({ ...progress, job: { ...progress.job, plan: { ...progress.job.plan, columns } } });
    }
    return found.length;
  }

  /** Stops before the next batch. */
  async cancel(): Promise<void> {
    const progress = this.progress();
    if (!progress) return;
    this.save({ ...progress, state: 'cancelled' });
    await this.ctx.storage.setAlarm(Date.now() + abandonedMs);
  }

  override async alarm(): Promise<void> {
    const progress = this.progress();
    if (progress?.state !== 'running') return this.forget();
    // A crash from here on costs seconds: the object looks at its work again.
    await this.ctx.storage.setAlarm(Date.now() + heartbeatMs);
    try {
      const done = await this.work(progress.job);
      if (!done) await this.ctx.storage.setAlarm(Date.now());
    } catch (error) {
      await this.failed(error);
    }
  }

  /** Merges batches until all is done (true), the slice is used up, or it is cancelled. */
  private async work(job: ImportJob): Promise<boolean> {
    const until = Date.now() + sliceMs;
    const ready = this.prepared(job.plan);
    while (Date.now() < until) {
      const progress = this.progress();
      if (progress?.state !== 'running') return true;
      if (progress.doneOrders >= ready.groups.length) {
        await this.finish(progress);
        return true;
      }
      await this.mergeBatch(progress, ready);
    }
    return false;
  }

  private async mergeBatch(progress: Progress, ready: ImportWork): Promise<void> {
    const { organizationId, eventId, importId } = progress.job;
    const batch: { key: string; rows: Row[] }[] = [];
    let rows = 0;
    let characters = 0;
    const next = ready.groups.slice(progress.doneOrders, progress.doneOrders + batchRows);
    const cells = this.read(next);
    for (const group of next) {
      if (rows > 0 && (rows + group.rows.length > batchRows || characters > batchCharacters)) break;
      const own = group.rows.flatMap((seq) => cells.get(seq) ?? []);
      batch.push({ key: group.key, rows: own });
      for (const row of own) for (const cell of row.cells) characters += cell.length + 8;
      rows += own.length;
    }
    const scope = { db: databaseOf(this.env, organizationId), organizationId, eventId, importId, now: Date.now() };
    const after = await ready.merge(scope, batch, progress);
    const state = this.progress()?.state ?? 'cancelled';
    this.save({ ...progress, ...after, state, doneOrders: progress.doneOrders + batch.length, failures: 0 });
    await this.publish(progress.job, false);
  }

  /** The rows of these groups, which may stand anywhere in the file. */
  private read(groups: RowGroup[]): Map<number, Row> {
    const wanted = groups.flatMap((group) => group.rows).slice(0, batchRows * 2);
    for (const group of groups.slice(0, 1)) wanted.push(...group.rows);
    const found = new Map<number, Row>();
    const rows = this.ctx.storage.sql.exec<{ seq: number; line: number; cells: string }>(
      'SELECT seq, line, cells FROM rows WHERE seq IN (SELECT value FROM json_each(?))',
      JSON.stringify(wanted),
    );
    for (const row of rows) found.set(row.seq, { line: row.line, cells: JSON.parse(row.cells) });
    return found;
  }

  /** From one pass over all rows; the same after a restart. */
  private prepared(options: PlanOptions): ImportWork {
    this.ready ??= importWork(options, this.allRows());
    return this.ready;
  }

  private *allRows(): Generator<{ seq: number; row: Row }> {
    for (const { seq, line, cells } of this.ctx.storage.sql.exec<{ seq: number; line: number; cells: string }>(
      'SELECT seq, line, cells FROM rows ORDER BY seq',
    ))
      yield { seq, row: { line, cells: JSON.parse(cells) } };
  }

  private async finish({ job }: Progress): Promise<void> {
    const database = databaseOf(this.env, job.organizationId);
    await changeImport(database, job.organizationId, job.importId, ['running'], { state: 'done', updatedAt: Date.now() });
    await this.publish(job, true);
    await this.forget();
  }

  private async failed(error: unknown): Promise<void> {
    const progress = this.progress();
    if (!progress) return;
    const failures = progress.failures + 1;
    log('error', 'import batch failed', { importId: progress.job.importId, failures, ...errorFields(error) });
    this.ready = null;
    this.save({ ...progress, failures });
    if (failures < attempts) {
      await this.ctx.storage.setAlarm(Date.now() + 1000 * 2 ** failures);
      return;
    }
    const problem =
      error instanceof AppError
        ? messageOf(error)
        : `The import stopped after ${progress.doneRows} rows because the database did not take them. Start it again to go on from there.`;
    this.save({ ...progress, failures: 0, state: 'cancelled' });
    await this.ctx.storage.setAlarm(Date.now() + abandonedMs);
    const { job } = progress;
    await changeImport(databaseOf(this.env, job.organizationId), job.organizationId, job.importId, ['running'], {
      state: 'failed',
      problem,
      updatedAt: Date.now(),
    });
    await this.publish(job, true);
  }

  /** Tells the open consoles; a lost frame is made good by the next one or by a reload. */
  private async publish(job: ImportJob, always: boolean): Promise<void> {
    const now = Date.now();
    if (!always && now - this.publishedAt < publishEveryMs) return;
    this.publishedAt = now;
    try {
      const database = databaseOf(this.env, job.organizationId);
      const row = await importById(database, job.organizationId, job.eventId, job.importId);
      if (!row) return;
      const rejects = await firstRejects(database, job.organizationId, [job.importId]);
      const frame: ToConsole = { type: 'import', import: importView(row, rejects.get(job.importId) ?? []) };
      await orchestratorOf(this.env, job.eventId).publish(JSON.stringify(frame));
    } catch (error) {
      log('warn', 'import progress not shown', { importId: job.importId, ...errorFields(error) });
    }
  }

  private progress(): Progress | null {
    const [row] = this.ctx.storage.sql.exec<{ value: string }>('SELECT value FROM progress WHERE id = 1').toArray();
    return row ? parsedProgress(row.value) : null;
  }

  private save(progress: Progress): void {
    this.ctx.storage.sql.exec(
      'INSERT INTO progress (id, value) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value',
      JSON.stringify(progress),
    );
  }

  private async forget(): Promise<void> {
    this.ready = null;
    this.ctx.storage.sql.exec('DELETE FROM rows');
    this.ctx.storage.sql.exec('DELETE FROM progress');
    await this.ctx.storage.deleteAlarm();
  }
}

/** Only this object writes it. */
function parsedProgress(text: string): Progress {
  return JSON.parse(text);
}

/** Only the import routes write it, from a parsed mapping. */
function parsedJob(text: string): ImportJob {
  return JSON.parse(text);
}
