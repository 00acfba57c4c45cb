import { describe, expect, it } from 'vitest';
import { AppError } from '../../../worker/core/errors';
import { readWholeFile } from '../../../worker/core/import/whole-file';
import { cpuMs } from '../../support/cpu-time';
import { aWorkbook } from '../../support/exports/workbook';

const options = { currency: 'EUR', timeZone: 'Europe/Berlin' };

/** Numbers that look random and are the same every time (Park and Miller). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

function outcome(bytes: Uint8Array): 'read' | 'refused' {
  try {
    const file = readWholeFile(bytes, options);
    expect(file.counts.rows).toBe(file.orders.length === 0 ? file.counts.rejected : file.counts.rows);
    for (const order of file.orders) {
      expect(Number.isSafeInteger(order.totalMinor) && order.refundedMinor <= Math.max(order.totalMinor, 0)).toBe(true);
      expect(new Set(order.tickets.map((ticket) => ticket.externalId)).size).toBe(order.tickets.length);
      for (const ticket of order.tickets) expect(ticket.attendee === null && ticket.state === 'valid').toBe(false);
    }
    return 'read';
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return 'refused';
  }
}

describe('whatever is uploaded, it is read or refused with a reason', () => {
  it('a picture or a program is no table', () => {
    const roll = dice(7);
    const bytes = Uint8Array.from({ length: 4096 }, () => roll(256));
    expect(() => readWholeFile(bytes, options)).toThrow(/not a table of text/);
  });

  it('a workbook with broken bytes', () => {
    const workbook = aWorkbook({
      sheets: [
        {
          name: 'S',
          rows: [
            [{ shared: 'Name' }, { shared: 'Email' }, { shared: 'Price' }],
            [{ shared: 'A' }, { inline: 'a@x.example' }, { number: 3, style: 1 }],
          ],
        },
      ],
    });
    const roll = dice(7);
    for (let round = 0; round < 400; round++) {
      const bytes = workbook.slice(0, roll(20) === 0 ? roll(workbook.length) : workbook.length);
      for (let times = roll(4) + 1; times > 0; times--) bytes[roll(Math.max(bytes.length, 1))] = roll(256);
      outcome(bytes);
    }
  });

  it('tables of odd cells', () => {
    const cells = [
      '',
      ' ',
      '"',
      '""',
      '"a',
      'a"b',
      ',',
      ';',
      '\t',
      '\r\n',
      '\r',
      '=1+1',
      'a@x.example',
      'nope@',
      'Name',
      'Email',
      'Order id',
      'Quantity',
      'Total',
      '-5',
      '(3,00)',
      '1e999',
      '99999999999999999',
      '03/04/26',
      '31.02.2026',
      'paid',
      'refunded',
      'ß\u0301',
      '\ufeff',
      '\u0000',
      '𝒳',
      'x'.repeat(500),
    ];
    const roll = dice(11);
    let read = 0;
    for (let round = 0; round < 1500; round++) {
      let text = roll(2) === 0 ? 'Order id,Name,Email,Quantity,Amount,Total,Status,Order date,Refund amount\n' : '';
      for (let length = roll(80); length > 0; length--)
        text += (cells[roll(cells.length)] ?? '') + (roll(3) === 0 ? ',' : roll(6) === 0 ? '\n' : '');
      if (outcome(new TextEncoder().encode(text)) === 'read') read++;
    }
    expect(read).toBeGreaterThan(100);
  });

  it.each([
    ['dots and dashes', '.-'.repeat(15_000)],
    ['spaces', `1${' '.repeat(30_000)}x`],
    ['brackets', '('.repeat(30_000)],
    ['an endless address', `${'a.'.repeat(15_000)}@x`],
    ['digits', '1'.repeat(32_000)],
  ])('long cells of %s in no time', (_, cell) => {
    const columns = ['Name', 'Email', 'Price', 'Total', 'Order date', 'Status', 'Quantity', 'Checked in'];
    const rows = columns.map((_column, index) => columns.map((_c, at) => (at === index ? cell : '')).join(','));
    const file = new TextEncoder().encode([columns.join(','), ...rows].join('\n'));
    expect(cpuMs(() => outcome(file))).toBeLessThan(1500);
  });
});
