import { checkAddress } from '../core/fetching/check-address';
import { isPublicIp } from '../core/fetching/ip-address';
import { type ResolveName, resolveName } from './resolve-name';

/** Bytes of a page, milliseconds for all of it, redirects. */
export const fetchLimits = { bytes: 2_000_000, timeoutMs: 10_000, redirects: 5 } as const;

export type Fetched =
  | { outcome: 'page'; url: string; bytes: Uint8Array; mediaType: string; charset: string | null }
  /** The address is refused, or what it gives cannot be used. */
  | { outcome: 'refused'; reason: string }
  /** 404 or 410. */
  | { outcome: 'missing'; status: number }
  /** It may work later. */
  | { outcome: 'unreachable'; reason: string };

export interface FetchOptions {
  allowPrivate: boolean;
  fetch?: typeof fetch;
  resolve?: ResolveName;
}

const accepted = new Set(['text/html', 'application/xhtml+xml', 'text/plain', 'text/markdown', 'text/x-markdown', 'application/pdf']);
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches a public page. Every hop's address is checked, names by their addresses; size is counted as it comes, time over all hops. Sends no cookies and
 * no credentials.
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<Fetched> {
  const ask = options.fetch ?? fetch;
  const signal = AbortSignal.timeout(fetchLimits.timeoutMs);
  let next = address;
  try {
    for (let hop = 0; hop <= fetchLimits.redirects; hop++) {
      const checked = await publicAddress(next, options);
      if (checked.outcome !== 'allowed') return checked;
      const response = await ask(checked.url.href, {
        redirect: 'manual',
        signal,
        headers: {
          accept: 'text/html, text/markdown, text/plain, application/pdf;q=0.8',
          'user-agent': 'EventOS-CoAgents (fetches pages that an event organizer named)',
        },
      });
      if (!redirects.has(response.status)) return await read(response, checked.url.href);
      await response.body?.cancel();
      const location = response.headers.get('location') ?? '';
      if (!URL.canParse(location, checked.url.href)) return { outcome: 'refused', reason: 'The page redirects to nowhere.' };
      next = new URL(location, checked.url.href).href;
    }
    return { outcome: 'refused', reason: `The page redirects more than ${fetchLimits.redirects} times.` };
  } catch (error) {
    const late = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
    return { outcome: 'unreachable', reason: late ? 'The page took longer than 10 seconds.' : 'The page could not be reached.' };
  }
}

/** Reads the address, and what its name points at. A name that cannot be looked up is refused: better no page than one of a private network. */
async function publicAddress(
  address: string,
  { allowPrivate, resolve = resolveName }: FetchOptions,
): Promise<{ outcome: 'allowed'; url: URL } | Exclude<Fetched, { outcome: 'page' }>> {
  const checked = checkAddress(address, allowPrivate);
  if (!checked.ok) return { outcome: 'refused', reason: checked.error };
  const { url, name } = checked.value;
  if (name === null) return { outcome: 'allowed', url };
  const addresses = await resolve(name);
  if (addresses === null)
    return {
      outcome: 'unreachable',
      reason: `The name ${name} could not be looked up, so the page was not fetched. Try again later, or paste the text.`,
    };
  if (addresses.length === 0) return { outcome: 'unreachable', reason: `There is no site at ${name}. Check the address.` };
  if (!addresses.every(isPublicIp))
    return {
      outcome: 'refused',
      reason: `${name} points into a private network. Only public pages can be fetched; paste the text instead.`,
    };
  return { outcome: 'allowed', url };
}

async function read(response: Response, url: string): Promise<Fetched> {
  const refuse = async (outcome: Fetched): Promise<Fetched> => {
    await response.body?.cancel();
    return outcome;
  };
  if (response.status === 404 || response.status === 410) return refuse({ outcome: 'missing', status: response.status });
  if (response.status === 401 || response.status === 403)
    return refuse({
      outcome: 'refused',
      reason: `The site does not let the page be read (status ${response.status}). Paste the text instead.`,
    });
  if (!response.ok) return refuse({ outcome: 'unreachable', reason: `The site answered with status ${response.status}.` });
  const contentType = response.headers.get('content-type') ?? '';
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (mediaType !== '' && !accepted.has(mediaType))
    return refuse({
      outcome: 'refused',
      reason: `The address gives ${mediaType.slice(0, 60)}, not a page. Web pages, text, Markdown and PDF can be read.`,
    });
  const tooLarge: Fetched = { outcome: 'refused', reason: 'The page is larger than 2 MB. Paste the part that matters.' };
  if (Number(response.headers.get('content-length') ?? 0) > fetchLimits.bytes) return refuse(tooLarge);
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    size += piece.value.byteLength;
    if (size > fetchLimits.bytes) {
      await reader?.cancel();
      return tooLarge;
    }
    pieces.push(piece.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  const charset = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? null;
  return { outcome: 'page', url, bytes, mediaType: mediaType || 'text/html', charset };
}
