/**
 * The instant at which clocks of a zone show a local date and time `YYYY-MM-DDTHH:MM`; null when it is none, or skipped
 * by daylight saving. Of one that comes twice, the first. Pure.
 */
export function instantIn(local: string, timeZone: string): number | null {
  const wanted = Date.parse(`${local}:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) || Number.isNaN(wanted)) return null;
  const guesses = [-1, 1].map((days) => wanted - offsetMs(wanted + days * 86_400_000, timeZone));
  const fitting = guesses.filter((instant) => instant + offsetMs(instant, timeZone) === wanted);
  return fitting.length > 0 ? Math.min(...fitting) : null;
}

function offsetMs(instant: number, timeZone: string): number {
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
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const shown = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
  return shown - Math.floor(instant / 1000) * 1000;
}
