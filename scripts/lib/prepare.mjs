import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';
import { addSales } from './prepare-sales.mjs';
import { productApi } from './product-api.mjs';

const folder = join(root, 'seed');

/**
 * Makes, through the product's own API, the key for programs and (once) the example event with its pages, attendees
 * and sponsors.
 * Every step is noted when it is done, so that an interrupted start goes on where it was.
 */
export async function prepare({ url, state, link, seed, say }) {
  const apiKey = await workingKey({ url, state, link });
  const api = productApi(url, { apiKey });
  if (!seed) return { apiKey, eventId: state.kept.eventId ?? null };
  let { eventId } = state.kept;
  if (!eventId) {
    const event = await api.post('/api/v1/events', JSON.parse(readFileSync(join(folder, 'event.json'), 'utf8')), once('seed-event'));
    eventId = event.id;
    state.keep({ eventId });
  }
  await step('pages', () => addPages(api, eventId));
  const importFile = (file, name, query) => importOf(api, eventId, file, name, query);
  await step('attendees', () => importFile('orders.csv', 'attendees', {}));
  await step('sales', () => addSales(api, eventId, importFile));
  return { apiKey, eventId };

  async function step(name, work) {
    if (state.kept[name]) return;
    try {
      await work();
      state.keep({ [name]: true });
    } catch (error) {
      say(`The example event has no ${name} yet: ${error.message}. The next start tries again.`);
    }
  }
}

const once = (key) => ({ headers: { 'idempotency-key': key } });

/** The key of an earlier start, unless somebody has revoked it. */
async function workingKey({ url, state, link }) {
  const { apiKey } = state.kept;
  if (apiKey) {
    try {
      await productApi(url, { apiKey }).get('/api/v1/me');
      return apiKey;
    } catch (error) {
      if (error.status !== 401) throw error;
    }
  }
  const owner = await productApi(url).signIn((await link()).token);
  const { key } = await owner.post('/api/v1/api-keys', { name: 'npm start', role: 'organizer' });
  await owner.post('/api/auth/sign-out', {});
  state.keep({ apiKey: key });
  return key;
}

async function addPages(api, eventId) {
  const names = readdirSync(join(folder, 'knowledge')).filter((name) => name.endsWith('.md'));
  for (const name of names.sort()) {
    const text = readFileSync(join(folder, 'knowledge', name), 'utf8');
    const title = /^#\s+(.+)$/m.exec(text)?.[1] ?? name;
    await api.post(`/api/v1/events/${eventId}/documents`, { kind: 'text', title, text }, once(`seed-page-${name}`));
  }
}

async function importOf(api, eventId, fileName, name, query) {
  const path = `/api/v1/events/${eventId}/imports`;
  const file = readFileSync(join(folder, fileName));
  const upload = { type: 'text/csv', headers: { 'x-file-name': fileName, 'idempotency-key': `seed-${name}` } };
  const { id } = await api.post(`${path}?${new URLSearchParams(query)}`, file, upload);
  await api.post(`${path}/${id}/start`, {}, once(`seed-${name}-start`));
  const until = Date.now() + 60_000;
  for (;;) {
    const { state, problem } = await api.get(`${path}/${id}`);
    if (state === 'done') return;
    if (state === 'failed' || state === 'cancelled') throw new Error(problem ?? `the import was ${state}`);
    if (Date.now() > until) throw new Error('the import takes longer than a minute');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
