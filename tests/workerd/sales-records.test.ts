import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Importer } from '../../durable-objects/importer';
import { agents } from '../../worker/agents';
import { activityOf } from '../../worker/agents/activity';
import type { Import } from '../../worker/contract/attendees';
import type { Erasure, PersonFound } from '../../worker/contract/privacy';
import type { Company, CompanyRow, CrmContact } from '../../worker/contract/sales/companies';
import type { Deal, Pipeline, Prospect, SponsorPackage } from '../../worker/contract/sales/pipeline';
import type { ProposalContent } from '../../worker/core/sales/types';
import { commitPort } from '../../worker/db/commit';
import { databaseOf } from '../../worker/db/database';
import { allCompanyFacts } from '../../worker/db/records/sales/company-facts';
import { salesRecords } from '../../worker/db/records/sales/sales-records';
import type { SalesChange } from '../../worker/ports/sales';
import { applyRetention } from '../../worker/privacy/retention';
import { anotherOrganization } from '../support/http-client';
import { aProduct, type Product, theOwner } from '../support/product';

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

const inEvent = (path: string) => `/events/${product.eventId}${path}`;
const aPackage = (over: Record<string, unknown>) =>
  product.call<SponsorPackage>('POST', inEvent('/packages'), { name: 'Gold', priceMinor: 1_000_000, ...over });
const aDeal = async (company: Record<string, unknown>, over: Record<string, unknown> = {}) =>
  product.call<Deal>('POST', inEvent('/deals'), { companyId: (await aCompany(company)).id, ...over });
const change = (deal: Deal, over: Record<string, unknown>) =>
  product.call<Deal & { detail: string }>('PATCH', inEvent(`/deals/${deal.id}`), { version: deal.version, ...over });

describe('packages', () => {
  it('cost their early price while it holds, and cannot have an early price that is none', async () => {
    const early = await aPackage({ name: 'Early', earlyBirdMinor: 800_000, earlyBirdUntil: '2099-01-01' });
    const late = await aPackage({ name: 'Late', earlyBirdMinor: 800_000, earlyBirdUntil: '2020-01-01' });
    expect([early.priceNow, late.priceNow]).toEqual([
      { minor: 800_000, currency: 'EUR' },
      { minor: 1_000_000, currency: 'EUR' },
    ]);
    expect((await aPackage({ earlyBirdMinor: 800_000 })).status).toBe(400);
    expect((await aPackage({ earlyBirdMinor: 1_200_000, earlyBirdUntil: '2099-01-01' })).status).toBe(400);
  });

  it('keep a stock that is not below what is signed', async () => {
    const bronze = await aPackage({ name: 'Bronze', stock: 2, benefits: [{ id: '', text: 'Logo', goals: ['brand'] }] });
    expect(bronze.benefits).toEqual([{ id: 'b1', text: 'Logo', goals: ['brand'] }]);
    const deal = await aDeal({ name: 'Signs bronze' }, { packageId: bronze.id });
    expect(deal.amount).toEqual({ minor: 1_000_000, currency: 'EUR' });
    expect((await change(deal, { stage: 'signed' })).status).toBe(200);
    const at = inEvent(`/packages/${bronze.id}`);
    expect(await product.call('PATCH', at, { version: bronze.version, stock: 0 })).toMatchObject({ status: 409 });
    expect(await product.call('PATCH', at, { version: bronze.version, stock: 1 })).toMatchObject({ status: 200, stock: 1, signed: 1 });
    expect(await product.call('PATCH', at, { version: bronze.version, name: 'Tin' })).toMatchObject({ status: 409, retry: 'after-person' });
  });
});

