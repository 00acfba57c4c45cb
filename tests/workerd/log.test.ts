import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LogHead, LogVerification } from '../../worker/contract/log';
import type { ActivityDetail } from '../../worker/contract/work';
import { type Link, startVerification, verifyLinks } from '../../worker/core/log/verify';
import { sharedDatabase } from '../../worker/db/database';
import { destroyKeys } from '../../worker/db/subject-keys';
import { sha256 } from '../../worker/digest';
import { orchestratorOf } from '../../worker/objects';
import { aProduct, type Product, theOwner } from '../support/product';

const words = 'Which gate is next to the lighthouse cafe?';

/** An event in which something happened, everything of it in the records. */
async function anEventWithALog(): Promise<Product & { conversationId: string }> {
  const product = await aProduct();
  await product.call('POST', `/events/${product.eventId}/documents`, {
    kind: 'text',
    title: 'Venue',
    text: '# Venue\n\nThe doors open at 08:30.',
  });
  const attendee = await product.attendee();
  await attendee.say(words);
  await attendee.say('When do the doors open?');
  await product.support(attendee.conversationId).flush();
  return { ...product, conversationId: attendee.conversationId };
}

const verify = (product: Product) => product.call<LogVerification>('POST', `/events/${product.eventId}/log/verify`, {});
const head = (product: Product) => product.call<LogHead>('GET', `/events/${product.eventId}/log`);
const activities = (product: Product) =>
  product.sql<Record<string, string | null>>(
    'SELECT * FROM agent_support_activities WHERE event_id = ? ORDER BY created_at, id',
    product.eventId,
  );
const exported = async (product: Product, format: string) =>
  (await (await theOwner()).get(`/api/v1/events/${product.eventId}/log/export?format=${format}`)).text();

let product: Awaited<ReturnType<typeof anEventWithALog>>;
beforeAll(async () => {
  product = await anEventWithALog();
});

describe('what an activity says about people', () => {
  it('is stored sealed, and read in the log as it was written', async () => {
    const stored = await activities(product);
    expect(stored.length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(stored)).not.toContain('lighthouse');
    const { items } = await product.call<{ items: ActivityDetail[] }>('GET', `/events/${product.eventId}/activities?agent=support`);
    const details = await Promise.all(
      items.map((item) => product.call<{ reasoning: string | null }>('GET', `/events/${product.eventId}/activities/${item.id}`)),
    );
    expect(JSON.stringify(details)).toContain('lighthouse');
    expect(details.every((detail) => detail.reasoning !== null)).toBe(true);
  });

  it('cannot be moved to another row', async () => {
    const other = await anEventWithALog();
    const [one, two] = await activities(other);
    await other.sql('UPDATE agent_support_activities SET input_data = ? WHERE id = ?', one?.input_data, two?.id);
    const detail = await other.call('GET', `/events/${other.eventId}/activities/${two?.id}`);
    expect(detail).toMatchObject({ reasoning: '[erased]', input: null, output: null });
  });

  it('is unreadable once its key is destroyed, and the chain still verifies', async () => {
    const other = await anEventWithALog();
    expect((await verify(other)).ok).toBe(true);
    expect(await destroyKeys(sharedDatabase(env), other.organizationId, [other.conversationId], 1)).toBe(1);
    const { items } = await other.call<{ items: ActivityDetail[] }>('GET', `/events/${other.eventId}/activities?agent=support`);
    expect(new Set(items.map((item) => item.reasoning))).toEqual(new Set(['[erased]']));
    expect(await verify(other)).toMatchObject({ ok: true, firstBroken: null });
    expect(await exported(other, 'json')).not.toContain('lighthouse');
  });

  it('written after its key was destroyed, it has a new one', async () => {
    const other = await anEventWithALog();
    await destroyKeys(sharedDatabase(env), other.organizationId, [other.conversationId], 1);
    await other.support(other.conversationId).ask(other.conversationId, 'Is there a lighthouse tour?', 'en', 'usr_none');
    await other.support(other.conversationId).flush();
    const { items } = await other.call<{ items: ActivityDetail[] }>('GET', `/events/${other.eventId}/activities?agent=support`);
    expect(items[0]?.reasoning).not.toBe('[erased]');
    expect(items.at(-1)?.reasoning).toBe('[erased]');
  });

  it('in a row from before sealing is sealed before the row enters the chain', async () => {
    const other = await aProduct();
    await other.sql(
      `INSERT INTO agent_support_activities (id, organization_id, event_id, agent_id, activity_type, input_data, reasoning, status, autonomous, required_human_review, created_at)
       VALUES ('act_before', ?, ?, 'support_agent', 'knowledge_search', '{"query":"lighthouse"}', 'about the lighthouse', 'success', 1, 0, 5)`,
      other.organizationId,
      other.eventId,
    );
    expect(await other.call('GET', `/events/${other.eventId}/activities/act_before`)).toMatchObject({ input: { query: 'lighthouse' } });
    expect(await verify(other)).toMatchObject({ ok: true, late: 1 });
    expect(JSON.stringify(await activities(other))).not.toContain('lighthouse');
    expect(await other.call('GET', `/events/${other.eventId}/activities/act_before`)).toMatchObject({
      input: { query: 'lighthouse' },
      reasoning: 'about the lighthouse',
    });
  });
});

