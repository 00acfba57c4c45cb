import { Inflate } from 'fflate';
import { AppError } from '../../errors';

export interface ZipEntry {
  name: string;
  method: number;
  compressed: number;
  declared: number;
  offset: number;
}

/** Limits of an archive: entries; bytes of one unpacked part; unpacked bytes to packed ones, counted from `ratioFrom` bytes on. */
export const zipLimits = { entries: 2000, partBytes: 250_000_000, totalBytes: 500_000_000, ratio: 300, ratioFrom: 20_000_000 } as const;

const broken = () =>
  new AppError('invalid_input', 'This file is not a readable XLSX workbook. Open it, save it again as .xlsx or CSV, and upload that.');
const bomb = (facts: Record<string, unknown>) =>
  new AppError('too_large', 'This workbook unpacks to far more data than an attendee list holds, so it was not opened. Save it as CSV.', {
    facts,
  });

/** Entries of a zip archive by name, from its central directory (PKWARE APPNOTE 4.3.12). Nothing is unpacked. */
export function zipEntries(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, bytes.length - 66_000);
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < lowest || end < 0) throw broken();
  const count = view.getUint16(end + 10, true);
  if (count > zipLimits.entries) throw bomb({ entries: count });
  let at = view.getUint32(end + 16, true);
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw broken();
    if ((view.getUint16(at + 8, true) & 1) !== 0)
      throw new AppError('invalid_input', 'This workbook is protected by a password. Save it without one, or as CSV.');
    const nameLength = view.getUint16(at + 28, true);
    const entry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      declared: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    total += entry.declared;
    if (entry.declared > zipLimits.partBytes || total > zipLimits.totalBytes) throw bomb({ declared: entry.declared, total });
    entries.set(entry.name.replace(/^\//, ''), entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * The unpacked bytes of one entry, in pieces. What actually comes out is counted, whatever the directory declared; throws
 * `too_large` past `most` bytes or the limits above.
 */
export function* unpacked(bytes: Uint8Array, entry: ZipEntry, most: number = zipLimits.partBytes): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) throw broken();
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.compressed);
  if (packed.length < entry.compressed) throw broken();
  if (entry.method === 0) {
    if (packed.length > most) throw bomb({ entry: entry.name });
    yield packed;
    return;
  }
  if (entry.method !== 8) throw broken();
  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  let out = 0;
  const step = 8192;
  for (let at = 0; at < packed.length; at += step) {
    try {
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
    } catch {
      throw broken();
    }
    for (const piece of pieces.splice(0)) {
      out += piece.length;
      if (out > most || out > entry.declared + 64 || (out > zipLimits.ratioFrom && out > entry.compressed * zipLimits.ratio))
        throw bomb({ entry: entry.name, out, compressed: entry.compressed });
      yield piece;
    }
  }
}
