import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withLocalLimits } from '../../../scripts/lib/local-limits.mjs';

const asModule = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
/** Answers with whether the caller may go on, and what else it was given. */
const worker = asModule(`export const also = 1;
export default {
  queue: () => 'queue',
  fetch: async ({ key }, env) => ({ ...(await env.LIMIT_API.limit({ key })), other: env.OTHER }),
};`);

interface Local {
  also: number;
  default: { queue(): string; fetch(request: { key: string }, env: object): Promise<{ success: boolean; other: string }> };
}
const load = async (): Promise<Local> => import(asModule(withLocalLimits({ LIMIT_API: { simple: { limit: 2, period: 60 } } }, worker)));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2027-05-20T09:00:10Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

it('refuses a key from its limit on until the next minute, and no other key', async () => {
  const local = await load();
  const env = { OTHER: 'kept' };
  const may = async (key: string) => (await local.default.fetch({ key }, env)).success;
  expect([await may('a'), await may('a'), await may('a'), await may('b')]).toEqual([true, true, false, true]);
  vi.setSystemTime(Date.parse('2027-05-20T09:00:59.999Z'));
  expect(await may('a')).toBe(false);
  vi.setSystemTime(Date.parse('2027-05-20T09:01:00Z'));
  expect([await may('a'), await may('a'), await may('a')]).toEqual([true, true, false]);
});

it('leaves everything else of the worker and its bindings as it is', async () => {
  const local = await load();
  expect(local.also).toBe(1);
  expect(local.default.queue()).toBe('queue');
  expect((await local.default.fetch({ key: 'c' }, { OTHER: 'kept' })).other).toBe('kept');
});
