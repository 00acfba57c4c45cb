// Built-in modules only.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { isFree } from './port.mjs';

/** Below the ports that the system gives to outgoing connections (Linux: from 32768 on), so that none of them takes one meanwhile. */
const first = 20_000;
const slices = 110;
const perSlice = 100;

let own;
let next = 1;

/**
 * A port of 127.0.0.1 for a program that is started later and may be stopped and started again on it. No process that asks
 * here gets it as well for as long as this one lives, and this one gets it once.
 */
export async function freePort() {
  own ??= ownSlice();
  const base = await own;
  while (next < perSlice) {
    const port = base + next++;
    if (await isFree(port, '127.0.0.1')) return port;
  }
  throw new Error(`all ports from ${base} to ${base + perSlice - 1} have been handed out`);
}

/** A slice is owned by whoever listens on its first port; the system gives it back when the process ends, however it ends. */
async function ownSlice() {
  const start = randomInt(slices);
  for (let n = 0; n < slices; n++) {
    const base = first + ((start + n) % slices) * perSlice;
    const held = await new Promise((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen({ port: base, host: '127.0.0.1', exclusive: true }, () => resolve(Boolean(server.unref())));
    });
    if (held) return base;
  }
  throw new Error(`no port from ${first} to ${first + slices * perSlice - 1} is free`);
}
