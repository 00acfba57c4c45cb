import { type FormEvent, useState } from 'react';
import type { Role } from '../../../../worker/contract/common';
import type { Member } from '../../../../worker/contract/people';
import { formatDateTime } from '../../lib/format';
import { useRead, useWrite } from '../../lib/query';
import { useMay, useSession } from '../../lib/session';
import { Button, IconButton } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { SelectField, TextField } from '../../ui/field';
import { Section } from '../../ui/page';
import { Problem, States } from '../../ui/states';
import { useToast } from '../../ui/toast';
import { roleWords } from '../../ui/words';

const roles = ['owner', 'organizer', 'viewer'] as const satisfies Role[];
const roleOf = (value: string): Role => roles.find((role) => role === value) ?? 'viewer';

export function MembersTab() {
  const owner = useMay('owner');
  const organizer = useMay('organizer');
  const members = useRead('GET /members', undefined);
  return (
    <>
      <Section title="Members">
        <States query={members} isEmpty={(data) => data.items.length === 0} empty={<p className="muted">Nobody is a member yet.</p>}>
          {(data) => (
            <ul className="people">
              {data.items.map((member) => (
                <MemberRow key={member.id} member={member} />
              ))}
            </ul>
          )}
        </States>
      </Section>
      {organizer && <Invitations />}
      {owner && <Invite />}
    </>
  );
}

function MemberRow({ member }: { member: Member }) {
  const me = useSession();
  const owner = useMay('owner');
  const [removing, setRemoving] = useState(false);
  const change = useWrite('PATCH /members/{id}', ['GET /members']);
  const remove = useWrite('DELETE /members/{id}', ['GET /members']);
  const self = me.user?.id === member.userId;
  return (
    <li>
      <span className="row-main">
        <strong>
          {member.name || member.email}
          {self && ' (you)'}
        </strong>
        {member.name && <span className="muted small clip">{member.email}</span>}
      </span>
      {owner && !self ? (
        <span className="row">
          <select
            className="control control-small"
            aria-label={`Role of ${member.name || member.email}`}
            value={member.role}
            onChange={(event) => change.mutate({ params: { id: member.id }, body: { role: roleOf(event.target.value) } })}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {roleWords[role].text}
              </option>
            ))}
          </select>
          <IconButton icon="trash" label={`Remove ${member.name || member.email}`} onClick={() => setRemoving(true)} />
        </span>
      ) : (
        <span className="muted">{roleWords[member.role].text}</span>
      )}
      <Problem error={change.error} />
      {removing && (
        <Dialog
          title={`Remove ${member.name || member.email}?`}
          onClose={() => setRemoving(false)}
          actions={
            <>
              <Button onClick={() => setRemoving(false)}>Keep</Button>
              <Button
                look="danger"
                busy={remove.isPending}
                onClick={() => remove.mutate({ params: { id: member.id } }, { onSuccess: () => setRemoving(false) })}
              >
                Remove
              </Button>
            </>
          }
        >
          <p>They lose access at once. What they decided stays in the log.</p>
          <Problem error={remove.error} />
        </Dialog>
      )}
    </li>
  );
}

function Invitations() {
  const owner = useMay('owner');
  const invitations = useRead('GET /invitations', undefined);
  const withdraw = useWrite('DELETE /invitations/{id}', ['GET /invitations']);
  return (
    <Section title="Open invitations">
      <States query={invitations} isEmpty={(data) => data.items.length === 0} empty={<p className="muted">None.</p>}>
        {(data) => (
          <ul className="people">
            {data.items.map((invitation) => (
              <li key={invitation.id}>
                <span className="row-main">
                  <strong className="clip">{invitation.email}</strong>
                  <span className="muted small">
                    {roleWords[invitation.role].text}, until {formatDateTime(invitation.expiresAt)}
                  </span>
                </span>
                {owner && (
                  <Button small busy={withdraw.isPending} onClick={() => withdraw.mutate({ params: { id: invitation.id } })}>
                    Withdraw
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </States>
      <Problem error={withdraw.error} />
    </Section>
  );
}

function Invite() {
  const toast = useToast();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('organizer');
  const invite = useWrite('POST /invitations', ['GET /invitations']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (invite.isPending) return;
    invite.mutate(
      { body: { email: email.trim(), role } },
      {
        onSuccess: () => {
          toast(`Invitation sent to ${email.trim()}`);
          setEmail('');
        },
      },
    );
  };
  return (
    <Section title="Invite a person">
      <form className="inline-form" onSubmit={submit}>
        <TextField label="Mail address" type="email" value={email} onChange={(event) => setEmail(event.target.value)} required />
        <SelectField label="Role" value={role} hint={roleWords[role].hint} onChange={(event) => setRole(roleOf(event.target.value))}>
          {roles.map((name) => (
            <option key={name} value={name}>
              {roleWords[name].text}
            </option>
          ))}
        </SelectField>
        <Button type="submit" look="primary" busy={invite.isPending}>
          Invite
        </Button>
      </form>
      <Problem error={invite.error} />
    </Section>
  );
}
