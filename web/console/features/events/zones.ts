/** IANA zones that this browser knows. */
export const timeZones: string[] = Intl.supportedValuesOf('timeZone');
export const ownTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const common = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'JPY', 'INR', 'BRL', 'MXN'];
/** ISO 4217, the frequent ones first. */
export const currencies: string[] = [...common, ...Intl.supportedValuesOf('currency').filter((code) => !common.includes(code))];

export function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return value !== '';
  } catch {
    return false;
  }
}

/** `UTC+01:00`, on the day the event starts: summer time counts. */
export function offsetOf(timeZone: string, day: string): string {
  const at = Date.parse(`${day.slice(0, 10)}T12:00Z`);
  if (!isTimeZone(timeZone) || !Number.isFinite(at)) return '';
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  return (parts.find((part) => part.type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC');
}
