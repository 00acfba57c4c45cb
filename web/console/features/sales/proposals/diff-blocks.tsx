import type { ProposalContent } from '../../../../../worker/contract/sales/outreach';
import { formatCount } from '../../../lib/format';
import { type BlockDiff, contentDiff } from './content-diff';

interface Props {
  from: ProposalContent;
  to: ProposalContent;
  /** Side by side; else in one text. */
  side: boolean;
}

/** What differs between two versions, word by word; what stayed the same is only counted. */
export function DiffBlocks({ from, to, side }: Props) {
  const blocks = contentDiff(from, to);
  const changed = blocks.filter((block) => block.changed);
  const same = blocks.length - changed.length;
  return (
    <div className="stack">
      {changed.length === 0 && <p className="muted">Nothing differs.</p>}
      {changed.map((block) => (
        <section key={block.id} className="diff" aria-label={block.label}>
          <h3>{block.label}</h3>
          {side ? (
            <div className="diff-sides">
              <Text block={block} leave="added" />
              <Text block={block} leave="removed" />
            </div>
          ) : (
            <Text block={block} leave={null} />
          )}
        </section>
      ))}
      {same > 0 && changed.length > 0 && <p className="small muted">{formatCount(same, 'part')} stayed the same.</p>}
    </div>
  );
}

function Text({ block, leave }: { block: BlockDiff; leave: 'added' | 'removed' | null }) {
  return (
    <p className="diff-text">
      {block.pieces
        .filter((piece) => piece.kind !== leave)
        .map((piece, index) => {
          // biome-ignore-start lint/suspicious/noArrayIndexKey: pieces of one text never move
          if (piece.kind === 'added') return <ins key={index}>{piece.text}</ins>;
          if (piece.kind === 'removed') return <del key={index}>{piece.text}</del>;
          return <span key={index}>{piece.text}</span>;
          // biome-ignore-end lint/suspicious/noArrayIndexKey: pieces of one text never move
        })}
    </p>
  );
}
