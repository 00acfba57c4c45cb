import { type Block, markdownBlocks } from './markdown-blocks';
import { plainText } from './plain-text';
import { sentencesOf } from './sentences';
import type { Page, Passage, PassageKind } from './types';

/** Characters. A section up to `wholeSection` stays one passage; a longer one is cut at blocks near `target`; nothing but one sentence or row exceeds `most`. */
export const passageSize = { wholeSection: 1200, target: 900, most: 1400 } as const;

interface Section {
  path: string[];
  /** The first block of `blocks` is the section's own heading or question. */
  headed: boolean;
  question: boolean;
  blocks: Block[];
}

/**
 * The passages of a page, in order. Each is an exact slice of the page's Markdown, lies within one heading and starts with that heading where
 * it is the section's first. A sentence, list item, table row or question with its answer is never split. Linear time.
 */
export function chunkPage(page: Page): Passage[] {
  const passages: Passage[] = [];
  const address = page.url && URL.canParse(page.url) ? new URL(page.url).pathname : '';
  for (const section of sectionsOf(page)) {
    for (const part of partsOf(section, page.markdown)) {
      const text = page.markdown.slice(part.start, part.end);
      if (!/[\p{L}\p{N}]/u.test(text)) continue;
      const ordinal = passages.length;
      passages.push({
        id: `${page.id}#${ordinal}`,
        pageId: page.id,
        pageTitle: page.title,
        ...(address ? { address } : {}),
        headingPath: section.path,
        kind: section.question ? 'faq' : part.kind,
        text,
        ordinal,
        start: part.start,
        end: part.end,
      });
    }
  }
  return passages;
}

function sectionsOf(page: Page): Section[] {
  const sections: Section[] = [];
  const open: { level: number; text: string }[] = [];
  let current: Section = { path: [], headed: false, question: false, blocks: [] };
  const blocks = markdownBlocks(page.markdown).filter((block) => block.kind !== 'noise');
  blocks.forEach((block, index) => {
    const level = headingLevel(block, blocks[index + 1], page.markdown);
    if (level === 0) {
      current.blocks.push(block);
      return;
    }
    if (current.blocks.length > 0) sections.push(current);
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const text = headingText(page.markdown.slice(block.start, block.end));
    open.push({ level, text });
    current = {
      path: open.map((heading) => heading.text).filter((heading) => heading !== ''),
      headed: true,
      question: isQuestion(text),
      blocks: [block],
    };
  });
  if (current.blocks.length > 0) sections.push(current);
  return sections.filter((section, index) => !isBareParent(section, sections[index + 1]));
}

/** A heading without a text of its own is found through the passages below it, which carry it in their path. */
function isBareParent(section: Section, next: Section | undefined): boolean {
  const own = section.path.at(-1);
  return (
    section.headed &&
    section.blocks.length === 1 &&
    own !== undefined &&
    next?.path.at(-2) === own &&
    next.path.length > section.path.length
  );
}

/** 1 to 6 for a heading; 7 for a paragraph that acts as one: a short question in bold or marked `Q:`, before its answer. */
function headingLevel(block: Block, next: Block | undefined, markdown: string): number {
  if (block.kind === 'heading') return block.level;
  if (block.kind !== 'paragraph' || block.end - block.start > 240) return 0;
  if (next === undefined || next.kind === 'heading' || next.kind === 'rule') return 0;
  const text = markdown.slice(block.start, block.end).trim();
  if (text.includes('\n')) return 0;
  const bold = !/[.!]\W*$/.test(text) && /^(\*\*|__)(?!\s)((?:(?!\1).)+)\1\s*[:?]?$/.test(text);
  const marked = /^\W{0,4}Q(?:uestion)?\s?\d{0,3}[.:)]\s/i.test(text);
  return bold || (marked && /\?\W*$/.test(text)) || /^[^.!]{8,160}\?\W{0,4}$/.test(text) ? 7 : 0;
}

function headingText(source: string): string {
  return plainText(source.replace(/(?<!\s)\s*\{#[^}]{1,80}\}\s*$/, '').replace(/\n[ =-]+$/, ''))
    .replace(/^Q(?:uestion)?\s?\d{0,3}[.:)]\s*/i, '')
    .replace(/(?<![\s#])\s*#+$/, '')
    .trim();
}

function isQuestion(text: string): boolean {
  return /\?\W*$/.test(text);
}

interface Part {
  start: number;
  end: number;
  kind: PassageKind;
}

function partsOf(section: Section, markdown: string): Part[] {
  const content = section.blocks.filter((block) => block.kind !== 'rule');
  const first = content[0];
  const last = content.at(-1);
  if (!first || !last) return [];
  if (last.end - first.start <= passageSize.wholeSection) return [{ start: first.start, end: last.end, kind: kindOf(content) }];
  const pieces = content.flatMap((block) => piecesOf(block, markdown));
  const parts: Part[] = [];
  let held: Block[] = [];
  const flush = () => {
    const from = held[0];
    const to = held.at(-1);
    if (from && to) parts.push({ start: from.start, end: to.end, kind: kindOf(held) });
    held = [];
  };
  pieces.forEach((piece, index) => {
    const from = held[0];
    if (from && piece.end - from.start > passageSize.most) flush();
    held.push(piece);
    const start = held[0]?.start ?? piece.start;
    if (piece.end - start >= passageSize.target && !leadsIn(piece, pieces[index + 1], markdown)) flush();
  });
  flush();
  return mergeShortTail(parts);
}

/** A heading, or a line that ends with a colon before a list or table, stays with what follows. */
function leadsIn(piece: Block, next: Block | undefined, markdown: string): boolean {
  if (next === undefined) return false;
  return piece.kind === 'heading' || (piece.kind === 'paragraph' && /:\W{0,4}$/.test(markdown.slice(piece.start, piece.end)));
}

function mergeShortTail(parts: Part[]): Part[] {
  const tail = parts.at(-1);
  const before = parts.at(-2);
  if (!tail || !before || tail.end - tail.start > 160 || tail.end - before.start > passageSize.most + 160) return parts;
  return [...parts.slice(0, -2), { start: before.start, end: tail.end, kind: before.kind }];
}

/** A block too long for one passage, cut at its rows, its lines or its sentences. */
function piecesOf(block: Block, markdown: string): Block[] {
  if (block.end - block.start <= passageSize.most) return [block];
  const text = markdown.slice(block.start, block.end);
  const spans = block.kind === 'table' || block.kind === 'code' ? lineSpans(text) : sentencesOf(text);
  const pieces: Block[] = [];
  for (const span of spans) {
    const previous = pieces.at(-1);
    const start = block.start + span.start;
    const end = block.start + span.end;
    if (previous && end - previous.start <= passageSize.target) previous.end = end;
    else pieces.push({ kind: block.kind, level: block.level, start, end });
  }
  return pieces;
}

function lineSpans(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (end > start) spans.push({ start, end });
    start = end + 1;
  }
  return spans;
}

function kindOf(blocks: Block[]): PassageKind {
  let table = 0;
  let list = 0;
  let total = 0;
  for (const block of blocks) {
    const size = block.end - block.start;
    total += size;
    if (block.kind === 'table') table += size;
    if (block.kind === 'item') list += size;
  }
  if (table * 2 > total) return 'table';
  return list * 2 > total ? 'list' : 'prose';
}
