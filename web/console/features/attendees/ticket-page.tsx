import { type FormEvent, useId, useState } from 'react';
import { Link } from 'wouter';
import type { AttendeeDetail } from '../../../../worker/contract/attendees';
import { formatDateTime, formatMoney, wordsOf } from '../../lib/format';
import { ApiError } from '../../lib/problem';
import { useRead, useWrite } from '../../lib/query';
import { useEvent, useEventPath, useMay } from '../../lib/session';
import { Ago, Badge, Facts } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { Page, Section } from '../../ui/page';
import { Problem, States } from '../../ui/states';
import { orderWords, ticketWords } from '../../ui/words';
import { Contact } from '../contacts/contact';

export function TicketPage({ ticketId }: { ticketId: string }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const may = useMay('organizer');
  const [editing, setEditing] = useState(false);
  const query = useRead('GET /events/{eventId}/attendees/{ticketId}', { params: { eventId, ticketId } });
  return (
    <Page
      title={query.data ? query.data.name || 'Not assigned' : 'Ticket'}
      back={{ to: path('/attendees'), label: 'Attendees' }}
      actions={
        may &&
        query.data && (
          <Button icon="edit" onClick={() => setEditing(true)}>
            Edit
          </Button>
        )
      }
    >
      <States query={query}>
        {(ticket) => (
          <>
            <Ticket ticket={ticket} />
            <Order ticket={ticket} />
            <History ticket={ticket} />
            {ticket.email && (
              <Section title="Contact" lead="Over all agents and events of the organization.">
                <Contact address={ticket.email} />
              </Section>
            )}
            {editing && <EditDialog ticket={ticket} onClose={() => setEditing(false)} />}
          </>
        )}
      </States>
    </Page>
  );
}

function Ticket({ ticket }: { ticket: AttendeeDetail }) {
  const word = ticketWords[ticket.state];
  return (
    <Section title="Ticket">
      <Facts
        rows={[
          ['Type', ticket.ticketType],
          [
            'State',
            <Badge key="state" tone={word.tone}>
              {word.text}
            </Badge>,
          ],
          ['Address', ticket.email || '–'],
          ['Price', formatMoney(ticket.price)],
          ['Came from', wordsOf(ticket.source)],
          ...Object.entries(ticket.attributes),
        ]}
      />
    </Section>
  );
}

function Order({ ticket }: { ticket: AttendeeDetail }) {
  const event = useEvent();
  const path = useEventPath();
  const { order } = ticket;
  const word = orderWords[order.state];
  return (
    <Section title={`Order ${order.code}`}>
      <Facts
        rows={[
          [
            'State',
            <Badge key="state" tone={word.tone}>
              {word.text}
            </Badge>,
          ],
          ['Buyer', order.buyerName && order.buyerEmail ? `${order.buyerName} (${order.buyerEmail})` : order.buyerName || order.buyerEmail],
          ['Total', formatMoney(order.total)],
          ['Refunded', formatMoney(order.refunded)],
          ['Placed', formatDateTime(order.placedAt, event.timeZone)],
          ['Payment', order.paymentRef ?? '–'],
        ]}
      />
      {order.tickets.length > 1 && (
        <ul className="rows rows-tight">
          {order.tickets.map((other) => (
            <li key={other.ticketId}>
              <Link
                to={path(`/attendees/${other.ticketId}`)}
                className="row-link"
                aria-current={other.ticketId === ticket.ticketId ? 'true' : undefined}
              >
                <span className="row-main">
                  <strong>{other.name || 'Not assigned'}</strong>
                  <span className="muted">{other.ticketType}</span>
                </span>
                <span className="row-side small">
                  <Badge tone={ticketWords[other.state].tone}>{ticketWords[other.state].text}</Badge>
                  <span className="muted">{formatMoney(other.price)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

type Past = AttendeeDetail['history'][number];

/** Where the thing that a history line speaks of is shown. */
function placeOf(past: Past): string | null {
  if (!past.ref) return null;
  if (past.kind === 'conversation') return `/conversations/${past.ref}`;
  if (past.kind === 'activity' || past.kind === 'refund' || past.kind === 'transfer')
    return past.ref.startsWith('act_') ? `/activity/${past.ref}` : null;
  return past.kind === 'mail' ? `/mailbox/${past.ref}` : null;
}

function History({ ticket }: { ticket: AttendeeDetail }) {
  const path = useEventPath();
  return (
    <Section title="History">
      {ticket.history.length === 0 ? (
        <p className="muted">Nothing has happened to this ticket since it was imported.</p>
      ) : (
        <ol className="timeline">
          {ticket.history.map((past) => {
            const place = placeOf(past);
            return (
              <li key={`${past.at}:${past.kind}:${past.text}`}>
                <span className="small muted">
                  {wordsOf(past.kind)} · <Ago at={past.at} />
                </span>
                {place ? <Link to={path(place)}>{past.text}</Link> : <span>{past.text}</span>}
              </li>
            );
          })}
        </ol>
      )}
    </Section>
  );
}

function EditDialog({ ticket, onClose }: { ticket: AttendeeDetail; onClose: () => void }) {
  const { id: eventId } = useEvent();
  const form = useId();
  const [name, setName] = useState(ticket.name);
  const [email, setEmail] = useState(ticket.email);
  const save = useWrite('PATCH /events/{eventId}/attendees/{ticketId}', [
    'GET /events/{eventId}/attendees/{ticketId}',
    'GET /events/{eventId}/attendees',
  ]);
  const fields = save.error instanceof ApiError ? save.error.fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { ...(name !== ticket.name && { name }), ...(email !== ticket.email && { email }) };
    save.mutate({ params: { eventId, ticketId: ticket.ticketId }, body }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title="Correct name or address"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary" busy={save.isPending}>
            Save
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit}>
        <p className="muted">A later import keeps what you change here. One-time codes go to the address on file.</p>
        <TextField
          label="Name"
          maxLength={200}
          value={name}
          error={fields.name}
          onChange={(event) => setName(event.target.value)}
          required
          autoFocus
        />
        <TextField
          label="Mail address"
          type="email"
          value={email}
          error={fields.email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Problem error={save.error} />
      </form>
    </Dialog>
  );
}
