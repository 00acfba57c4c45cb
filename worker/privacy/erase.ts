import type { ErasureAction } from '../contract/privacy';
import { AppError } from '../core/errors';
import { asBatch } from '../db/commit';
import { type Database, databaseOf } from '../db/database';
import { cancelQueuedFor } from '../db/records/contacts';
import { addressDigest, beginErasure, type ErasureRow, endErasure, erasureById, erasurePlan, keepReceipt } from '../db/records/privacy';
import { log } from '../log';
import { orchestratorOf, supportObjects } from '../objects';
import { newId } from '../random';
import { eraseActivities } from './activities';
import { heldOf } from './find';
import { uploadedRows } from './importers';
import { eraseMentions, mentioning, mentioningAction } from './mentions';
import { obstaclesTo } from './obstacles';
import { eraseOwn, ownRows } from './own-rows';
import { type Person, personOf } from './person';
import { ErasedInObject, Plan, places } from './places';
import { samplesStatement } from './samples';

type Line = ErasureRow['receipt'][number];

/**
 * Removes a person from every store. Throws `conflict` with what to do while something of theirs is under way. What has begun is
 * finished even if this call dies: the plan is kept, every step may run again, and the cron goes on with it.
 */
export async function erase(env: Env, who: { organizationId: string; address: string; by: string }, now: number): Promise<ErasureRow> {
  const { organizationId } = who;
  const db = databaseOf(env, organizationId);
  const id = newId('erasure', now);
  const person = await personOf(env, db, organizationId, who.address, `erased-${id.slice(-10)}@invalid`);
  const obstacles = await obstaclesTo(db, person);
  if (obstacles.length > 0)
    throw new AppError('conflict', `This person cannot be erased yet. ${obstacles.join(' ')}`, { retry: 'after-person' });
  const planned = await heldOf(env, db, person);
  const digest = await addressDigest(db, organizationId, person.address, now);
  const row = { id, organizationId, subjectDigest: digest, requestedBy: who.by, requestedAt: now };
  const begun = await beginErasure(db, row, { person, planned });
  return goOn(env, begun, now);
}

/** Carries an erasure to its end from wherever it stands. */
export async function goOn(env: Env, { id, organizationId }: ErasureRow, now: number): Promise<ErasureRow> {
  const db = databaseOf(env, organizationId);
  const plan = Plan.safeParse(await erasurePlan(db, organizationId, id));
  if (plan.success) {
    const startedAt = Date.now();
    const receipt = await eraseEverywhere(env, db, id, plan.data, now);
    await keepReceipt(db, organizationId, id, receipt);
    await endErasure(db, organizationId, id, now);
    // The launcher of a local run compacts the files of the databases when it sees this line: deleted text stays in their free pages.
    log('info', 'erased', { organization: organizationId, erasure: id, ms: Date.now() - startedAt });
  }
  const done = await erasureById(db, organizationId, id);
  if (!done) throw new AppError('not_found', 'There is no such erasure.');
  return done;
}

