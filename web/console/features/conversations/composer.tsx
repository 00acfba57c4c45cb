import { type FormEvent, useState } from 'react';
import type { Conversation } from '../../../../worker/contract/conversations';
import { useWrite } from '../../lib/query';
import { useEvent } from '../../lib/session';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Problem } from '../../ui/states';

const longest = 4000;

/** Answering takes over. What was typed survives a reload until it is sent. */
export function Composer({ conversation }: { conversation: Conversation }) {
  const { id: eventId } = useEvent();
  const storageKey = `eventos.reply.${conversation.id}`;
  const [text, setText] = useState(() => sessionStorage.getItem(storageKey) ?? '');
  const send = useWrite('POST /events/{eventId}/conversations/{conversationId}/messages', [
    'GET /events/{eventId}/conversations/{conversationId}',
    'GET /events/{eventId}/conversations',
  ]);
  const keep = (value: string) => {
    setText(value);
    sessionStorage.setItem(storageKey, value);
  };
  /** The next answer may have been begun while the one before was on its way. */
  const clear = (sent: string) => {
    if (sessionStorage.getItem(storageKey)?.trim() === sent) keep('');
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === '' || send.isPending) return;
    const sent = text.trim();
    send.mutate({ params: { eventId, conversationId: conversation.id }, body: { text: sent } }, { onSuccess: () => clear(sent) });
  };
  return (
    <form className="composer" onSubmit={submit}>
      <TextArea
        bare
        label="Your answer"
        placeholder={conversation.state === 'person' ? 'Write to the attendee' : 'Write to the attendee; the agent falls silent'}
        rows={2}
        maxLength={longest}
        value={text}
        onChange={(event) => keep(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit();
        }}
      />
      <div className="row row-between">
        <span className="small muted">Ctrl + Enter sends</span>
        <Button type="submit" small look="primary" icon="send" busy={send.isPending}>
          Send
        </Button>
      </div>
      <Problem error={send.error} />
    </form>
  );
}
