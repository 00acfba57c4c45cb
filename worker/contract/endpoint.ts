import { z } from 'zod';

/** Who may call: `widget` endpoints prove themselves by conversation token, `public` ones by nothing. */
export type Access = 'public' | 'widget' | 'viewer' | 'organizer' | 'owner';

export interface Endpoint {
  summary: string;
  access: Access;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** `file`: the raw file is the body, its name in the `X-File-Name` header (percent-encoded). */
  bodyKind?: 'json' | 'file';
  response: z.ZodType;
  /** Media type of the answer when it is not JSON. */
  responseKind?: 'json' | 'csv' | 'text' | 'download';
}

/** A file that is streamed to the caller: only with `responseKind: 'download'`. */
export interface Download {
  fileName: string;
  mediaType: string;
  body: ReadableStream<Uint8Array>;
}
export const Download = z.custom<Download>((value) => typeof value === 'object' && value !== null && 'body' in value);

/** Keys are `METHOD /path` below `/api/v1`; path parameters stand in braces. */
export type Endpoints = Record<string, Endpoint>;

export const EventParams = z.object({ eventId: z.string().min(1).max(60) });
export const PageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A page of a list; `nextCursor` is null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const Done = z.object({ ok: z.literal(true) });

/** RFC 9457. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  retry: z.enum(['never', 'later', 'after-person']),
  fields: z.record(z.string(), z.string()).optional(),
});
export type Problem = z.infer<typeof Problem>;

type Values<E extends Endpoint, K extends 'params' | 'query' | 'body'> = E[K] extends z.ZodType ? z.input<E[K]> : never;
type Part<E extends Endpoint, K extends 'params' | 'query' | 'body'> = E[K] extends z.ZodType
  ? Partial<Values<E, K>> extends Values<E, K>
    ? { [P in K]?: Values<E, K> }
    : { [P in K]: Values<E, K> }
  : unknown;

/** What a caller passes to one endpoint, and what it gets. */
export type CallInput<E extends Endpoint> = Part<E, 'params'> & Part<E, 'query'> & Part<E, 'body'>;
export type CallOutput<E extends Endpoint> = z.output<E['response']>;
