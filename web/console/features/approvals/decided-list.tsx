import { useState } from 'react';
import { Link } from 'wouter';
import type { Approval } from '../../../../worker/contract/work';
import { usePages } from '../../lib/query';
import { useEvent, useEventPath } from '../../lib/session';
import { usePersonName } from '../../lib/use-person-name';
import { Ago, Badge, Facts } from '../../ui/bits';
import { SelectField } from '../../ui/field';
import { PagedList } from '../../ui/list';
import { Empty } from '../../ui/states';
import { agentWords, approvalWords } from '../../ui/words';
import { Decided } from './decided';

const decidedStates = ['executed', 'approved', 'rejected', 'stale', 'expired', 'cancelled'] as const satisfies Approval['state'][];
type DecidedState = (typeof decidedStates)[number];

export function DecidedList() {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const nameOf = usePersonName();
  const [state, setState] = useState<DecidedState | ''>('');
  const query = usePages('GET /events/{eventId}/approvals', { params: { eventId }, query: state ? { state } : {} });
  return (
    <>
      <div className="filters">
        <SelectField
          label="Outcome"
          value={state}
          onChange={(event) => setState(decidedStates.find((other) => other === event.target.value) ?? '')}
        >
          <option value="">All</option>
          {decidedStates.map((name) => (
            <option key={name} value={name}>
              {approvalWords[name].text}
            </option>
          ))}
        </SelectField>
      </div>
      <PagedList
        query={query}
        keep={(approval) => approval.state !== 'pending'}
        empty={
          <Empty icon="approvals" title="No decisions yet">
            Who decided what, when and why stays here.
          </Empty>
        }
      >
        {(items) => (
          <ul className="rows">
            {items.map((approval) => (
              <li key={approval.id}>
                <details className="row-details">
                  <summary>
                    <span className="row-main">
                      <span className="row-title">
                        <strong>{approval.preview.title}</strong>
                        <Badge tone={approvalWords[approval.state].tone}>{approvalWords[approval.state].text}</Badge>
                      </span>
                      <span className="muted clip">{approval.preview.lines.map(([, value]) => value).join(' · ')}</span>
                    </span>
                    <span className="row-side small muted">
                      <span>{approval.decidedBy ? nameOf(approval.decidedBy) : agentWords[approval.agent]}</span>
                      <Ago at={approval.decidedAt ?? approval.createdAt} />
                    </span>
                  </summary>
                  <Facts rows={approval.preview.lines} />
                  <Decided approval={approval} />
                  <p className="row-foot small">
                    <Link to={path(`/approvals/${approval.id}`)}>Everything that was shown</Link>
                  </p>
                </details>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}