async function eraseEverywhere(env: Env, db: Database, erasureId: string, { person, planned }: Plan, now: number): Promise<Line[]> {
  const { organizationId } = person;
  const lines: Line[] = [];
  const add = (store: string, what: string, count: number, action: ErasureAction, note = '') => {
    const held = planned.find((entry) => entry.store === store && entry.what === what)?.count ?? 0;
    const most = Math.max(held, count);
    if (most > 0 || note !== '') lines.push({ store, what, count: most, action: note === '' ? action : `${action}: ${note}` });
  };

  const cancelled = await db.batch(
    asBatch(cancelQueuedFor(db, { organizationId, address: person.address, all: true, company: '' }, 'the person was erased', now)),
  );
  const stopped: unknown = cancelled.at(-1);
  add(places.records, 'mails that waited to be sent', Array.isArray(stopped) ? stopped.length : 0, 'deleted');

  let messages = 0;
  let mentions = 0;
  let buffered = 0;
  for (const eventId of person.eventIds)
    for (const object of supportObjects(env, eventId)) {
      const found = ErasedInObject.parse(JSON.parse(await object.erasePerson(JSON.stringify(person))));
      messages += found.messages;
      mentions += found.mentions;
      buffered += found.buffered;
    }
  add(places.support, 'messages', messages, 'deleted');
  add(places.support, 'texts of others that name them', mentions, 'masked');
  add(places.support, 'log rows on their way', buffered, 'key_destroyed');
  add(places.importers, 'rows of uploaded files', await uploadedRows(env, db, person, true), 'deleted');

  for (const rows of ownRows) add(places.records, rows.what, await eraseOwn(db, person, rows), rows.action);
  add(places.records, 'samples in the mappings of imports', await forgetSamples(db, organizationId), 'deleted');
  for (const where of mentioning) {
    const count = await eraseMentions(db, person, where);
    add(places.records, where.what, count, mentioningAction[where.how], count > 0 ? (where.note ?? '') : '');
  }
  // A row from before sealing is sealed as the chain takes it in; only then has it a key to destroy.
  for (const eventId of person.eventIds) await orchestratorOf(env, eventId).sealLog();
  const activities = await eraseActivities(db, person, now);
  add(places.records, 'activities', activities.rows, 'key_destroyed');
  for (const [eventId, keys] of activities.byEvent)
    await orchestratorOf(env, eventId).noteLog(JSON.stringify({ kind: 'erased', at: now, erasure: erasureId, keys }));
  add(places.records, 'opt-outs and other stops', await keepStop(db, person, now), 'pseudonymised');

  const members = await memberships(db, person);
  if (members > 0)
    add(places.records, 'team account', members, 'kept', 'They are a member of your team: remove them under Settings if they leave.');
  add(places.vectors, 'passages of your pages', 0, 'kept', 'Only the pages that you publish are indexed; questions are not.');
  add(places.queue, 'messages under way', 0, 'kept', 'They name effects by id and nobody.');
  add(places.logs, 'log lines', 0, 'kept', 'They hold ids, routes and figures and nobody.');
  add(places.backups, 'restore points of the databases', 0, 'kept', 'Cloudflare keeps up to 30 days to restore from; then they are gone.');
  add(
    places.services,
    'mails and payments at the services you connected',
    0,
    'kept',
    'What your mail and payment services keep follows their own rules: ask them there.',
  );
  return lines;
}

/** Samples of a file's cells stand by column, not by person: none of them is told from another, and none is needed once the columns are mapped. */
async function forgetSamples(db: Database, organizationId: string): Promise<number> {
  const { meta } = await db.$client.prepare(samplesStatement).bind(organizationId).run();
  return meta.changes;
}

/** An opt-out outlives the person: what stays is a keyed digest, with which the address can be recognised and not read. */
async function keepStop(db: Database, person: Person, now: number): Promise<number> {
  const { organizationId, address } = person;
  const digest = await addressDigest(db, organizationId, address, now);
  const d1 = db.$client;
  const [, kept] = await d1.batch([
    d1
      .prepare(
        `INSERT INTO suppressions (id, organization_id, channel, address, reason, source, created_at)
         SELECT 'sup_' || substr(?3, 1, 24), organization_id, 'digest', ?3, reason, 'kept after an erasure', ?4 FROM suppressions
         WHERE organization_id = ?1 AND channel = 'mail' AND address = ?2 ON CONFLICT DO NOTHING`,
      )
      .bind(organizationId, address, digest, now),
    d1.prepare("DELETE FROM suppressions WHERE organization_id = ? AND channel = 'mail' AND address = ?").bind(organizationId, address),
  ]);
  return kept?.meta.changes ?? 0;
}

async function memberships(db: Database, person: Person): Promise<number> {
  const row = await db.$client
    .prepare('SELECT count(*) AS n FROM member m JOIN user u ON u.id = m."userId" WHERE m."organizationId" = ? AND lower(u.email) = ?')
    .bind(person.organizationId, person.address)
    .first<{ n: number }>();
  return row?.n ?? 0;
}