describe('a deal', () => {
  it('is one for a company, and each change of it by hand is in the log', async () => {
    const company = await aCompany({ name: 'Once' });
    const deal = await product.call<Deal>('POST', inEvent('/deals'), { companyId: company.id });
    expect(await product.call('POST', inEvent('/deals'), { companyId: company.id })).toMatchObject({
      status: 409,
      detail: expect.stringContaining('Once is in the pipeline'),
    });
    const moved = await change(deal, { stage: 'engaged', position: 3 });
    expect(moved).toMatchObject({ status: 200, stage: 'engaged', position: 3, companyName: 'Once' });
    expect(await change(deal, { stage: 'lost' })).toMatchObject({ status: 409, detail: expect.stringContaining('changed meanwhile') });
    const { items } = await product.call<{ items: { reasoning: string; autonomous: boolean }[] }>(
      'GET',
      inEvent('/activities?agent=sales&type=crm_update&limit=5'),
    );
    expect(items[0]).toMatchObject({ reasoning: 'Moved by hand from prospect to engaged.', autonomous: false });
  });

  it('takes contacts and packages of its own company and event only', async () => {
    const deal = await aDeal({ name: 'Strict' });
    const other = await aCompany({ name: 'Other house' });
    const person = await product.call<CrmContact>('POST', `/companies/${other.id}/contacts`, { name: 'Eve' });
    expect(await change(deal, { contactId: person.id })).toMatchObject({ status: 400, detail: expect.stringContaining('does not work') });
    expect(await change(deal, { packageId: 'pkg_nothing' })).toMatchObject({
      status: 400,
      detail: expect.stringContaining('no such package'),
    });
    expect(await change(deal, { stage: 'signed' })).toMatchObject({ status: 409, detail: expect.stringContaining('Choose one first') });
  });

  it('of 20 that are signed at once takes one of the three that are left, three times', async () => {
    const scarce = await aPackage({ name: 'Scarce', stock: 3 });
    const deals = await Promise.all(Array.from({ length: 20 }, (_, i) => aDeal({ name: `Racer ${i}` }, { packageId: scarce.id })));
    const answers = await Promise.all(deals.map((deal) => change(deal, { stage: 'signed' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(3).fill(200), ...Array(17).fill(409)]);
    expect(answers.find(({ status }) => status === 409)?.detail).toContain('Scarce is sold out: all 3 are signed');
    const { items } = await product.call<{ items: SponsorPackage[] }>('GET', inEvent('/packages'));
    expect(items.find(({ id }) => id === scarce.id)?.signed).toBe(3);
    const signed = answers.find(({ status }) => status === 200);
    const left = answers.findIndex(({ status }) => status === 409);
    if (!signed) throw new Error('nobody signed');
    expect((await change(signed, { stage: 'negotiation' })).status).toBe(200);
    expect((await change(deals[left] as Deal, { stage: 'signed' })).status).toBe(200);
  });

  it('is not signed where another has the industry to itself, nor takes it from another', async () => {
    const [exclusive, plain] = [await aPackage({ name: 'Sole bank', exclusiveIndustry: 'Banking' }), await aPackage({ name: 'Plain' })];
    const first = await aDeal({ name: 'Bank one', industry: 'banking' }, { packageId: exclusive.id });
    const second = await aDeal({ name: 'Bank two', industry: 'Banking' }, { packageId: plain.id });
    const signed = await change(first, { stage: 'signed' });
    expect(await change(second, { stage: 'signed' })).toMatchObject({
      status: 409,
      detail: expect.stringContaining('Bank one has Banking to itself'),
    });
    const back = await change(signed, { stage: 'negotiation' });
    expect((await change(second, { stage: 'signed' })).status).toBe(200);
    expect(await change(back, { stage: 'signed' })).toMatchObject({
      status: 409,
      detail: expect.stringContaining('keeps banking to one sponsor'),
    });
  });
});

describe('the pipeline', () => {
  it('ranks companies with parts and obstacles, scores a deal, and shows how scores did', async () => {
    const company = await aCompany({ name: 'Good fit', topics: ['ai'], industry: 'Software', employees: 400, country: 'DE' });
    await product.call('POST', `/companies/${company.id}/contacts`, { name: 'Ina', email: 'ina@goodfit.example', title: 'CMO' });
    const ranked = await product.call<{ items: Prospect[]; considered: number }>('GET', inEvent('/prospects?q=good%20fit'));
    expect(ranked.considered).toBe(1);
    expect(ranked.items[0]).toMatchObject({ companyId: company.id, contacts: 1, obstacles: [], dealId: null });
    const lonely = await aCompany({ name: 'Nobody there' });
    const why = await product.call<{ items: Prospect[] }>('GET', inEvent(`/prospects?companyId=${lonely.id}`));
    expect(why.items[0]?.obstacles.map(({ rule }) => rule)).toContain('no_contact');
    const deal = await product.call<Deal>('POST', inEvent('/deals'), { companyId: company.id });
    const scored = await product.call<Deal>('POST', inEvent(`/deals/${deal.id}/qualify`));
    expect(scored.scoreParts.length).toBeGreaterThan(1);
    expect(scored.score).toBe(Math.round(scored.scoreParts.reduce((sum, { points }) => sum + points, 0)));
    await change(scored, { stage: 'lost', lostReason: 'No budget' });
    expect(await product.call('GET', inEvent('/sales/calibration'))).toMatchObject({ status: 200, outcomes: 1, signed: 0 });
    const board = await product.call<Pipeline>('GET', inEvent('/deals'));
    expect(board.stages.find(({ stage }) => stage === 'lost')).toMatchObject({ deals: 1 });
    expect(board.items.map(({ stage }) => stage)).toEqual([...board.items.map(({ stage }) => stage)].sort((a, b) => order(a) - order(b)));
  });
});

const order = (stage: string) =>
  ['prospect', 'qualified', 'contacted', 'engaged', 'meeting', 'negotiation', 'signed', 'lost'].indexOf(stage);

let staged = 0;
/** What a tool stages, as the pipeline of tools commits it. */
const commit = (changes: SalesChange[]) => {
  const { eventId, organizationId } = product;
  const db = databaseOf(env, organizationId);
  const port = commitPort({ db, organizationId, eventId, newCommandId: () => `cmd_s${++staged}`, now: () => 1_000 });
  const activity = activityOf(agents.sales, { id: `act_s${++staged}`, activityType: 'crm_update', reasoning: 'test', createdAt: 1_000 });
  return port.commit({ activity, changes, commands: [], approval: null, executes: null, limits: null }).then(({ status }) => status);
};

describe('what the agent stages', () => {
  it('puts a mail into its thread once a step, and not after an answer', async () => {
    const { eventId, organizationId } = product;
    const deal = await aDeal({ name: 'Threaded', domain: 'threaded.example' });
    const person = await product.call<CrmContact>('POST', `/companies/${deal.companyId}/contacts`, {
      name: 'Tea',
      email: 'tea@threaded.example',
    });
    await product.sql(
      `INSERT INTO outreach_campaigns (id, organization_id, event_id, name, state, settings, created_by, created_at, updated_at) VALUES ('cam_t', ?, ?, 'T', 'running', '{}', 'test', 0, 0)`,
      organizationId,
      eventId,
    );
    await product.sql(
      `INSERT INTO campaign_members (id, organization_id, event_id, campaign_id, company_id, state, updated_at) VALUES ('cmb_t', ?, ?, 'cam_t', ?, 'proposed', 0)`,
      organizationId,
      eventId,
      deal.companyId,
    );
    const mail = (step: number): SalesChange => ({
      change: 'sales_mail_queued',
      salesMessageId: `sms_${++staged}`,
      commandKey: 'k',
      companyId: deal.companyId,
      contactId: person.id,
      dealId: deal.id,
      memberId: 'cmb_t',
      proposalId: null,
      step,
      angle: 'first',
      messageId: `m${staged}@x.example`,
      inReplyTo: '',
      subject: 'Hello',
      text: 'Text',
    });
    expect(await commit([mail(0)])).toBe('committed');
    expect(await commit([mail(0)])).toBe('duplicate');
    const [member] = await product.sql<{ step: number; state: string }>(`SELECT step, state FROM campaign_members WHERE id = 'cmb_t'`);
    expect(member).toMatchObject({ step: 1, state: 'contacted' });
    expect((await product.call<Pipeline>('GET', inEvent('/deals'))).items.find(({ id }) => id === deal.id)?.stage).toBe('contacted');
    await product.sql(`UPDATE campaign_members SET state = 'replied' WHERE id = 'cmb_t'`);
    expect(await commit([mail(1)])).toBe('moved');
  });

  it('books no two meetings of a host that touch, buffers included', async () => {
    const company = await aCompany({ name: 'Meets' });
    const at = (minutes: number) => Date.UTC(2027, 0, 4, 9, minutes);
    const booking = (from: number, to: number, over: Partial<Extract<SalesChange, { change: 'meeting_set' }>> = {}): SalesChange => ({
      change: 'meeting_set',
      meetingId: `mtg_${++staged}`,
      version: null,
      companyId: company.id,
      dealId: null,
      contactId: null,
      title: 'Call',
      host: 'usr_host',
      guestName: 'Guest',
      guestEmail: 'guest@meets.example',
      guestTimeZone: null,
      state: 'booked',
      startsAt: at(from),
      endsAt: at(to),
      minutes: to - from,
      location: '',
      uid: `u${staged}`,
      sequence: 0,
      token: `t${staged}`,
      provider: 'built_in',
      providerRef: null,
      buffers: { beforeMs: 0, afterMs: 10 * 60_000 },
      ...over,
    });
    expect(await commit([booking(60, 90)])).toBe('committed');
    expect(await commit([booking(60, 90)])).toBe('moved');
    expect(await commit([booking(25, 55)])).toBe('moved');
    expect(await commit([booking(20, 50)])).toBe('committed');
    expect(await commit([booking(60, 90, { host: 'usr_other' })])).toBe('committed');
    expect(await commit([booking(60, 90, { state: 'offered', startsAt: null, endsAt: null })])).toBe('committed');
  });

  it('writes versions of a proposal one after the other, and none to one that was taken back', async () => {
    const gold = await aPackage({ name: 'Versions' });
    const deal = await aDeal({ name: 'Reads proposals' });
    const version = (n: number, isNew: boolean): SalesChange => ({
      change: 'proposal_written',
      proposalId: 'pro_versions',
      isNew,
      version: n,
      companyId: deal.companyId,
      dealId: deal.id,
      contactId: null,
      packageId: gold.id,
      token: 'tok_versions',
      content: aContent(gold.id),
      reason: 'test',
    });
    expect(await commit([version(1, true)])).toBe('committed');
    expect(await commit([version(3, false)])).toBe('moved');
    expect(await commit([version(2, false)])).toBe('committed');
    const records = salesRecords(databaseOf(env, product.organizationId), product.organizationId, product.eventId);
    expect(await records.latestProposalOf(deal.companyId)).toMatchObject({
      id: 'pro_versions',
      version: 2,
      content: { packageId: gold.id },
    });
    await product.sql(`UPDATE sponsor_proposals SET state = 'withdrawn' WHERE id = 'pro_versions'`);
    expect(await commit([version(3, false)])).toBe('moved');
  });

  it('never reaches records of another organization', async () => {
    const foreign = { companyId: 'cmp_foreign', dealId: null, contactId: null };
    const answers = await Promise.all([
      commit([{ change: 'deal_opened', ...foreign, dealId: 'dea_f', packageId: null, stage: 'prospect' }]),
      commit([{ change: 'note_added', ...foreign, noteId: 'nte_f', kind: 'note', text: 'x', dueAt: null }]),
      commit([{ change: 'contacts_found', companyId: 'cmp_foreign', contacts: [] }]),
    ]);
    expect(answers).toEqual(['moved', 'moved', 'moved']);
  });
});

function aContent(packageId: string): ProposalContent {
  const price = { minor: 1_000_000, currency: 'EUR', earlyBirdUntil: null };
  const sections = [{ id: 'intro', heading: 'Hello', kind: 'text' as const, sentences: [{ text: 'Hello', sources: [] }] }];
  return { title: 'T', locale: 'en', greeting: 'Hello', packageId, packageName: 'Gold', price, sections };
}

const hubspotCompanies = `Record ID,Company name,Company owner,City,Country/Region,Industry,Company Domain Name,Number of Employees
18400001,Nordhafen Robotics,Ada Owner,Hamburg,Germany,COMPUTER_SOFTWARE,nordhafen.example,"1,200"
18400002,Südwind Strom,Ada Owner,Wien,Österreich,RENEWABLES_ENVIRONMENT,www.suedwind.example,85
18400003,,Ada Owner,,,,,
`;
const hubspotContacts = `Record ID,First Name,Last Name,Email,Contact owner,Job Title,Associated Company,Associated Company IDs (Primary),Unsubscribed from all email
901,Ida,Nord,ida.nord@nordhafen.example,Ada Owner,CMO,Nordhafen Robotics,18400001,false
902,Otto,Süd,otto@suedwind.example,Ada Owner,Head of Events,Südwind Strom,18400002,true
`;
const apolloContacts = `First Name,Last Name,Title,Company Name,Email,Email Status,Seniority,# Employees,Keywords,Person Linkedin Url,Website,Company Linkedin Url,City,Country,Company City,Company Country,Apollo Contact Id
Mira,Vance,VP Marketing,Cloudharbor Inc.,mira@cloudharbor.example,Verified,VP,480,"cloud, edge",http://www.linkedin.com/in/mira-vance,http://www.cloudharbor.example,http://www.linkedin.com/company/cloudharbor,Austin,United States,Denver,United States,60a1
Noah,Lee,Recruiter,Cloudharbor Inc.,noah@cloudharbor.example,Verified,Entry,480,"cloud, edge",http://www.linkedin.com/in/noah-lee,http://www.cloudharbor.example,http://www.linkedin.com/company/cloudharbor,Austin,United States,Denver,United States,60a2
`;

async function upload(csv: string, query = ''): Promise<Import & { detail: string }> {
  const answer = await (await theOwner()).send('POST', `/api/v1${inEvent('/imports')}${query}`, csv, {
    'content-type': 'text/csv',
    'x-file-name': 'list.csv',
  });
  return (await answer.json()) as Import & { detail: string };
}

async function imported(csv: string, query = ''): Promise<Import> {
  const { id } = await upload(csv, query);
  const at = inEvent(`/imports/${id}`);
  await product.call('POST', `${at}/start`, {});
  // The generated binding does not carry the class.
  const object = env.IMPORTER.getByName(id) as unknown as DurableObjectStub<Importer>;
  for (let turn = 0; turn < 50; turn++) {
    await runDurableObjectAlarm(object);
    const state = await product.call<Import>('GET', at);
    if (state.state !== 'running') return state;
  }
  throw new Error('the import does not end');
}

const companyNamed = async (q: string) => {
  const { items } = await product.call<{ items: CompanyRow[] }>('GET', `/companies?q=${encodeURIComponent(q)}`);
  const [row] = items;
  if (!row) throw new Error(`no company ${q}`);
  return product.call<Company>('GET', `/companies/${row.id}`);
};

describe('an import of companies', () => {
  it('joins companies and their people from two exports, and does nothing more the second time', async () => {
    const first = await imported(hubspotCompanies);
    expect(first).toMatchObject({ kind: 'companies', source: 'hubspot', state: 'done', counts: { companies: 2, rejected: 1 } });
    expect(first.rejects[0]?.reason).toContain('names no company');
    const second = await imported(hubspotContacts);
    expect(second).toMatchObject({ state: 'done', counts: { companies: 2, contacts: 2, optedOut: 1 } });
    const company = await companyNamed('suedwind.example');
    expect(company).toMatchObject({ name: 'Südwind Strom', externalIds: { hubspot: '18400002' }, country: 'AT', source: 'hubspot' });
    expect(company.contacts).toMatchObject([{ name: 'Otto Süd', email: 'otto@suedwind.example', stopped: 'opt_out', source: 'hubspot' }]);
    const before = await product.sql(
      `SELECT count(*) AS n FROM companies UNION ALL SELECT count(*) FROM crm_contacts UNION ALL SELECT count(*) FROM suppressions`,
    );
    await imported(hubspotCompanies);
    await imported(hubspotContacts);
    expect(
      await product.sql(
        `SELECT count(*) AS n FROM companies UNION ALL SELECT count(*) FROM crm_contacts UNION ALL SELECT count(*) FROM suppressions`,
      ),
    ).toEqual(before);
  });

  it('keeps what a person corrected, and adds what it did not know', async () => {
    await imported(apolloContacts);
    const known = await companyNamed('cloudharbor');
    expect(known.contacts.map(({ name }) => name).sort()).toEqual(['Mira Vance', 'Noah Lee']);
    await product.call('PATCH', `/companies/${known.id}`, { version: known.version, city: 'Boulder', topics: ['own'] });
    const mira = known.contacts.find(({ name }) => name === 'Mira Vance');
    await product.call('PATCH', `/companies/${known.id}/contacts/${mira?.id}`, { version: mira?.version, title: 'CMO' });
    const csv = 'Company,Domain,City,Topics,Budget,Contact,Email,Title,Past sponsorships,Notes\n';
    await imported(
      `${csv}Cloud Harbor,cloudharbor.example,Austin,edge,20k,Mira V.,mira@cloudharbor.example,VP,"Example Days 2024 (Gold)",Met in May\n`,
    );
    const after = await companyNamed('cloudharbor');
    expect(after).toMatchObject({
      id: known.id,
      name: 'Cloudharbor Inc.',
      city: 'Boulder',
      topics: ['own'],
      budgetMinor: 2_000_000,
      budgetCurrency: 'EUR',
    });
    expect(after.contacts.map(({ name, title }) => [name, title]).sort()).toEqual([
      ['Mira V.', 'CMO'],
      ['Noah Lee', 'Recruiter'],
    ]);
    expect(after.sponsorships).toMatchObject([{ eventName: 'Example Days', year: 2024, level: 'Gold', eventId: product.eventId }]);
    expect(after.notes).toMatchObject([{ text: 'Met in May', author: 'import' }]);
  });

  it('takes a person without an address once, and refuses a column of another kind', async () => {
    const csv = 'Company;Website;Contact\nQuiet Ltd;quiet.example;Sam Silent\n';
    await imported(csv);
    await imported(csv.replace('Sam', 'SAM'));
    expect((await companyNamed('quiet')).contacts.map(({ name }) => name)).toEqual(['SAM Silent']);
    const list = await upload('Name,Email,Company\nAda,ada@house.example,House\n', '?kind=companies');
    expect(list.columns.map(({ field }) => field)).toEqual(['contact_name', 'contact_email', 'company_name']);
    expect(
      await product.call('POST', inEvent(`/imports/${list.id}/start`), { columns: [{ index: 0, field: 'attendee_name' }] }),
    ).toMatchObject({
      status: 400,
      detail: expect.stringContaining('list of companies has no column of the kind "attendee_name"'),
    });
  });
});

describe('somebody at a company', () => {
  /** Every text of the records, in one string. */
  const everything = async () => {
    const tables = await product.sql<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
    );
    return JSON.stringify(await Promise.all(tables.map(({ name }) => product.sql(`SELECT * FROM "${name}"`)))).toLowerCase();
  };

  it('is found by name, exported and erased from every record of sales, while the company and its figures stay', async () => {
    const [name, address] = ['Wqcanary Sevenx', 'wqcanary.9z@quietco.example'];
    const { eventId, organizationId } = product;
    const deal = await aDeal({ name: 'Quietco', domain: 'quietco.example', description: `Led by ${name}` });
    const at = `/companies/${deal.companyId}`;
    const person = await product.call<CrmContact>('POST', `${at}/contacts`, { name, email: address, phone: '555 wqcanary' });
    await product.call('POST', `${at}/notes`, { kind: 'note', text: `${name} likes mornings` });
    await product.call('POST', `${at}/sponsorships`, { eventName: 'Old Days', quote: 'Great', quoteBy: `${name}, CMO` });
    await change(deal, { contactId: person.id, nextAction: `Ring ${name}` });
    const rows: [string, ...unknown[]][] = [
      [
        `INSERT INTO sales_messages (id, organization_id, event_id, company_id, contact_id, direction, message_id, subject, text, found, at) VALUES ('sms_c', ?, ?, ?, ?, 'in', 'm-wqcanary', 'Re: wqcanary', 'Yours, Wqcanary', '{"who":"wqcanary"}', 5)`,
        organizationId,
        eventId,
        deal.companyId,
        person.id,
      ],
      [
        `INSERT INTO engagements (id, organization_id, event_id, company_id, contact_id, kind, detail, ref, at) VALUES ('eng_c', ?, ?, ?, ?, 'clicked', 'https://x.example/?u=wqcanary', 'ref_c', 5)`,
        organizationId,
        eventId,
        deal.companyId,
        person.id,
      ],
      [
        `INSERT INTO meetings (id, organization_id, event_id, company_id, contact_id, title, guest_name, guest_email, state, minutes, uid, provider, token, created_at, updated_at) VALUES ('mtg_c', ?, ?, ?, ?, 'Call with ${name}', ?, ?, 'offered', 30, 'u_c', 'built_in', 't_c', 5, 5)`,
        organizationId,
        eventId,
        deal.companyId,
        person.id,
        name,
        address,
      ],
    ];
    for (const [query, ...values] of rows) await product.sql(query, ...values);
    const { people } = await product.call<{ people: PersonFound[] }>('POST', '/people/find', { query: 'wqcanary' });
    expect(people).toMatchObject([{ address, names: [name] }]);
    const exported = await (await (await theOwner()).send('POST', '/api/v1/people/export', { address })).text();
    expect(exported).toContain('555 wqcanary');
    expect(exported).not.toContain('"token"');
    const receipt = await product.call<Erasure>('POST', '/people/erase', { address, confirm: address });
    expect(receipt).toMatchObject({ status: 200, state: 'done' });
    const counts = new Map(receipt.receipt.map(({ what, count }) => [what, count]));
    for (const what of [
      'people at companies',
      'mails with sponsors',
      'what they did with mails and proposals',
      'meetings',
      'deals that they stand for',
      'notes on companies that name them',
      'sponsorships that name them',
      'companies that name them',
    ])
      expect(counts.get(what), what).toBe(1);
    const left = await everything();
    expect(left.includes('wqcanary') ? left.slice(left.indexOf('wqcanary') - 300, left.indexOf('wqcanary') + 60) : '').toBe('');
    expect(await product.call<Company>('GET', at)).toMatchObject({ name: 'Quietco', contacts: [] });
    expect(await product.sql('SELECT kind FROM engagements WHERE id = ?', 'eng_c')).toEqual([{ kind: 'clicked' }]);
  });

  it('is forgotten in what was written and met long ago, by the days that are set', async () => {
    const { eventId, organizationId } = product;
    const company = await aCompany({ name: 'Long ago' });
    await product.sql(
      `INSERT INTO sales_messages (id, organization_id, event_id, company_id, direction, message_id, subject, text, at) VALUES ('sms_old', ?, ?, ?, 'in', 'm', 'S', 'T', 5)`,
      organizationId,
      eventId,
      company.id,
    );
    await product.sql(
      `INSERT INTO engagements (id, organization_id, event_id, company_id, kind, ref, at) VALUES ('eng_old', ?, ?, ?, 'opened', 'old', 5)`,
      organizationId,
      eventId,
      company.id,
    );
    const { deleted } = await applyRetention(env, organizationId, Date.now());
    expect(deleted.salesMessages).toBeGreaterThan(0);
    expect(deleted.engagement).toBeGreaterThan(0);
    expect(await product.sql(`SELECT text, direction FROM sales_messages WHERE id = 'sms_old'`)).toEqual([{ text: '', direction: 'in' }]);
    expect(await product.sql(`SELECT id FROM engagements WHERE id = 'eng_old'`)).toEqual([]);
  });
});
