import type { Contact as ContactData } from '../../../../worker/contract/contacts';
import { formatDateTime, wordsOf } from '../../lib/format';
import { useRead } from '../../lib/query';
import { useEvent } from '../../lib/session';
import { Ago, Badge, Facts, Notice } from '../../ui/bits';
import { States } from '../../ui/states';
import { agentWords, commandWords, inboundWords, suppressionWords } from '../../ui/words';

/** One address over all agents and events of the organization: what it got, what it answered, what holds mail back. */
export function Contact({ address }: { address: string }) {
  const query = useRead('GET /contacts/{address}', { params: { address } });
  return <States query={query}>{(contact) => <Known contact={contact} />}</States>;
}

const isReason = (reason: string): reason is keyof typeof suppressionWords => reason in suppressionWords;

function stopText(reason: string | null): string {
  if (reason === null) return 'Yes';
  return isReason(reason) ? suppressionWords[reason] : wordsOf(reason);
}

function Known({ contact }: { contact: ContactData }) {
  const event = useEvent();
  const { now, suppression, companySuppression } = contact;
  return (
    <div className="stack">
      {now.decision === 'send' ? (
        <p>Outreach and campaigns may be sent now.</p>
      ) : (
        <Notice tone={now.decision === 'stop' ? 'bad' : 'warn'} icon={now.decision === 'stop' ? 'hand' : 'clock'}>
          <span>
            <strong>{now.decision === 'stop' ? 'No outreach or campaign goes to them.' : 'Outreach and campaigns wait.'}</strong>{' '}
            {now.reason}
            {now.until !== null && ` Until ${formatDateTime(now.until, event.timeZone)}.`}
          </span>
        </Notice>
      )}
      <Facts
        rows={[
          ['Company', contact.companyDomain ?? 'Not known'],
          ['Time zone', contact.timeZone ?? 'Not known; that of the event counts'],
          ['Last answer', contact.lastReplyAt === null ? 'None' : <Ago key="reply" at={contact.lastReplyAt} />],
          ...(contact.stoppedAt === null ? [] : ([['Stopped', stopText(contact.stopReason)]] as [string, string][])),
          ...(suppression ? ([['No mail at all', suppressionWords[suppression.reason]]] as [string, string][]) : []),
          ...(companySuppression
            ? ([['No outreach to the company', suppressionWords[companySuppression.reason]]] as [string, string][])
            : []),
        ]}
      />
      {contact.inbound.length > 0 && (
        <ol className="timeline">
          {contact.inbound.map((mail) => (
            <li key={mail.id}>
              <span className="small muted">
                {inboundWords[mail.kind]} · <Ago at={mail.at} />
              </span>
              <span>{mail.subject}</span>
            </li>
          ))}
        </ol>
      )}
      {contact.history.length === 0 ? (
        <p className="muted">Nothing was sent to this address yet.</p>
      ) : (
        <ul className="rows rows-tight">
          {contact.history.map((sent) => (
            <li key={sent.commandId} className="row-plain">
              <span className="row-main">
                <span className="row-title">
                  <strong>{sent.subject}</strong>
                  <Badge tone={commandWords[sent.state].tone}>{commandWords[sent.state].text}</Badge>
                </span>
                <span className="muted small">
                  {agentWords[sent.agent]}, {wordsOf(sent.purpose).toLowerCase()}
                  {sent.eventId !== event.id && `, ${sent.eventName}`}
                </span>
              </span>
              <span className="row-side small muted">
                <Ago at={sent.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
