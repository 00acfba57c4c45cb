/** The global `fetch`, or a stand-in of a test. */
export type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

/** `cut`: the status is known, the body broke off or was too long. `silence`: nothing is known of the request. */
export type Exchange =
  | { kind: 'answer'; status: number; headers: Headers; text: string; cut: boolean }
  | { kind: 'silence'; reason: string };

export interface ExchangeLimits {
  timeoutMs: number;
  maxBytes: number;
}

export const exchangeLimits: ExchangeLimits = { timeoutMs: 10_000, maxBytes: 1_000_000 };

export const globalFetcher: Fetcher = (url, init) => fetch(url, init);

/**
 * One request, one answer, within a time limit that covers the body too. Never throws and never follows a redirect: the
 * credentials are for this address only.
 */
export async function exchange(fetcher: Fetcher, url: string, init: RequestInit, limits = exchangeLimits): Promise<Exchange> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  let response: Response;
  try {
    response = await fetcher(url, { ...init, redirect: 'manual', signal });
  } catch {
    return { kind: 'silence', reason: signal.aborted ? `no answer within ${limits.timeoutMs} ms` : 'the connection failed' };
  }
  const { status, headers } = response;
  try {
    const { text, complete } = await readText(response, limits.maxBytes);
    return { kind: 'answer', status, headers, text, cut: !complete };
  } catch {
    return { kind: 'answer', status, headers, text: '', cut: true };
  }
}

async function readText(response: Response, maxBytes: number): Promise<{ text: string; complete: boolean }> {
  if (!response.body) return { text: '', complete: true };
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode(), complete: true };
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      return { text, complete: false };
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** The body as JSON, or undefined when it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
