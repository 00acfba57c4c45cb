import { useState } from 'react';
import { Link } from 'wouter';
import type { CompanyStory } from '../../../../../worker/contract/sales/outreach';
import { formatCount, formatDateTime, formatDuration, formatNumber, formatPercent } from '../../../lib/format';
import { useWrite } from '../../../lib/query';
import { useEvent, useEventPath, useMay } from '../../../lib/session';
import { usePersonName } from '../../../lib/use-person-name';
import { Ago, Badge } from '../../../ui/bits';
import { Button } from '../../../ui/button';
import { Icon, type IconName } from '../../../ui/icon';
import { Section } from '../../../ui/page';
import { agentWords, commandWords } from '../../../ui/words';
import { Choice } from '../choice';
import { angleWords, engagementWords, meetingWords, proposalWords, replyWords } from '../sales-words';
import { type StoryItem, type StoryKind, shownItems, storyItems, storyKinds } from './story-items';

const firstFew = 15;
const icons: Record<StoryItem['kind'], IconName> = {
  mail: 'mailbox',
  engagement: 'activity',
  meeting: 'calendar',
  proposal: 'document',
  note: 'edit',
};

/** Everything that passed, the latest first. */
export function StoryList({ story }: { story: CompanyStory }) {
  const [kind, setKind] = useState<StoryKind>('all');
  const all = storyItems(story);
  const items = shownItems(all, kind);
  const [whole, setWhole] = useState(false);
  const shown = whole ? items : items.slice(0, firstFew);
  return (
    <Section
      title="The story"
      actions={all.length > 3 && <Choice label="What is shown" words={storyKinds} value={kind} onChange={setKind} />}
    >
      {items.length === 0 ? (
        <p className="muted" data-state="empty">
          {all.length === 0 ? 'Nothing passed between you and them yet. A proposal or a campaign starts it.' : 'Nothing of this kind yet.'}
        </p>
      ) : (
        <ol className="story">
          {shown.map((item) => (
            <li key={`${item.kind} ${item.id}`} className={`story-${item.kind}`}>
              <span className="story-mark">
                <Icon name={icons[item.kind]} size={16} />
              </span>
              <div className="story-body">
                <Body item={item} />
              </div>
              <span className="story-at small muted">
                <Ago at={item.at} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {shown.length < items.length && (
        <div className="row">
          <Button small onClick={() => setWhole(true)}>
            {`Show the ${formatNumber(items.length - shown.length)} before`}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Body({ item }: { item: StoryItem }) {
  switch (item.kind) {
    case 'mail':
      return <Mail message={item.message} />;
    case 'engagement': {
      const word = engagementWords[item.engagement.kind];
      return (
        <p>
          <Badge tone={word.tone}>{word.text}</Badge> <span className="muted">{item.engagement.detail || item.subject}</span>
        </p>
      );
    }
    case 'meeting':
      return <MeetingLine meeting={item.meeting} />;
    case 'proposal':
      return <ProposalLine proposal={item.proposal} />;
    case 'note':
      return <NoteLine note={item.note} />;
  }
}

function Mail({ message }: { message: Extract<StoryItem, { kind: 'mail' }>['message'] }) {
  const path = useEventPath();
  const incoming = message.direction === 'in';
  const machine = message.engagements.filter((one) => one.machine).length;
  const state = Object.entries(commandWords).find(([name]) => name === message.state)?.[1];
  return (
    <details>
      <summary>
        <span className="story-title">
          <strong>
            {incoming ? `${message.contactName || 'Somebody'} wrote` : (message.angle && angleWords[message.angle]) || 'Mail'}
          </strong>
          {message.class && <Badge tone={replyWords[message.class].tone}>{replyWords[message.class].text}</Badge>}
          {state && state.tone !== 'good' && <Badge tone={state.tone}>{state.text}</Badge>}
        </span>
        <span className="muted clip">{message.subject}</span>
      </summary>
      <p className="letter-text">{message.text}</p>
      {incoming && message.classReason && (
        <p className="small muted">
          {message.classReason}
          {message.confidence !== null && ` (${formatPercent(message.confidence)} sure)`}{' '}
          <Link to={path(`/sales/replies/${message.id}`)}>Open the reply</Link>
        </p>
      )}
      {machine > 0 && (
        <p className="small muted">
          Opened by {formatCount(machine, 'machine')} (privacy proxy or scanner), which is not counted as a person.
        </p>
      )}
    </details>
  );
}

function MeetingLine({ meeting }: { meeting: Extract<StoryItem, { kind: 'meeting' }>['meeting'] }) {
  const event = useEvent();
  const path = useEventPath();
  return (
    <p>
      <strong>Meeting with {meeting.guestName}</strong>{' '}
      <Badge tone={meetingWords[meeting.state].tone}>{meetingWords[meeting.state].text}</Badge>
      <br />
      <span className="muted">
        {meeting.startsAt === null ? `${meeting.minutes} minutes` : formatDateTime(meeting.startsAt, event.timeZone)}{' '}
        <Link to={path('/sales/meetings')}>Meetings</Link>
      </span>
    </p>
  );
}

function ProposalLine({ proposal }: { proposal: Extract<StoryItem, { kind: 'proposal' }>['proposal'] }) {
  const path = useEventPath();
  return (
    <p>
      <Link to={path(`/sales/proposals/${proposal.id}`)} className="strong-link">
        Proposal for {proposal.packageName}
      </Link>{' '}
      <Badge tone={proposalWords[proposal.state].tone}>{proposalWords[proposal.state].text}</Badge>
      <br />
      <span className="muted">
        {proposal.visits > 0
          ? `${formatCount(proposal.visits, 'visit')}, ${formatDuration(proposal.seconds * 1000)} of reading`
          : 'Not visited yet'}
      </span>
    </p>
  );
}

function NoteLine({ note }: { note: Extract<StoryItem, { kind: 'note' }>['note'] }) {
  const nameOf = usePersonName();
  const may = useMay('organizer');
  const done = useWrite('POST /notes/{noteId}/done', ['GET /events/{eventId}/companies/{companyId}/story']);
  const author = Object.entries(agentWords).find(([name]) => name === note.author)?.[1] ?? nameOf(note.author);
  return (
    <div>
      <p className="story-text">{note.text}</p>
      <p className="small muted">
        {note.kind === 'system' ? 'The system' : author}
        {note.kind === 'task' && note.dueAt !== null && (
          <>
            {' · due '}
            <Ago at={note.dueAt} />
          </>
        )}
      </p>
      {note.kind === 'task' && (
        <label className="row small">
          <input
            type="checkbox"
            checked={done.isPending ? done.variables.body.done : note.doneAt !== null}
            disabled={!may || done.isPending}
            onChange={(event) => done.mutate({ params: { noteId: note.id }, body: { done: event.target.checked } })}
          />
          Done
        </label>
      )}
    </div>
  );
}
