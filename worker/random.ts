import { type IdKind, makeId } from './core/ids';

/** The product's randomness. `core/` and `agents/` get it passed in. */

export function newId(kind: IdKind, now = Date.now()): string {
  return makeId(kind, now, crypto.getRandomValues(new Uint8Array(14)));
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
