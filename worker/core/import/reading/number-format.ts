/** Built-in number formats of SpreadsheetML that show a date or a time (ECMA-376 part 1, 18.8.30), the East Asian ones included. */
const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** Whether a cell in this format shows a date or a time. */
export function showsDate(formatId: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.has(formatId);
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[(?!h|m|s)[^[\]]*\]/gi, '')
    .replace(/general/gi, '');
  return /[ymdhs]/i.test(bare) && !/[0#?]/.test(bare.replace(/s\.0+/gi, ''));
}

/**
 * A serial date of a workbook as local ISO time, `YYYY-MM-DDTHH:MM:SS`; only a time of day as `HH:MM:SS`. In the 1900 system, day 60 is a
 * 29 February that never was, so days before it lie one earlier.
 */
export function serialToIso(serial: number, date1904: boolean): string {
  const seconds = Math.round(serial * 86_400);
  if (seconds >= 0 && seconds < 86_400 && !date1904) return new Date(seconds * 1000).toISOString().slice(11, 19);
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const moment = new Date(Math.round((days - 25_569) * 86_400) * 1000);
  return Number.isNaN(moment.getTime()) ? '' : moment.toISOString().slice(0, 19);
}
