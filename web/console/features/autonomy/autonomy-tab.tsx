import type { AutonomyProposal, AutonomyRecord } from '../../../../worker/contract/autonomy';
import { formatDuration, formatNumber, formatPercent, wordsOf } from '../../lib/format';
import { useRead } from '../../lib/query';
import { useEvent } from '../../lib/session';
import { usePersonName } from '../../lib/use-person-name';
import { Bar } from '../../ui/bar';
import { Ago, Badge, Facts, Notice } from '../../ui/bits';
import { Section } from '../../ui/page';
import { Empty, States } from '../../ui/states';
import { agentWords, autonomyWords, effectWords } from '../../ui/words';
import { factRows } from '../approvals/approval-words';
import { Promotion } from './promotion';

/** How far people agree with each agent, by kind of action, and what it has earned by that. */
export function AutonomyTab() {
  const { id: eventId } = useEvent();
  const query = useRead('GET /events/{eventId}/autonomy', { params: { eventId } });
  return (
    <States
      query={query}
      isEmpty={({ items, history }) => items.length === 0 && history.length === 0}
      empty={
        <Empty icon="person" title="Nobody has decided on anything yet">
          As people approve, edit and reject what agents propose, agents earn room above their dial here, by kind of action.
        </Empty>
      }
    >
      {({ items, history, windowDays }) => (
        <>
          <p className="muted">
            Counted over {formatNumber(windowDays)} days. The lower bound is what the agreement is worth at least, given how few or many
            decisions it rests on. A promotion needs an owner; a demotion is in force at once.
          </p>
          <div className="stack">
            {items.map((record) => (
              <Record key={`${record.agent}:${record.tool}`} record={record} />
            ))}
          </div>
          {history.length > 0 && (
            <Section title="Promotions and demotions">
              <ul className="rows">
                {history.map((proposal) => (
                  <Past key={proposal.id} proposal={proposal} />
                ))}
              </ul>
            </Section>
          )}
        </>
      )}
    </States>
  );
}

function Record({ record }: { record: AutonomyRecord }) {
  const name = `${agentWords[record.agent]}: ${wordsOf(record.tool)}`;
  return (
    <section className="panel" aria-label={name}>
      <div className="row row-between">
        <h2>{name}</h2>
        <span className="small muted">
          {effectWords[record.effect]?.text ?? wordsOf(record.effect)} · allowance {formatNumber(record.allowance)}
        </span>
      </div>
      <div className="agreement">
        <span className="small">
          {record.agreement === null ? 'No decisions yet' : `People agree in ${formatPercent(record.agreement)}`}
          {record.agreement !== null && <span className="muted">, at least {formatPercent(record.lowerBound)}</span>}
        </span>
        <Bar label="Agreement, lower bound" max={1} value={record.lowerBound} />
      </div>
      <Facts
        rows={[
          [
            'Decided',
            record.decided === 0
              ? 'None'
              : `${formatNumber(record.decided)}: ${formatNumber(record.approved)} approved, ${formatNumber(record.edited)} edited, ${formatNumber(record.rejected)} rejected`,
          ],
          ['Done', `${formatNumber(record.volume)}, with or without asking`],
          ['Taken back', formatNumber(record.reversed)],
          ['Median decision', record.medianDecisionMs === null ? '–' : formatDuration(record.medianDecisionMs)],
        ]}
      />
      {record.rubberStamping && (
        <Notice tone="warn" icon="alert">
          {record.rubberStamping.text}
        </Notice>
      )}
      {record.proposal?.state === 'pending' ? (
        <Promotion proposal={record.proposal} />
      ) : (
        record.missing.length > 0 && <p className="small muted">For a promotion it still needs {record.missing.join(', ')}.</p>
      )}
    </section>
  );
}

function Past({ proposal }: { proposal: AutonomyProposal }) {
  const nameOf = usePersonName();
  const word = autonomyWords[proposal.state];
  const facts = factRows(proposal.evidence);
  return (
    <li>
      <details className="row-details">
        <summary>
          <span className="row-main">
            <span className="row-title">
              <strong>
                {proposal.direction === 'promotion' ? 'Promotion' : 'Demotion'}: {agentWords[proposal.agent]}, {wordsOf(proposal.tool)}
              </strong>
              <Badge tone={word.tone}>{word.text}</Badge>
            </span>
            <span className="muted">
              Allowance {formatNumber(proposal.fromAllowance)} → {formatNumber(proposal.toAllowance)}
              {proposal.decidedBy && `, ${nameOf(proposal.decidedBy)}`}
            </span>
          </span>
          <span className="row-side small muted">
            <Ago at={proposal.createdAt} />
          </span>
        </summary>
        <div className="row-body">{facts.length > 0 ? <Facts rows={facts} /> : <p className="muted">No figures were recorded.</p>}</div>
      </details>
    </li>
  );
}
