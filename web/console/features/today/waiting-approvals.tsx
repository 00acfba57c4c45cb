import { Link } from 'wouter';
import { itemsOf, usePages } from '../../lib/query';
import { useEvent, useEventPath } from '../../lib/session';
import { Ago } from '../../ui/bits';
import { States } from '../../ui/states';
import { agentWords } from '../../ui/words';

/** The first few approvals, each leading to its card. */
export function WaitingApprovals() {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const approvals = usePages('GET /events/{eventId}/approvals', { params: { eventId }, query: { state: 'pending' } });
  return (
    <States query={approvals} isEmpty={(data) => itemsOf(data).length === 0}>
      {(data) => (
        <ul className="rows">
          {itemsOf(data)
            .filter((approval) => approval.state === 'pending')
            .slice(0, 4)
            .map((approval) => (
              <li key={approval.id}>
                <Link to={`${path('/approvals')}#${approval.id}`} className="row-link">
                  <span className="row-main">
                    <strong>{approval.preview.title}</strong>
                    <span className="muted clip">{approval.preview.lines.map(([, value]) => value).join(' · ')}</span>
                  </span>
                  <span className="row-side small muted">
                    <span>{agentWords[approval.agent]}</span>
                    <Ago at={approval.createdAt} />
                  </span>
                </Link>
              </li>
            ))}
        </ul>
      )}
    </States>
  );
}
