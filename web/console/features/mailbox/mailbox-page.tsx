import { Link, useSearchParams } from 'wouter';
import { ApiError } from '../../lib/problem';
import { usePages } from '../../lib/query';
import { useEvent, useEventPath, useSession } from '../../lib/session';
import { Ago } from '../../ui/bits';
import { SelectField } from '../../ui/field';
import { PagedList } from '../../ui/list';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { MailPane } from './mail-pane';

/** Every mail that would have gone out, while mail has its stand-in. */
export function MailboxPage({ mailId }: { mailId: string | null }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const [search, setSearch] = useSearchParams();
  const everything = search.get('of') === 'all';
  const query = usePages('GET /mailbox', { query: everything ? {} : { eventId } });
  const suffix = everything ? '?of=all' : '';
  if (useSession().services.mail === 'real' || (query.error instanceof ApiError && query.error.status === 404)) {
    return (
      <Page title="Mailbox">
        <Empty icon="mailbox" title="Mails really go out here">
          The mailbox exists while no mail service is configured. Outbound effects show each mail and what the service answered.
        </Empty>
      </Page>
    );
  }
  return (
    <Page title="Mailbox" wide lead="Mails that would have gone out. Nothing leaves this machine.">
      <div className={mailId ? 'split split-open' : 'split'}>
        <section className="split-list" aria-label="List of mails">
          <div className="filters">
            <SelectField
              bare
              label="Mails of"
              value={everything ? 'all' : 'event'}
              onChange={(event) => setSearch(event.target.value === 'all' ? { of: 'all' } : {}, { replace: true })}
            >
              <option value="event">This event</option>
              <option value="all">All, sign-in included</option>
            </SelectField>
          </div>
          <PagedList
            query={query}
            empty={
              <Empty icon="mailbox" title="No mail yet">
                Codes, tickets and answers to attendees appear here as they would arrive.
              </Empty>
            }
          >
            {(items) => (
              <ul className="rows rows-tight">
                {items.map((mail) => (
                  <li key={mail.id}>
                    <Link
                      to={path(`/mailbox/${mail.id}${suffix}`)}
                      className="row-link"
                      aria-current={mail.id === mailId ? 'true' : undefined}
                    >
                      <span className="row-main">
                        <strong className="clip">{mail.subject}</strong>
                        <span className="muted clip">to {mail.to.join(', ')}</span>
                      </span>
                      <span className="row-side small muted">
                        <Ago at={mail.at} />
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </PagedList>
        </section>
        <section className="split-detail" aria-label="Open mail">
          {mailId ? (
            <MailPane key={mailId} mailId={mailId} />
          ) : (
            <Empty icon="mailbox" title="Choose a mail">
              See it rendered, as text, and with its headers.
            </Empty>
          )}
        </section>
      </div>
    </Page>
  );
}
