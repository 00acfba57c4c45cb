import type { Approval } from '../../../../worker/contract/work';
import { wordsOf } from '../../lib/format';
import { Facts } from '../../ui/bits';
import { factRows } from './approval-words';

type Spoken = Pick<Approval['verdict'], 'rule' | 'reason' | 'facts'>;

/** Every rule that spoke with the facts that it read: the strictest first, the others below. */
export function Rules({ approval }: { approval: Approval }) {
  const { also = [] } = approval.verdict;
  return (
    <div className="rules">
      <h3>Why it asks</h3>
      <Rule spoken={approval.verdict} />
      {also.length > 0 && (
        <details>
          <summary className="small">{also.length === 1 ? 'One more rule spoke' : `${also.length} more rules spoke`}</summary>
          {also.map((spoken, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one rule may speak of several values, and the list never moves
            <Rule key={index} spoken={spoken} />
          ))}
        </details>
      )}
    </div>
  );
}

/** What one rule said, and the facts that it read. */
export function Rule({ spoken }: { spoken: Spoken }) {
  const facts = factRows(spoken.facts);
  return (
    <div className="rule">
      <p>{spoken.reason}</p>
      <p className="small muted">Rule: {wordsOf(spoken.rule)}</p>
      {facts.length > 0 && <Facts rows={facts} />}
    </div>
  );
}
