import { createServer } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { freePort } from '../../scripts/lib/free-port.mjs';
import { alive, aState, launch, start } from './running';

const state = aState();
afterAll(() => state.remove());

it('a taken port gets a message that says what to do, and exit code 1', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const refused = launch(state.folder, port);
  expect(await refused.code).toBe(1);
  expect(refused.said.err).toContain(`Port ${port} is taken`);
  expect(refused.said.err).toContain('--port');
  expect(refused.said.out).toBe('');
  other.close();
});

it('Ctrl-C leaves no process and no open port, and the next start has all data', async () => {
  const first = await start(state.folder, {}, ['--no-seed']);
  const event = await first.api<{ id: string }>('POST', '/events', {
    ...{ name: 'Kept Days', startsAt: '2027-05-20T09:00', endsAt: '2027-05-21T17:00', timeZone: 'UTC', currency: 'EUR' },
    contactEmail: 'help@example.org',
  });
  const held = launch(state.folder, await freePort());
  expect(await held.code, 'a second server on the same data').toBe(1);
  expect(held.said.err).toContain('in use');

  first.signal('SIGINT');
  expect([0, 130], 'an end on purpose').toContain(await first.code);
  expect(alive(first.group)).toEqual([]);
  await expect(fetch(`${first.url}/api/v1/health`)).rejects.toThrow();

  const second = await start(state.folder, {}, ['--no-seed']);
  expect(second.apiKey).toBe(first.apiKey);
  expect((await second.api('GET', `/events/${event.id}`)).name).toBe('Kept Days');
  second.signal('SIGTERM');
  expect([0, 143], 'an end on purpose').toContain(await second.code);
  expect(alive(second.group)).toEqual([]);
}, 150_000);
