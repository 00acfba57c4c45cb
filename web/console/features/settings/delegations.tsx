import { type FormEvent, useState } from 'react';
import type { Delegation } from '../../../../worker/contract/delegations';
import { formatDateTime } from '../../lib/format';
import { useRead, useWrite } from '../../lib/query';
import { useMay, useSession } from '../../lib/session';
import { Badge } from '../../ui/bits';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import { Section } from '../../ui/page';
import { Problem, States } from '../../ui/states';
import { useToast } from '../../ui/toast';
import { delegationWords } from '../../ui/words';

/** Who decides on proposals for whom, and until when. */
export function Delegations() {
  const may = useMay('organizer');
  const delegations = useRead('GET /delegations', undefined);
  return (
    <>
      <Section title="Decides for others" lead="While somebody is away, another member votes on proposals with their right.">
        <States
          query={delegations}
          isEmpty={({ items }) => items.length === 0}
          empty={<p className="muted">Nobody decides for anybody else.</p>}
        >
          {({ items }) => (
            <ul className="people">
              {items.map((delegation) => (
                <Row key={delegation.id} delegation={delegation} />
              ))}
            </ul>
          )}
        </States>
      </Section>
      {may && <Delegate />}
    </>
  );
}

function Row({ delegation }: { delegation: Delegation }) {
  const me = useSession();
  const owner = useMay('owner');
  const end = useWrite('DELETE /delegations/{id}', ['GET /delegations', 'GET /events/{eventId}/approvals']);
  const word = delegationWords[delegation.state];
  const runs = delegation.state === 'active' || delegation.state === 'upcoming';
  const own = owner || delegation.from.id === me.user?.id || delegation.createdBy.id === me.user?.id;
  return (
    <li>
      <span className="row-main">
        <span className="row-title">
          <strong>
            {delegation.to.name} for {delegation.from.name}
          </strong>
          <Badge tone={word.tone}>{word.text}</Badge>
        </span>
        <span className="muted small">
          {formatDateTime(delegation.startsAt)} to {formatDateTime(delegation.endsAt)}
        </span>
      </span>
      {runs && own && (
        <Button small busy={end.isPending} onClick={() => end.mutate({ params: { id: delegation.id } })}>
          End now
        </Button>
      )}
      <Problem error={end.error} />
    </li>
  );
}

const dayMs = 86_400_000;
const dayOf = (at: number) => new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

function Delegate() {
  const me = useSession();
  const owner = useMay('owner');
  const toast = useToast();
  const members = useRead('GET /members', undefined);
  const able = (members.data?.items ?? []).filter(({ role }) => role !== 'viewer');
  const [from, setFrom] = useState(me.user?.id ?? '');
  const [to, setTo] = useState('');
  const [first, setFirst] = useState(() => dayOf(Date.now()));
  const [last, setLast] = useState(() => dayOf(Date.now() + 7 * dayMs));
  const add = useWrite('POST /delegations', ['GET /delegations', 'GET /events/{eventId}/approvals']);
  const startsAt = Math.max(Date.parse(`${first}T00:00`), Date.now());
  const endsAt = Date.parse(`${last}T00:00`) + dayMs;
  const wrong = !(endsAt > startsAt);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (add.isPending || wrong || !to) return;
    add.mutate(
      { body: { ...(from && from !== me.user?.id && { from }), to, startsAt, endsAt } },
      { onSuccess: ({ to: who, from: whom }) => toast(`${who.name} decides for ${whom.name}`) },
    );
  };
  if (able.length < 2)
    return members.data ? <p className="muted">Invite another organizer or owner first; then they can decide for you.</p> : null;
  return (
    <Section title="Let somebody decide">
      <form className="stack" onSubmit={submit}>
        <div className="form-grid form-grid-small">
          {owner && (
            <SelectField label="For" value={from} onChange={(event) => setFrom(event.target.value)}>
              {able.map((member) => (
                <option key={member.userId} value={member.userId}>
                  {member.name || member.email}
                  {member.userId === me.user?.id ? ' (you)' : ''}
                </option>
              ))}
            </SelectField>
          )}
          <SelectField label="Decides" value={to} onChange={(event) => setTo(event.target.value)} required>
            <option value="">Choose a person</option>
            {able
              .filter(({ userId }) => userId !== from)
              .map((member) => (
                <option key={member.userId} value={member.userId}>
                  {member.name || member.email}
                </option>
              ))}
          </SelectField>
          <TextField label="First day" type="date" value={first} onChange={(event) => setFirst(event.target.value)} required />
          <TextField
            label="Last day"
            type="date"
            min={first}
            value={last}
            error={wrong ? 'Must not be before the first day, nor in the past' : undefined}
            onChange={(event) => setLast(event.target.value)}
            required
          />
        </div>
        <Problem error={add.error} />
        <div className="row">
          <Button type="submit" busy={add.isPending} disabled={wrong || !to}>
            Let them decide
          </Button>
        </div>
      </form>
    </Section>
  );
}
