import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/install.mjs';
import type { ToConsole } from '../../../worker/contract/live';
import type { ToWidget } from '../../../worker/contract/widget';
import type { Approval } from '../../../worker/contract/work';
import { call } from '../http';
import type { Product } from '../product';
import { median, percentile, report } from '../report';
import { openSocket } from '../socket';
import type { Stage } from '../stage';
import { openWidget } from '../widget-session';

const decisions = 24;

/** From the click in one browser to the frame in another; the refunds are asked for by verified attendees and carried out. */
export async function approval(stage: Stage): Promise<void> {
  const product = await stage.product();
  const event = `${product.url}/api/v1/events/${product.eventId}`;
  await call(`${event}/agents/support`, { method: 'PATCH', headers: product.owner, body: { mode: 'assisted' } });
  for (const buyer of buyers(decisions)) await askForRefund(product, buyer);
  const { items } = await call<{ items: Approval[] }>(`${event}/approvals?state=pending&limit=100`, {
    method: 'GET',
    headers: product.owner,
  });
  if (items.length < decisions) throw new Error(`${items.length} of ${decisions} refunds wait for a decision`);

  const live = `${event.replace(/^http/, 'ws')}/live`;
  const consoles = await Promise.all([openSocket(live, product.owner), openSocket(live, product.owner)]);
  await Promise.all(consoles.map((console) => console.frame<ToConsole>((frame) => frame.type === 'hello')));
  const took: number[] = [];
  for (const { id, version } of items) {
    const shown = consoles[1].frame<ToConsole>(
      (frame) => frame.type === 'approval' && frame.approval.id === id && frame.approval.state !== 'pending',
    );
    const decidedAt = performance.now();
    await call(`${event}/approvals/${id}/decision`, { headers: product.owner, body: { decision: 'approve', version } });
    took.push((await shown).at - decidedAt);
  }
  for (const console of consoles) console.close();
  await call(`${event}/agents/support`, { method: 'PATCH', headers: product.owner, body: { mode: 'full_auto' } });

  const bare = await passedOnByBareObject(await stage.bareObject(), product.eventId);
  const baselineIs = 'a bare Durable Object that writes one row and sends it to its sockets';
  report({
    figure: 'approval decided to shown in a second browser, median',
    unit: 'ms',
    ours: median(took),
    baseline: median(bare),
    baselineIs,
  });
  report({
    figure: 'approval decided to shown in a second browser, p95',
    unit: 'ms',
    ours: percentile(took, 0.95),
    baseline: percentile(bare, 0.95),
    baselineIs,
  });
}

async function passedOnByBareObject(url: string, eventId: string): Promise<number[]> {
  const path = `/api/v1/events/${eventId}.live/conversations`;
  const sockets = await Promise.all([0, 1].map(() => openSocket(`${url.replace(/^http/, 'ws')}${path}`)));
  const took: number[] = [];
  for (let n = 0; n < decisions; n++) {
    const shown = sockets[1]?.frame<{ text: string }>((frame) => frame.text === `decision ${n}`);
    const sentAt = performance.now();
    await call(`${url}${path}`, { body: { text: `decision ${n}` } });
    took.push(((await shown)?.at ?? Number.NaN) - sentAt);
  }
  for (const socket of sockets) socket.close();
  return took;
}

/** Buyers of one paid ticket each, from the seeded export. */
export function buyers(count: number): { orderCode: string; email: string }[] {
  const lines = readFileSync(join(root, 'seed/orders.csv'), 'utf8').split('\n').slice(1);
  const rows = lines.map((line) => line.split(','));
  const single = rows.filter(
    ([, code, , state, , , , product]) =>
      state === 'Paid' && product === 'Conference' && rows.filter((row) => row[1] === code).length === 1,
  );
  return single.slice(-count).map(([, orderCode = '', , , email = '']) => ({ orderCode, email }));
}

async function askForRefund(product: Product, { orderCode, email }: { orderCode: string; email: string }): Promise<void> {
  const session = await openWidget(product.url, product.eventId);
  const asked = session.socket.frame<ToWidget>((frame) => frame.type === 'message' && frame.message.ask === 'code');
  session.socket.send({ type: 'identify', orderCode, email });
  await asked;
  const verified = session.socket.frame<ToWidget>((frame) => frame.type === 'status' && frame.verified);
  session.socket.send({ type: 'code', code: await codeSentTo(product, email) });
  await verified;
  await session.ask('I would like a refund for my ticket, please.');
  await session.ask('Yes, please.');
  session.socket.close();
}

async function codeSentTo({ url, owner }: Product, email: string): Promise<string> {
  for (const until = performance.now() + 15_000; performance.now() < until; ) {
    const { items } = await call<{ items: { to: string[]; subject: string }[] }>(`${url}/api/v1/mailbox?limit=20`, {
      method: 'GET',
      headers: owner,
    });
    const code = items.find((mail) => mail.to.includes(email))?.subject.match(/^\d{6}/)?.[0];
    if (code) return code;
  }
  throw new Error('the code was not mailed');
}
