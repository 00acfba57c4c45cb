import { useSearchParams } from 'wouter';
import type { CommandView } from '../../../../worker/contract/work';
import { usePages } from '../../lib/query';
import { useEvent } from '../../lib/session';
import { SelectField } from '../../ui/field';
import { PagedList } from '../../ui/list';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { commandWords } from '../../ui/words';
import { ActivityTabs } from './activity-tabs';
import { Command } from './command';

const states = [
  'unknown',
  'parked',
  'failed',
  'authorised',
  'claimed',
  'confirmed',
  'reconciled',
  'cancelled',
] as const satisfies CommandView['state'][];

export function EffectsPage() {
  const { id: eventId } = useEvent();
  const [search, setSearch] = useSearchParams();
  const state = states.find((name) => name === search.get('state'));
  const query = usePages('GET /events/{eventId}/commands', { params: { eventId }, query: state ? { state } : {} });
  return (
    <Page title="Activity" lead="Mails, refunds and other effects outside of this product: each happens once, or is known to be unknown.">
      <ActivityTabs current="effects" />
      <div className="filters">
        <SelectField
          label="State"
          value={state ?? ''}
          onChange={(event) => setSearch(event.target.value ? { state: event.target.value } : {}, { replace: true })}
        >
          <option value="">All</option>
          {states.map((name) => (
            <option key={name} value={name}>
              {commandWords[name].text}
            </option>
          ))}
        </SelectField>
      </div>
      <PagedList
        query={query}
        empty={
          <Empty icon="send" title={state ? 'Nothing in this state' : 'Nothing has left yet'}>
            {state === 'unknown' ? 'Every effect has a known outcome.' : 'Mails and refunds appear here with what the service answered.'}
          </Empty>
        }
      >
        {(items) => (
          <div className="stack">
            {items.map((command) => (
              <Command key={command.id} command={command} />
            ))}
          </div>
        )}
      </PagedList>
    </Page>
  );
}
