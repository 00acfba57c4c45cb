import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { freePort } from '../../scripts/lib/free-port.mjs';
import { Attendee } from '../support/attendee';
import { eventually } from '../support/eventually';

const script = join(import.meta.dirname, '..', '..', 'scripts', 'start.mjs');

interface Ready {
  url: string;
  apiKey: string;
  eventId: string;
}

/** A folder for the data of one product, gone with `remove`. */
export function aState() {
  const folder = mkdtempSync(join(tmpdir(), 'eventos-journey-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Processes of a group that are still there. */
export function alive(group: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const [state, , ofGroup] = readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ');
        return Number(ofGroup) === group && state !== 'Z';
      } catch {
        return false;
      }
    });
}

/** `npm start` as a process group of its own, before it is ready. */
export function launch(folder: string, port: number, variables: Record<string, string> = {}, more: string[] = []) {
  const child: ChildProcess = spawn(process.execPath, [script, '--port', String(port), '--state', folder, '--json', ...more], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...variables },
  });
  const said = { out: '', err: '' };
  child.stdout?.on('data', (text: Buffer) => {
    said.out += text.toString();
  });
  child.stderr?.on('data', (text: Buffer) => {
    said.err += text.toString();
  });
  const code = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const group = child.pid ?? 0;
  return {
    said,
    code,
    group,
    signal: (name: NodeJS.Signals) => process.kill(-group, name),
    /** Ends everything at once, the runtime too, as a power cut does. */
    async killAll() {
      if (alive(group).length > 0) process.kill(-group, 'SIGKILL');
      await code;
      await eventually('all of it is gone', () => alive(group).length === 0);
    },
  };
}

/** The built product, ready to be asked. */
export async function start(folder: string, variables: Record<string, string> = {}, more: string[] = []) {
  const running = launch(folder, await freePort(), variables, more);
  const line = await eventually('the product is ready', () => running.said.out.includes('\n') && running.said.out, 90_000).catch(
    (error) => {
      throw new Error(`it does not start: ${running.said.err}`, { cause: error });
    },
  );
  const ready = JSON.parse(line) as Ready;
  const headers = { authorization: `Bearer ${ready.apiKey}`, 'content-type': 'application/json' };
  const api = async <T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T & { status: number }> => {
    const answer = await fetch(`${ready.url}/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { ...((await answer.json()) as T), status: answer.status };
  };
  async function connect(conversationId: string, token: string): Promise<Attendee> {
    const address = `${ready.url.replace('http', 'ws')}/api/v1/widget/${ready.eventId}/socket?conversation=${conversationId}&locale=en`;
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    return new Attendee(socket, conversationId, token).hello();
  }
  return {
    ...running,
    ...ready,
    api,
    connect,
    async attendee(): Promise<Attendee> {
      const made = await api<{ conversationId: string; token: string }>('POST', `/widget/${ready.eventId}/conversations`, {});
      return connect(made.conversationId, made.token);
    },
  };
}
export type Running = Awaited<ReturnType<typeof start>>;

/** The records of a product that does not run, as they lie on the disk. */
export function records(folder: string): DatabaseSync {
  const files = readdirSync(join(folder, 'v3'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sqlite') && !name.includes('metadata'))
    .map((name) => join(folder, 'v3', name));
  for (const file of files) {
    // Threads of a killed process may hold its locks for a moment after it is a zombie.
    const database = new DatabaseSync(file, { timeout: 10_000 });
    if (database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'outbox'").get()) return database;
    database.close();
  }
  throw new Error('the records are not where they were looked for');
}
