import { useDeferredValue } from 'react';
import type { AgentName } from '../../../../worker/contract/common';
import type { ActivityRow } from '../../../../worker/contract/work';
import { usePages } from '../../lib/query';
import { useEvent } from '../../lib/session';
import { useFilters } from '../../lib/use-filters';
import { SelectField, TextField } from '../../ui/field';
import { PagedList } from '../../ui/list';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { agentWords, statusWords } from '../../ui/words';
import { ActivityList } from './activity-list';
import { ActivityTabs } from './activity-tabs';

const agents = ['support', 'sales', 'marketing', 'operations', 'analytics'] as const satisfies AgentName[];
const statuses = ['success', 'failed', 'pending', 'escalated'] as const satisfies ActivityRow['status'][];

export function ActivityPage() {
  const { id: eventId } = useEvent();
  const { search, setFilter } = useFilters();
  const agent = agents.find((name) => name === search.get('agent'));
  const status = statuses.find((name) => name === search.get('status'));
  const type = useDeferredValue(search.get('type') ?? '').trim();
  const query = usePages('GET /events/{eventId}/activities', {
    params: { eventId },
    query: { ...(agent && { agent }), ...(status && { status }), ...(type && { type }) },
  });
  return (
    <Page title="Activity" lead="Every action of every agent, with its reason, its rule and its outcome.">
      <ActivityTabs current="activity" />
      <div className="filters">
        <SelectField label="Agent" value={agent ?? ''} onChange={(event) => setFilter('agent', event.target.value)}>
          <option value="">All</option>
          {agents.map((name) => (
            <option key={name} value={name}>
              {agentWords[name]}
            </option>
          ))}
        </SelectField>
        <SelectField label="Outcome" value={status ?? ''} onChange={(event) => setFilter('status', event.target.value)}>
          <option value="">All</option>
          {statuses.map((name) => (
            <option key={name} value={name}>
              {statusWords[name].text}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Type"
          type="search"
          placeholder="e.g. ticket_lookup"
          value={search.get('type') ?? ''}
          onChange={(event) => setFilter('type', event.target.value)}
        />
      </div>
      <PagedList
        query={query}
        empty={
          search.size > 0 ? (
            <Empty icon="activity" title="Nothing matches">
              Choose another agent, outcome or type.
            </Empty>
          ) : (
            <Empty icon="activity" title="No activity yet">
              As soon as an agent reads, answers or changes something, it stands here.
            </Empty>
          )
        }
      >
        {(items) => <ActivityList items={items} />}
      </PagedList>
    </Page>
  );
}
