import { AppError } from '../core/errors';

/** The file of a `bodyKind: 'file'` endpoint with the name it goes by: without folders and control characters, at most 200 characters. */
export function uploadedFile(body: unknown, request: Request, limitBytes: number): { bytes: Uint8Array; fileName: string } {
  if (!(body instanceof Uint8Array)) throw new AppError('invalid_input', 'Send the file itself as the body.');
  if (body.byteLength > limitBytes)
    throw new AppError(
      'too_large',
      `The file may have at most ${limitBytes / 1_000_000} MB. Split it and send the parts one after the other.`,
    );
  return { bytes: body, fileName: fileNameOf(request.headers.get('x-file-name')) };
}

function fileNameOf(header: string | null): string {
  let name = header ?? '';
  try {
    name = decodeURIComponent(name);
  } catch {
    // A name that is not percent-encoded is taken as it is.
  }
  name = name
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^.*[\\/]/, '')
    .trim();
  return name.slice(0, 200) || 'file';
}
