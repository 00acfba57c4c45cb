import type { Approval } from '../../../../worker/contract/work';
import { Facts } from '../../ui/bits';
import { commandText } from '../../ui/words';

const openCharacters = 700;

/** What would leave, as it would leave. This and nothing else is approved. */
export function Outgoing({ approval }: { approval: Approval }) {
  if (approval.content.length === 0) return null;
  return (
    <div className="outgoing">
      <h3>What goes out</h3>
      {approval.content.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what one proposal sends never moves
        <Letter key={index} item={item} open={approval.content.length <= 3} />
      ))}
    </div>
  );
}

function Letter({ item, open }: { item: Approval['content'][number]; open: boolean }) {
  return (
    <details className="letter" open={open && item.text.length <= openCharacters}>
      <summary>
        <span className="small muted">{commandText(item.kind)}</span>
        {item.target.includes('@') && <span> to {item.target}</span>}
        <strong>{item.title}</strong>
      </summary>
      <p className="letter-text">{item.text}</p>
    </details>
  );
}

/** What an edit changed, against what the agent proposed. */
export function Changes({ approval }: { approval: Approval }) {
  if (approval.changes.length === 0) return null;
  return (
    <div>
      <h3>Edited</h3>
      <Facts
        rows={approval.changes.map(({ label, was, is }) => [
          label,
          <span key={label} className="change">
            <del>{was || 'nothing'}</del> <ins>{is || 'nothing'}</ins>
          </span>,
        ])}
      />
    </div>
  );
}
