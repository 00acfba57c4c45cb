import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { MailDetail } from '../../../../worker/contract/work';
import { formatBytes, formatDateTime } from '../../lib/format';
import { useRead } from '../../lib/query';
import { useEvent, useEventPath, useMay } from '../../lib/session';
import { Facts } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { RichText } from '../../ui/rich-text';
import { States } from '../../ui/states';
import { MailFrame } from './mail-frame';
import { ReplyDialog } from './reply-dialog';

const views = [
  ['html', 'Rendered'],
  ['text', 'Text'],
  ['headers', 'Headers'],
] as const;

export function MailPane({ mailId }: { mailId: string }) {
  const query = useRead('GET /mailbox/{mailId}', { params: { mailId } });
  return <States query={query}>{(mail) => <Mail mail={mail} />}</States>;
}

function Mail({ mail }: { mail: MailDetail }) {
  const event = useEvent();
  const path = useEventPath();
  const may = useMay('organizer');
  const name = useId();
  const [replying, setReplying] = useState(false);
  const [view, setView] = useState<(typeof views)[number][0]>('html');
  const files = mail.attachments.filter((attachment) => !attachment.contentId);
  return (
    <div className="mail">
      <header className="conversation-head">
        <Link to={path('/mailbox')} className="back-link conversation-back">
          <Icon name="back" size={16} />
          All mails
        </Link>
        <h2>{mail.subject}</h2>
        <Facts
          rows={[
            ['From', mail.from],
            ['To', mail.to.join(', ')],
            ['Sent', formatDateTime(mail.at, event.timeZone)],
          ]}
        />
        <div className="row row-between">
          <fieldset className="segmented">
            <legend className="visually-hidden">Show the mail as</legend>
            {views.map(([value, text]) => (
              <label key={value}>
                <input type="radio" name={name} checked={view === value} onChange={() => setView(value)} />
                <span>{text}</span>
              </label>
            ))}
          </fieldset>
          {may && (
            <Button small icon="send" onClick={() => setReplying(true)}>
              Answer as recipient
            </Button>
          )}
        </div>
        {replying && <ReplyDialog mail={mail} onClose={() => setReplying(false)} />}
      </header>
      {view === 'html' && <MailFrame mail={mail} />}
      {view === 'text' && (
        <div className="mail-text">
          <RichText text={mail.text} />
        </div>
      )}
      {view === 'headers' && <Facts rows={Object.entries(mail.headers)} />}
      {files.length > 0 && (
        <ul className="attachments" aria-label="Attachments">
          {files.map((file) => (
            <li key={file.filename} className="small">
              <Icon name="download" size={14} /> {file.filename}{' '}
              <span className="muted">({formatBytes((file.base64.length * 3) / 4)})</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
