import { z } from 'zod';

/** ISO 4217 minor units; every currency not listed has two digits. */
const minorDigits: Record<string, number> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

export const Currency = z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR');
/** Money in minor units (cents) with its currency. */
export const Amount = z.object({ minor: z.number().int().min(-1e12).max(1e12), currency: Currency });
export type Amount = z.infer<typeof Amount>;

export const amount = (minor: number, currency: string): Amount => ({ minor, currency });

export function digitsOf(currency: string): number {
  return minorDigits[currency] ?? 2;
}

export function toMinor(major: number, currency: string): number {
  return Math.round(major * 10 ** digitsOf(currency));
}

/**
 * Whether `value` is above `limit`. Amounts of different currencies compare by face value of the major unit: a limit
 * stated in one currency holds, number for number, in the event's own.
 */
export function exceeds(value: Amount, limit: Amount): boolean {
  return value.minor / 10 ** digitsOf(value.currency) > limit.minor / 10 ** digitsOf(limit.currency);
}

/** `percent` of an amount (0 to 100), rounded half up to a minor unit. */
export function percentOf(value: Amount, percent: number): Amount {
  return { minor: Math.round((value.minor * percent) / 100), currency: value.currency };
}

/** `USD 120.00`: unambiguous in every language; screens format by locale instead. */
export function formatAmount(value: Amount): string {
  const digits = digitsOf(value.currency);
  return `${value.currency} ${(value.minor / 10 ** digits).toFixed(digits)}`;
}
