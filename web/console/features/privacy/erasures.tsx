import { useEffect, useState } from 'react';
import { formatDateTime } from '../../lib/format';
import { itemsOf, usePages } from '../../lib/query';
import { usePersonName } from '../../lib/use-person-name';
import { Badge } from '../../ui/bits';
import { PagedList } from '../../ui/list';
import { Section } from '../../ui/page';
import { Receipt } from './receipt';

/** Receipts of erasures. Whom they concerned is gone with them. */
export function Erasures() {
  const nameOf = usePersonName();
  const [lookEveryMs, setLookEveryMs] = useState<number | false>(false);
  const query = usePages('GET /erasures', {}, { refetchInterval: lookEveryMs });
  const underWay = itemsOf(query.data).some(({ state }) => state === 'under_way');
  useEffect(() => setLookEveryMs(underWay ? 3000 : false), [underWay]);
  return (
    <Section title="Erasures" lead="Who asked for each and what it did. Whom it concerned is not kept.">
      <PagedList query={query} empty={<p className="muted">Nobody was erased yet.</p>}>
        {(items) => (
          <ul className="rows">
            {items.map((erasure) => (
              <li key={erasure.id}>
                <details className="row-details">
                  <summary>
                    <span className="row-main">
                      <span className="row-title">
                        <strong>{formatDateTime(erasure.requestedAt)}</strong>
                        <Badge tone={erasure.state === 'done' ? 'good' : 'info'}>{erasure.state === 'done' ? 'Done' : 'Under way'}</Badge>
                      </span>
                      <span className="muted">Asked for by {nameOf(erasure.requestedBy)}</span>
                    </span>
                  </summary>
                  <div className="row-body">
                    <Receipt erasure={erasure} />
                    <p className="small muted">Receipt {erasure.id}</p>
                  </div>
                </details>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Section>
  );
}
