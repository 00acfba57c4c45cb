import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../../worker/core/import/reading/csv';
import { decodedPieces, detectEncoding } from '../../../worker/core/import/reading/encoding';
import { serialToIso, showsDate } from '../../../worker/core/import/reading/number-format';
import { openTables } from '../../../worker/core/import/reading/tables';
import { recognise } from '../../../worker/core/import/recognise';
import { readWholeFile } from '../../../worker/core/import/whole-file';
import { aWorkbook } from '../../support/exports/workbook';

const rowsOf = (text: string | string[], delimiter = ',') =>
  [...csvRows(typeof text === 'string' ? [text] : text, delimiter)].map(({ line, cells }) => [line, ...cells]);
const bytes = (text: string) => new TextEncoder().encode(text);

describe('CSV', () => {
  it.each([
    [
      'a,b\r\nc,d',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'a,b\rc,d\r',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    ['"a ""q""",b\n', [[1, 'a "q"', 'b']]],
    [
      '"x\r\ny",b\nnext',
      [
        [1, 'x\r\ny', 'b'],
        [3, 'next'],
      ],
    ],
    ['a,"b"c,d\n', [[1, 'a', 'bc', 'd']]],
    ['a, "b, c",d', [[1, 'a', 'b, c', 'd']]],
    ['5" nail,b', [[1, '5" nail', 'b']]],
    [
      '\n\na',
      [
        [1, ''],
        [2, ''],
        [3, 'a'],
      ],
    ],
    [
      'a,\n,b',
      [
        [1, 'a', ''],
        [2, '', 'b'],
      ],
    ],
  ])('%j', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
    expect(rowsOf([...text])).toEqual(rows);
  });
  it('says where a quote was opened that is never closed', () => {
    expect(() => rowsOf('a,b\n1,"x\ny,z\n')).toThrow('line 2');
  });
  it.each([
    ['Name;Email\nA, B;a@x.example\nC, D;c@x.example', ['Name', 'Email']],
    ['Name\tEmail\nA\ta@x.example', ['Name', 'Email']],
    ['Name|Email\nA|a@x.example', ['Name', 'Email']],
    ['"sep=|"\nName|Email\nA|a@x.example', ['Name', 'Email']],
    ['Name\nA', ['Name']],
  ])('finds the delimiter of %j', (text, headers) => {
    expect(recognise(bytes(text)).recognition.columns.map((column) => column.header)).toEqual(headers);
  });
});

