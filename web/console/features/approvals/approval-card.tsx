import { useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Approval, PersonRef } from '../../../../worker/contract/work';
import { formatDateTime, formatLeft, wordsOf } from '../../lib/format';
import { useEvent, useEventNow, useEventPath, useSession } from '../../lib/session';
import { Ago, Badge, Facts, Notice } from '../../ui/bits';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { agentWords, approvalWords, effectWords } from '../../ui/words';
import { Decided } from './decided';
import { Changes, Outgoing } from './outgoing';
import { Risk } from './risk';
import { Rules } from './rules';
import { standingOf } from './standing';
import { useShownSince } from './use-shown-since';
import { Votes } from './votes';

/** For whom one decides: null is oneself. */
export type Right = PersonRef | null;

interface Props {
  approval: Approval;
  current: boolean;
  /** Undefined where there is nothing to select among. */
  selected: boolean | undefined;
  busy: boolean;
  problem: string | undefined;
  onFocus: () => void;
  onSelect: (selected: boolean) => void;
  onApprove: (right: Right) => void;
  onEdit: (right: Right) => void;
  onReject: (right: Right) => void;
}

/** Everything a person needs to decide: what goes out, why, evidence, reach, risk, the rules that spoke and who decides. */
export function ApprovalCard({ approval, current, selected, onFocus, onSelect, problem, ...actions }: Props) {
  const ref = useRef<HTMLElement>(null);
  useShownSince(ref, approval);
  const me = useSession();
  const pending = approval.state === 'pending';
  const { rights } = standingOf(approval, me.user?.id);
  const effect = effectWords[approval.effect] ?? { text: wordsOf(approval.effect), reach: '' };
  return (
    <article
      ref={ref}
      id={approval.id}
      className={`approval${current ? ' approval-current' : ''}`}
      aria-labelledby={`${approval.id}-title`}
      tabIndex={-1}
      onFocus={onFocus}
      data-approval={approval.id}
    >
      <header className="approval-head">
        {pending && rights.length > 0 && selected !== undefined && (
          <input
            type="checkbox"
            checked={selected}
            onChange={(event) => onSelect(event.target.checked)}
            aria-label={`Select ${approval.preview.title}`}
          />
        )}
        <h2 id={`${approval.id}-title`}>{approval.preview.title}</h2>
        <Badge tone={approvalWords[approval.state].tone}>{approvalWords[approval.state].text}</Badge>
        <span className="approval-meta small muted">
          {agentWords[approval.agent]} asked <Ago at={approval.createdAt} />
        </span>
      </header>
      {pending && approval.outcome && (
        <Notice tone="warn" icon="alert">
          <span>
            <strong>It asks again.</strong> {approval.outcome}
          </span>
        </Notice>
      )}
      <div className="approval-body">
        <div className="approval-what">
          <Facts rows={approval.preview.lines} />
          <Changes approval={approval} />
          <Outgoing approval={approval} />
          {approval.reasoning && <p>{approval.reasoning}</p>}
          <Evidence approval={approval} />
        </div>
        <div className="approval-why">
          <Rules approval={approval} />
          <div>
            <h3>What it reaches</h3>
            <p>
              <strong>{effect.text}.</strong> {effect.reach}
            </p>
          </div>
          <Votes approval={approval} />
          <Risk approval={approval} />
        </div>
      </div>
      {problem && (
        <p className="notice notice-bad" role="alert">
          <Icon name="alert" size={16} />
          {problem}
        </p>
      )}
      {pending ? (
        <footer className="approval-foot">
          <Decide approval={approval} {...actions} />
          <Deadline approval={approval} />
        </footer>
      ) : (
        <Decided approval={approval} undo />
      )}
    </article>
  );
}

type Actions = Pick<Props, 'approval' | 'busy' | 'onApprove' | 'onEdit' | 'onReject'>;

function Decide({ approval, busy, onApprove, onEdit, onReject }: Actions) {
  const me = useSession();
  const { rights, whyNot } = standingOf(approval, me.user?.id);
  const [chosen, setChosen] = useState('');
  const right = rights.find((other) => (other?.id ?? '') === chosen) ?? rights[0] ?? null;
  if (rights.length === 0) return <p className="muted small">{whyNot}</p>;
  return (
    <div className="row">
      {rights.length > 1 && (
        <SelectField bare label="Decide as" value={right?.id ?? ''} onChange={(event) => setChosen(event.target.value)}>
          {rights.map((other) => (
            <option key={other?.id ?? ''} value={other?.id ?? ''}>
              {other ? `for ${other.name}` : 'for yourself'}
            </option>
          ))}
        </SelectField>
      )}
      <Button look="primary" icon="check" busy={busy} onClick={() => onApprove(right)} aria-keyshortcuts="a">
        {right && rights.length === 1 ? `Approve for ${right.name}` : 'Approve'}
      </Button>
      {approval.editable.length > 0 && (
        <Button icon="edit" onClick={() => onEdit(right)} aria-keyshortcuts="e">
          Edit and approve
        </Button>
      )}
      <Button look="danger" icon="close" onClick={() => onReject(right)} aria-keyshortcuts="r">
        Reject
      </Button>
    </div>
  );
}

function Evidence({ approval }: { approval: Approval }) {
  const path = useEventPath();
  return (
    <>
      {approval.evidence.length > 0 && (
        <details className="evidence" open={approval.evidence.length <= 2}>
          <summary>Evidence ({approval.evidence.length})</summary>
          <ul>
            {approval.evidence.map((item) => (
              <li key={`${item.label}:${item.text}`}>
                <span className="small muted">{item.label}</span>
                <blockquote>{item.text}</blockquote>
              </li>
            ))}
          </ul>
        </details>
      )}
      {approval.conversationId && (
        <p className="small">
          <Link to={path(`/conversations/${approval.conversationId}`)}>Read the conversation</Link>
        </p>
      )}
    </>
  );
}

function Deadline({ approval }: { approval: Approval }) {
  const event = useEvent();
  const now = useEventNow();
  const { sent, nextAt } = approval.reminders;
  return (
    <span className="small muted">
      <Icon name="clock" size={14} /> Ends {formatLeft(approval.expiresAt, now)}, on {formatDateTime(approval.expiresAt, event.timeZone)}:
      then nothing is sent.
      {sent > 0 && ` Reminded ${sent === 1 ? 'once' : `${sent} times`}.`}
      {nextAt !== null && ` ${sent > 0 ? 'Next' : 'First'} reminder ${formatLeft(nextAt, now).replace(/\.$/, '')}.`}
    </span>
  );
}
