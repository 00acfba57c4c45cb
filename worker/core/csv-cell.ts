/**
 * One cell of a CSV download, quoted where RFC 4180 asks for it. A cell that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`, `@`, tab or
 * a line break) gets an apostrophe in front.
 */
export function csvCell(value: string | number): string {
  const text =
    typeof value === 'number'
      ? String(value)
      : /^[\s\u00a0\ufeff]*[=+\-@\t\r\n|%\uff1d\uff0b\uff0d\uff20]/.test(value)
        ? `'${value}`
        : value;
  return /["\r\n,;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvLine(cells: (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
