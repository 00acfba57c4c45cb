import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Document } from '../../../../worker/contract/knowledge';
import { call } from '../../lib/client';
import { formatCount } from '../../lib/format';
import { ApiError, textOf } from '../../lib/problem';
import { useEvent } from '../../lib/session';
import { Badge } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Dropzone } from '../../ui/dropzone';
import { SelectField, TextArea, TextField } from '../../ui/field';
import { Icon } from '../../ui/icon';

type Way = 'url' | 'file' | 'text';
const ways: [Way, string][] = [
  ['url', 'Address'],
  ['file', 'File'],
  ['text', 'Text'],
];

interface Addition {
  id: number;
  name: string;
  state: 'working' | 'done' | 'failed';
  text: string;
}

/** Adds pages by address, file or pasted text; each addition says how far it is and what went wrong. */
export function AddKnowledge({ onAdded }: { onAdded?: () => void }) {
  const { id: eventId } = useEvent();
  const client = useQueryClient();
  const [way, setWay] = useState<Way>('url');
  const [additions, setAdditions] = useState<Addition[]>([]);

  const add = async (name: string, work: () => Promise<Document>): Promise<boolean> => {
    const id = Date.now() + Math.random();
    setAdditions((old) => [{ id, name, state: 'working', text: 'Reading' }, ...old]);
    const end = (state: Addition['state'], text: string) =>
      setAdditions((old) => old.map((addition) => (addition.id === id ? { ...addition, state, text } : addition)));
    try {
      const document = await work();
      const fine = document.state === 'ready';
      end(fine ? 'done' : 'failed', fine ? formatCount(document.passages, 'passage') : (document.problem ?? 'It could not be read.'));
      if (fine) onAdded?.();
      return fine;
    } catch (error) {
      const fields = error instanceof ApiError ? Object.values(error.fields) : [];
      end('failed', fields[0] ? `${textOf(error)}` : textOf(error));
      return false;
    } finally {
      void client.invalidateQueries({ queryKey: ['GET /events/{eventId}/documents'] });
      void client.invalidateQueries({ queryKey: ['GET /events/{eventId}/today'] });
    }
  };

  const upload = async (files: File[]) => {
    for (const file of files) {
      await add(file.name, () => call('POST /events/{eventId}/documents/upload', { params: { eventId }, body: file }));
    }
  };

  return (
    <div className="stack">
      <WayChoice way={way} onChange={setWay} />
      {way === 'url' && (
        <AddressForm
          onSubmit={(url, refreshHours) =>
            add(url, () => call('POST /events/{eventId}/documents', { params: { eventId }, body: { kind: 'url', url, refreshHours } }))
          }
        />
      )}
      {way === 'file' && (
        <Dropzone
          label="Choose files or drop them here"
          hint="Markdown, HTML, text or PDF, up to 2 MB each"
          accept=".md,.markdown,.html,.htm,.txt,.pdf,text/*,application/pdf"
          multiple
          onFiles={upload}
        />
      )}
      {way === 'text' && (
        <TextForm
          onSubmit={(title, text) =>
            add(title, () => call('POST /events/{eventId}/documents', { params: { eventId }, body: { kind: 'text', title, text } }))
          }
        />
      )}
      <Additions additions={additions} />
    </div>
  );
}

function WayChoice({ way, onChange }: { way: Way; onChange: (way: Way) => void }) {
  const name = useId();
  return (
    <fieldset className="segmented">
      <legend className="visually-hidden">Where it comes from</legend>
      {ways.map(([value, text]) => (
        <label key={value}>
          <input type="radio" name={name} checked={way === value} onChange={() => onChange(value)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

function AddressForm({ onSubmit }: { onSubmit: (url: string, refreshHours: number | null) => Promise<boolean> }) {
  const [url, setUrl] = useState('');
  const [hours, setHours] = useState('24');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const address = /^https?:\/\//i.test(url.trim()) ? url.trim() : `https://${url.trim()}`;
    if (await onSubmit(address, hours === '' ? null : Number(hours))) setUrl('');
    setBusy(false);
  };
  return (
    <Inline onSubmit={submit}>
      <TextField
        label="Address of a public page"
        inputMode="url"
        placeholder="https://example.org/faq"
        value={url}
        onChange={(event) => setUrl(event.target.value)}
        required
      />
      <SelectField label="Look again" value={hours} onChange={(event) => setHours(event.target.value)}>
        <option value="6">every 6 hours</option>
        <option value="24">every day</option>
        <option value="168">every week</option>
        <option value="">never</option>
      </SelectField>
      <Button type="submit" look="primary" busy={busy}>
        Fetch
      </Button>
    </Inline>
  );
}

function TextForm({ onSubmit }: { onSubmit: (title: string, text: string) => Promise<boolean> }) {
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    if (await onSubmit(title.trim(), text)) {
      setTitle('');
      setText('');
    }
    setBusy(false);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextField label="Title" maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} required />
      <TextArea
        label="Text"
        hint="Markdown headings help to find the right passage."
        rows={8}
        maxLength={400_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        required
      />
      <div className="row">
        <Button type="submit" look="primary" busy={busy}>
          Add
        </Button>
      </div>
    </form>
  );
}

const Inline = ({ children, onSubmit }: { children: ReactNode; onSubmit: (event: FormEvent) => void }) => (
  <form className="inline-form" onSubmit={onSubmit}>
    {children}
  </form>
);

function Additions({ additions }: { additions: Addition[] }) {
  return (
    <ul className="additions" aria-live="polite">
      {additions.map((addition) => (
        <li key={addition.id}>
          {addition.state === 'working' ? (
            <span className="spinner" aria-hidden="true" />
          ) : (
            <Icon name={addition.state === 'done' ? 'check' : 'alert'} size={16} />
          )}
          <span className="clip">{addition.name}</span>
          {addition.state === 'failed' ? (
            <span className="problem-text">{addition.text}</span>
          ) : (
            <Badge tone={addition.state === 'done' ? 'good' : 'info'}>{addition.text}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}
