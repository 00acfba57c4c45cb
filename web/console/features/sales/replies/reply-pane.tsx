import { Link } from 'wouter';
import type { OutputOf } from '../../../../../worker/contract/api';
import type { ReplyClass, SalesMessage } from '../../../../../worker/contract/sales/outreach';
import { formatPercent } from '../../../lib/format';
import { useRead, useWrite } from '../../../lib/query';
import { useEvent, useEventPath, useMay } from '../../../lib/session';
import { usePersonName } from '../../../lib/use-person-name';
import { Ago, Badge, Facts } from '../../../ui/bits';
import { Button } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import { Icon } from '../../../ui/icon';
import { Problem, Skeleton, States } from '../../../ui/states';
import { angleWords, replyClasses, replyWords } from '../sales-words';
import { AnswerForm } from './answer-form';
import { foundRows } from './found-words';
import { useHandled } from './use-handled';

type Read = OutputOf<'GET /events/{eventId}/replies/{messageId}'>;

export function ReplyPane({ messageId, backTo }: { messageId: string; backTo: string }) {
  const { id: eventId } = useEvent();
  const query = useRead('GET /events/{eventId}/replies/{messageId}', { params: { eventId, messageId } });
  return (
    <States query={query} loading={<Skeleton rows={5} />}>
      {(read) => (
        <article className="reply" aria-label={`Reply of ${read.message.companyName}`}>
          <Head message={read.message} backTo={backTo} />
          <Taken message={read.message} />
          <Thread read={read} />
          <AnswerForm key={read.message.id} message={read.message} draft={read.draft} />
        </article>
      )}
    </States>
  );
}

function Head({ message, backTo }: { message: SalesMessage; backTo: string }) {
  const path = useEventPath();
  const may = useMay('organizer');
  const nameOf = usePersonName();
  const { setHandled, write } = useHandled();
  const handled = message.handledAt !== null;
  return (
    <header className="reply-head">
      <Link to={backTo} className="back-link conversation-back">
        <Icon name="back" size={16} />
        Replies
      </Link>
      <div className="row row-between">
        <h2>{message.subject}</h2>
        {may && (
          <Button small icon={handled ? 'refresh' : 'check'} busy={write.isPending} onClick={() => setHandled(message.id, !handled)}>
            {handled ? 'Open again' : 'Dealt with'}
          </Button>
        )}
      </div>
      <p className="small muted">
        {message.contactName && `${message.contactName}, `}
        <Link to={path(`/sales/companies/${message.companyId}`)}>{message.companyName}</Link>
        {message.campaignId && (
          <>
            {' · '}
            <Link to={path(`/sales/campaigns/${message.campaignId}`)}>Campaign</Link>
          </>
        )}
        {handled && message.handledAt !== null && (
          <>
            {' · dealt with '}
            {message.handledBy && `by ${nameOf(message.handledBy)} `}
            <Ago at={message.handledAt} />
          </>
        )}
      </p>
      <Problem error={write.error} />
    </header>
  );
}

/** What the reply was taken for, how sure that is and why; a person may know better. */
function Taken({ message }: { message: SalesMessage }) {
  const { id: eventId } = useEvent();
  const may = useMay('organizer');
  const correct = useWrite('POST /events/{eventId}/replies/{messageId}/class', [
    'GET /events/{eventId}/replies',
    'GET /events/{eventId}/replies/{messageId}',
    'GET /events/{eventId}/campaigns/{campaignId}',
  ]);
  const word = message.class ? replyWords[message.class] : null;
  const found = foundRows(message.found);
  return (
    <section className="taken" aria-label="What it was taken for">
      <div className="row">
        {word ? <Badge tone={word.tone}>{word.text}</Badge> : <Badge>Not classified</Badge>}
        {message.confidence !== null && <span className="small muted">{formatPercent(message.confidence)} sure</span>}
        {may && (
          <SelectField
            bare
            label="It is something else"
            value={message.class ?? ''}
            disabled={correct.isPending}
            onChange={(event) => {
              const chosen: ReplyClass | undefined = replyClasses.find((name) => name === event.target.value);
              if (chosen) correct.mutate({ params: { eventId, messageId: message.id }, body: { class: chosen } });
            }}
          >
            {message.class === null && <option value="">Say what it is</option>}
            {replyClasses.map((name) => (
              <option key={name} value={name}>
                {replyWords[name].text}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      {message.classReason && <p className="small">{message.classReason}</p>}
      {found.length > 0 && <Facts rows={found} />}
      <Problem error={correct.error} />
    </section>
  );
}

function Thread({ read: { thread, message } }: { read: Read }) {
  return (
    <ol className="thread" aria-label="Mails of this thread">
      {thread.map((one) => (
        <li key={one.id} className={one.direction === 'in' ? 'thread-in' : 'thread-out'}>
          <details open={one.id === message.id}>
            <summary>
              <strong>{one.direction === 'in' ? one.contactName || 'They' : (one.angle && angleWords[one.angle]) || 'We'}</strong>
              <span className="small muted">
                <Ago at={one.at} />
              </span>
            </summary>
            <p className="letter-text">{one.text}</p>
          </details>
        </li>
      ))}
    </ol>
  );
}