describe('encodings', () => {
  const utf16 = (text: string, mark: boolean, big: boolean) => {
    const units = [...(mark ? '\ufeff' : ''), ...text].map((c) => c.charCodeAt(0));
    return Uint8Array.from(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
  };
  const text = 'Name,Ort\nZoë,Köln\n';
  it.each([
    ['utf-8 with mark', 'utf-8', bytes(`\ufeff${text}`)],
    ['utf-8', 'utf-8', bytes(text)],
    ['utf-16le with mark', 'utf-16le', utf16(text, true, false)],
    ['utf-16le', 'utf-16le', utf16(text, false, false)],
    ['utf-16be with mark', 'utf-16be', utf16(text, true, true)],
    ['utf-16be', 'utf-16be', utf16(text, false, true)],
    ['windows-1252', 'windows-1252', Uint8Array.from([...text].map((c) => c.charCodeAt(0)))],
  ])('%s', (_, encoding, file) => {
    expect(detectEncoding(file).encoding).toBe(encoding);
    expect([...decodedPieces(file)].join('')).toBe(text);
  });
});

describe('XLSX', () => {
  it('reads shared and inline strings, dates, booleans, errors and cached values of the sheet that holds the list', () => {
    const file = aWorkbook({
      sheets: [
        { name: 'Notes', rows: [[{ inline: 'Exported for you' }]] },
        {
          name: 'Orders',
          rows: [
            [
              { shared: 'Order' },
              { shared: 'Name' },
              { shared: 'Email' },
              { shared: 'Price' },
              { shared: 'Order date' },
              { shared: 'Checked in' },
              { shared: 'Note' },
            ],
            [
              { number: 1001 },
              { shared: 'A &amp; B <rPh>x</rPh>' },
              { inline: 'ab@x.example' },
              { number: 1.204 },
              { number: 46290.5, style: 1 },
              { bool: true },
              { error: '#N/A' },
            ],
            [
              { number: 1002 },
              { shared: 'C' },
              { inline: 'c@x.example' },
              { formula: 'A1*2', cached: 25 },
              { number: 46290, style: 2 },
              { bool: false },
              undefined,
            ],
          ],
        },
      ],
    });
    const read = readWholeFile(file, { currency: 'EUR', timeZone: 'UTC' });
    expect(read.recognition).toMatchObject({ table: 'Orders', source: 'sheet' });
    expect(read.rejected).toEqual([]);
    expect(read.orders).toMatchObject([
      {
        externalId: '1001',
        totalMinor: 120,
        placedAt: Date.parse('2026-09-25T12:00Z'),
        tickets: [{ state: 'checked_in', attendee: { name: 'A & B', attributes: { Note: '#N/A' } } }],
      },
      { externalId: '1002', totalMinor: 2500, placedAt: Date.parse('2026-09-25T00:00Z'), tickets: [{ state: 'valid' }] },
    ]);
  });

  it.each([
    [14, undefined, true],
    [0, undefined, false],
    [164, 'dd\\.mm\\.yyyy hh:mm', true],
    [165, '[$-409]m/d/yy h:mm AM/PM;@', true],
    [166, '#,##0.00 "Tage"', false],
    [167, '[Red]0.00', false],
    [168, '[h]:mm', true],
    [169, 'General', false],
  ])('knows whether format %i %s shows a date', (id, code, expected) => expect(showsDate(id, code)).toBe(expected));

  it.each([
    [1, false, '1900-01-01T00:00:00'],
    [59, false, '1900-02-28T00:00:00'],
    [61, false, '1900-03-01T00:00:00'],
    [46290, false, '2026-09-25T00:00:00'],
    [44828, true, '2026-09-25T00:00:00'],
    [0.75, false, '18:00:00'],
  ])('turns serial %d (1904: %s) into %s', (serial, date1904, iso) => expect(serialToIso(serial, date1904)).toBe(iso));

  it('refuses a document type declaration, so no entity is ever expanded', () => {
    const file = aWorkbook({
      sheets: [{ name: 'S', rows: [[{ inline: 'Name' }]] }],
      prologue: '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>',
    });
    expect(() => readWholeFile(file, { currency: 'EUR', timeZone: 'UTC' })).toThrow('document type declaration');
  });

  it('refuses archives that unpack to far more than they are', () => {
    const zeros = new Uint8Array(60_000_000);
    const file = zipSync(
      {
        'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'),
        'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>'),
        'xl/worksheets/s.xml': zeros,
      },
      { level: 6 },
    );
    expect(() => recognise(file)).toThrow(/far more data|too long/);
  });

  it('does not believe a declared size', () => {
    const file = zipSync({ 'xl/workbook.xml': strToU8(`<workbook>${' '.repeat(5000)}</workbook>`) }, { level: 6 });
    const view = new DataView(file.buffer);
    for (let at = 0; at < file.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(() => recognise(file)).toThrow('far more data');
  });

  it.each([
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0], 'old or password-protected'],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], 'PDF'],
    ['nothing', [], 'empty'],
    ['a broken zip', [0x50, 0x4b, 3, 4, 9, 9], 'not a readable XLSX'],
  ])('says what to do with %s', (_, start, message) => {
    expect(() => openTables(Uint8Array.from(start))).toThrow(message);
  });
  it('says that a zip without a workbook is none', () => {
    expect(() => openTables(zipSync({ 'a.txt': strToU8('x') }))).toThrow('not an XLSX workbook');
  });
});
