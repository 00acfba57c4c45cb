import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { addPasskey, canUsePasskeys, deletePasskey, listPasskeys } from '../../lib/auth';
import { formatDateTime } from '../../lib/format';
import { useWrite } from '../../lib/query';
import { useMay, useSession } from '../../lib/session';
import { Facts } from '../../ui/bits';
import { Button, ButtonLink } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Page, Section } from '../../ui/page';
import { Problem, States } from '../../ui/states';
import { roleWords } from '../../ui/words';

/** The signed-in person: organizations and passkeys. */
export function Account() {
  const me = useSession();
  return (
    <Page title="Account" actions={<ButtonLink to="/">Back to the event</ButtonLink>}>
      <Facts
        rows={[
          ['Name', me.user?.name || '–'],
          ['Mail address', me.user?.email ?? '–'],
          ['Organization', me.organization.name],
          ['Role', `${roleWords[me.role].text}. ${roleWords[me.role].hint}`],
        ]}
      />
      <Organizations />
      <OrganizationName />
      <Passkeys />
    </Page>
  );
}

function Organizations() {
  const me = useSession();
  const client = useQueryClient();
  const [, go] = useLocation();
  const change = useWrite('POST /organization/switch');
  if (me.organizations.length < 2) return null;
  const enter = (organizationId: string) =>
    change.mutate(
      { body: { organizationId } },
      {
        onSuccess: () => {
          client.clear();
          go('/');
        },
      },
    );
  return (
    <Section title="Your organizations">
      <ul className="people">
        {me.organizations.map((organization) => (
          <li key={organization.id}>
            <span className="row-main">
              <strong>{organization.name}</strong>
              <span className="muted small">{roleWords[organization.role].text}</span>
            </span>
            {organization.id === me.organization.id ? (
              <span className="muted">Open</span>
            ) : (
              <Button small busy={change.isPending} onClick={() => enter(organization.id)}>
                Work in it
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Problem error={change.error} />
    </Section>
  );
}

function OrganizationName() {
  const me = useSession();
  const owner = useMay('owner');
  const [name, setName] = useState(me.organization.name);
  const rename = useWrite('PATCH /organization', ['GET /me']);
  if (!owner) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!rename.isPending) rename.mutate({ body: { name: name.trim() } });
  };
  return (
    <Section title="Name of the organization">
      <form className="inline-form" onSubmit={submit}>
        <TextField label="Name" maxLength={120} value={name} onChange={(event) => setName(event.target.value)} required />
        <Button type="submit" busy={rename.isPending} disabled={name.trim() === me.organization.name}>
          Rename
        </Button>
      </form>
      <Problem error={rename.error} />
    </Section>
  );
}

function Passkeys() {
  const client = useQueryClient();
  const passkeys = useQuery({ queryKey: ['passkeys'], queryFn: listPasskeys });
  const [name, setName] = useState('');
  const again = () => client.invalidateQueries({ queryKey: ['passkeys'] });
  const add = useMutation({ mutationFn: () => addPasskey(name.trim()), onSuccess: () => setName(''), onSettled: again });
  const remove = useMutation({ mutationFn: deletePasskey, onSettled: again });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!add.isPending) add.mutate();
  };
  return (
    <Section title="Passkeys" lead="Sign in with the fingerprint, face or PIN of a device instead of a code.">
      <States query={passkeys} isEmpty={(items) => items.length === 0} empty={<p className="muted">None yet.</p>}>
        {(items) => (
          <ul className="people">
            {items.map((passkey) => (
              <li key={passkey.id}>
                <span className="row-main">
                  <strong>{passkey.name || 'Passkey'}</strong>
                  <span className="muted small">Added {formatDateTime(Date.parse(passkey.createdAt))}</span>
                </span>
                <Button small look="danger" busy={remove.isPending} onClick={() => remove.mutate(passkey.id)}>
                  Remove
                </Button>
              </li>
            ))}
          </ul>
        )}
      </States>
      {canUsePasskeys() ? (
        <form className="inline-form" onSubmit={submit}>
          <TextField
            label="Name of this device"
            placeholder="Laptop"
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
            required
          />
          <Button type="submit" icon="key" busy={add.isPending}>
            Add a passkey
          </Button>
        </form>
      ) : (
        <p className="muted">This browser cannot use passkeys.</p>
      )}
      {add.error && (
        <p className="notice notice-bad" role="alert">
          No passkey was added. The request may have been cancelled or have taken too long.
        </p>
      )}
      <Problem error={remove.error} />
    </Section>
  );
}
