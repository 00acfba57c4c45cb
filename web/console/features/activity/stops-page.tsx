import type { Stop } from '../../../../worker/contract/stops';
import { formatCount, formatDateTime } from '../../lib/format';
import { usePages } from '../../lib/query';
import { useEvent } from '../../lib/session';
import { usePersonName } from '../../lib/use-person-name';
import { Ago, Badge } from '../../ui/bits';
import { PagedList } from '../../ui/list';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { agentWords, stopWords } from '../../ui/words';
import { Reached } from '../stop/reached';
import { ActivityTabs } from './activity-tabs';

/** Every stop, and what it reached and could not reach. */
export function StopsPage() {
  const { id: eventId } = useEvent();
  const query = usePages('GET /events/{eventId}/stops', { params: { eventId } });
  return (
    <Page title="Activity" lead="A pause, a reply, an opt-out or a cancelled event stops what is queued and approved, too.">
      <ActivityTabs current="stops" />
      <PagedList
        query={query}
        empty={
          <Empty icon="hand" title="Nothing was stopped yet">
            Pause all agents on Today, or one agent in Settings. What a stop reached stays here.
          </Empty>
        }
      >
        {(items) => (
          <ul className="rows">
            {items.map((stop) => (
              <Row key={stop.id} stop={stop} />
            ))}
          </ul>
        )}
      </PagedList>
    </Page>
  );
}

function Row({ stop }: { stop: Stop }) {
  const event = useEvent();
  const nameOf = usePersonName();
  const who = stop.kind === 'agent' ? stop.agents.map((agent) => agentWords[agent]).join(', ') : null;
  const lasts = stop.kind === 'agent' || stop.kind === 'all_agents';
  return (
    <li>
      <details className="row-details">
        <summary>
          <span className="row-main">
            <span className="row-title">
              <strong>{who ? `${who} paused` : stopWords[stop.kind]}</strong>
              {lasts && <Badge tone={stop.liftedAt === null ? 'warn' : 'neutral'}>{stop.liftedAt === null ? 'In force' : 'Over'}</Badge>}
              {stop.couldNotStop.length > 0 && <Badge tone="bad">{stop.couldNotStop.length} slipped through</Badge>}
            </span>
            <span className="muted">
              {formatCount(stop.held, 'effect')} held, {formatCount(stop.cancelled, 'effect or proposal', 'effects and proposals')}{' '}
              cancelled
            </span>
          </span>
          <span className="row-side small muted">
            <span>{stop.by === 'system' ? 'By itself' : nameOf(stop.by)}</span>
            <Ago at={stop.at} />
          </span>
        </summary>
        <div className="row-body">
          {stop.liftedAt !== null && <p className="muted">Until {formatDateTime(stop.liftedAt, event.timeZone)}.</p>}
          <Reached stop={stop} />
        </div>
      </details>
    </li>
  );
}
