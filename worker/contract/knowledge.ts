import { z } from 'zod';
import { Citation, Instant, oneLine } from './common';
import { Done, type Endpoints, EventParams, PageQuery, pageOf } from './endpoint';

export const Document = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['text', 'file', 'url']),
  url: z.string().nullable(),
  state: z.enum(['ready', 'failed', 'vanished']),
  problem: z.string().nullable(),
  passages: z.number(),
  characters: z.number(),
  refreshHours: z.number().nullable(),
  fetchedAt: Instant.nullable(),
  updatedAt: Instant,
});
export type Document = z.infer<typeof Document>;
export const PassageView = z.object({
  id: z.string(),
  documentId: z.string(),
  documentTitle: z.string(),
  headingPath: z.array(z.string()),
  kind: z.string(),
  text: z.string(),
});
export type PassageView = z.infer<typeof PassageView>;
export const KnowledgeTest = z.object({
  outcome: z.enum(['answered', 'declined', 'escalated', 'asked']),
  answer: z.string(),
  confidence: z.number(),
  citations: z.array(Citation),
  retrieved: z.array(z.object({ passage: PassageView, score: z.number(), parts: z.record(z.string(), z.number()) })),
  ms: z.number(),
  model: z.string(),
});
export type KnowledgeTest = z.infer<typeof KnowledgeTest>;

const DocumentParams = EventParams.extend({ documentId: z.string().min(1).max(60) });

/** Limits: 200 documents an event, 2 MB a file, 400,000 characters of text a document. */
export const knowledgeEndpoints = {
  'GET /events/{eventId}/documents': {
    summary: 'What support knows',
    access: 'viewer',
    params: EventParams,
    query: PageQuery,
    response: pageOf(Document),
  },
  'POST /events/{eventId}/documents': {
    summary: 'Add pasted text or an address to fetch',
    access: 'organizer',
    params: EventParams,
    body: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('text'),
        title: oneLine(200).min(1),
        text: z.string().min(1).max(400_000),
        /** Where it can be read; shown with citations. */
        url: z
          .url({ protocol: /^https?$/ })
          .max(2000)
          .optional(),
      }),
      z.object({
        kind: z.literal('url'),
        url: z.url({ protocol: /^https?$/ }).max(2000),
        refreshHours: z.number().int().min(1).max(720).nullable().default(24),
      }),
    ]),
    response: Document,
  },
  'POST /events/{eventId}/documents/upload': {
    summary: 'Add a Markdown, HTML, text or PDF file of up to 2 MB',
    access: 'organizer',
    params: EventParams,
    bodyKind: 'file',
    body: z.any(),
    response: Document,
  },
  'GET /events/{eventId}/documents/{documentId}': {
    summary: 'A document with its passages',
    access: 'viewer',
    params: DocumentParams,
    response: Document.extend({ markdown: z.string(), passageList: z.array(PassageView) }),
  },
  'PATCH /events/{eventId}/documents/{documentId}': {
    summary: 'Correct the title or the text',
    access: 'organizer',
    params: DocumentParams,
    body: z.object({ title: oneLine(200).min(1).optional(), text: z.string().min(1).max(400_000).optional() }),
    response: Document,
  },
  'POST /events/{eventId}/documents/{documentId}/refresh': {
    summary: 'Fetch an address again now',
    access: 'organizer',
    params: DocumentParams,
    response: Document,
  },
  'DELETE /events/{eventId}/documents/{documentId}': {
    summary: 'Forget a document',
    access: 'organizer',
    params: DocumentParams,
    response: Done,
  },
  'POST /events/{eventId}/knowledge/test': {
    summary: 'Ask a question as an attendee would, and see the passages it used',
    access: 'viewer',
    params: EventParams,
    body: z.object({ question: z.string().trim().min(1).max(2000) }),
    response: KnowledgeTest,
  },
} satisfies Endpoints;
