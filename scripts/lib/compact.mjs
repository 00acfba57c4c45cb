import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

/** A database in the middle of a write is tried again; what stays busy for this long is left for the next start. */
const patienceMs = 15_000;

/**
 * Deleted text stays in the free pages and write-ahead logs of SQLite files until something else is written there. After an
 * erasure, or when retention has deleted something, the files below a state folder are rewritten without it.
 *
 * The runtime takes a lock that somebody else holds for a failure. So its processes (`workers`) stand still while a file is rewritten, some
 * ten milliseconds; a file in which one of them was just writing is tried again.
 *
 * @param {{ folder: string, kept: { compactedAt?: number }, keep(change: object): void }} state
 * @param {() => number[]} workers ids of the processes that have the files open
 * @returns {Promise<boolean>} whether there was anything to do and all of it is done
 */
export async function compactAfterErasures(state, workers = () => []) {
  const { files, erasedAt } = due(state);
  const until = Date.now() + patienceMs;
  for (const file of files)
    while (!standingStill(workers(), () => compacted(file)))
      if (Date.now() < until) await wait(50 + Math.random() * 100);
      else return false;
  if (files.length > 0) state.keep({ compactedAt: erasedAt });
  return files.length > 0;
}

/** The same for a process that ends, when nothing is waited for any more: what cannot be done within two seconds is done at the next start. */
export function compactAtExit(state) {
  const { files, erasedAt } = due(state);
  const until = Date.now() + 2_000;
  for (const file of files)
    while (!compacted(file))
      if (Date.now() < until) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
      else return;
  if (files.length > 0) state.keep({ compactedAt: erasedAt });
}

/** The files to rewrite: none when nothing was erased since they were. */
function due(state) {
  const files = databaseFiles(state.folder);
  const erasedAt = lastErasure(files);
  return { erasedAt, files: erasedAt !== null && erasedAt > (state.kept.compactedAt ?? 0) ? files : [] };
}

/** Every SQLite file of the run: records, and the memory of each object. */
function databaseFiles(folder) {
  const root = join(folder, 'v3');
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => join(root, name));
}

/** When something was last erased, by the records themselves; null when never. */
function lastErasure(files) {
  for (const file of files) {
    const database = new DatabaseSync(file, { readOnly: true, timeout: 2_000 });
    try {
      if (!database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'erasures'").get()) continue;
      const { at } = database
        .prepare(
          `SELECT max(at) AS at FROM (SELECT max(finished_at) AS at FROM erasures
             UNION SELECT max(updated_at) FROM settings WHERE key = 'retention_run' AND value ->> '$.deleted' <> '{}')`,
        )
        .get();
      return at;
    } finally {
      database.close();
    }
  }
  return null;
}

function standingStill(pids, work) {
  const stopped = pids.filter((pid) => signalled(pid, 'SIGSTOP'));
  try {
    return work();
  } finally {
    for (const pid of stopped) signalled(pid, 'SIGCONT');
  }
}

function signalled(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    // It has ended by itself.
    return false;
  }
}

/** False when somebody else is writing or reading right now. */
function compacted(file) {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('PRAGMA secure_delete = ON');
    database.exec('VACUUM');
    const { busy } = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    return busy === 0;
  } catch (error) {
    if (/busy|locked/i.test(error.message)) return false;
    throw error;
  } finally {
    database.close();
  }
}
