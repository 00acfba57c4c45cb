import { useState } from 'react';
import { Link } from 'wouter';
import type { Meeting } from '../../../../../worker/contract/sales/outreach';
import { formatDateTime } from '../../../lib/format';
import { usePages, useWrite } from '../../../lib/query';
import { useEvent, useEventNow, useEventPath, useMay } from '../../../lib/session';
import { Badge, Tabs } from '../../../ui/bits';
import { Button, ButtonLink } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { PagedList } from '../../../ui/list';
import { Page, Section } from '../../../ui/page';
import { OutLink } from '../../../ui/rich-text';
import { Empty, Problem } from '../../../ui/states';
import { meetingWords, providerWords } from '../sales-words';
import { AvailabilityTab } from './availability-tab';

export function MeetingsPage({ part }: { part: string }) {
  const path = useEventPath();
  const current = part === 'availability' ? 'availability' : 'meetings';
  return (
    <Page title="Meetings" lead="Guests choose a time that suits both; the calendar invitation follows by mail.">
      <Tabs
        label="Meetings"
        current={current}
        items={[
          { key: 'meetings', text: 'Meetings', to: path('/sales/meetings') },
          { key: 'availability', text: 'Availability', to: path('/sales/meetings/availability') },
        ]}
      />
      {current === 'availability' ? <AvailabilityTab /> : <List />}
    </Page>
  );
}

function List() {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const query = usePages('GET /events/{eventId}/meetings', { params: { eventId } });
  return (
    <PagedList
      query={query}
      empty={
        <Empty
          icon="calendar"
          title="No meetings yet"
          action={<ButtonLink to={path('/sales/meetings/availability')}>Set when meetings can be booked</ButtonLink>}
        >
          Offer one on the page of a company, or let a campaign offer it to those who are interested.
        </Empty>
      }
    >
      {(items) => <Groups meetings={items} />}
    </PagedList>
  );
}

function Groups({ meetings }: { meetings: Meeting[] }) {
  const now = useEventNow();
  const isPast = (meeting: Meeting) => meeting.state === 'cancelled' || (meeting.endsAt !== null && meeting.endsAt < now);
  const groups: [string, Meeting[]][] = [
    ['Coming', meetings.filter((meeting) => meeting.state === 'booked' && !isPast(meeting))],
    ['Offered', meetings.filter((meeting) => meeting.state === 'offered')],
    ['Over or cancelled', meetings.filter(isPast)],
  ];
  return (
    <>
      {groups
        .filter(([, items]) => items.length > 0)
        .map(([title, items]) => (
          <Section key={title} title={title}>
            <ul className="people">
              {items.map((meeting) => (
                <Row key={meeting.id} meeting={meeting} over={isPast(meeting)} />
              ))}
            </ul>
          </Section>
        ))}
    </>
  );
}

function Row({ meeting, over }: { meeting: Meeting; over: boolean }) {
  const event = useEvent();
  const path = useEventPath();
  const may = useMay('organizer');
  const [cancelling, setCancelling] = useState(false);
  const word = meetingWords[meeting.state];
  const theirs = meeting.guestTimeZone !== null && meeting.guestTimeZone !== event.timeZone ? meeting.guestTimeZone : null;
  return (
    <li>
      <div className="row-main">
        <span className="row-title">
          <strong>
            {meeting.startsAt === null ? `${meeting.minutes} minutes, time open` : formatDateTime(meeting.startsAt, event.timeZone)}
          </strong>
          <Badge tone={word.tone}>{word.text}</Badge>
        </span>
        <span>
          {meeting.guestName && `${meeting.guestName}, `}
          <Link to={path(`/sales/companies/${meeting.companyId}`)}>{meeting.companyName}</Link>
        </span>
        <span className="small muted">
          {[
            meeting.startsAt !== null && theirs ? `${formatDateTime(meeting.startsAt, theirs)} for them (${theirs})` : '',
            meeting.location,
            meeting.provider === 'built_in' ? '' : providerWords[meeting.provider],
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <span className="row">
        {meeting.state === 'offered' && meeting.url && <OutLink href={meeting.url}>Scheduling page</OutLink>}
        {may && !over && (
          <Button small onClick={() => setCancelling(true)}>
            Cancel<span className="visually-hidden"> the meeting with {meeting.guestName}</span>
          </Button>
        )}
      </span>
      {cancelling && <CancelMeeting meeting={meeting} onClose={() => setCancelling(false)} />}
    </li>
  );
}

function CancelMeeting({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { id: eventId } = useEvent();
  const cancel = useWrite('POST /events/{eventId}/meetings/{meetingId}/cancel', [
    'GET /events/{eventId}/meetings',
    'GET /events/{eventId}/deals',
  ]);
  const submit = async () => {
    if (await cancel.mutateAsync({ params: { eventId, meetingId: meeting.id } }).catch(() => null)) onClose();
  };
  return (
    <Dialog
      title={`Cancel the meeting with ${meeting.guestName}?`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button look="danger" busy={cancel.isPending} onClick={submit}>
            Cancel the meeting
          </Button>
        </>
      }
    >
      <p>
        {meeting.state === 'booked'
          ? 'A calendar mail takes it out of their calendar.'
          : 'The scheduling page then says that the offer was taken back.'}
      </p>
      <Problem error={cancel.error} />
    </Dialog>
  );
}
