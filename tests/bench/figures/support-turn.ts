import { call } from '../http';
import { inTurns, load } from '../load';
import { apiKeys } from '../product';
import { newQuestion, question } from '../questions';
import { report } from '../report';
import type { Stage } from '../stage';
import { openWidget } from '../widget-session';

const busy = 16;
const roundMs = 2_500;
const openSockets = 240;
/** Fewer than a conversation may say at once. */
const turnsPerSocket = 6;

/** Whole turns: question in, understood, looked up, answered, kept; each over the API in a conversation of its own. */
export async function supportTurn(stage: Stage): Promise<void> {
  const product = await stage.product();
  const path = `/api/v1/events/${product.eventId}/conversations`;
  const bareUrl = `${await stage.bareObject()}${path}`;
  const key = await apiKeys(product, 25_000);
  let asked = 0;
  const ask = (text: (n: number) => string) => () => call(`${product.url}${path}`, { headers: key(asked++), body: { text: text(asked) } });
  const ours = ask(question);
  const bare = () => call(bareUrl, { body: { text: question(asked++) } });
  await load(ours, 4, 2_000);
  await load(bare, 4, 1_000);
  const many = await inTurns({
    ours: () => load(ours, busy, roundMs),
    anew: () => load(ask(newQuestion), busy, roundMs),
    sockets: () => socketTurns(product.url, product.eventId, question),
    socketsAnew: () => socketTurns(product.url, product.eventId, newQuestion),
    bare: () => load(bare, busy, roundMs),
  });
  const one = await inTurns({ ours: () => load(ours, 1, 1_500), bare: () => load(bare, 1, 1_500) });

  const baselineIs = 'a bare Durable Object call with one SQLite write, over the same path';
  const bareRate = { baseline: many.bare.perSecond, baselineIs };
  report({ figure: 'support turns, 16 at a time', unit: '1/s', ours: many.ours.perSecond, ...bareRate });
  report({ figure: 'support turns over open widget sockets, 16 at a time', unit: '1/s', ours: many.sockets.perSecond, ...bareRate });
  report({ figure: 'support turns, 16 at a time, no question asked before', unit: '1/s', ours: many.anew.perSecond, ...bareRate });
  report({
    figure: 'support turns over open widget sockets, 16 at a time, no question asked before',
    unit: '1/s',
    ours: many.socketsAnew.perSecond,
    ...bareRate,
  });
  report({ figure: 'support turn, one at a time, median', unit: 'ms', ours: one.ours.p50Ms, baseline: one.bare.p50Ms, baselineIs });
  report({ figure: 'support turn, one at a time, p95', unit: 'ms', ours: one.ours.p95Ms, baseline: one.bare.p95Ms, baselineIs });
  report({ figure: 'support turn, 16 at a time, p95', unit: 'ms', ours: many.ours.p95Ms, baseline: many.bare.p95Ms, baselineIs });
  report({ figure: 'support turn over a widget socket, 16 at a time, p95', unit: 'ms', ours: many.sockets.p95Ms });
}

/** Numbers questions over all rounds. */
let said = 0;

async function socketTurns(url: string, eventId: string, text: (n: number) => string) {
  const sessions = await Promise.all(Array.from({ length: openSockets }, () => openWidget(url, eventId)));
  const turns = Array.from({ length: turnsPerSocket }, () => sessions).flat();
  const measured = await load(async (n) => turns[n]?.ask(text(said++)), busy, roundMs, turns.length);
  for (const { socket } of sessions) socket.close();
  return measured;
}
