import type { ChainHead } from '../../worker/core/log/chain';
import type { Link } from '../../worker/core/log/verify';

/** The log of one event, from wherever it comes. */
export interface LogToVerify {
  eventId: string;
  eventName: string;
  clock: 'real' | 'virtual';
  /** Where the chain ends, as the event's orchestrator remembers it. */
  remembered: ChainHead | null;
  /** Rows that are in no entry yet; null where that cannot be told. */
  unsealed: number | null;
  pages: Iterable<Link[]>;
}
