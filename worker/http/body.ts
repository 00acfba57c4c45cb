import { AppError } from '../core/errors';

export const bodyLimits = { jsonBytes: 1_000_000, fileBytes: 20_000_000 } as const;

/** How long a body may take to arrive in full; one that trickles in would hold a worker for as long as it likes. */
const longestMs = 60_000;

/** The body as bytes. Throws `too_large` as soon as the limit is passed, whatever Content-Length says, and `too_slow` after `withinMs`. */
export async function readBytes(request: Request, limitBytes: number, withinMs = longestMs): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? '0');
  if (declared > limitBytes) throw tooLarge(limitBytes);
  if (!request.body) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  const late = deadline(withinMs);
  try {
    for (let piece = await late.race(reader.read()); !piece.done; piece = await late.race(reader.read())) {
      size += piece.value.byteLength;
      if (size > limitBytes) throw tooLarge(limitBytes);
      pieces.push(piece.value);
    }
  } catch (error) {
    // Not awaited: a sender who has stopped sending does not answer this either.
    reader.cancel().catch(() => undefined);
    throw error;
  } finally {
    late.clear();
  }
  const only = pieces.length === 1 ? pieces[0] : undefined;
  if (only) return only;
  const all = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    all.set(piece, offset);
    offset += piece.byteLength;
  }
  return all;
}

/** One time limit over several waits. */
function deadline(ms: number) {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new AppError('too_slow', 'The body took too long to arrive. Send it again.', { retry: 'later' })),
    ms,
  );
  // Nobody may be waiting when it strikes.
  promise.catch(() => undefined);
  return { race: <T>(work: Promise<T>) => Promise.race([work, promise]), clear: () => clearTimeout(timer) };
}

function tooLarge(limitBytes: number): AppError {
  return new AppError('too_large', `The body may have at most ${limitBytes / 1_000_000} MB. Send less at a time.`);
}

/** A JSON body; an empty one counts as `{}`. Throws `unsupported_media` or `invalid_input`. */
export function jsonOf(bytes: Uint8Array, contentType: string | null): unknown {
  if (bytes.byteLength === 0) return {};
  const kind = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (kind !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(kind)) {
    throw new AppError('unsupported_media', 'Send the body as JSON with the header `Content-Type: application/json`.');
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    throw new AppError('invalid_input', 'The body is not valid JSON.');
  }
}

/** Files are sent raw. Throws `unsupported_media` for forms and `invalid_input` for nothing. */
export function fileOf(bytes: Uint8Array, contentType: string | null): Uint8Array {
  const kind = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (kind === '' || kind === 'multipart/form-data' || kind === 'application/x-www-form-urlencoded') {
    throw new AppError(
      'unsupported_media',
      'Send the file itself as the body, with its own Content-Type (or application/octet-stream) and its name, percent-encoded, in the header X-File-Name.',
    );
  }
  if (bytes.byteLength === 0) throw new AppError('invalid_input', 'The file is empty.', { fields: { '(body)': 'is empty' } });
  return bytes;
}
