import { type LimitSources, spentLimit } from '../core/limits/reservation';
import { asBatch } from '../db/commit';
import type { Database } from '../db/database';
import type { TokenMeter } from './metered-model';
import { overLimit, reservationsAt, reserveStatements, spendStatements } from './reserve';

interface Metered {
  db: Database;
  organizationId: string;
  sources: LimitSources;
  /** Tokens that one run may take. */
  perRun: number;
  /** Tokens that the run has used so far, from its journal. */
  used(): number;
  /** Milliseconds since 1970 by the event's clock. */
  now(): number;
}

/** Meters one run: its own limit by its journal, those of agent, event, organization and day in D1. */
export function runMeter({ db, organizationId, sources, perRun, used, now }: Metered): TokenMeter {
  // The day in which a call was reserved is the day in which it is settled.
  let at = now();
  const asked = (tokens: number) => reservationsAt([{ kind: 'tokens', amount: tokens }], sources, at);
  return {
    async reserve(tokens) {
      at = now();
      if (used() + tokens > perRun)
        return `The limit of one run, ${perRun} tokens, is spent. event.limits.tokensPerRun in Settings holds it.`;
      const reservations = asked(tokens);
      try {
        await db.batch(asBatch(reserveStatements({ db, organizationId, now: at }, reservations)));
        return null;
      } catch (error) {
        const over = overLimit(error, reservations);
        if (!over) throw error;
        return spentLimit(over.reservation, sources.agent, over.limit).text;
      }
    },
    async settle(reserved, spent) {
      await db.batch(asBatch(spendStatements({ db, organizationId, now: at }, asked(reserved), spent)));
    },
  };
}
