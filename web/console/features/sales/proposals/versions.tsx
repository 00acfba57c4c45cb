import type { Proposal } from '../../../../../worker/contract/sales/outreach';
import { useRead } from '../../../lib/query';
import { useEvent } from '../../../lib/session';
import { useFilters } from '../../../lib/use-filters';
import { usePersonName } from '../../../lib/use-person-name';
import { Ago } from '../../../ui/bits';
import { SelectField } from '../../../ui/field';
import { Section } from '../../../ui/page';
import { States } from '../../../ui/states';
import { agentWords } from '../../../ui/words';
import { Choice } from '../choice';
import { DiffBlocks } from './diff-blocks';

const looks = { inline: 'In one text', side: 'Side by side' } as const;

/** Which version was made why by whom, and what any two of them differ in. */
export function Versions({ proposal }: { proposal: Proposal }) {
  const { search, setFilter } = useFilters();
  const nameOf = usePersonName();
  const to = numberOf(search.get('to'), proposal.version);
  const from = numberOf(search.get('from'), Math.max(1, to - 1));
  const look = search.get('look') === 'side' ? 'side' : 'inline';
  const [a, b] = [useContent(proposal, from), useContent(proposal, to)];
  const writer = (by: string) => Object.entries(agentWords).find(([name]) => name === by)?.[1] ?? nameOf(by);
  const options = proposal.versions.map(({ version, reason }) => (
    <option key={version} value={version}>
      {version}
      {reason && `, ${reason}`}
    </option>
  ));
  return (
    <>
      <Section title="Versions">
        <ol className="rows">
          {proposal.versions.map((one) => (
            <li key={one.version} className="row-plain">
              <span className="row-main">
                <strong>Version {one.version}</strong>
                <span className="muted">{one.reason || 'No reason given'}</span>
              </span>
              <span className="row-side small muted">
                <span>{writer(one.createdBy)}</span>
                <Ago at={one.createdAt} />
              </span>
            </li>
          ))}
        </ol>
      </Section>
      {proposal.versions.length > 1 ? (
        <Section
          title="What changed"
          actions={
            <Choice
              label="How it is shown"
              words={looks}
              value={look}
              onChange={(next) => setFilter('look', next === 'side' ? 'side' : '')}
            />
          }
        >
          <div className="filters">
            <SelectField label="From version" value={from} onChange={(event) => setFilter('from', event.target.value)}>
              {options}
            </SelectField>
            <SelectField label="To version" value={to} onChange={(event) => setFilter('to', event.target.value)}>
              {options}
            </SelectField>
          </div>
          <States query={a}>
            {(before) => <States query={b}>{(after) => <DiffBlocks from={before} to={after} side={look === 'side'} />}</States>}
          </States>
        </Section>
      ) : (
        <p className="muted">There is one version so far.</p>
      )}
    </>
  );
}

function useContent(proposal: Proposal, version: number) {
  const { id: eventId } = useEvent();
  const current = version === proposal.version;
  const read = useRead(
    'GET /events/{eventId}/proposals/{proposalId}/versions/{version}',
    { params: { eventId, proposalId: proposal.id, version: String(version) } },
    { enabled: !current, staleTime: Number.POSITIVE_INFINITY },
  );
  return current ? { data: proposal.content, error: null, refetch: read.refetch } : read;
}

function numberOf(text: string | null, otherwise: number): number {
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : otherwise;
}
