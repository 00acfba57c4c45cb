import { useState } from 'react';
import type { Approval } from '../../../../worker/contract/work';
import { itemsOf, usePages } from '../../lib/query';
import { useEvent } from '../../lib/session';
import { usePersonName } from '../../lib/use-person-name';
import { Ago, Badge, Facts, LoadMore } from '../../ui/bits';
import { SelectField } from '../../ui/field';
import { Empty, States } from '../../ui/states';
import { agentWords, approvalWords } from '../../ui/words';
import { Decided } from './approval-card';

const decidedStates = ['executed', 'approved', 'rejected', 'stale', 'expired', 'cancelled'] as const satisfies Approval['state'][];
type DecidedState = (typeof decidedStates)[number];

export function DecidedList() {
  const { id: eventId } = useEvent();
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
      <States
        query={{ ...query, data: query.data && itemsOf(query.data).filter((approval) => approval.state !== 'pending') }}
        isEmpty={(items) => items.length === 0 && !query.hasNextPage}
        empty={
          <Empty icon="approvals" title="No decisions yet">
            Who decided what, when and why stays here.
          </Empty>
        }
      >
        {(items) => (
          <>
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
                  </details>
                </li>
              ))}
            </ul>
            <LoadMore query={query} />
          </>
        )}
      </States>
    </>
  );
}
