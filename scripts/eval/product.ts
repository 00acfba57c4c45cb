import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { freePort } from '../lib/free-port.mjs';

const Ready = z.object({ url: z.string(), apiKey: z.string() });

export interface Product {
  url: string;
  /** Calls the API as its owner's key; throws with the problem's text on any error. */
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Sends a file as the body. */
  upload(path: string, fileName: string, content: string): Promise<unknown>;
}

/** Starts the built product on its own state, without the example event, for as long as `work` takes. */
export async function withProduct<T>(
  { state, variables = {} }: { state: string; variables?: Record<string, string> },
  work: (product: Product) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const script = join(process.cwd(), 'scripts/start.mjs');
  const child = spawn(process.execPath, [script, '--port', String(port), '--state', state, '--json', '--no-seed'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...variables },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    const first = await Promise.race([
      firstLine(child.stdout),
      ended.then(() => Promise.reject(new Error('The product did not start; see above.'))),
    ]);
    const { url, apiKey } = Ready.parse(JSON.parse(first));
    return await work({
      url,
      call: (method, path, body) => call(url, apiKey, method, path, body),
      upload: (path, fileName, content) => upload(url, apiKey, path, fileName, content),
    });
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function call(url: string, apiKey: string, method: string, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.status === 429) {
    // A large set is slowed down to what one key may ask in a minute.
    await response.body?.cancel();
    await setTimeout(Number(response.headers.get('retry-after') ?? 60) * 1_000);
    return call(url, apiKey, method, path, body);
  }
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}

async function upload(url: string, apiKey: string, path: string, fileName: string, content: string): Promise<unknown> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(fileName) },
    body: content,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line;
  throw new Error('The product printed nothing.');
}
