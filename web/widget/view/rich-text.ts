import { type Block, type Inline, parseMarkdown } from '../text/markdown';
import type { Texts } from '../texts/en';
import { el } from './dom';

/** A text of the agent or of a person, built node by node. */
export function richText(source: string, texts: Texts): HTMLElement {
  return el('div', { class: 'text', dir: 'auto' }, ...parseMarkdown(source).map((block) => blockElement(block, texts)));
}

export function externalLink(href: string, label: string, texts: Texts): HTMLAnchorElement {
  return el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, label, el('span', { class: 'hidden' }, ` ${texts.newTab}`));
}

function blockElement(block: Block, texts: Texts): HTMLElement {
  if (block.kind === 'list') {
    const items = block.items.map((item) => el('li', {}, ...inlines(item, texts)));
    return block.ordered ? el('ol', { start: block.start }, ...items) : el('ul', {}, ...items);
  }
  if (block.kind === 'table') {
    const rows = block.rows.map((row, index) => {
      const tag = block.hasHead && index === 0 ? 'th' : 'td';
      return el('tr', {}, ...row.map((cell) => el(tag, {}, ...inlines(cell, texts))));
    });
    return el('table', {}, ...rows);
  }
  return el('p', { class: block.kind === 'heading' ? 'heading' : undefined }, ...inlines(block.children, texts));
}

function inlines(nodes: readonly Inline[], texts: Texts): (Node | string)[] {
  return nodes.map((node) => inlineNode(node, texts));
}

function inlineNode(node: Inline, texts: Texts): Node | string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return el('br');
    case 'code':
      return el('code', {}, node.text);
    case 'strong':
    case 'em':
      return el(node.kind, {}, ...inlines(node.children, texts));
    case 'link':
      return externalLink(node.href, node.children.map((child) => ('text' in child ? child.text : '')).join(''), texts);
  }
}
