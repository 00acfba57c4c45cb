import { useDeferredValue } from 'react';
import { Link } from 'wouter';
import type { AttendeeRow } from '../../../../worker/contract/attendees';
import { formatCount, formatMoney } from '../../lib/format';
import { usePages } from '../../lib/query';
import { useEvent, useEventPath, useMay } from '../../lib/session';
import { useFilters } from '../../lib/use-filters';
import { Badge } from '../../ui/bits';
import { ButtonLink } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import { PagedList } from '../../ui/list';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { ticketWords } from '../../ui/words';

const states = ['valid', 'checked_in', 'unassigned', 'refunded', 'cancelled'] as const satisfies AttendeeRow['state'][];

export function AttendeesPage() {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const may = useMay('organizer');
  const { search, setFilter } = useFilters();
  const q = search.get('q') ?? '';
  const state = states.find((name) => name === search.get('state'));
  const asked = useDeferredValue(q);
  const query = usePages('GET /events/{eventId}/attendees', {
    params: { eventId },
    query: { ...(asked && { q: asked }), ...(state && { state }) },
  });
  const total = query.data?.pages[0]?.total;
  return (
    <Page
      title="Attendees"
      actions={
        <>
          <ButtonLink to={path('/attendees/imports')}>Imports</ButtonLink>
          {may && (
            <ButtonLink to={path('/attendees/imports')} look="primary" icon="upload">
              Import a file
            </ButtonLink>
          )}
        </>
      }
    >
      <div className="filters">
        <TextField
          bare
          label="Search attendees"
          type="search"
          placeholder="Name, address, order or ticket type"
          value={q}
          onChange={(event) => setFilter('q', event.target.value)}
        />
        <SelectField bare label="State" value={state ?? ''} onChange={(event) => setFilter('state', event.target.value)}>
          <option value="">All states</option>
          {states.map((name) => (
            <option key={name} value={name}>
              {ticketWords[name].text}
            </option>
          ))}
        </SelectField>
        <p className="small muted" role="status">
          {total !== undefined && formatCount(total, 'ticket')}
        </p>
      </div>
      <PagedList
        query={query}
        empty={
          q || state ? (
            <Empty icon="attendees" title="Nothing matches">
              Try part of a name, a mail address or an order code.
            </Empty>
          ) : (
            <Empty
              icon="attendees"
              title="No attendees yet"
              action={
                may && (
                  <ButtonLink to={path('/attendees/imports')} look="primary">
                    Import a file
                  </ButtonLink>
                )
              }
            >
              Drop an export of pretix, Eventbrite, Hi.Events, Luma, Tito or any spreadsheet.
            </Empty>
          )
        }
      >
        {(items) => <Table rows={items} />}
      </PagedList>
    </Page>
  );
}

function Table({ rows }: { rows: AttendeeRow[] }) {
  const path = useEventPath();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">Holder</th>
          <th scope="col" className="wide-only">
            Ticket
          </th>
          <th scope="col" className="wide-only">
            Order
          </th>
          <th scope="col" className="wide-only number">
            Price
          </th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.ticketId}>
            <td>
              <Link to={path(`/attendees/${row.ticketId}`)} className="cell-link">
                {row.name || 'Not assigned'}
              </Link>
              <span className="small muted clip">{row.email}</span>
              <span className="small muted narrow-only">{row.ticketType}</span>
            </td>
            <td className="wide-only">{row.ticketType}</td>
            <td className="wide-only">{row.orderCode}</td>
            <td className="wide-only number">{formatMoney(row.price)}</td>
            <td>
              <Badge tone={ticketWords[row.state].tone}>{ticketWords[row.state].text}</Badge>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
