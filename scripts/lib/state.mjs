import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder that keeps everything of a local run: data, secret, key, and who is running on it. */
export function openState(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    process.stderr.write(`The data folder ${folder} cannot be used (${error.code}). Choose another with --state.\n`);
    process.exit(1);
  }
  const file = (name) => join(folder, name);
  const read = (name) => (existsSync(file(name)) ? JSON.parse(readFileSync(file(name), 'utf8')) : null);
  const write = (name, value) => {
    writeFileSync(`${file(name)}.tmp`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
    chmodSync(`${file(name)}.tmp`, 0o600);
    renameSync(`${file(name)}.tmp`, file(name));
  };
  return {
    folder,
    file,
    /** What the seed has made so far: `{ authSecret, apiKey, eventId, … }`. */
    get kept() {
      return read('local.json') ?? {};
    },
    keep(change) {
      write('local.json', { ...(read('local.json') ?? {}), ...change });
    },
    authSecret() {
      const { authSecret } = this.kept;
      if (authSecret) return authSecret;
      const made = randomBytes(32).toString('base64url');
      this.keep({ authSecret: made });
      return made;
    },
    /** Returns the address of a living server on this folder, else takes the folder; ends workers that a killed server left behind. */
    take(url) {
      const held = read('running.json');
      if (held && held.pid !== process.pid && isOurs(held.pid, 'start.mjs')) return held.url;
      for (const pid of held?.workers ?? []) if (isOurs(pid, 'workerd')) endNow(pid);
      write('running.json', { pid: process.pid, url, workers: [] });
      return null;
    },
    noteWorkers(workers) {
      write('running.json', { ...read('running.json'), workers });
    },
    release() {
      if (read('running.json')?.pid === process.pid) rmSync(file('running.json'), { force: true });
    },
  };
}

/** A process of this id that still is what it was: ids are used again. */
function isOurs(pid, word) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(word);
  } catch {
    return false;
  }
}

/** Ends a process and waits until it is gone, so that its port is free. */
function endNow(pid) {
  process.kill(pid, 'SIGKILL');
  const until = Date.now() + 2_000;
  while (isOurs(pid, 'workerd') && Date.now() < until) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
}

/** Ids of the processes that a process has started, where the system tells. */
export function childrenOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
