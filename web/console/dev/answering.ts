export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  /** Parsed JSON, or null. */
  body: Record<string, unknown> | null;
  fileName: string | null;
}
export interface Answer {
  status: number;
  body: unknown;
}
export type Route = [pattern: RegExp, answer: (match: string[], asked: Asked) => Answer];

export const at = (pattern: string) => new RegExp(`^${pattern.replace(/\/:\w+/g, '/([^/]+)')}$`);
export const ok = (body: unknown): Answer => ({ status: 200, body });
export const page = (items: unknown[], extra: object = {}) => ok({ items, nextCursor: null, ...extra });
export const problem = (status: number, code: string, detail: string): Answer => ({
  status,
  body: { type: 'about:blank', title: code, status, detail, code, requestId: 'req_fixture', retry: 'never' },
});
export const found = (value: unknown) => (value ? ok(value) : problem(404, 'not_found', 'There is no such thing.'));
