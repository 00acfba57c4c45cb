import type { ReactNode } from 'react';

const ruler = /^\s*\|?[\s:|-]+\|?\s*$/;

/** The cells of one line of a pipe table. Pure. */
export function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

export const isTable = (lines: string[]) => lines.length > 1 && lines.every((line) => line.trim().startsWith('|'));

export function MarkdownTable({ lines, inline }: { lines: string[]; inline: (text: string) => ReactNode }) {
  const hasHead = ruler.test(lines[1] ?? '');
  const rows = lines.filter((line) => !ruler.test(line)).map(cellsOf);
  const body = hasHead ? rows.slice(1) : rows;
  return (
    <table className="rich-table">
      {hasHead && (
        <thead>
          <tr>
            {rows[0]?.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells of one text never move
              <th key={index} scope="col">
                {inline(cell)}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {body.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of one text never move
          <tr key={row}>
            {cells.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells of one text never move
              <td key={index}>{inline(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
