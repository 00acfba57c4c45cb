import type { Page, Retrieved } from '../core/knowledge/types';

/** Retrieval over the knowledge of one event. Both adapters pass one conformance suite. */
export interface SearchPort {
  /** Replaces what is known of these pages. Returns the number of passages now held for them. */
  index(pages: Page[]): Promise<number>;
  remove(pageIds: string[]): Promise<void>;
  /** The best passages, best first; `limit` at most 100. An empty or meaningless query gives an empty list. */
  search(query: string, options: { limit: number }): Promise<Retrieved[]>;
}
