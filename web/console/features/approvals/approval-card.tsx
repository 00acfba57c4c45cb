import { Link } from 'wouter';
import type { Approval } from '../../../../worker/contract/work';
import { formatDateTime, formatNumber, wordsOf } from '../../lib/format';
import { useEvent, useEventPath, useMay } from '../../lib/session';
import { usePersonName } from '../../lib/use-person-name';
import { Bar } from '../../ui/bar';
import { Ago, Badge, Facts } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { agentWords, approvalWords, effectWords } from '../../ui/words';
import { decisionText, factRows, riskLevel } from './approval-words';

interface Props {
  approval: Approval;
  current: boolean;
  selected: boolean;
  busy: boolean;
  problem: string | undefined;
  onFocus: () => void;
  onSelect: (selected: boolean) => void;
  onApprove: () => void;
  onEdit: () => void;
  onReject: () => void;
}

/** Everything a person needs to decide: what, why, evidence, reach, who asked, risk and the rule that spoke. */
export function ApprovalCard({ approval, current, selected, busy, problem, onFocus, onSelect, onApprove, onEdit, onReject }: Props) {
  const may = useMay('organizer');
  const pending = approval.state === 'pending';
  const effect = effectWords[approval.effect] ?? { text: wordsOf(approval.effect), reach: '' };
  return (
    <article
      id={approval.id}
      className={`approval${current ? ' approval-current' : ''}`}
      aria-labelledby={`${approval.id}-title`}
      tabIndex={-1}
      onFocus={onFocus}
      data-approval={approval.id}
    >
      <header className="approval-head">
        {pending && may && (
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
      <div className="approval-body">
        <div className="approval-what">
          <Facts rows={approval.preview.lines} />
          {approval.reasoning && <p>{approval.reasoning}</p>}
          <Evidence approval={approval} />
        </div>
        <div className="approval-why">
          <div>
            <h3>Why it asks</h3>
            <p>{approval.verdict.reason}</p>
            <p className="small muted">Rule: {wordsOf(approval.verdict.rule)}</p>
            {Object.keys(approval.verdict.facts).length > 0 && <Facts rows={factRows(approval.verdict.facts)} />}
          </div>
          <div>
            <h3>What it reaches</h3>
            <p>
              <strong>{effect.text}.</strong> {effect.reach}
            </p>
          </div>
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
          {may ? (
            <div className="row">
              <Button look="primary" icon="check" busy={busy} onClick={onApprove} aria-keyshortcuts="a">
                Approve
              </Button>
              {approval.editable.length > 0 && (
                <Button icon="edit" onClick={onEdit} aria-keyshortcuts="e">
                  Edit and approve
                </Button>
              )}
              <Button look="danger" icon="close" onClick={onReject} aria-keyshortcuts="r">
                Reject
              </Button>
            </div>
          ) : (
            <p className="muted small">Organizers and owners decide.</p>
          )}
          <Deadline approval={approval} />
        </footer>
      ) : (
        <Decided approval={approval} />
      )}
    </article>
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

const riskTones = { low: 'accent', medium: 'warn', high: 'bad' } as const;

function Risk({ approval }: { approval: Approval }) {
  const { score, parts } = approval.risk;
  const level = riskLevel(score);
  return (
    <div>
      <h3>
        Risk {formatNumber(score)} of 100 <span className="muted">({level})</span>
      </h3>
      <Bar label="Risk" max={100} value={score} tone={riskTones[level]} />
      <ul className="risk-parts">
        {Object.entries(parts).map(([name, value]) => (
          <li key={name}>
            <span>{wordsOf(name)}</span>
            <span className="number">{formatNumber(value)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Deadline({ approval }: { approval: Approval }) {
  const event = useEvent();
  return (
    <span className="small muted">
      <Icon name="clock" size={14} /> Until {formatDateTime(approval.expiresAt, event.timeZone)}, then nothing is sent
    </span>
  );
}

export function Decided({ approval }: { approval: Approval }) {
  const nameOf = usePersonName();
  return (
    <footer className="approval-foot approval-decided">
      <p>
        <strong>{decisionText(approval, nameOf(approval.decidedBy))}</strong>
        {approval.decidedAt && (
          <span className="muted">
            {' · '}
            <Ago at={approval.decidedAt} />
          </span>
        )}
      </p>
      {approval.decisionReason && <p className="muted">Reason: {approval.decisionReason}</p>}
      {approval.outcome && <p className="muted">{approval.outcome}</p>}
    </footer>
  );
}
