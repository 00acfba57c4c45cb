import { exports } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { home } from '../support/http-client';
import { aProduct, type Product } from '../support/product';

/** An event on a virtual clock that stands on a Monday, with one company, one person and meetings that were offered to them. */
let product: Product;
const monday = Date.parse('2099-03-02T06:00:00Z');
const hour = 3_600_000;
let made = 0;

beforeAll(async () => {
  product = await aProduct({ clock: 'virtual', timeZone: 'Europe/Berlin' });
  const { eventId, organizationId, sql } = product;
  await sql('UPDATE events SET clock_now = ? WHERE id = ?', monday, eventId);
  await sql(
    `INSERT INTO companies (id, organization_id, name, source, created_at, updated_at) VALUES ('cmp_meet00', ?, 'Nordlicht Cloud', 'sheet', 0, 0)`,
    organizationId,
  );
  await sql(
    `INSERT INTO crm_contacts (id, organization_id, company_id, name, email, source, created_at, updated_at) VALUES ('con_meet00', ?, 'cmp_meet00', 'Ada Berg', 'ada@nordlicht.example', 'sheet', 0, 0)`,
    organizationId,
  );
  await sql(
    `INSERT INTO deals (id, organization_id, event_id, company_id, stage, currency, stage_at, created_at, updated_at) VALUES ('dea_meet00', ?, ?, 'cmp_meet00', 'contacted', 'EUR', 0, 0, 0)`,
    organizationId,
    eventId,
  );
  await product.call('PUT', `/events/${eventId}/sales/settings`, {
    availability: { timeZone: 'Europe/Berlin', noticeHours: 1, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, stepMinutes: 60, perDay: 8 },
  });
});

async function anOffer(): Promise<{ id: string; token: string; path: string }> {
  const id = `mtg_offer${made++}`;
  const token = `${'abcdefghjkmnpqrstuvw'}${String.fromCharCode(97 + made)}${id.slice(-1)}`;
  await product.sql(
    `INSERT INTO meetings (id, organization_id, event_id, company_id, deal_id, contact_id, title, guest_name, guest_email, state, minutes, uid, provider, token, created_at, updated_at)
     VALUES (?1, ?2, ?3, 'cmp_meet00', 'dea_meet00', 'con_meet00', 'Sponsoring', 'Ada Berg', 'ada@nordlicht.example', 'offered', 60, ?1 || '@events.example.org', 'built_in', ?4, 0, 0)`,
    id,
    product.organizationId,
    product.eventId,
    token,
  );
  return { id, token, path: `/m/${token}` };
}

const get = async (path: string) => {
  const answer = await exports.default.fetch(new Request(`${home}${path}`));
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};
const post = async (path: string, form: Record<string, string>) => {
  const answer = await exports.default.fetch(
    new Request(`${home}${path}`, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      redirect: 'manual',
    }),
  );
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
};
const meeting = async (id: string) => {
  const [row] = await product.sql<{ state: string; starts_at: number | null; sequence: number; guest_time_zone: string | null }>(
    'SELECT * FROM meetings WHERE id = ?',
    id,
  );
  if (!row) throw new Error('no meeting');
  return row;
};
const mails = (id: string) =>
  product.sql<{ idempotency_key: string; target: string; payload: string }>(
    `SELECT idempotency_key, target, payload FROM outbox WHERE event_id = ? AND idempotency_key LIKE ? ORDER BY idempotency_key`,
    product.eventId,
    `meeting:${id}:%`,
  );
const at = (iso: string) => String(Date.parse(iso));

