import { type FormEvent, type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { PersonFound } from '../../../../worker/contract/privacy';
import { formatCount, formatNumber } from '../../lib/format';
import { useWrite } from '../../lib/query';
import { eventPath, useMay } from '../../lib/session';
import { Facts, Notice } from '../../ui/bits';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Section } from '../../ui/page';
import { Empty, Failure, Skeleton } from '../../ui/states';
import { EraseDialog } from './erase-dialog';
import { ExportButtons } from './export-buttons';

/** What is held of a person and where, by address, name or order code. */
export function FindPerson() {
  const [query, setQuery] = useState('');
  const find = useWrite('POST /people/find');
  const look = () => find.mutate({ body: { query: query.trim() } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!find.isPending && query.trim().length > 1) look();
  };
  return (
    <Section title="Find a person" lead="Everything this product holds of somebody, in all events of the organization.">
      <form className="inline-form" onSubmit={submit}>
        <TextField
          label="Address, name or order code"
          type="search"
          minLength={2}
          maxLength={254}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          required
        />
        <Button type="submit" look="primary" icon="search" busy={find.isPending}>
          Find
        </Button>
      </form>
      <div aria-live="polite" className="stack">
        {find.isPending && <Skeleton rows={2} />}
        {find.error && <Failure error={find.error} onRetry={look} />}
        {find.data?.people.length === 0 && (
          <Empty icon="person" title="Nothing is held of such a person">
            Try the whole mail address, or the code of an order.
          </Empty>
        )}
        {find.data?.people.map((person) => (
          <Person key={person.address} person={person} onErased={() => find.reset()} />
        ))}
        {find.data?.more && <p className="muted">There are more people who match. Say more of the name or address.</p>}
      </div>
    </Section>
  );
}

function Person({ person, onErased }: { person: PersonFound; onErased: () => void }) {
  const owner = useMay('owner');
  const [erasing, setErasing] = useState(false);
  const total = person.held.reduce((sum, { count }) => sum + count, 0);
  return (
    <article className="panel" aria-label={person.address}>
      <div>
        <h3>{person.names.join(', ') || person.address}</h3>
        <p className="muted">{person.address}</p>
      </div>
      <Facts
        rows={[
          ['Held', formatCount(total, 'entry', 'entries')],
          ...(person.orders.length > 0
            ? ([
                [
                  'Orders',
                  <span key="orders" className="row">
                    {person.orders.map((order) => (
                      <Link
                        key={`${order.orderId}:${order.as}`}
                        to={`${eventPath(order.eventId, '/attendees')}?q=${encodeURIComponent(order.code)}`}
                      >
                        {order.code} ({order.as})
                      </Link>
                    ))}
                  </span>,
                ],
              ] as [string, ReactNode][])
            : []),
          ...(person.others.length > 0 ? ([['Others in these orders', person.others.join(', ')]] as [string, string][]) : []),
        ]}
      />
      <details>
        <summary className="small">Where it is held</summary>
        <ul className="ledger">
          {person.held.map(({ store, what, count }) => (
            <li key={`${store}:${what}`}>
              <span>{what.replaceAll('_', ' ')}</span>
              <span>
                {formatNumber(count)} <span className="muted">{store.replaceAll('_', ' ')}</span>
              </span>
            </li>
          ))}
        </ul>
      </details>
      {person.obstacles.length > 0 && (
        <Notice tone="warn" icon="alert">
          <strong>Cannot be erased yet.</strong>
          <ul>
            {person.obstacles.map((obstacle) => (
              <li key={obstacle}>{obstacle}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="row">
        <ExportButtons address={person.address} />
        {owner && (
          <Button look="danger" icon="trash" disabled={person.obstacles.length > 0} onClick={() => setErasing(true)}>
            Erase
          </Button>
        )}
      </div>
      {!owner && <p className="small muted">Owners erase people.</p>}
      {erasing && (
        <EraseDialog
          person={person}
          onClose={(isErased) => {
            setErasing(false);
            if (isErased) onErased();
          }}
        />
      )}
    </article>
  );
}
