/** Pure. */

/** FNV-1a, 32 bit. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  // The last characters would decide alone by their lowest bits otherwise.
  return (hash ^ (hash >>> 15) ^ (hash >>> 7)) >>> 0;
}

/** Always the same variant for the same seed and slot, and another for most other seeds. */
export function vary<T>(variants: readonly [T, ...T[]], seed: string, slot: string): T {
  return variants[hashOf(`${seed}/${slot}`) % variants.length] ?? variants[0];
}
