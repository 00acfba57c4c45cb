import { type FormEvent, useId, useState } from 'react';
import type { MailDetail } from '../../../../worker/contract/work';
import { formatCount } from '../../lib/format';
import { useWrite } from '../../lib/query';
import { Notice } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { CheckField, TextArea } from '../../ui/field';
import { Problem } from '../../ui/states';
import { inboundWords } from '../../ui/words';

/** Answers a mail of the local mailbox as its recipient would, and tells what the answer was taken for. */
export function ReplyDialog({ mail, onClose }: { mail: MailDetail; onClose: () => void }) {
  const form = useId();
  const [text, setText] = useState('');
  const [automatic, setAutomatic] = useState(false);
  const reply = useWrite('POST /mailbox/{mailId}/reply', [
    'GET /contacts/{address}',
    'GET /suppressions',
    'GET /events/{eventId}/commands',
    'GET /events/{eventId}/stops',
  ]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!reply.isPending && text.trim() !== '') reply.mutate({ params: { mailId: mail.id }, body: { text: text.trim(), automatic } });
  };
  if (reply.data) {
    return (
      <Dialog title="Answered" onClose={onClose} actions={<Button onClick={onClose}>Close</Button>}>
        <Notice tone="good" icon="check">
          <span>
            It was taken for: <strong>{inboundWords[reply.data.kind].toLowerCase()}</strong>. {formatCount(reply.data.stopped, 'effect')} on
            the way to them {reply.data.stopped === 1 ? 'was' : 'were'} stopped.
          </span>
        </Notice>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={`Answer as ${mail.to.join(', ')}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary" icon="send" busy={reply.isPending}>
            Answer
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit}>
        <p className="muted">Nothing leaves this machine: the product takes it in as it would take in their mail.</p>
        <TextArea
          label="Text"
          rows={6}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          required
          autoFocus
        />
        <CheckField
          label="An automatic answer, such as an absence note"
          checked={automatic}
          onChange={(event) => setAutomatic(event.target.checked)}
        />
        <Problem error={reply.error} />
      </form>
    </Dialog>
  );
}
