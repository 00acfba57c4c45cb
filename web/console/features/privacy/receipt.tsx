import type { Erasure } from '../../../../worker/contract/privacy';
import { formatNumber } from '../../lib/format';
import { erasureWords } from '../../ui/words';

/** What was done in every store. */
export function Receipt({ erasure }: { erasure: Erasure }) {
  if (erasure.receipt.length === 0) return <p className="muted">Nothing was found to erase yet.</p>;
  return (
    <ul className="ledger">
      {erasure.receipt.map((line) => (
        <li key={`${line.store}:${line.what}:${line.action}`}>
          <span>
            <strong>
              {formatNumber(line.count)} {line.what.replaceAll('_', ' ')}
            </strong>{' '}
            <span className="muted">{line.store.replaceAll('_', ' ')}</span>
          </span>
          <span>
            {erasureWords[line.action]}
            {line.note && <span className="muted">. {line.note}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
