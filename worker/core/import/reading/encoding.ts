export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const sliceBytes = 65_536;

/**
 * Encoding of a text file: its byte order mark; else UTF-16 if every other byte of the start is zero; else UTF-8 if all of it
 * is valid; else Windows-1252, in which every byte means something. `skip` is the length of the mark in bytes.
 */
export function detectEncoding(bytes: Uint8Array): { encoding: Encoding; skip: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', skip: 2 };
  const start = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  for (let i = 0; i < start.length; i++) if (start[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const half = start.length / 2;
  if ((zeros[1] ?? 0) > half * 0.6) return { encoding: 'utf-16le', skip: 0 };
  if ((zeros[0] ?? 0) > half * 0.6) return { encoding: 'utf-16be', skip: 0 };
  return { encoding: isUtf8(bytes) ? 'utf-8' : 'windows-1252', skip: 0 };
}

/** The file's text in pieces, so that it never lies in memory whole. */
export function* decodedPieces(bytes: Uint8Array): Generator<string> {
  const { encoding, skip } = detectEncoding(bytes);
  const decoder = new TextDecoder(encoding === 'utf-16be' ? 'utf-16le' : encoding);
  for (let at = skip; at < bytes.length; at += sliceBytes) {
    let slice = bytes.subarray(at, at + sliceBytes);
    if (encoding === 'utf-16be') slice = swapped(slice);
    yield decoder.decode(slice, { stream: true });
  }
  yield decoder.decode();
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  try {
    for (let at = 0; at < bytes.length; at += sliceBytes) decoder.decode(bytes.subarray(at, at + sliceBytes), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function swapped(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length - (bytes.length % 2));
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    result[i] = bytes[i + 1] ?? 0;
    result[i + 1] = bytes[i] ?? 0;
  }
  return result;
}
