import { describe, expect, test } from 'vitest';
import { refundProblem, refundSentences, suggestedSteps } from '../../../web/console/features/events/refund-steps';
import { limitLabel, limitOf, limitText } from '../../../web/console/features/settings/limits';
import { addressOf } from '../../../web/console/lib/address';
import { formatDuration, formatMoney, majorText, parseMajor, wordsOf } from '../../../web/console/lib/format';

describe('an address of the API', () => {
  test('carries parameters encoded and leaves empty query values out', () => {
    const parts = { params: { eventId: 'evt/1' }, query: { q: 'a&b', state: undefined, cursor: null, limit: 5 } };
    expect(addressOf('GET /events/{eventId}/attendees', parts)).toEqual({
      method: 'GET',
      url: '/api/v1/events/evt%2F1/attendees?q=a%26b&limit=5',
    });
  });

  test('is refused without a parameter that it needs', () => {
    expect(() => addressOf('GET /events/{eventId}', {})).toThrow('needs the parameter eventId');
  });
});

test.each([
  ['12.50', 'EUR', 1250],
  ['12,5', 'EUR', 1250],
  [' 7 ', 'EUR', 700],
  ['1200', 'JPY', 1200],
  ['1.234', 'KWD', 1234],
  ['1.204,50', 'EUR', null],
  ['-3', 'EUR', null],
  ['', 'EUR', null],
  ['12 EUR', 'EUR', null],
])('%j typed as an amount of %s is %j minor units', (text, currency, minor) => {
  expect(parseMajor(text, currency)?.minor ?? null).toBe(minor);
});

test.each([
  [{ minor: 1234, currency: 'EUR' }, '12.34'],
  [{ minor: 1200, currency: 'JPY' }, '1200'],
])('%j stands in a form as %s and is read back unchanged', (value, text) => {
  expect(majorText(value)).toBe(text);
  expect(parseMajor(text, value.currency)).toEqual(value);
  expect(formatMoney(value)).toMatch(/\d/);
});

test.each([
  ['refundPerOrder', 'Refund per order'],
  ['needs_approval', 'Needs approval'],
  ['mail.send', 'Mail send'],
])('the name %s reads %s', (name, words) => expect(wordsOf(name)).toBe(words));

test('durations have the unit that fits', () => {
  expect([240, 1500, 90_000].map(formatDuration)).toEqual(['240 ms', '1.5 s', '1.5 min']);
});

test('limits of money are shown and read in major units, counts as they are', () => {
  expect(limitLabel('refundPerOrderMinor', 'EUR')).toBe('Refund per order, EUR');
  expect(limitText('refundPerOrderMinor', 50_000, 'EUR')).toBe('500.00');
  expect(limitOf('refundPerOrderMinor', '499,90', 'EUR')).toBe(49_990);
  expect(limitOf('mailsPerDay', '500', 'EUR')).toBe(500);
  expect(limitOf('mailsPerDay', '5.5', 'EUR')).toBeNull();
});

describe('a refund table', () => {
  const step = (until: string, percent: number) => ({ until, percent });
  test.each([
    [[], null],
    [[step('2027-03-01', 100), step('2027-04-01', 50)], null],
    [[step('', 100)], 'Every row needs a date.'],
    [[step('2027-03-01', 12.5)], 'Percentages are whole numbers from 0 to 100.'],
    [[step('2027-03-01', 100), step('2027-03-01', 50)], 'Two rows have the same date.'],
    [[step('2027-04-01', 50), step('2027-03-01', 20)], 'A later date gives back more than an earlier one. Check the percentages.'],
  ])('%j has the problem %j', (steps, problem) => expect(refundProblem(steps)).toBe(problem));

  test('reads in the order of its dates, and says that nothing is given back after the last', () => {
    const sentences = refundSentences([step('2027-04-01', 50), step('2027-03-01', 100)]);
    expect(sentences).toHaveLength(3);
    expect(sentences[0]).toContain('100 %');
    expect(sentences[2]).toMatch(/^After .*: nothing$/);
  });

  test('is proposed from the first day of the event', () => {
    expect(suggestedSteps('2027-05-20T09:00')).toEqual([step('2027-03-21', 100), step('2027-05-06', 50)]);
    expect(suggestedSteps('')).toEqual([]);
  });
});