describe('the page on which a guest chooses a time', () => {
  it('shows what is free in the zone of whoever looks, and books nothing by being opened', async () => {
    const offer = await anOffer();
    const { status, text, headers } = await get(`${offer.path}?zone=America/New_York`);
    expect(status).toBe(200);
    // 09:00 in Berlin.
    expect(text).toContain('03:00');
    expect(text).toContain('Tuesday 3 March');
    expect(text).not.toContain('<script>');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect((await meeting(offer.id)).state).toBe('offered');
  });

  it('books the time that is chosen: the meeting, the deal, the log and an invitation to both sides', async () => {
    const offer = await anOffer();
    const answer = await post(offer.path, { start: at('2099-03-03T09:00:00Z'), zone: 'America/New_York' });
    expect(answer.status).toBe(303);
    expect(answer.location).toContain(offer.path);
    expect(await meeting(offer.id)).toMatchObject({
      state: 'booked',
      starts_at: Date.parse('2099-03-03T09:00:00Z'),
      sequence: 0,
      guest_time_zone: 'America/New_York',
    });
    const [deal] = await product.sql<{ stage: string }>(`SELECT stage FROM deals WHERE id = 'dea_meet00'`);
    expect(deal?.stage).toBe('meeting');
    const sent = await mails(offer.id);
    expect(sent.map(({ target }) => target)).toEqual(['ada@nordlicht.example', expect.stringContaining('@')]);
    const attachment = JSON.parse(sent[0]?.payload ?? '{}').mail.attachments[0];
    expect(attachment.contentType).toContain('method=REQUEST');
    expect(atob(attachment.base64)).toContain('DTSTART:20990303T090000Z');
    const [row] = await product.sql<{ n: number }>(
      `SELECT count(*) AS n FROM agent_sales_activities WHERE event_id = ? AND activity_type = 'meeting_scheduled' AND rule = 'booked_by_guest'`,
      product.eventId,
    );
    expect(row?.n).toBe(1);
    expect((await get(answer.location ?? '')).text).toContain('It is arranged');
  });

  it('of ten guests who want the same hour at once, one gets it and the others are told', async () => {
    const offers = await Promise.all(Array.from({ length: 10 }, anOffer));
    const answers = await Promise.all(offers.map(({ path }) => post(path, { start: at('2099-03-04T09:00:00Z') })));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    const losers = answers.filter(({ status }) => status === 409);
    expect(losers).toHaveLength(9);
    for (const { text } of losers) expect(text).toContain('Somebody was faster');
    const states = await Promise.all(offers.map(({ id }) => meeting(id)));
    expect(states.filter(({ state }) => state === 'booked')).toHaveLength(1);
  });

  it('a move keeps the uid, raises the sequence and tells both sides; a cancellation frees the time', async () => {
    const offer = await anOffer();
    await post(offer.path, { start: at('2099-03-05T09:00:00Z') });
    await post(offer.path, { start: at('2099-03-05T10:00:00Z') });
    expect(await meeting(offer.id)).toMatchObject({ sequence: 1, starts_at: Date.parse('2099-03-05T10:00:00Z') });
    await post(offer.path, { do: 'cancel' });
    expect(await meeting(offer.id)).toMatchObject({ state: 'cancelled', sequence: 2 });
    expect((await mails(offer.id)).map(({ idempotency_key }) => idempotency_key.split(':').slice(2).join(':'))).toEqual([
      'booked:0:guest',
      'booked:0:organizer',
      'cancelled:2:guest',
      'cancelled:2:organizer',
      'moved:1:guest',
      'moved:1:organizer',
    ]);
    const other = await anOffer();
    expect((await post(other.path, { start: at('2099-03-05T10:00:00Z') })).status).toBe(303);
  });

  it.each([
    ['a time that is not offered', { start: at('2099-03-03T03:00:00Z') }, 409],
    ['a time in the past', { start: at('2099-02-03T09:00:00Z') }, 409],
    ['no number', { start: 'tomorrow' }, 409],
    ['nothing', {}, 409],
    ['a zone that is none', { start: at('2099-03-06T09:00:00Z'), zone: '<script>alert(1)</script>' }, 303],
  ])('%s', async (_, form, status) => {
    const offer = await anOffer();
    const answer = await post(offer.path, form);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain('<script>');
    expect((await meeting(offer.id)).state).toBe(status === 303 ? 'booked' : 'offered');
    if (status === 303) expect((await meeting(offer.id)).guest_time_zone).toBeNull();
  });

  it('an address that nobody was given leads nowhere', async () => {
    expect((await get('/m/abcdefghjkmnpqrstuvwxyz')).status).toBe(404);
    expect((await get('/m/%3Cscript%3E')).status).toBe(404);
    expect((await post('/m/abcdefghjkmnpqrstuvwxyz', { start: at('2099-03-06T09:00:00Z') })).status).toBe(404);
  });

  it('what has taken place can no longer be moved or cancelled', async () => {
    const offer = await anOffer();
    await post(offer.path, { start: at('2099-03-06T10:00:00Z') });
    await product.sql('UPDATE meetings SET starts_at = ?, ends_at = ? WHERE id = ?', monday - 2 * hour, monday - hour, offer.id);
    expect((await get(offer.path)).text).toContain('has taken place');
    await post(offer.path, { do: 'cancel' });
    expect((await meeting(offer.id)).state).toBe('booked');
  });
});
