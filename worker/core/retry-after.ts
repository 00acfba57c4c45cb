const longestWaitMs = 24 * 3600_000;

/**
 * How long a service asks to wait, in milliseconds up to a day (`Retry-After` of RFC 9110 section 10.2.3, or
 * `ratelimit-reset` in seconds as rate-limited services send it), or `otherwise`. `header` reads one header of the answer.
 * A date is read against the service's own `Date`, so that its clock need not agree with ours. Pure.
 */
export function retryAfterMs(header: (name: string) => string | null, nowMs: number, otherwise: number): number {
  const value = (header('retry-after') ?? header('ratelimit-reset'))?.trim();
  if (value === undefined) return otherwise;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(Math.ceil(Number(value) * 1000), longestWaitMs);
  const at = Date.parse(value);
  if (Number.isNaN(at)) return otherwise;
  const date = Date.parse(header('date') ?? '');
  return Math.min(Math.max(at - (Number.isNaN(date) ? nowMs : date), 0), longestWaitMs);
}
