import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startLocalServer } from '../../../scripts/lib/local-server.mjs';
import { openState } from '../../../scripts/lib/state.mjs';
import { call } from '../http';
import { bundleWorker } from '../instance';
import type { Operations } from '../operations/count';
import { question } from '../questions';
import { report } from '../report';
import type { Stage } from '../stage';
import { openWidget } from '../widget-session';

const turns = 20;
const mails = 10;
const sweepsADay = 24 * 12;

/** What the platform is asked to do for a turn, a mail and an event on which nothing happens, counted and not timed. */
export async function operations(stage: Stage): Promise<void> {
  await stage.product();
  await stage.stopProduct();
  const script = await bundleWorker('operations/worker.ts', join(stage.folder, 'operations', 'worker.js'));
  const url = `http://localhost:${stage.port}`;
  const { authSecret, apiKey, eventId } = openState(stage.state).kept;
  const { miniflare } = await startLocalServer({
    port: stage.port,
    state: stage.state,
    bundle: script,
    variables: { OWNER_EMAIL: 'owner@example.org', PUBLIC_URL: url, AUTH_SECRET: authSecret, LOG_LEVEL: 'error' },
    onLine: stage.notice,
  });
  try {
    const count = async (work: () => Promise<unknown>, settleMs: number): Promise<Operations> => {
      const before = await countedSoFar(url);
      await work();
      await wait(settleMs);
      return difference(before, await countedSoFar(url));
    };
    const path = `${url}/api/v1/events/${eventId}/conversations`;
    const ask = (n: number) => call(path, { headers: { authorization: `Bearer ${apiKey}` }, body: { text: question(n) } });
    // The first turn of an object also opens it.
    await ask(0);
    await wait(4_000);
    const turn = await count(async () => {
      for (let n = 0; n < turns; n++) await ask(n);
    }, 4_000);
    tell('a support turn', turn, turns);

    const session = await openWidget(url, eventId);
    const chat = await count(async () => {
      for (let n = 0; n < 5; n++) await session.ask(question(n));
    }, 4_000);
    tell('a support turn over an open widget socket', chat, 5);
    session.socket.close();
    void mails;

    const idle = await count(() => call(`${url}/api/bench/scheduled`), 0);
    tell('an idle event and day, the sweeps of the deployment', idle, 1 / sweepsADay);
  } finally {
    await miniflare.dispose();
  }
}

async function countedSoFar(url: string): Promise<Operations> {
  return (await call<{ counted: Operations }>(`${url}/api/bench/operations`)).counted;
}

function difference(before: Operations, after: Operations): Operations {
  const entries = Object.entries(after).map(([name, value]) => [name, value - (before[name as keyof Operations] ?? 0)]);
  return Object.fromEntries(entries);
}

function tell(what: string, operations: Operations, of: number): void {
  const units = {
    objectRequests: 'object requests',
    objectStatements: 'object SQL statements',
    objectRowsRead: 'object rows read',
    objectRowsWritten: 'object rows written',
    databaseQueries: 'D1 queries',
    databaseRowsRead: 'D1 rows read',
    databaseRowsWritten: 'D1 rows written',
    queueOperations: 'queue operations',
  } satisfies Record<keyof Operations, string>;
  for (const [name, unit] of Object.entries(units)) report({ figure: what, unit, ours: operations[name as keyof Operations] / of });
}
