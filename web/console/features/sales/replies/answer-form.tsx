import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { OutputOf } from '../../../../../worker/contract/api';
import type { SalesMessage } from '../../../../../worker/contract/sales/outreach';
import { useWrite } from '../../../lib/query';
import { useEvent, useEventPath, useMay } from '../../../lib/session';
import { Notice } from '../../../ui/bits';
import { Button } from '../../../ui/button';
import { TextArea } from '../../../ui/field';
import { Problem } from '../../../ui/states';

type Draft = OutputOf<'GET /events/{eventId}/replies/{messageId}'>['draft'];

/** Answers in the thread; starts from the draft where the records hold an answer. */
export function AnswerForm({ message, draft }: { message: SalesMessage; draft: Draft }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const may = useMay('organizer');
  const [text, setText] = useState(draft?.text ?? '');
  const answer = useWrite('POST /events/{eventId}/replies/{messageId}/answer', [
    'GET /events/{eventId}/replies',
    'GET /events/{eventId}/replies/{messageId}',
    'GET /events/{eventId}/approvals',
    'GET /events/{eventId}/today',
  ]);
  if (!may) return null;
  if (answer.data) {
    const { outcome, approvalId } = answer.data;
    return (
      <div className="reply-answer">
        <Notice tone={outcome === 'queued' ? 'good' : 'warn'} icon={outcome === 'queued' ? 'check' : 'clock'}>
          {outcome === 'queued' ? (
            'Your answer is on its way.'
          ) : (
            <span>Your answer waits for approval. {approvalId && <Link to={path(`/approvals/${approvalId}`)}>Decide it</Link>}</span>
          )}
        </Notice>
      </div>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '' && !answer.isPending) answer.mutate({ params: { eventId, messageId: message.id }, body: { text: text.trim() } });
  };
  return (
    <form className="reply-answer" onSubmit={submit}>
      <TextArea
        label={draft ? 'Answer, drafted from the records' : 'Answer'}
        hint={draft ? undefined : 'The records hold no answer to this; nothing was drafted.'}
        rows={draft ? 9 : 5}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {draft && draft.citations.length > 0 && (
        <details className="small">
          <summary>What the draft stands on ({draft.citations.length})</summary>
          <ul className="citations">
            {draft.citations.map((citation) => (
              <li key={`${citation.label} ${citation.quote}`}>
                <span className="muted">{citation.label}</span>
                <blockquote>{citation.quote}</blockquote>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Problem error={answer.error} />
      <div className="row">
        <Button type="submit" look="primary" icon="send" busy={answer.isPending} disabled={text.trim() === ''}>
          Answer
        </Button>
      </div>
    </form>
  );
}
