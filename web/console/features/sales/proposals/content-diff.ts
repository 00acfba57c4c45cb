import type { ProposalContent } from '../../../../../worker/contract/sales/outreach';
import { formatPrice } from '../../../lib/format';
import { type Piece, wordDiff } from './word-diff';

export interface BlockDiff {
  id: string;
  label: string;
  from: string;
  to: string;
  pieces: Piece[];
  changed: boolean;
}

/** Two versions block by block, in the order of the newer; sections are matched by their id, what is gone comes last. Pure. */
export function contentDiff(from: ProposalContent, to: ProposalContent): BlockDiff[] {
  const [before, after] = [blocksOf(from), blocksOf(to)];
  const ids = [...after.keys(), ...[...before.keys()].filter((id) => !after.has(id))];
  return ids.map((id) => {
    const [a, b] = [before.get(id)?.text ?? '', after.get(id)?.text ?? ''];
    return { id, label: (after.get(id) ?? before.get(id))?.label ?? '', from: a, to: b, pieces: wordDiff(a, b), changed: a !== b };
  });
}

function blocksOf(content: ProposalContent): Map<string, { label: string; text: string }> {
  const blocks = new Map([
    [' title', { label: 'Title', text: content.title }],
    [' greeting', { label: 'Greeting', text: content.greeting }],
    [' package', { label: 'Package', text: `${content.packageName}, ${formatPrice(content.price)}` }],
  ]);
  for (const section of content.sections) {
    const lines = [section.heading, ...section.sentences.map((sentence) => sentence.text)].filter(Boolean);
    blocks.set(section.id, { label: section.heading || 'Section', text: lines.join('\n') });
  }
  return blocks;
}
