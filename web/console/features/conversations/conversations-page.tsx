import { useDeferredValue } from 'react';
import { Link } from 'wouter';
import type { ConversationRow } from '../../../../worker/contract/conversations';
import { formatCount } from '../../lib/format';
import { usePages } from '../../lib/query';
import { useEvent, useEventPath } from '../../lib/session';
import { useFilters } from '../../lib/use-filters';
import { Ago, Badge } from '../../ui/bits';
import { SelectField, TextField } from '../../ui/field';
import { PagedList } from '../../ui/list';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { conversationWords } from '../../ui/words';
import { ConversationPane } from './conversation-pane';

const states = ['waiting', 'person', 'agent', 'closed'] as const satisfies ConversationRow['state'][];

/** The list beside the open conversation; on a phone one or the other. */
export function ConversationsPage({ conversationId }: { conversationId: string | null }) {
  const { id: eventId } = useEvent();
  const { search, setFilter } = useFilters();
  const q = search.get('q') ?? '';
  const state = states.find((name) => name === search.get('state'));
  const asked = useDeferredValue(q);
  const query = usePages('GET /events/{eventId}/conversations', {
    params: { eventId },
    query: { ...(state && { state }), ...(asked && { q: asked }) },
  });
  const suffix = search.size > 0 ? `?${search}` : '';
  return (
    <Page title="Conversations" wide>
      <div className={conversationId ? 'split split-open' : 'split'}>
        <section className="split-list" aria-label="List of conversations">
          <div className="filters">
            <TextField
              bare
              label="Search conversations"
              type="search"
              placeholder="Search"
              value={q}
              onChange={(event) => setFilter('q', event.target.value)}
            />
            <SelectField bare label="State" value={state ?? ''} onChange={(event) => setFilter('state', event.target.value)}>
              <option value="">All states</option>
              {states.map((name) => (
                <option key={name} value={name}>
                  {conversationWords[name].text}
                </option>
              ))}
            </SelectField>
          </div>
          <PagedList
            query={query}
            empty={
              <Empty icon="conversations" title={q || state ? 'Nothing matches' : 'No conversations yet'}>
                {q || state
                  ? 'Try fewer words or another state.'
                  : 'Put the widget on your site; conversations appear here as attendees write.'}
              </Empty>
            }
          >
            {(items) => (
              <ul className="rows rows-tight">
                {items.map((row) => (
                  <Row key={row.id} row={row} current={row.id === conversationId} suffix={suffix} />
                ))}
              </ul>
            )}
          </PagedList>
        </section>
        <section className="split-detail" aria-label="Open conversation">
          {conversationId ? (
            <ConversationPane key={conversationId} conversationId={conversationId} />
          ) : (
            <Empty icon="conversations" title="Choose a conversation">
              Read along live, take over, answer, and hand back.
            </Empty>
          )}
        </section>
      </div>
    </Page>
  );
}

function Row({ row, current, suffix }: { row: ConversationRow; current: boolean; suffix: string }) {
  const path = useEventPath();
  const word = conversationWords[row.state];
  return (
    <li>
      <Link to={path(`/conversations/${row.id}${suffix}`)} className="row-link" aria-current={current ? 'true' : undefined}>
        <span className="row-main">
          <span className="row-title">
            <strong className="clip">{row.subject || 'No question yet'}</strong>
          </span>
          <span className="row-badges">
            <Badge tone={word.tone}>{row.state === 'person' && row.takenBy ? `With ${row.takenBy}` : word.text}</Badge>
            {row.verified && <Badge tone="good">Verified</Badge>}
            {row.rating !== null && <Badge tone="neutral">{row.rating} of 5</Badge>}
          </span>
        </span>
        <span className="row-side small muted">
          <Ago at={row.updatedAt} />
          <span>{formatCount(row.messageCount, 'message')}</span>
        </span>
      </Link>
    </li>
  );
}
