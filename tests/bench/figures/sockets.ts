import { setTimeout as wait } from 'node:timers/promises';
import { call } from '../http';
import { question } from '../questions';
import { report } from '../report';
import { openSocket } from '../socket';
import type { Stage } from '../stage';
import { openWidget, type WidgetSession } from '../widget-session';

const held = 1_000;
const openedAtOnce = 25;

/** Attendees' sockets on one event, each admitted to a conversation of its own, held at the same time. */
export async function sockets(stage: Stage): Promise<void> {
  const product = await stage.product();
  const warm = await openWidget(product.url, product.eventId);
  await warm.ask(question(0));
  await settled();
  const before = product.residentKiB();
  const startedAt = performance.now();
  const sessions: WidgetSession[] = [];
  while (sessions.length < held)
    sessions.push(...(await Promise.all(Array.from({ length: openedAtOnce }, () => openWidget(product.url, product.eventId)))));
  const openedMs = performance.now() - startedAt;
  const after = product.residentKiB();
  await wait(10_000);
  const idle = product.residentKiB();
  // All are still there, not only accepted: one in fifty gets an answer.
  for (const session of sessions.filter((_, n) => n % 50 === 0)) await session.ask(question(1));
  for (const { socket } of sessions) socket.close();
  warm.socket.close();

  const bare = await heldByBareObject(await stage.bareObject(), () => stage.bareResidentKiB());
  const baselineIs = 'the same number of hibernating sockets on a bare Durable Object';
  report({ figure: 'attendee sockets held on one event', unit: 'sockets', ours: sessions.length });
  report({ figure: 'attendee sockets opened per second', unit: '1/s', ours: sessions.length / (openedMs / 1000) });
  report({ figure: 'memory per socket, 1,000 open', unit: 'KiB', ours: (after - before) / held, baseline: bare, baselineIs });
  report({
    figure: 'memory per socket, 1,000 open, after 10 s idle',
    unit: 'KiB',
    ours: (idle - before) / held,
    baseline: bare,
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
        Array.from({ length: openedAtOnce }, () => openSocket(`${url.replace(/^http/, 'ws')}/api/v1/events/held/conversations`)),
      )),
    );
  const after = await residentKiB();
  for (const socket of open) socket.close();
  return (after - before) / held;
}

/** Lets the alarm that follows a turn run, so that its memory counts as there before. */
function settled(): Promise<void> {
  return wait(3_000);
}
