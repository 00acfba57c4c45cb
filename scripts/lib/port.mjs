// Built-in modules only.
import { createServer } from 'node:net';

/** Whether nobody listens there. */
export function isFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Ports that the Fetch standard, and so every browser, refuses ("bad port"); nothing is sent to find out. */
export async function isBlocked(port) {
  try {
    await fetch(`http://127.0.0.1:${port}`, { signal: AbortSignal.abort() });
  } catch (error) {
    return error.cause?.message === 'bad port';
  }
  return false;
}
