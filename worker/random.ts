import { type IdKind, makeId } from './core/ids';

/** The product's randomness. `core/` and `agents/` get it passed in. */

export function newId(kind: IdKind, now = Date.now()): string {
  return makeId(kind, now, randomBytes());
}

const bytesOfId = 14;
/** Drawn for many ids at once: each call to the platform costs more than the rest of an id. Used once, from the end to the start. */
let pool = new Uint8Array(0);

function randomBytes(): Uint8Array {
  if (pool.length < bytesOfId) pool = crypto.getRandomValues(new Uint8Array(64 * bytesOfId));
  const bytes = pool.subarray(pool.length - bytesOfId);
  pool = pool.subarray(0, pool.length - bytesOfId);
  return bytes;
}

/** An unguessable token of 160 bits, base 32. */
export function newToken(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => 'abcdefghijkmnpqrstuvwxyz23456789'[byte % 32]).join('');
}

/** `length` random digits, each equally likely. */
export function newDigits(length: number): string {
  let digits = '';
  while (digits.length < length)
    for (const byte of crypto.getRandomValues(new Uint8Array(length)))
      if (byte < 250 && digits.length < length) digits += String(byte % 10);
  return digits;
}
