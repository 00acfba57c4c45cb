import type { EndpointKey } from '../../../worker/contract/api';

export type ReadKey = Extract<EndpointKey, `GET ${string}`>;

export interface Parts {
  params?: Record<string, string>;
  query?: Record<string, string | number | boolean | null | undefined>;
  body?: unknown;
}

/** `GET /events/{eventId}` with its parameters as method and address below `/api/v1`. Pure. */
export function addressOf(key: EndpointKey, parts: Parts): { method: string; url: string } {
  const space = key.indexOf(' ');
  const path = key.slice(space + 1).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parts.params?.[name];
    if (!value) throw new TypeError(`${key} needs the parameter ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parts.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const query = search.size > 0 ? `?${search}` : '';
  return { method: key.slice(0, space), url: `/api/v1${path}${query}` };
}
