import { useState } from 'react';
import { Link } from 'wouter';
import type { ProposalRow } from '../../../../../worker/contract/sales/outreach';
import { formatCount, formatDuration } from '../../../lib/format';
import { usePages } from '../../../lib/query';
import { useEvent, useEventPath, useMay } from '../../../lib/session';
import { useFilters } from '../../../lib/use-filters';
import { Ago, Badge } from '../../../ui/bits';
import { Button } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import { PagedList } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Empty } from '../../../ui/states';
import { proposalWords } from '../sales-words';
import { NewProposal } from './new-proposal';

/** Holds because the table of words has exactly these keys. */
const states = Object.keys(proposalWords) as ProposalRow['state'][];

export function ProposalsPage() {
  const { id: eventId } = useEvent();
  const may = useMay('organizer');
  const { search, setFilter } = useFilters();
  const [adding, setAdding] = useState(false);
  const state = states.find((name) => name === search.get('state'));
  const query = usePages('GET /events/{eventId}/proposals', { params: { eventId }, query: state ? { state } : {} });
  const write = may && (
    <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
      New proposal
    </Button>
  );
  return (
    <Page title="Proposals" lead="Each with its page, its PDF, and who read what of it." actions={write}>
      <div className="filters">
        <SelectField bare label="State" value={state ?? ''} onChange={(event) => setFilter('state', event.target.value)}>
          <option value="">All states</option>
          {states.map((name) => (
            <option key={name} value={name}>
              {proposalWords[name].text}
            </option>
          ))}
        </SelectField>
      </div>
      <PagedList
        query={query}
        empty={
          state ? (
            <Empty icon="document" title="Nothing matches">
              No proposal is in this state.
            </Empty>
          ) : (
            <Empty icon="document" title="No proposals yet" action={write}>
              A proposal ties the benefits of a package to what a company wants, with the record behind every sentence.
            </Empty>
          )
        }
      >
        {(items) => (
          <ul className="rows">
            {items.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        )}
      </PagedList>
      {adding && <NewProposal onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Row({ row }: { row: ProposalRow }) {
  const path = useEventPath();
  const word = proposalWords[row.state];
  return (
    <li>
      <Link to={path(`/sales/proposals/${row.id}`)} className="row-link">
        <span className="row-main">
          <span className="row-title">
            <strong className="clip">{row.companyName}</strong>
            <Badge tone={word.tone}>{word.text}</Badge>
          </span>
          <span className="muted clip">{[row.packageName, row.contactName, `version ${row.version}`].filter(Boolean).join(' · ')}</span>
        </span>
        <span className="row-side small muted">
          <span>{row.visits > 0 ? `${formatCount(row.visits, 'visit')}, ${formatDuration(row.seconds * 1000)}` : 'Not visited'}</span>
          <Ago at={row.sentAt ?? row.createdAt} />
        </span>
      </Link>
    </li>
  );
}
