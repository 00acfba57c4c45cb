import { type FormEvent, useState } from 'react';
import type { ApiKey } from '../../../../worker/contract/people';
import { formatDateTime } from '../../lib/format';
import { useRead, useWrite } from '../../lib/query';
import { CodeBlock, Notice } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { SelectField, TextField } from '../../ui/field';
import { Section } from '../../ui/page';
import { Problem, States } from '../../ui/states';
import { roleWords } from '../../ui/words';

export function KeysTab() {
  const keys = useRead('GET /api-keys', undefined);
  return (
    <>
      <NewKey />
      <Section title="API keys" lead="For programs, sent as Authorization: Bearer. Every key belongs to the organization.">
        <States
          query={keys}
          isEmpty={(data) => data.items.length === 0}
          empty={<p className="muted">No keys. Make one when a program shall use the API.</p>}
        >
          {(data) => (
            <ul className="people">
              {data.items.map((key) => (
                <KeyRow key={key.id} apiKey={key} />
              ))}
            </ul>
          )}
        </States>
      </Section>
      <p className="small">
        <a href="/api/v1/openapi.json">OpenAPI document</a>
      </p>
    </>
  );
}

function NewKey() {
  const [name, setName] = useState('');
  const [role, setRole] = useState<'organizer' | 'viewer'>('organizer');
  const create = useWrite('POST /api-keys', ['GET /api-keys']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (create.isPending) return;
    create.mutate({ body: { name: name.trim(), role } }, { onSuccess: () => setName('') });
  };
  return (
    <Section title="New key">
      <form className="inline-form" onSubmit={submit}>
        <TextField label="What it is for" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} required />
        <SelectField label="May" value={role} onChange={(event) => setRole(event.target.value === 'viewer' ? 'viewer' : 'organizer')}>
          <option value="organizer">{roleWords.organizer.hint}</option>
          <option value="viewer">{roleWords.viewer.hint}</option>
        </SelectField>
        <Button type="submit" look="primary" busy={create.isPending}>
          Make a key
        </Button>
      </form>
      <Problem error={create.error} />
      {create.data && (
        <Notice tone="warn" icon="key">
          <p>
            <strong>Copy it now.</strong> It is shown this once and cannot be read again.
          </p>
          <CodeBlock label="API key" text={create.data.key} />
          <Button small onClick={() => create.reset()}>
            I have copied it
          </Button>
        </Notice>
      )}
    </Section>
  );
}

function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const [revoking, setRevoking] = useState(false);
  const revoke = useWrite('DELETE /api-keys/{id}', ['GET /api-keys']);
  return (
    <li>
      <span className="row-main">
        <strong>{apiKey.name}</strong>
        <span className="muted small">
          <code>{apiKey.start}…</code> · {roleWords[apiKey.role].text} ·{' '}
          {apiKey.lastUsedAt ? `used ${formatDateTime(apiKey.lastUsedAt)}` : 'never used'}
        </span>
      </span>
      <Button small look="danger" onClick={() => setRevoking(true)}>
        Revoke
      </Button>
      {revoking && (
        <Dialog
          title={`Revoke ${apiKey.name}?`}
          onClose={() => setRevoking(false)}
          actions={
            <>
              <Button onClick={() => setRevoking(false)}>Keep</Button>
              <Button
                look="danger"
                busy={revoke.isPending}
                onClick={() => revoke.mutate({ params: { id: apiKey.id } }, { onSuccess: () => setRevoking(false) })}
              >
                Revoke
              </Button>
            </>
          }
        >
          <p>Programs that use it are refused within seconds.</p>
          <Problem error={revoke.error} />
        </Dialog>
      )}
    </li>
  );
}
