import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../../scripts/lib/free-port.mjs';
import { isolateBytes } from '../heap';
import { call } from '../http';
import { residentKiB } from '../memory';
import { question } from '../questions';
import { report } from '../report';
import { type ClientSocket, openSocket } from '../socket';
import type { Stage } from '../stage';
import { openWidget, type WidgetSession } from '../widget-session';

const held = 1_000;
const openedAtOnce = 25;

/**
 * Attendees' sockets on one event, each admitted to a conversation of its own, held at the same time. The isolate's own
 * memory is what the platform limits; that of the local runtime holds its simulation of the network as well.
 */
export async function sockets(stage: Stage): Promise<void> {
  await stage.product();
  await stage.stopProduct();
  const inspectorPort = await freePort();
  const { url, eventId, stop } = await stage.ownInstance({ inspectorPort });
  const sessions: WidgetSession[] = [];
  const rss: number[] = [];
  const heap: number[] = [];
  const look = async () => {
    rss.push(residentKiB(process.pid));
    heap.push((await isolateBytes(inspectorPort)) / 1024);
  };
  try {
    const warm = await openWidget(url, eventId);
    await warm.ask(question(0));
    await settled();
    await look();
    const startedAt = performance.now();
    while (sessions.length < held)
      sessions.push(...(await Promise.all(Array.from({ length: openedAtOnce }, () => openWidget(url, eventId)))));
    const openedMs = performance.now() - startedAt;
    await look();
    await wait(10_000);
    await look();
    // All are still there, not only accepted: one in fifty gets an answer.
    for (const session of sessions.filter((_, n) => n % 50 === 0)) await session.ask(question(1));
    report({ figure: 'attendee sockets held on one event', unit: 'sockets', ours: sessions.length });
    report({ figure: 'attendee sockets opened per second', unit: '1/s', ours: sessions.length / (openedMs / 1000) });
    for (const { socket } of [...sessions, warm]) socket.close();
  } finally {
    await stop();
  }
  const each = ([before = 0, ...after]: number[]) => after.map((one) => (one - before) / held);
  const [inIsolate = 0, inIsolateIdle = 0] = each(heap);
  const [resident = 0, residentIdle = 0] = each(rss);
  const baseline = await heldByBareObject(await stage.bareObject(), () => stage.bareResidentKiB());
  const baselineIs = 'as many hibernating sockets on a bare Durable Object, each after one frame there and back';
  report({ figure: 'memory of the isolate per socket, 1,000 open', unit: 'KiB', ours: inIsolate });
  report({ figure: 'memory of the isolate per socket, 1,000 open, after 10 s idle', unit: 'KiB', ours: inIsolateIdle });
  report({ figure: 'resident memory of the local runtime per socket, 1,000 open', unit: 'KiB', ours: resident, baseline, baselineIs });
  report({
    figure: 'resident memory of the local runtime per socket, after 10 s idle',
    unit: 'KiB',
    ours: residentIdle,
    baseline,
    baselineIs,
  });
}

async function heldByBareObject(url: string, residentKiB: () => Promise<number>): Promise<number> {
  await call(`${url}/api/v1/events/held/conversations`, { body: { text: 'warm' } });
  await settled();
  const before = await residentKiB();
  const open = [];
  while (open.length < held)
    open.push(
      ...(await Promise.all(
        Array.from({ length: openedAtOnce }, () => greeted(`${url.replace(/^http/, 'ws')}/api/v1/events/held/conversations`)),
      )),
    );
  const after = await residentKiB();
  for (const socket of open) socket.close();
  return (after - before) / held;
}

/** One frame there and back: from then on the runtime holds what it compresses the frames of a socket with. */
async function greeted(url: string): Promise<ClientSocket> {
  const socket = await openSocket(url);
  const answer = socket.frame<{ type: string }>((frame) => frame.type === 'hello');
  socket.send({ type: 'hello' });
  await answer;
  return socket;
}

/** Lets the alarm that follows a turn run, so that its memory counts as there before. */
function settled(): Promise<void> {
  return wait(3_000);
}
