import { strToU8, zipSync } from 'fflate';

type Cell =
  | { shared: string }
  | { inline: string }
  | { number: number; style?: number }
  | { bool: boolean }
  | { error: string }
  | { formula: string; cached: number }
  | undefined;

/** A small XLSX workbook. Style 1 shows date and time by a custom format, style 2 a built-in date. Strings are raw XML. */
export function aWorkbook({
  sheets,
  prologue = '',
  date1904 = false,
}: {
  sheets: { name: string; rows: Cell[][] }[];
  prologue?: string;
  date1904?: boolean;
}): Uint8Array {
  const shared: string[] = [];
  const cell = (value: Cell, row: number, column: number): string => {
    if (!value) return '';
    const r = `r="${letters(column)}${row}"`;
    if ('shared' in value) return `<c ${r} t="s"><v>${shared.push(value.shared) - 1}</v></c>`;
    if ('inline' in value) return `<c ${r} t="inlineStr"><is><t>${value.inline}</t></is></c>`;
    if ('bool' in value) return `<c ${r} t="b"><v>${value.bool ? 1 : 0}</v></c>`;
    if ('error' in value) return `<c ${r} t="e"><v>${value.error}</v></c>`;
    if ('formula' in value) return `<c ${r}><f>${value.formula}</f><v>${value.cached}</v></c>`;
    return `<c ${r} s="${value.style ?? 0}"><v>${value.number}</v></c>`;
  };
  const files: Record<string, Uint8Array> = {};
  sheets.forEach((sheet, index) => {
    const rows = sheet.rows.map(
      (row, at) => `<row r="${at + 1}">${row.map((value, column) => cell(value, at + 1, column)).join('')}</row>`,
    );
    files[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(
      `<?xml version="1.0"?>${prologue}<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`,
    );
  });
  files['xl/workbook.xml'] = strToU8(
    `<workbook xmlns:r="r"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${sheets.map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
  );
  files['xl/_rels/workbook.xml.rels'] = strToU8(
    `<Relationships>${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
  );
  files['xl/styles.xml'] = strToU8(
    '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  );
  files['xl/sharedStrings.xml'] = strToU8(
    `<sst>${shared.map((text) => `<si><t>${text.replace(/<rPh>.*<\/rPh>/, '').trim()}</t>${/<rPh>(.*)<\/rPh>/.test(text) ? '<rPh><t>ruby</t></rPh>' : ''}</si>`).join('')}</sst>`,
  );
  return zipSync(files);
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}
