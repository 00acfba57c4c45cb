import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface Loopback {
  url: string;
  close(): Promise<void>;
}

/** An HTTP server on a free port of the loopback address. */
export async function listen(handle: (request: Received, response: ServerResponse) => void): Promise<Loopback> {
  const server = createServer((incoming: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
      const body = Buffer.concat(chunks).toString('utf8');
      handle({ method: incoming.method ?? '', path: incoming.url ?? '', headers, body }, response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** What goes wrong with one call: before the service has done anything, or after it. */
export type Fault =
  | { when: 'before'; status: number; headers?: Record<string, string>; body?: string }
  | { when: 'before' | 'after'; fail: 'hang' | 'reset' | 'cut' | 'garbage' }
  | { when: 'after'; status: number; body?: string };

/** Answers as the fault says; nothing more is sent after `hang` until the server closes. */
export function misbehave(fault: Fault, response: ServerResponse): void {
  if ('status' in fault) {
    const headers = 'headers' in fault ? fault.headers : undefined;
    response.writeHead(fault.status, { 'content-type': 'application/json', ...headers });
    response.end(fault.body ?? '{}');
    return;
  }
  switch (fault.fail) {
    case 'hang':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '400' });
      response.write('{"id":"');
      setImmediate(() => response.socket?.destroy());
      return;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<html>It works!</html>');
      return;
  }
}

export function answerJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
