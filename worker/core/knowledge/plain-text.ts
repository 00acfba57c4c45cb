/** Markdown without its marks: links as their text, images dropped, tables as cells, the address of a link whose text is an address kept. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]{0,4000}?-->/g, ' ')
    .replace(/!\[([^\]]{0,300})\]\([^)\s]{0,2000}(?:\s[^)]{0,300})?\)/g, ' ')
    .replace(/\[([^\]]{1,500})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s"[^"]{0,300}")?\)/g, '$1')
    .replace(/\[([^\]]{1,500})\]\[[^\]]{0,200}\]/g, '$1')
    .replace(/<(https?:\/\/[^>\s]{1,2000}|[^@>\s]{1,100}@[^>\s]{1,200})>/g, '$1')
    .replace(/<\/?[a-zA-Z][^<>]{0,500}>/g, ' ')
    .replace(/^ {0,3}#{1,6}\s+/gm, '')
    .replace(/^(?=[^\n]*--)[ \t|:-]+$/gm, '')
    .replace(/^([ \t]*)[-*+•]\s+/gm, '$1')
    .replace(/^ {0,3}>\s?/gm, '')
    .replace(/(\*\*|__|~~|\*|`+)/g, '')
    .replace(/(^|[\s(])_([^_\n]{1,300})_(?=[\s).,;:!?]|$)/gm, '$1$2')
    .replace(/\|/g, ' ')
    .replace(/\\([\\`*_{}[\]()#+.!|~-])/g, '$1')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
