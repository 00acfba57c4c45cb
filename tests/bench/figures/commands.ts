import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { call } from '../http';
import { bundleWorker } from '../instance';
import { median, report } from '../report';
import type { Stage } from '../stage';

const atATime = 400;
const rounds = 3;
const patienceMs = 120_000;

/** Commands from their commit to their receipt, beside messages that cross the same queue and do nothing. */
export async function commands(stage: Stage): Promise<void> {
  await stage.product();
  await stage.stopProduct();
  const script = await bundleWorker('commands/worker.ts', join(stage.folder, 'commands', 'worker.js'));
  const { url, eventId, stop } = await stage.ownInstance({ bundle: script });
  try {
    const rate = async (what: 'commands' | 'messages' | 'messages, noted', n: number): Promise<number> => {
      const [path = '', noted] = what.split(', ');
      const address = `${url}/api/bench/${path}?event=${eventId}&n=${n}${noted ? '&noted' : ''}`;
      const open = async () => (await call<{ open: number }>(address, { method: 'GET' })).open;
      const startedAt = performance.now();
      await call(address, { body: {} });
      for (let left = await open(); left > 0; left = await open()) {
        if (performance.now() - startedAt > patienceMs) throw new Error(`${left} of ${n} ${what} are open after ${patienceMs} ms`);
        await wait(25);
      }
      return n / ((performance.now() - startedAt) / 1000);
    };
    await rate('commands', 60);
    await rate('messages', 60);
    const ours: number[] = [];
    const noted: number[] = [];
    const dropped: number[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(await rate('commands', atATime));
      noted.push(await rate('messages, noted', atATime));
      dropped.push(await rate('messages', atATime));
    }
    const ourRate = { figure: 'commands through outbox and queue, from commit to receipt', unit: '1/s', ours: median(ours) };
    report({ ...ourRate, baseline: median(noted), baselineIs: 'messages through the same queue, each noted by its consumer in one row' });
    report({ ...ourRate, baseline: median(dropped), baselineIs: 'messages through the same queue that nobody works on' });
  } finally {
    await stop();
  }
}
