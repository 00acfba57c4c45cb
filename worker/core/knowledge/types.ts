/** A document of the organizer: a page of the event's site, an uploaded file or pasted text, as cleaned Markdown. */
export interface Page {
  id: string;
  title: string;
  markdown: string;
  url?: string;
  /** ISO 8601 instant; when the page was written or fetched, if known. */
  updatedAt?: string;
}

export type PassageKind = 'prose' | 'list' | 'table' | 'faq';

/** A piece of a page cut along its structure. `text` is exactly `markdown.slice(start, end)` of its page. */
export interface Passage {
  /** Stable for unchanged content: page id and ordinal. */
  id: string;
  pageId: string;
  pageTitle: string;
  /** Path of the page's address, if it has one: its words and years say what the page is about. */
  address?: string;
  /** Headings above the passage, outermost first, as plain text. */
  headingPath: string[];
  kind: PassageKind;
  text: string;
  ordinal: number;
  start: number;
  end: number;
}

export interface Retrieved {
  passage: Passage;
  /** Higher is better; comparable within one answer only. */
  score: number;
  /** What made the score, by name, for "test a question" in the console. */
  parts: Record<string, number>;
}
