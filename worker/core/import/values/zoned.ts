const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * The instant of a local time in an IANA time zone; `localMs` is the local reading as if it were UTC. In the hour that a clock change repeats it is the
 * first, in the hour that it skips it is as much later. Pure.
 */
export function instantOf(localMs: number, timeZone: string): number {
  const day = Math.floor(localMs / dayMs) * dayMs;
  const before = offsetMs(day - dayMs, timeZone);
  const after = offsetMs(day + 2 * dayMs, timeZone);
  if (before === after || offsetMs(localMs - before, timeZone) === before) return localMs - before;
  return offsetMs(localMs - after, timeZone) === after ? localMs - after : localMs - before;
}

function offsetMs(instantMs: number, timeZone: string): number {
  const at = Math.floor(instantMs / (hourMs / 4)) * (hourMs / 4);
  const key = `${timeZone} ${at}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const read: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) read[type] = Number(value);
  const local = Date.UTC(read.year ?? 0, (read.month ?? 1) - 1, read.day ?? 1, read.hour ?? 0, read.minute ?? 0, read.second ?? 0);
  if (offsets.size > 20_000) offsets.clear();
  offsets.set(key, local - at);
  return local - at;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
