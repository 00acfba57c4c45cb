import type { Approval } from '../../../../worker/contract/work';
import { formatNumber } from '../../lib/format';
import { useSession } from '../../lib/session';
import { Ago, Notice } from '../../ui/bits';
import { approvalsSoFar, stillAsked } from './standing';

/** Who must approve, who has, and who is still asked. */
export function Votes({ approval }: { approval: Approval }) {
  const me = useSession();
  const { required, votes } = approval;
  const name = (person: { id: string; name: string }) => (person.id === me.user?.id ? 'you' : person.name);
  const asked = stillAsked(approval).map(name);
  return (
    <div>
      <h3>Who decides</h3>
      {required.needed > 1 && (
        <p>
          <strong>
            {formatNumber(approvalsSoFar(approval))} of {formatNumber(required.needed)}{' '}
            {required.people ? 'people' : required.role === 'owner' ? 'owners' : 'organizers'}
          </strong>{' '}
          approved
        </p>
      )}
      <p className="small muted">{required.rule}</p>
      {votes.length > 0 && (
        <ul className="votes small">
          {votes.map((vote) => (
            <li key={`${vote.by.id}:${vote.at}`}>
              <span>
                <strong>{vote.by.name}</strong>
                {vote.onBehalfOf && ` for ${vote.onBehalfOf.name}`} {vote.decision === 'approve' ? 'approved' : 'rejected'}{' '}
                <span className="muted">
                  <Ago at={vote.at} />
                </span>
              </span>
              {vote.reason && <span className="muted">{vote.reason}</span>}
            </li>
          ))}
        </ul>
      )}
      {approval.state === 'pending' && asked.length > 0 && (required.needed > 1 || !asked.includes('you')) && (
        <p className="small muted">Can still decide: {asked.join(', ')}</p>
      )}
      {approval.requestedBy && <p className="small muted">Asked for by {name(approval.requestedBy)}</p>}
      {required.problem && (
        <Notice tone="warn" icon="alert">
          {required.problem}
        </Notice>
      )}
    </div>
  );
}
