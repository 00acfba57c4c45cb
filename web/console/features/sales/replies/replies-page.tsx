import { Link, useLocation } from 'wouter';
import type { SalesMessage } from '../../../../../worker/contract/sales/outreach';
import { formatCount, formatPercent } from '../../../lib/format';
import { itemsOf, usePages } from '../../../lib/query';
import { useEvent, useEventPath, useMay } from '../../../lib/session';
import { useShortcuts } from '../../../lib/shortcuts';
import { useFilters } from '../../../lib/use-filters';
import { Ago, Badge } from '../../../ui/bits';
import { CheckField, SelectField } from '../../../ui/field';
import { PagedList } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Empty } from '../../../ui/states';
import { replyClasses, replyWords } from '../sales-words';
import { ReplyPane } from './reply-pane';
import { useHandled } from './use-handled';

/** Answers of sponsors beside the open one; on a phone one or the other. */
export function RepliesPage({ messageId }: { messageId: string | null }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const may = useMay('organizer');
  const [, go] = useLocation();
  const { search, setFilter } = useFilters();
  const { setHandled } = useHandled();
  const chosen = replyClasses.find((name) => name === search.get('class'));
  const everything = search.get('of') === 'all';
  const query = usePages('GET /events/{eventId}/replies', {
    params: { eventId },
    query: { ...(chosen && { class: chosen }), ...(!everything && { open: 'true' }) },
  });
  const first = query.data?.pages[0];
  const items = itemsOf(query.data);
  const suffix = search.size > 0 ? `?${search}` : '';
  const step = (by: 1 | -1) => {
    const at = items.findIndex(({ id }) => id === messageId);
    const next = at < 0 ? items[0] : items[at + by];
    if (next) go(path(`/sales/replies/${next.id}${suffix}`));
  };
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    e: () => {
      if (may && messageId) void setHandled(messageId, true);
    },
  });
  return (
    <Page title="Replies" wide>
      <div className={messageId ? 'split split-open' : 'split'}>
        <section className="split-list" aria-label="List of replies">
          <div className="filters">
            <SelectField bare label="Taken for" value={chosen ?? ''} onChange={(event) => setFilter('class', event.target.value)}>
              <option value="">All classes</option>
              {replyClasses.map((name) => (
                <option key={name} value={name}>
                  {replyWords[name].text}
                  {first?.classes[name] ? ` (${first.classes[name]})` : ''}
                </option>
              ))}
            </SelectField>
            <CheckField
              label="Also those dealt with"
              checked={everything}
              onChange={(event) => setFilter('of', event.target.checked ? 'all' : '')}
            />
          </div>
          <p className="small muted" role="status">
            {first && `${formatCount(first.open, 'reply waits', 'replies wait')} for somebody`}
          </p>
          <PagedList
            query={query}
            empty={
              chosen || first?.open === 0 ? (
                <Empty icon="check" title={chosen ? 'Nothing of this class' : 'Nothing waits'}>
                  {chosen ? 'Choose another class, or look at those dealt with.' : 'Answers of sponsors appear here as they come in.'}
                </Empty>
              ) : (
                <Empty icon="mailbox" title="No replies yet">
                  Answers to outreach are read, classified with a reason, and shown here.
                </Empty>
              )
            }
          >
            {(shown) => (
              <ul className="rows rows-tight">
                {shown.map((row) => (
                  <Row key={row.id} row={row} current={row.id === messageId} suffix={suffix} />
                ))}
              </ul>
            )}
          </PagedList>
          <p className="small muted wide-only">
            <kbd>j</kbd> next, <kbd>k</kbd> the one before, <kbd>e</kbd> dealt with
          </p>
        </section>
        <section className="split-detail" aria-label="Open reply">
          {messageId ? (
            <ReplyPane key={messageId} messageId={messageId} backTo={path(`/sales/replies${suffix}`)} />
          ) : (
            <Empty icon="mailbox" title="Choose a reply">
              See what it was taken for and why, the mails before it, and a draft where the records hold an answer.
            </Empty>
          )}
        </section>
      </div>
    </Page>
  );
}

function Row({ row, current, suffix }: { row: SalesMessage; current: boolean; suffix: string }) {
  const path = useEventPath();
  const word = row.class ? replyWords[row.class] : null;
  return (
    <li>
      <Link to={path(`/sales/replies/${row.id}${suffix}`)} className="row-link" aria-current={current ? 'true' : undefined}>
        <span className="row-main">
          <span className="row-title">
            <strong className="clip">{row.companyName}</strong>
          </span>
          <span className="muted clip">{firstLine(row.text) || row.subject}</span>
          <span className="row-badges">
            {word && <Badge tone={word.tone}>{word.text}</Badge>}
            {row.confidence !== null && <span className="small muted">{formatPercent(row.confidence)}</span>}
            {row.handledAt !== null && <span className="small muted">dealt with</span>}
          </span>
        </span>
        <span className="row-side small muted">
          <Ago at={row.at} />
        </span>
      </Link>
    </li>
  );
}

const firstLine = (text: string) =>
  text
    .split('\n')
    .find((line) => line.trim().length > 12)
    ?.trim();
