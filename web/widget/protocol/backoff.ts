const firstMs = 500;
const longestMs = 15_000;

/** Pure. Exponential with full jitter over its upper half; `random` is in [0, 1). Attempts count from 0. */
export function reconnectDelayMs(attempt: number, random: number): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 10));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
