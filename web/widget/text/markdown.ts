import { webLink } from './web-link';

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong' | 'em'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] }
  | { kind: 'break' };
export type Block =
  | { kind: 'paragraph' | 'heading'; children: Inline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Inline[][] }
  /** `hasHead`: the first row names the columns. */
  | { kind: 'table'; hasHead: boolean; rows: Inline[][][] };

const longest = 20_000;
const bullet = /^\s{0,3}[-*•]\s+(.*)$/;
const numbered = /^\s{0,3}(\d{1,3})[.)]\s+(.*)$/;
const tableRow = /^\s*\|(.*)\|\s*$/;
const tableRule = /^[\s|:-]+$/;
const heading = /^#{1,6}\s+(.*)$/;
const inline =
  /`([^`\n]+)`|\*\*(?=\S)([^\n]*?\S)\*\*|(?<![\w*])\*(?=[^\s*])([^*\n]*?[^\s*])\*(?!\w)|(?<!\w)_(?=[^\s_])([^_\n]*?[^\s_])_(?!\w)|\[([^\]\n]{1,300})\]\(([^)\s]{1,2000})\)|https?:\/\/[^\s<>"'`]+/g;

/**
 * Pure. The subset of Markdown that answers use: paragraphs, line breaks, lists, tables, headings, bold, italic, code and links.
 * Everything else, HTML included, stays text. A link that is not http(s) becomes its label.
 */
export function parseMarkdown(source: string): Block[] {
  if (source.length > longest) return [{ kind: 'paragraph', children: [{ kind: 'text', text: source }] }];
  const blocks: Block[] = [];
  let isOpen = false;
  for (const line of source.replace(/\r\n?/g, '\n').split('\n')) {
    const last: Block | undefined = isOpen ? blocks.at(-1) : undefined;
    const next: Block | null = line.trim() === '' ? null : blockOf(line, last);
    if (next) blocks.push(next);
    isOpen = line.trim() !== '' && next?.kind !== 'heading';
  }
  return blocks;
}

function tableOf(row: string, open: Block | undefined): Block | null {
  const table = open?.kind === 'table' ? open : null;
  if (tableRule.test(row)) {
    if (table?.rows.length === 1) table.hasHead = true;
    return null;
  }
  const cells = row.split('|').map((cell) => parseInline(cell.trim()));
  if (!table) return { kind: 'table', hasHead: false, rows: [cells] };
  table.rows.push(cells);
  return null;
}

/** The block that a line begins, or null when it went into the open one. */
function blockOf(line: string, open: Block | undefined): Block | null {
  const title = heading.exec(line);
  if (title) return { kind: 'heading', children: parseInline(title[1] ?? '') };
  const row = tableRow.exec(line);
  if (row) return tableOf(row[1] ?? '', open);
  const item = bullet.exec(line);
  const step = numbered.exec(line);
  if (item || step) {
    const children = parseInline(item?.[1] ?? step?.[2] ?? '');
    if (open?.kind !== 'list' || open.ordered !== !item)
      return { kind: 'list', ordered: !item, start: Number(step?.[1] ?? 1), items: [children] };
    open.items.push(children);
    return null;
  }
  const children = parseInline(line.trim());
  if (open?.kind === 'list' && /^\s/.test(line)) open.items.at(-1)?.push({ kind: 'break' }, ...children);
  else if (open?.kind === 'paragraph') open.children.push({ kind: 'break' }, ...children);
  else return { kind: 'paragraph', children };
  return null;
}

export function parseInline(source: string, depth = 0): Inline[] {
  if (depth > 3) return [{ kind: 'text', text: source }];
  const found: Inline[] = [];
  let end = 0;
  for (const match of source.matchAll(inline)) {
    if (match.index > end) found.push({ kind: 'text', text: source.slice(end, match.index) });
    const part = inlineOf(match, depth);
    found.push(...part.nodes);
    end = match.index + match[0].length - part.returned;
  }
  if (end < source.length) found.push({ kind: 'text', text: source.slice(end) });
  return found;
}

/** `returned` characters at the end belong to the text again: the full stop after a bare address. */
function inlineOf(match: RegExpExecArray, depth: number): { nodes: Inline[]; returned: number } {
  const [whole, code, strong, star, underscore, label, target] = match;
  const one = (node: Inline) => ({ nodes: [node], returned: 0 });
  if (code !== undefined) return one({ kind: 'code', text: code });
  if (strong !== undefined) return one({ kind: 'strong', children: parseInline(strong, depth + 1) });
  const emphasis = star ?? underscore;
  if (emphasis !== undefined) return one({ kind: 'em', children: parseInline(emphasis, depth + 1) });
  if (label !== undefined && target !== undefined) return one(labelledLink(label, target));
  const bare = whole.replace(/[.,;:!?)\]}*_]+$/, '');
  const href = webLink(bare);
  return {
    nodes: [href ? { kind: 'link', href, children: [{ kind: 'text', text: bare }] } : { kind: 'text', text: bare }],
    returned: whole.length - bare.length,
  };
}

/** A label that reads like an address must not hide another one: then the address itself is shown. */
function labelledLink(label: string, target: string): Inline {
  const href = webLink(target);
  if (!href) return { kind: 'text', text: label };
  const pretends = /^(https?:\/\/|www\.)|^[\w-]+(\.[\w-]+)+(\/|$)/i.test(label.trim());
  return { kind: 'link', href, children: [{ kind: 'text', text: pretends ? href : label }] };
}
