import { type FormEvent, useState } from 'react';
import { useWrite } from '../../lib/query';
import { useEvent, useMay } from '../../lib/session';
import { Button, IconButton } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Problem } from '../../ui/states';

/** The origin of what somebody typed or pasted, or null. Pure. */
export function originOf(text: string): string | null {
  const address = /^https?:\/\//i.test(text.trim()) ? text.trim() : `https://${text.trim()}`;
  if (!URL.canParse(address)) return null;
  const { origin, hostname } = new URL(address);
  return hostname.includes('.') || hostname === 'localhost' ? origin : null;
}

/** Sites that may show the widget. */
export function Origins() {
  const event = useEvent();
  const may = useMay('organizer');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const save = useWrite('PATCH /events/{eventId}', ['GET /events/{eventId}', 'GET /events/{eventId}/today']);
  const put = (allowedOrigins: string[]) =>
    save.mutate({ params: { eventId: event.id }, body: { allowedOrigins } }, { onSuccess: () => setText('') });
  const add = (submit: FormEvent) => {
    submit.preventDefault();
    const origin = originOf(text);
    setProblem(origin ? undefined : 'Enter a site such as https://example.org');
    if (origin && !event.allowedOrigins.includes(origin)) put([...event.allowedOrigins, origin]);
  };
  return (
    <div className="stack">
      {event.allowedOrigins.length === 0 ? (
        <p className="muted">No site may show the widget yet. Add the one where the snippet goes.</p>
      ) : (
        <ul className="chips" aria-label="Sites that may show the widget">
          {event.allowedOrigins.map((origin) => (
            <li key={origin}>
              {origin}
              {may && (
                <IconButton
                  icon="close"
                  label={`Remove ${origin}`}
                  onClick={() => put(event.allowedOrigins.filter((other) => other !== origin))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {may && (
        <form className="inline-form" onSubmit={add}>
          <TextField
            label="Site that may show it"
            inputMode="url"
            placeholder="https://example.org"
            value={text}
            error={problem}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit" busy={save.isPending}>
            Add
          </Button>
        </form>
      )}
      <Problem error={save.error} />
    </div>
  );
}
