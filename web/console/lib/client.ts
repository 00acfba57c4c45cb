import type { EndpointKey, InputOf, OutputOf } from '../../../worker/contract/api';
import { addressOf, type Parts } from './address';
import { ApiError, errorOf, offline } from './problem';

export interface CallOptions {
  signal?: AbortSignal;
  /** Given for a write that is sent again on purpose: the server carries it out once. */
  idempotencyKey?: string;
}

export type CallArguments<K extends EndpointKey> =
  object extends InputOf<K> ? [input?: InputOf<K>, options?: CallOptions] : [input: InputOf<K>, options?: CallOptions];

/** Calls one endpoint of the contract. Throws `ApiError`. Reads are tried twice, writes once, under an idempotency key. */
export async function call<K extends EndpointKey>(key: K, ...[input, options = {}]: CallArguments<K>): Promise<OutputOf<K>> {
  const parts = partsOf(input);
  const { method, url } = addressOf(key, parts);
  const response = method === 'GET' ? await readTwice(url, options) : await send(url, writeOf(method, parts.body, options));
  const kind = response.headers.get('Content-Type') ?? '';
  return kind.includes('json') ? response.json() : asText<K>(await response.text());
}

/** Where a browser can download what a GET endpoint answers. */
export function urlOf<K extends EndpointKey>(key: K, input: InputOf<K>): string {
  return addressOf(key, partsOf(input)).url;
}

/** Saves what an endpoint answers as a file, under the name that the server gave or else `fileName`. Throws `ApiError`. */
export async function download<K extends EndpointKey>(key: K, input: InputOf<K>, fileName: string): Promise<void> {
  const parts = partsOf(input);
  const { method, url } = addressOf(key, parts);
  const response = await send(url, writeOf(method, parts.body, {}));
  const named = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = named ?? fileName;
  link.click();
  URL.revokeObjectURL(address);
}

/** 128 random bits. `crypto.randomUUID` is missing on plain http other than localhost, `getRandomValues` is not. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function readTwice(url: string, options: CallOptions): Promise<Response> {
  const request: RequestInit = { headers: { Accept: 'application/json' }, ...(options.signal && { signal: options.signal }) };
  try {
    return await send(url, request);
  } catch (error) {
    if (!(error instanceof ApiError) || !isPassing(error)) throw error;
    return await send(url, request);
  }
}

const isPassing = (error: ApiError) => error.status === 0 || error.status === 502 || error.status === 503 || error.status === 504;

function writeOf(method: string, body: unknown, options: CallOptions): RequestInit {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Idempotency-Key': options.idempotencyKey ?? newIdempotencyKey(),
  };
  const request: RequestInit = { method, headers, ...(options.signal && { signal: options.signal }) };
  if (body instanceof File) {
    headers['Content-Type'] = body.type || 'application/octet-stream';
    headers['X-File-Name'] = encodeURIComponent(body.name);
    return { ...request, body };
  }
  headers['Content-Type'] = 'application/json';
  return { ...request, body: JSON.stringify(body ?? {}) };
}

/** One request to this origin; anything but success is thrown as an `ApiError`. */
export async function send(url: string, request: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...request });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw offline();
  }
  if (!response.ok) throw await errorOf(response);
  return response;
}

/** Holds because every input of the contract is an object of `params`, `query` and `body`, whose values go into addresses as text. */
function partsOf(input: unknown): Parts {
  return (input ?? {}) as Parts;
}

/** Holds because an endpoint that does not answer JSON declares text (`responseKind`). */
function asText<K extends EndpointKey>(text: string): OutputOf<K> {
  return text as OutputOf<K>;
}
