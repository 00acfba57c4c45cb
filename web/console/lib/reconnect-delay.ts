const longestWaitMs = 30_000;

/** 0.5 s, 1 s, 2 s … up to 30 s, each shortened by up to half so that browsers do not come back all at once. */
export function reconnectDelayMs(attempt: number, random: number): number {
  const full = Math.min(longestWaitMs, 500 * 2 ** attempt);
  return full * (1 - random / 2);
}
