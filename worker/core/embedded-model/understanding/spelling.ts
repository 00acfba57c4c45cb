import { chatSpelling } from '../data/spelling';

/** One line of lower-case text in standard spelling: chat abbreviations written out, curly quotes and stretched letters evened. */
export function standardSpelling(text: string): string {
  const even = text
    .normalize('NFC')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[“”«»„]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/([a-z])\1{2,}/g, '$1$1')
    .replace(/([?!.])\1+/g, '$1');
  return even.replace(/[\p{L}\p{N}_'/]+/gu, (word) => (Object.hasOwn(chatSpelling, word) ? (chatSpelling[word] ?? word) : word));
}
