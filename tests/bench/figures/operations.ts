import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ToWidget } from '../../../worker/contract/widget';
import { call } from '../http';
import { bundleWorker } from '../instance';
import type { Operations } from '../operations/count';
import { question } from '../questions';
import { report } from '../report';
import type { Stage } from '../stage';
import { openWidget } from '../widget-session';
import { buyers } from './approval';

const turns = 20;
const mails = 10;
const sweepsADay = 24 * 12;

/** What the platform is asked to do for a turn, a mail and an event on which nothing happens, counted and not timed. */
export async function operations(stage: Stage): Promise<void> {
  await stage.product();
  await stage.stopProduct();
  const script = await bundleWorker('operations/worker.ts', join(stage.folder, 'operations', 'worker.js'));
  const { url, apiKey, eventId, stop } = await stage.ownInstance({ bundle: script });
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
    // Codes to buyers go the whole way: limits, outbox, queue, mailbox, receipt.
    const asking = await Promise.all(buyers(mails).map(async (buyer) => ({ buyer, session: await openWidget(url, eventId) })));
    const mail = await count(async () => {
      for (const { buyer, session } of asking) {
        const asked = session.socket.frame<ToWidget>((frame) => frame.type === 'message' && frame.message.ask === 'code');
        session.socket.send({ type: 'identify', ...buyer });
        await asked;
      }
    }, 6_000);
    tell('a mail with a code, from the request to the receipt', mail, mails);
    for (const { session } of asking) session.socket.close();

    const idle = await count(() => call(`${url}/api/bench/scheduled`), 0);
    report({ figure: 'alarms that an idle event has set', unit: 'alarms', ours: await alarmsSet(url) });
    tell('a day on which nothing happens: all sweeps of the deployment', idle, 1 / sweepsADay);
  } finally {
    await stop();
  }
}

async function countedSoFar(url: string): Promise<Operations> {
  return (await call<{ counted: Operations }>(`${url}/api/bench/operations`)).counted;
}

async function alarmsSet(url: string): Promise<number> {
  return (await call<{ nextAlarms: number[] }>(`${url}/api/bench/operations`)).nextAlarms.length;
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
