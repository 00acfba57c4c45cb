import { describe, expect, it } from 'vitest';
import { Amount, digitsOf, exceeds, formatAmount, percentOf, toMinor } from '../../../worker/core/money';

describe('money', () => {
  it.each([
    ['EUR', 12.5, 1250, 'EUR 12.50'],
    ['JPY', 1200, 1200, 'JPY 1200'],
    ['KWD', 1.234, 1234, 'KWD 1.234'],
    ['EUR', 0.29, 29, 'EUR 0.29'],
    ['EUR', -3, -300, 'EUR -3.00'],
  ])('%s %d is %d minor units, shown as %s', (currency, major, minor, shown) => {
    expect(toMinor(major, currency)).toBe(minor);
    expect(formatAmount({ minor, currency })).toBe(shown);
    expect(minor / 10 ** digitsOf(currency)).toBe(major);
  });
  it.each([
    [1250, 50, 625],
    [999, 50, 500],
    [1001, 50, 501],
    [1, 49, 0],
    [1, 50, 1],
    [12345, 0, 0],
    [12345, 100, 12345],
    [1200, 33, 396],
  ])('%d minor units at %d %% are %d', (minor, percent, expected) => {
    expect(percentOf({ minor, currency: 'EUR' }, percent).minor).toBe(expected);
  });
  it('a part is never more than the whole, nor two parts more than it by more than the rounding of one', () => {
    for (let minor = 0; minor < 2000; minor += 7)
      for (let percent = 0; percent <= 100; percent++) {
        const part = percentOf({ minor, currency: 'EUR' }, percent).minor;
        const rest = percentOf({ minor, currency: 'EUR' }, 100 - percent).minor;
        expect(part).toBeLessThanOrEqual(minor);
        expect(part + rest - minor).toBeLessThanOrEqual(1);
      }
  });
  it('a limit holds number for number in another currency', () => {
    const limit = { minor: 50_000, currency: 'USD' };
    expect(exceeds({ minor: 50_000, currency: 'EUR' }, limit)).toBe(false);
    expect(exceeds({ minor: 50_001, currency: 'EUR' }, limit)).toBe(true);
    expect(exceeds({ minor: 501, currency: 'JPY' }, limit)).toBe(true);
    expect(exceeds({ minor: 500, currency: 'JPY' }, limit)).toBe(false);
    expect(exceeds({ minor: 500_000, currency: 'KWD' }, limit)).toBe(false);
  });
  it.each([[1.5], [Number.NaN], [Number.POSITIVE_INFINITY], [1e13], [-1e13], ['12'], [null]])('%s is no amount of minor units', (minor) => {
    expect(Amount.safeParse({ minor, currency: 'EUR' }).success).toBe(false);
  });
  it.each(['eur', 'EURO', '', 'E1R', '€'])('"%s" is no currency', (currency) => {
    expect(Amount.safeParse({ minor: 1, currency }).success).toBe(false);
  });
});
