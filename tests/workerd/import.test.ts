import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Importer } from '../../durable-objects/importer';
import type { Import } from '../../worker/contract/attendees';
import type { Endpoint } from '../../worker/contract/endpoint';
import type { Call } from '../../worker/http/handler';
import { attendeeRoutes } from '../../worker/http/routes/attendees';
import { importRoutes } from '../../worker/http/routes/imports';

const organizationId = 'org_import';
const eventId = 'evt_import0001';
const other = 'org_other';
const now = Date.parse('2026-05-01T12:00:00Z');

beforeAll(async () => {
  await env.DB.batch([
    ...[organizationId, other].map((id) =>
      env.DB.prepare('INSERT INTO organization (id, name, slug, createdAt) VALUES (?1, ?1, ?1, ?2)').bind(id, now),
    ),
    ...[
      [eventId, organizationId],
      ['evt_import0002', organizationId],
      ['evt_other00001', other],
    ].map(([id, owner]) =>
      env.DB.prepare(
        `INSERT INTO events (id, organization_id, name, starts_at, ends_at, time_zone, currency, refund_policy, brand_color, contact_email, allowed_origins, clock, state, created_at, updated_at)
         VALUES (?1, ?2, 'Event', '2026-09-01T09:00', '2026-09-02T18:00', 'Europe/Berlin', 'EUR', '[]', '#0a7d5a', 'hello@x.example', '[]', 'real', 'active', ?3, ?3)`,
      ).bind(id, owner, now),
    ),
  ]);
});

/** What a handler takes of a call. */
function aCall<C>(parts: { params: object; query?: object; body?: unknown; organization?: string; fileName?: string; now?: number }): C {
  const call: Partial<Call<Endpoint>> = {
    env,
    now: parts.now ?? now,
    identity: { kind: 'user', actor: 'usr_1', label: 'Ann', organizationId: parts.organization ?? organizationId, role: 'organizer' },
    request: new Request('https://x.example/', { headers: { 'x-file-name': encodeURIComponent(parts.fileName ?? 'list.csv') } }),
  };
  return { ...call, query: { limit: 50, ...parts.query }, params: parts.params, body: parts.body } as C;
}

const upload = (text: string | Uint8Array, event = eventId) =>
  importRoutes['POST /events/{eventId}/imports'](
    aCall({ params: { eventId: event }, body: typeof text === 'string' ? new TextEncoder().encode(text) : text }),
  );
const show = (importId: string, event = eventId) =>
  importRoutes['GET /events/{eventId}/imports/{importId}'](aCall({ params: { eventId: event, importId } }));

/** The generated binding does not carry the class. */
const importerOf = (importId: string) => env.IMPORTER.getByName(importId) as unknown as DurableObjectStub<Importer>;

async function run(importId: string, event = eventId, columns?: { index: number; field: string }[]): Promise<Import> {
  await importRoutes['POST /events/{eventId}/imports/{importId}/start'](aCall({ params: { eventId: event, importId }, body: { columns } }));
  return drain(importId, event);
}

async function drain(importId: string, event = eventId): Promise<Import> {
  for (let turn = 0; turn < 200; turn++) {
    await runDurableObjectAlarm(importerOf(importId));
    const state = await show(importId, event);
    if (state.state !== 'running') return state;
  }
  throw new Error('the import does not end');
}

const search = (q?: string, event = eventId, organization = organizationId) =>
  attendeeRoutes['GET /events/{eventId}/attendees'](aCall({ params: { eventId: event }, query: { q }, organization }));
const edit = (ticketId: string, body: object) =>
  attendeeRoutes['PATCH /events/{eventId}/attendees/{ticketId}'](aCall({ params: { eventId, ticketId }, body }));
const ticketOf = async (q: string) => {
  const [row] = (await search(q)).items;
  if (!row) throw new Error(`no ticket for ${q}`);
  return row;
};

const header = 'Order id,Ticket id,Ticket type,Price,Order status,Buyer email,Attendee name,Attendee email';
const table = (...lines: string[]) => [header, ...lines].join('\n');