describe('the chain of an event', () => {
  it('takes in every row once, however often it is sealed, and says where it stands', async () => {
    const first = await verify(product);
    expect(first).toMatchObject({ ok: true, firstBroken: null, unsealed: 0, pruned: 0 });
    expect(first.entries).toBeGreaterThanOrEqual((await activities(product)).length);
    await Promise.all(Array.from({ length: 4 }, () => verify(product)));
    expect(await verify(product)).toMatchObject({ entries: first.entries, head: first.head });
    expect(await head(product)).toMatchObject({ entries: first.entries, head: first.head, unsealed: 0 });
  });

  it('is sealed without being asked, once something was written', async () => {
    const other = await anEventWithALog();
    expect((await head(other)).unsealed).toBeGreaterThan(0);
    const orchestrator = env.ORCHESTRATOR.getByName(other.eventId) as unknown as { sealSome(): Promise<void> };
    await orchestrator.sealSome();
    expect(await head(other)).toMatchObject({ unsealed: 0 });
    expect((await head(other)).entries).toBeGreaterThan(0);
  });

  it('goes on after a crash between the database and the memory of its keeper', async () => {
    const other = await anEventWithALog();
    const before = await verify(other);
    const orchestrator = env.ORCHESTRATOR.getByName(other.eventId);
    const memory = (state: DurableObjectState) => state.storage.sql;
    const rows = await runInDurableObject(orchestrator, (_, state) => memory(state).exec('SELECT * FROM log_head').toArray());
    await other.support(other.conversationId).ask(other.conversationId, 'When do the doors open?', 'en', 'usr_none');
    await other.support(other.conversationId).flush();
    const after = await verify(other);
    await runInDurableObject(orchestrator, (_, state) =>
      memory(state).exec('UPDATE log_head SET seq = ?, hash = ?', rows[0]?.seq ?? 0, rows[0]?.hash ?? ''),
    );
    expect(after.entries).toBeGreaterThan(before.entries);
    expect(await verify(other)).toMatchObject({ ok: true, entries: after.entries, head: after.head });
  });

  it.each([
    ['a changed row', "UPDATE agent_support_activities SET tool = 'process_refund' WHERE id = ?", 'row_changed'],
    ['a deleted row', 'DELETE FROM agent_support_activities WHERE id = ?', 'row_deleted'],
    ['a deleted entry', 'DELETE FROM log_entries WHERE row_id = ?', 'entry_missing'],
    ['a changed entry', "UPDATE log_entries SET row_hash = 'x' WHERE row_id = ?", 'entry_changed'],
    ['an entry that moved', 'UPDATE log_entries SET seq = seq + 100 WHERE row_id = ?', 'entry_missing'],
  ])('shows %s', async (_name, statement, problem) => {
    const other = await anEventWithALog();
    await verify(other);
    const [row] = await activities(other);
    await other.sql(statement, row?.id);
    const result = await verify(other);
    expect(result.ok).toBe(false);
    expect(result.firstBroken?.problem).toBe(problem);
    if (problem.startsWith('row')) expect(result.firstBroken).toMatchObject({ source: 'agent_support_activities', rowId: row?.id });
  });

  it('shows that its end was cut off, rows and entries together, and does not heal when it goes on', async () => {
    const other = await anEventWithALog();
    const before = await verify(other);
    await other.sql('DELETE FROM log_entries WHERE event_id = ? AND seq > ?', other.eventId, before.entries - 2);
    await other.sql(
      'DELETE FROM agent_support_activities WHERE event_id = ?1 AND id NOT IN (SELECT row_id FROM log_entries WHERE event_id = ?1)',
      other.eventId,
    );
    expect((await verify(other)).firstBroken).toMatchObject({ problem: 'truncated', seq: before.entries - 1 });
    await other.support(other.conversationId).ask(other.conversationId, 'When do the doors open?', 'en', 'usr_none');
    await other.support(other.conversationId).flush();
    expect((await verify(other)).firstBroken).toMatchObject({ problem: 'entry_missing', seq: before.entries - 1 });
  });

  it('keeps the hashes of what retention deletes, notes it, and verifies', async () => {
    const other = await anEventWithALog();
    const before = await verify(other);
    expect(await orchestratorOf(env, other.eventId).pruneLog(Date.now() + 1)).toBe((await activities(other)).length || before.entries);
    const after = await verify(other);
    expect(after).toMatchObject({ ok: true, entries: before.entries + 1 });
    expect(after.pruned).toBeGreaterThan(0);
    expect(await activities(other)).toEqual([]);
  });
});

describe('an export', () => {
  it('as JSON is verified by anybody, without the product', async () => {
    await verify(product);
    const file = JSON.parse(await exported(product, 'json')) as {
      eventId: string;
      remembered: { seq: number; hash: string };
      entries: (Link['entry'] & { row: Link['row'] })[];
    };
    const links = file.entries.map(({ row, ...entry }) => ({ entry, row }));
    const state = await verifyLinks(sha256, startVerification(file.eventId), links, { remembered: file.remembered, realClock: true });
    expect(state).toMatchObject({ broken: null, head: file.remembered });
    expect(JSON.stringify(file)).toContain('lighthouse');
  });

  it('as CSV escapes what a spreadsheet would run', async () => {
    const attendee = await product.attendee();
    await attendee.say('=HYPERLINK("https://evil.example","x")');
    await product.support(attendee.conversationId).flush();
    const lines = (await exported(product, 'csv')).split('\r\n');
    expect(lines[0]).toContain('seq,sealed_at,source');
    expect(lines.some((line) => /(^|,)"?[=+@]/.test(line))).toBe(false);
    expect(lines.length).toBeGreaterThan(3);
  });

  it('is a download of its own name', async () => {
    const answer = await (await theOwner()).get(`/api/v1/events/${product.eventId}/log/export?format=csv`);
    expect(answer.headers.get('content-disposition')).toMatch(new RegExp(`filename="log-${product.eventId}-\\d{4}-\\d\\d-\\d\\d.csv"`));
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    await answer.text();
  });
});
