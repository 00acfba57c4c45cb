import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const folder = join(root, 'seed');
const once = (key) => ({ headers: { 'idempotency-key': key } });

/** Gives the example event sponsors: settings, packages, companies with their people and past sponsorships, and a few deals. */
export async function addSales(api, eventId, importFile) {
  const event = `/api/v1/events/${eventId}`;
  const { settings, packages, sponsorships, deals } = JSON.parse(readFileSync(join(folder, 'sales.json'), 'utf8'));
  const [sold] = await Promise.all([
    Promise.all(packages.map((one, position) => api.post(`${event}/packages`, { ...one, position }, once(`seed-package-${position}`)))),
    api.put(`${event}/sales/settings`, settings, once('seed-sales-settings')),
    importFile('companies.csv', 'companies', { kind: 'companies' }),
  ]);
  const packageOf = (name) => sold.find((one) => one.name === name)?.id ?? null;
  const { items } = await api.get('/api/v1/companies?limit=200');
  const companyOf = (domain) => items.find((one) => one.domain === domain)?.id ?? '';
  await Promise.all([
    ...sponsorships.map(({ company, ...one }) =>
      api.post(`/api/v1/companies/${companyOf(company)}/sponsorships`, one, once(`seed-sponsorship-${company}`)),
    ),
    ...deals.map((deal) => addDeal(api, event, { ...deal, companyId: companyOf(deal.company), packageId: packageOf(deal.package) })),
  ]);
}

async function addDeal(api, event, { company, companyId, packageId, stage, nextAction, lostReason }) {
  const [contact] = (await api.get(`/api/v1/companies/${companyId}`)).contacts;
  const body = { companyId, packageId, contactId: contact?.id ?? null };
  const { id, version } = await api.post(`${event}/deals`, body, once(`seed-deal-${company}`));
  const change = {
    ...(stage === 'prospect' ? {} : { stage }),
    ...(nextAction ? { nextAction } : {}),
    ...(lostReason ? { lostReason } : {}),
  };
  if (Object.keys(change).length > 0) await api.patch(`${event}/deals/${id}`, { version, ...change }, once(`seed-stage-${company}`));
}