describe('an import', () => {
  it('recognises, merges, and on a second time updates without doubling while manual edits stay', async () => {
    const first = await upload(
      table(
        'A1,T-0001,Pass,100.00,paid,buyer@x.example,Ann Lee,ann@x.example',
        'A1,T-0002,Pass,100.00,paid,buyer@x.example,,',
        'B2,T-0003,Day,20.00,pending,bob@x.example,Bob Ray,bob@x.example',
        'C3,T-0004,Day,oops,paid,c@x.example,Cy Oh,c@x.example',
      ),
    );
    expect(first).toMatchObject({ state: 'uploaded', source: 'sheet', totalRows: 4, fileName: 'list.csv' });
    const done = await run(first.id);
    expect(done).toMatchObject({
      state: 'done',
      doneRows: 4,
      counts: { rows: 4, orders: 2, tickets: 3, attendees: 2, unassigned: 1, rejected: 1 },
    });
    expect(done.rejects).toMatchObject([{ line: 5, reason: expect.stringContaining('"oops"') }]);
    expect((await search()).total).toBe(3);

    const ann = await ticketOf('ann@x');
    const before = await env.DB.prepare('SELECT secret, version FROM tickets WHERE id = ?').bind(ann.ticketId).first();
    const edited = await edit(ann.ticketId, { name: 'Anna Lee' });
    expect(edited).toMatchObject({ name: 'Anna Lee', history: [{ kind: 'edit' }] });
    expect(
      await edit((await search('A1')).items.find((row) => row.state === 'unassigned')?.ticketId ?? '', {
        name: 'Uma Own',
        email: 'uma@x.example',
      }),
    ).toMatchObject({ state: 'valid', name: 'Uma Own' });

    const again = await upload(
      table(
        'A1,T-0001,Pass,100.00,cancelled,buyer@x.example,Ann Lee,ann.new@x.example',
        'A1,T-0002,Pass,100.00,cancelled,buyer@x.example,,',
        'B2,T-0003,Day,20.00,paid,bob@x.example,Eve New,eve@x.example',
      ),
    );
    expect(await run(again.id)).toMatchObject({ state: 'done', counts: { orders: 2, tickets: 3 } });
    expect((await search()).total).toBe(3);
    expect(await ticketOf('Anna')).toMatchObject({
      ticketId: ann.ticketId,
      name: 'Anna Lee',
      email: 'ann.new@x.example',
      state: 'cancelled',
      orderState: 'cancelled',
    });
    expect(await ticketOf('uma@x')).toMatchObject({ name: 'Uma Own', state: 'cancelled' });
    expect(await ticketOf('B2')).toMatchObject({ name: 'Eve New', email: 'eve@x.example', orderState: 'paid' });
    expect(
      await env.DB.prepare("SELECT count(*) AS n FROM attendees WHERE event_id = ?1 AND name IN ('Bob Ray', 'Eve New')")
        .bind(eventId)
        .first('n'),
    ).toBe(2);
    const after = await env.DB.prepare('SELECT secret, version FROM tickets WHERE id = ?').bind(ann.ticketId).first();
    expect(after?.secret).toBe(before?.secret);
    expect(after?.version).toBeGreaterThan(Number(before?.version) + 1);
  });

  it('leaves a ticket that was transferred here with its new holder, and a refund made here refunded', async () => {
    const file = await upload(table('X1,T-9001,Pass,50.00,paid,x@x.example,Old Holder,old@x.example'));
    await run(file.id);
    const ticket = await ticketOf('old@x');
    await env.DB.batch([
      env.DB.prepare(
        `INSERT INTO attendees (id, organization_id, event_id, name, email, attributes, edited_fields, created_at, updated_at) VALUES ('att_new', ?1, ?2, 'New Holder', 'new@x.example', '{}', '[]', ?3, ?3)`,
      ).bind(organizationId, eventId, now),
      env.DB.prepare(`UPDATE tickets SET attendee_id = 'att_new', secret = 'fresh', edited_fields = '["attendee"]' WHERE id = ?`).bind(
        ticket.ticketId,
      ),
    ]);
    await run((await upload(table('X1,T-9001,Pass,50.00,paid,x@x.example,Old Holder,old@x.example'))).id);
    expect(await ticketOf('X1')).toMatchObject({ name: 'New Holder', ticketId: ticket.ticketId });
    expect(await env.DB.prepare('SELECT secret FROM tickets WHERE id = ?').bind(ticket.ticketId).first('secret')).toBe('fresh');

    await env.DB.batch([
      env.DB.prepare(
        `INSERT INTO refunds (id, organization_id, event_id, order_id, ticket_id, amount_minor, currency, reason, state, command_id, created_at, updated_at) VALUES ('ref_1', ?1, ?2, ?3, NULL, 5000, 'EUR', 'asked', 'succeeded', 'cmd_1', ?4, ?4)`,
      ).bind(organizationId, eventId, ticket.orderId, now),
      env.DB.prepare(`UPDATE tickets SET state = 'refunded' WHERE id = ?`).bind(ticket.ticketId),
      env.DB.prepare(`UPDATE orders SET state = 'refunded', refunded_minor = 5000 WHERE id = ?`).bind(ticket.orderId),
    ]);
    await run((await upload(table('X1,T-9001,Pass,50.00,paid,x@x.example,Old Holder,old@x.example'))).id);
    expect(await ticketOf('X1')).toMatchObject({ state: 'refunded', orderState: 'refunded' });
  });

  it('goes on after a crash between a batch and its mark, and doubles nothing', async () => {
    const event = 'evt_import0002';
    const lines = Array.from(
      { length: 2500 },
      (_, i) => `O${i % 1250},T-${i + 10_000},Pass,10.00,paid,b${i % 1250}@x.example,Person ${i},p${i}@x.example`,
    );
    lines.push('bad,T-1,Pass,abc,paid,a@x.example,P,p@x.example');
    const file = await upload(table(...lines), event);
    const stub = importerOf(file.id);
    await importRoutes['POST /events/{eventId}/imports/{importId}/start'](
      aCall({ params: { eventId: event, importId: file.id }, body: {} }),
    );
    const done = await drain(file.id, event);
    expect(done).toMatchObject({ state: 'done', counts: { orders: 1250, tickets: 2500, rejected: 1 }, doneRows: 2501 });
    expect(await runInDurableObject(stub, (_, state) => state.storage.sql.exec('SELECT count(*) AS n FROM rows').one().n)).toBe(0);

    // The same file once more, its progress wound back as a crash would leave it.
    const second = await upload(table(...lines), event);
    const again = importerOf(second.id);
    await importRoutes['POST /events/{eventId}/imports/{importId}/start'](
      aCall({ params: { eventId: event, importId: second.id }, body: {} }),
    );
    await runInDurableObject(again, async (object, state) => {
      const marked = state.storage.sql.exec('SELECT value FROM progress').one().value;
      const before = JSON.parse(String(marked));
      await object.alarm();
      if (state.storage.sql.exec('SELECT 1 FROM progress').toArray().length === 0) return;
      state.storage.sql.exec('UPDATE progress SET value = ?', JSON.stringify(before));
    });
    expect(await drain(second.id, event)).toMatchObject({ state: 'done', counts: { orders: 1250, tickets: 2500, rejected: 1 } });
    const n = (sql: string) => env.DB.prepare(sql).bind(event).first('n');
    expect(await n('SELECT count(*) AS n FROM tickets WHERE event_id = ?')).toBe(2500);
    expect(await n('SELECT count(*) AS n FROM orders WHERE event_id = ?')).toBe(1250);
    expect(await n('SELECT count(*) AS n FROM attendees WHERE event_id = ?')).toBe(2500);
    expect(await env.DB.prepare('SELECT count(*) AS n FROM import_rejects WHERE import_id = ?').bind(second.id).first('n')).toBe(1);
  });

  it('ends the tickets of an order that an orders report calls cancelled', async () => {
    await run(
      (
        await upload(
          'Order code,Position ID,Status,Email,Product,Attendee name\nKX1,1,Paid,k@x.example,Pass,Kay Ex\nKX2,1,Paid,l@x.example,Pass,Lou Ex',
        )
      ).id,
    );
    const report = await upload(
      'Event slug,Order code,Order total,Status,Email,Positions\ne,KX1,10.00,Canceled,k@x.example,1\ne,KX2,10.00,Paid,l@x.example,1',
    );
    expect(report).toMatchObject({ source: 'pretix', problem: expect.stringContaining('orders without their tickets') });
    await run(report.id);
    expect(await ticketOf('KX1')).toMatchObject({ state: 'cancelled', orderState: 'cancelled' });
    expect(await ticketOf('KX2')).toMatchObject({ state: 'valid', orderState: 'paid' });
  });

  it('takes a mapping from a person, and refuses a column that is not there', async () => {
    const file = await upload('Wer,Kontakt\nZoe Neu,zoe@x.example');
    await expect(run(file.id, eventId, [{ index: 7, field: 'buyer_name' }])).rejects.toThrow('no column 7');
    await run(file.id, eventId, [
      { index: 0, field: 'attendee_name' },
      { index: 1, field: 'attendee_email' },
    ]);
    expect(await ticketOf('zoe@x')).toMatchObject({ name: 'Zoe Neu', source: 'sheet' });
    await expect(run(file.id)).rejects.toThrow('is done');
  });

  it('says what is wrong with a file that is no list', async () => {
    await expect(upload('Name,Email\n')).rejects.toThrow('no rows');
    await expect(upload(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).rejects.toThrow('old or password-protected');
  });

  it('escapes formulas in the download of rejected rows', async () => {
    const file = await upload('Name,Email\n=HYPERLINK(1),nope\n');
    await run(file.id);
    const csv = await importRoutes['GET /events/{eventId}/imports/{importId}/rejects.csv'](
      aCall({ params: { eventId, importId: file.id } }),
    );
    expect(csv).toContain(`2,"e-mail of the attendee: ""nope"" is not an e-mail address",'=HYPERLINK(1),nope`);
  });

  it('keeps organizations apart', async () => {
    const file = await upload('Name,Email\nA,a@x.example');
    const params = { eventId, importId: file.id };
    await expect(importRoutes['GET /events/{eventId}/imports/{importId}'](aCall({ params, organization: other }))).rejects.toThrow(
      'no such import',
    );
    await expect(
      importRoutes['POST /events/{eventId}/imports/{importId}/start'](aCall({ params, body: {}, organization: other })),
    ).rejects.toThrow('no such import');
    expect((await search(undefined, eventId, other)).total).toBe(0);
    await importRoutes['POST /events/{eventId}/imports/{importId}/cancel'](aCall({ params }));
    expect(await show(file.id)).toMatchObject({ state: 'cancelled' });
  });
});
