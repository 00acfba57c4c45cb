import { localDate } from '../../instant';
import type { Amount } from '../../money';
import type { PackageFacts } from '../facts';

export interface PriceNow {
  price: Amount;
  /** Last local day of the early price, set while it holds. */
  earlyBirdUntil: string | null;
}

/** What a package costs at `now` (milliseconds since 1970), by the calendar of the event's zone. Pure. */
export function priceNow({ price, earlyBird }: Pick<PackageFacts, 'price' | 'earlyBird'>, now: number, timeZone: string): PriceNow {
  const holds = earlyBird !== null && earlyBird.minor < price.minor && localDate(now, timeZone) <= earlyBird.until;
  return holds
    ? { price: { minor: earlyBird.minor, currency: earlyBird.currency }, earlyBirdUntil: earlyBird.until }
    : { price, earlyBirdUntil: null };
}

/** Every amount that may be named for a package: its price, and the early one while it holds. */
export function pricesOf(one: Pick<PackageFacts, 'price' | 'earlyBird'>, now: number, timeZone: string): Amount[] {
  const current = priceNow(one, now, timeZone);
  return current.earlyBirdUntil === null ? [one.price] : [one.price, current.price];
}

/** How many are left; null where there are as many as are wanted. */
export function leftOf({ stock, signed }: Pick<PackageFacts, 'stock' | 'signed'>): number | null {
  return stock === null ? null : Math.max(0, stock - signed);
}
