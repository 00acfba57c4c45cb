import type { Approval } from '../../../../worker/contract/work';
import { useEvent, useEventNow } from '../../lib/session';
import { usePersonName } from '../../lib/use-person-name';
import { Ago } from '../../ui/bits';
import { decisionText } from './approval-words';
import { Undo } from './undo';

/** The longest undo window that a policy can set. */
const longestUndoMs = 600_000;

/** What became of a proposal; `undo` offers to take it back while that is possible. */
export function Decided({ approval, undo = false }: { approval: Approval; undo?: boolean }) {
  const event = useEvent();
  const now = useEventNow();
  const nameOf = usePersonName();
  const approved = approval.state === 'approved' || approval.state === 'executed';
  const recent = event.clock === 'virtual' || now - (approval.decidedAt ?? 0) < longestUndoMs;
  return (
    <footer className="approval-foot approval-decided">
      <div>
        <p>
          <strong>{decisionText(approval, nameOf(approval.decidedBy))}</strong>
          {approval.decidedAt && (
            <span className="muted">
              {' · '}
              <Ago at={approval.decidedAt} />
            </span>
          )}
        </p>
        {approval.votes.length > 1 && (
          <p className="muted">
            {approval.votes.map(({ by, onBehalfOf }) => (onBehalfOf ? `${by.name} for ${onBehalfOf.name}` : by.name)).join(', ')}
          </p>
        )}
        {approval.decisionReason && <p className="muted">Reason: {approval.decisionReason}</p>}
        {approval.outcome && <p className="muted">{approval.outcome}</p>}
      </div>
      {undo && approved && recent && <Undo says event={event} approvalId={approval.id} />}
    </footer>
  );
}
