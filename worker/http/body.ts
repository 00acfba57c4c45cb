import { AppError } from '../core/errors';

export const bodyLimits = { jsonBytes: 1_000_000, fileBytes: 20_000_000 } as const;

/** The body as bytes. Throws `too_large` as soon as the limit is passed, whatever Content-Length says. */
export async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? '0');
  if (declared > limitBytes) throw tooLarge(limitBytes);
  if (!request.body) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.byteLength;
    if (size > limitBytes) {
      await reader.cancel();
      throw tooLarge(limitBytes);
    }
    pieces.push(piece.value);
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
