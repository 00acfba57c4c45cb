export type BlockKind = 'heading' | 'paragraph' | 'item' | 'table' | 'code' | 'rule' | 'noise';

/** A block of a Markdown text; `start` and `end` are offsets into it, the line break after the block excluded. */
export interface Block {
  kind: BlockKind;
  start: number;
  end: number;
  /** Headings: 1 to 6. Items: columns of indentation. Others: 0. */
  level: number;
}

interface Line {
  start: number;
  end: number;
  text: string;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
const atx = /^ {0,3}(#{1,6})(?:\s|$)/;
const rule = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;
const item = /^(\s*)(?:[-*+•‣▪]|\d{1,3}[.)])\s+\S/;
const definition = /^ {0,3}\[[^\]]{1,200}\]:\s*\S/;
const comment = /^\s*<!--/;
const delimiterRow = /^[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;

/** The blocks of a Markdown text in order. Tolerant: every line belongs to exactly one block or is blank. Linear time. */
export function markdownBlocks(markdown: string): Block[] {
  const lines = linesOf(markdown);
  const blocks: Block[] = [];
  let i = frontMatterEnd(lines);
  while (i < lines.length) {
    const line = lines[i] as Line;
    if (line.text.trim() === '') {
      i++;
      continue;
    }
    const next = blockAt(lines, i);
    blocks.push({ kind: next.kind, level: next.level, start: line.start, end: (lines[next.last] as Line).end });
    i = next.last + 1;
  }
  return blocks;
}

function blockAt(lines: Line[], first: number): { kind: BlockKind; level: number; last: number } {
  const { text } = lines[first] as Line;
  const opening = fence.exec(text);
  if (opening) return { kind: 'code', level: 0, last: fenceEnd(lines, first, (opening[1] as string).slice(0, 3)) };
  const heading = atx.exec(text);
  if (heading) return { kind: 'heading', level: (heading[1] as string).length, last: first };
  if (rule.test(text)) return { kind: 'rule', level: 0, last: first };
  if (comment.test(text)) return { kind: 'noise', level: 0, last: lineWith(lines, first, '-->') };
  if (definition.test(text)) return { kind: 'noise', level: 0, last: first };
  if (isTableStart(lines, first)) return { kind: 'table', level: 0, last: lastWhile(lines, first, (line) => line.includes('|')) };
  const bullet = item.exec(text);
  if (bullet) return { kind: 'item', level: columns(bullet[1] as string), last: itemEnd(lines, first) };
  return paragraphAt(lines, first);
}

function paragraphAt(lines: Line[], first: number): { kind: BlockKind; level: number; last: number } {
  let last = first;
  while (last + 1 < lines.length) {
    const next = (lines[last + 1] as Line).text;
    if (/^ {0,3}(=+|-{2,})\s*$/.test(next) && last === first) return { kind: 'heading', level: next.includes('=') ? 1 : 2, last: last + 1 };
    if (next.trim() === '' || startsBlock(lines, last + 1)) break;
    last++;
  }
  return { kind: 'paragraph', level: 0, last };
}

function startsBlock(lines: Line[], index: number): boolean {
  const { text } = lines[index] as Line;
  return fence.test(text) || atx.test(text) || rule.test(text) || comment.test(text) || item.test(text) || isTableStart(lines, index);
}

/** An item runs on over its wrapped lines and, after a blank line, over lines indented under it. */
function itemEnd(lines: Line[], first: number): number {
  let last = first;
  for (let i = first + 1; i < lines.length; i++) {
    const { text } = lines[i] as Line;
    if (text.trim() === '') {
      const after = lines[i + 1];
      if (!after || !/^\s{2,}\S/.test(after.text) || item.test(after.text)) break;
      continue;
    }
    if (startsBlock(lines, i)) break;
    last = i;
  }
  return last;
}

function isTableStart(lines: Line[], index: number): boolean {
  const here = (lines[index] as Line).text;
  const next = lines[index + 1]?.text;
  if (!here.includes('|')) return false;
  return /^\s*\|.*\|\s*$/.test(here) || (next?.includes('|') === true && delimiterRow.test(next));
}

function fenceEnd(lines: Line[], first: number, marker: string): number {
  for (let i = first + 1; i < lines.length; i++) if ((lines[i] as Line).text.trimStart().startsWith(marker)) return i;
  return lines.length - 1;
}

function lineWith(lines: Line[], first: number, mark: string): number {
  for (let i = first; i < lines.length; i++) if ((lines[i] as Line).text.includes(mark)) return i;
  return first;
}

function lastWhile(lines: Line[], first: number, holds: (text: string) => boolean): number {
  let last = first;
  while (last + 1 < lines.length && holds((lines[last + 1] as Line).text)) last++;
  return last;
}

function columns(indent: string): number {
  return indent.replaceAll('\t', '    ').length;
}

function frontMatterEnd(lines: Line[]): number {
  if (lines[0]?.text.trim() !== '---') return 0;
  for (let i = 1; i < Math.min(lines.length, 80); i++) {
    const text = (lines[i] as Line).text;
    if (text.trim() === '---') return i + 1;
    if (!/^(?:[\w-]+:|\s|-\s|$)/.test(text)) return 0;
  }
  return 0;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const trimmedEnd = text[end - 1] === '\r' ? end - 1 : end;
    lines.push({ start, end: trimmedEnd, text: text.slice(start, trimmedEnd) });
    start = end + 1;
  }
  return lines;
}
