import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Company, CompanyRow, CrmContact } from '../../worker/contract/sales/companies';
import { databaseOf } from '../../worker/db/database';
import { allCompanyFacts } from '../../worker/db/records/sales/company-facts';
import { anotherOrganization } from '../support/http-client';
import { aProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await aProduct();
});

const aCompany = (over: Record<string, unknown>) => product.call<Company>('POST', '/companies', over);

describe('companies', () => {
  it('are found by any of their words, in any case, and counted', async () => {
    await aCompany({ name: 'Nordlicht Robotics GmbH', website: 'https://www.nordlicht.example/en', topics: ['robotics'], country: 'DE' });
    await aCompany({ name: 'Südwind Energie', topics: ['energy', 'robotics'], country: 'AT' });
    const found = await product.call<{ items: CompanyRow[]; total: number }>('GET', '/companies?q=ROBOTICS%20nordl');
    expect(found.items.map(({ name, domain }) => [name, domain])).toEqual([['Nordlicht Robotics GmbH', 'nordlicht.example']]);
    const page = await product.call<{ items: CompanyRow[]; total: number; nextCursor: string }>('GET', '/companies?q=robotics&limit=1');
    const next = await product.call<{ items: CompanyRow[]; nextCursor: string | null }>(
      'GET',
      `/companies?q=robotics&limit=1&cursor=${page.nextCursor}`,
    );
    expect([page.total, page.items[0]?.name, next.items[0]?.name, next.nextCursor]).toEqual([
      2,
      'Nordlicht Robotics GmbH',
      'Südwind Energie',
      null,
    ]);
  });

  it('have a domain of their own, and say whose it is already', async () => {
    await aCompany({ name: 'Kontor', domain: 'kontor.example' });
    const second = await aCompany({ name: 'Kontor Nord', domain: 'kontor.example' });
    expect(second).toMatchObject({ status: 409, detail: expect.stringContaining('Kontor has the domain kontor.example') });
  });

  it('are not overwritten by whoever looked at an older version', async () => {
    const company = await aCompany({ name: 'Slow Edit', country: 'DE' });
    const first = await product.call<Company>('PATCH', `/companies/${company.id}`, { version: company.version, city: 'Bremen' });
    const late = await product.call('PATCH', `/companies/${company.id}`, { version: company.version, city: 'Kiel' });
    expect(first).toMatchObject({ status: 200, city: 'Bremen', editedFields: expect.arrayContaining(['city', 'name']) });
    expect(late).toMatchObject({ status: 409, retry: 'after-person' });
  });

  it('list people with why they hear nothing, and count only those who may as reachable', async () => {
    const company = await aCompany({ name: 'Halt AG', domain: 'halt.example' });
    const add = (name: string, email: string) => product.call<CrmContact>('POST', `/companies/${company.id}/contacts`, { name, email });
    await add('Ida', 'ida@halt.example');
    await add('Otto', 'Otto@halt.example');
    await add('Uwe', '');
    expect(await add('Ida again', 'IDA@halt.example')).toMatchObject({ status: 409, detail: expect.stringContaining('Ida at Halt AG') });
    await product.sql(
      `INSERT INTO suppressions (id, organization_id, channel, address, reason, source, created_at) VALUES ('sup_1', ?, 'mail', 'otto@halt.example', 'opt_out', 'test', 0)`,
      product.organizationId,
    );
    const shown = await product.call<Company>('GET', `/companies/${company.id}`);
    expect(shown.contacts.map(({ name, email, stopped }) => [name, email, stopped])).toEqual([
      ['Ida', 'ida@halt.example', null],
      ['Otto', 'otto@halt.example', 'opt_out'],
      ['Uwe', '', null],
    ]);
    const facts = async () =>
      (await allCompanyFacts(databaseOf(env, product.organizationId), product.organizationId)).find(({ id }) => id === company.id);
    expect((await facts())?.reachable).toBe(1);
    await product.sql(
      `INSERT INTO suppressions (id, organization_id, channel, address, reason, source, created_at) VALUES ('sup_2', ?, 'company', 'halt.example', 'opt_out', 'test', 0)`,
      product.organizationId,
    );
    expect((await facts())?.reachable).toBe(0);
  });

  it('keep sponsorships, notes and tasks', async () => {
    const company = await aCompany({ name: 'Story Ltd' });
    const at = `/companies/${company.id}`;
    const past = await product.call<{ id: string }>('POST', `${at}/sponsorships`, {
      eventName: 'Example Days 2025',
      year: 2025,
      level: 'Gold',
    });
    expect(await product.call('POST', `${at}/sponsorships`, { eventName: 'X', amountMinor: 100 })).toMatchObject({ status: 400 });
    const task = await product.call<{ id: string }>('POST', `${at}/notes`, { kind: 'task', text: 'Ring them', dueAt: 1_900_000_000_000 });
    await product.call('POST', `${at}/notes`, { kind: 'note', text: 'Likes mornings' });
    expect((await product.call<{ doneAt: number }>('POST', `/notes/${task.id}/done`, { done: true })).doneAt).toBeGreaterThan(0);
    const shown = await product.call<Company>('GET', at);
    expect(shown.notes.map(({ kind, doneAt }) => [kind, doneAt !== null]).sort()).toEqual([
      ['note', false],
      ['task', true],
    ]);
    expect(shown.sponsorships).toMatchObject([{ eventName: 'Example Days 2025', year: 2025, level: 'Gold', source: 'manual' }]);
    expect(await product.call('DELETE', `${at}/sponsorships/${past.id}`)).toMatchObject({ ok: true });
    expect((await product.call<Company>('GET', at)).sponsorships).toEqual([]);
  });

  it('of another organization are not there', async () => {
    await anotherOrganization();
    await product.sql(
      `INSERT INTO companies (id, organization_id, name, domain, source, created_at, updated_at) VALUES ('cmp_foreign', 'org_another', 'Foreign', 'foreign.example', 'manual', 0, 0)`,
    );
    const own = await aCompany({ name: 'Own', domain: 'foreign.example' });
    expect(own.status).toBe(200);
    const answers = await Promise.all([
      product.call('GET', '/companies/cmp_foreign'),
      product.call('PATCH', '/companies/cmp_foreign', { version: 1, city: 'X' }),
      product.call('POST', '/companies/cmp_foreign/contacts', { name: 'X' }),
      product.call('POST', '/companies/cmp_foreign/notes', { kind: 'note', text: 'X' }),
      product.call('POST', '/companies/cmp_foreign/sponsorships', { eventName: 'X' }),
      product.call('POST', `/companies/${own.id}/merge`, { other: 'cmp_foreign' }),
      product.call('POST', '/companies/cmp_foreign/merge', { other: own.id }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect((await product.call<{ items: CompanyRow[] }>('GET', '/companies?q=foreign')).items.map(({ id }) => id)).toEqual([own.id]);
  });
});

describe('two records of one company', () => {
  it('are noticed by name and by the addresses of their people', async () => {
    const [a, b] = [await aCompany({ name: 'Falke & Söhne GmbH' }), await aCompany({ name: 'falke und soehne', country: 'DE' })];
    const [c, d] = [await aCompany({ name: 'Alpha', domain: 'shared.example' }), await aCompany({ name: 'Beta Group' })];
    const e = await aCompany({ name: 'Falke & Sohne AG', country: 'AT' });
    await product.call('POST', `/companies/${d.id}/contacts`, { name: 'Bo', email: 'bo@mail.shared.example' });
    const { items } = await product.call<{ items: { a: CompanyRow; b: CompanyRow; because: string }[] }>('GET', '/companies/duplicates');
    const pairs = items.map((pair) => [pair.a.id, pair.b.id].sort().join(' '));
    expect(pairs).toContain([c.id, d.id].sort().join(' '));
    expect(pairs).toContain([a.id, b.id].sort().join(' '));
    expect(pairs).toContain([a.id, e.id].sort().join(' '));
    expect(pairs).not.toContain([b.id, e.id].sort().join(' '));
  });

  it('become one that has the people, notes and history of both', async () => {
    const stays = await aCompany({ name: 'Merged', country: 'DE', topics: ['ai'] });
    const goes = await aCompany({ name: 'Merged Inc', domain: 'merged.example', topics: ['data'], doNotContact: true });
    await product.call('POST', `/companies/${goes.id}/contacts`, { name: 'Mo', email: 'mo@merged.example' });
    await product.call('POST', `/companies/${goes.id}/notes`, { kind: 'note', text: 'Old friend' });
    const merged = await product.call<Company>('POST', `/companies/${stays.id}/merge`, { other: goes.id });
    expect(merged).toMatchObject({
      status: 200,
      name: 'Merged',
      domain: 'merged.example',
      country: 'DE',
      topics: ['ai', 'data'],
      doNotContact: true,
    });
    expect(merged.contacts.map(({ name }) => name)).toEqual(['Mo']);
    expect(merged.notes.map(({ text }) => text).sort()).toEqual(['Merged with Merged Inc (merged.example).', 'Old friend']);
    expect((await product.call('GET', `/companies/${goes.id}`)).status).toBe(404);
  });
});

describe('settings of sales', () => {
  it('say what is missing, keep what is set, and refuse hours that cannot be', async () => {
    const at = `/events/${product.eventId}/sales/settings`;
    const before = await product.call<{ problems: string[]; availability: { timeZone: string } }>('GET', at);
    expect(before.availability.timeZone).toBe('Europe/Berlin');
    expect(before.problems.join()).toContain('postal address');
    const saved = await product.call<{ problems: string[] }>('PUT', at, {
      outreach: { senderName: 'Ada', postalAddress: 'Hafen 1, 20095 Hamburg', topics: ['AI'] },
    });
    expect(saved).toMatchObject({ problems: [], outreach: { senderName: 'Ada', topics: ['ai'], dailyMost: 150 } });
    expect(await product.call('GET', at)).toMatchObject({ outreach: { senderName: 'Ada' } });
    const refused = await product.call('PUT', at, { availability: { hours: [{ weekday: 1, from: '17:00', to: '09:00' }] } });
    expect(refused).toMatchObject({ status: 400, detail: expect.stringContaining('ends before it begins') });
  });
});
