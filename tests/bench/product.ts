import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../scripts/lib/install.mjs';
import { call, exchange } from './http';
import { residentKiB } from './memory';

/** Calls of one key that stay below what the product allows it in a minute. */
const callsPerKey = 1_000;

export interface Product {
  url: string;
  pid: number;
  eventId: string;
  apiKey: string;
  /** The owner's session, as a browser sends it. */
  owner: Record<string, string>;
  /** Resident memory of the runtime, in KiB. */
  residentKiB(): number;
  stop(): Promise<void>;
}

interface Ready {
  url: string;
  signInLink: string;
  apiKey: string;
  eventId: string;
}

/** Starts the product the way a person does, on its own data, and signs the owner in. */
export async function startProduct(port: number, state: string): Promise<Product> {
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), '--port', `${port}`, '--state', state, '--json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = await readiness(child);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    const { cookies } = await exchange(
      `${ready.url}/api/auth/sign-in/link`,
      'POST',
      { origin: ready.url },
      { token: new URL(ready.signInLink).searchParams.get('token') },
    );
    return {
      url: ready.url,
      pid: child.pid ?? 0,
      eventId: ready.eventId,
      apiKey: ready.apiKey,
      owner: { cookie: cookies.join('; '), origin: ready.url },
      residentKiB: () => residentKiB(child.pid ?? 0),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readiness(child: ChildProcess): Promise<Ready> {
  let out = '';
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      out += chunk;
      const [line] = out.split('\n', 1);
      if (out.includes('\n') && line) resolve(JSON.parse(line));
    });
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      // Without its pages and attendees nothing that follows would be a measurement.
      if (/has no (pages|attendees) yet/.test(said)) {
        child.kill('SIGTERM');
        reject(new Error(said.trim()));
      }
    });
    child.once('exit', (code) => reject(new Error(`the product ended with ${code}: ${said.trim()}`)));
  });
}

/** Headers of API keys, a fresh one whenever the limit of a key comes near. */
export async function apiKeys({ url, owner }: Product, calls: number): Promise<(n: number) => Record<string, string>> {
  const keys: string[] = [];
  for (let i = 0; i * callsPerKey < calls; i++) {
    const { key } = await call<{ key: string }>(`${url}/api/v1/api-keys`, {
      headers: owner,
      body: { name: `bench ${i}`, role: 'organizer' },
    });
    keys.push(key);
  }
  return (n) => ({ authorization: `Bearer ${keys[n % keys.length]}` });
}
