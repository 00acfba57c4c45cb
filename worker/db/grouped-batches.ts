import type { BatchItem } from 'drizzle-orm/batch';
import { asBatch } from './commit';
import type { Database } from './database';

/** What runs a batch: the database itself, or a group that shares its round trips. */
export type Batches = Pick<Database, 'batch'>;

/** Batches that one round trip carries. */
const mostAtOnce = 20;

interface Waiting {
  statements: BatchItem<'sqlite'>[];
  resolve(results: unknown[]): void;
  reject(error: unknown): void;
}

/**
 * Runs batches that are asked for at the same moment in one round trip and one transaction, in the order in which they
 * came. Each is all or nothing all the same: when the whole fails, each runs alone. For one invocation only: a
 * promise of the platform belongs to the request that made it.
 */
export function groupedBatches(db: Database): Batches {
  const queue: Waiting[] = [];
  let flushing = false;

  async function flush(): Promise<void> {
    // What is asked for in the same moment comes along.
    await new Promise((resolve) => setTimeout(resolve, 0));
    while (queue.length > 0) {
      const together = queue.splice(0, mostAtOnce);
      try {
        const results: unknown[] = await db.batch(asBatch(together.flatMap(({ statements }) => statements)));
        let from = 0;
        for (const { statements, resolve } of together) {
          resolve(results.slice(from, from + statements.length));
          from += statements.length;
        }
      } catch (error) {
        if (together.length === 1) together[0]?.reject(error);
        else await Promise.all(together.map(({ statements, resolve, reject }) => db.batch(asBatch(statements)).then(resolve, reject)));
      }
    }
    flushing = false;
  }

  const batch: Database['batch'] = (statements) =>
    new Promise((resolve, reject) => {
      queue.push({ statements: [...statements], resolve: (results) => resolve(responseOf(results)), reject });
      if (flushing) return;
      flushing = true;
      void flush();
    });
  return { batch };
}

/** The results of a batch stand in the order of its statements, which is what their type says. */
function responseOf<T>(results: unknown[]): T {
  return results as T;
}
