import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { Budget, OrganizationLimits } from '../../../../worker/contract/policies';
import { formatMoney, formatNumber, wordsOf } from '../../lib/format';
import { useRead, useWrite } from '../../lib/query';
import { useEvent, useEventPath, useMay } from '../../lib/session';
import { Bar } from '../../ui/bar';
import { Badge } from '../../ui/bits';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Section } from '../../ui/page';
import { Empty, Problem, States } from '../../ui/states';
import { useToast } from '../../ui/toast';
import { agentWords } from '../../ui/words';
import { limitLabel, limitOf, limitText } from './limits';

/** What is reserved and spent of today's limits. */
export function LimitsTab() {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const budgets = useRead('GET /events/{eventId}/budgets', { params: { eventId } });
  return (
    <>
      <States
        query={budgets}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Empty icon="clock" title="Nothing was spent today">
            As soon as an agent reserves a mail, a refund or tokens, it is counted here against its limits.
          </Empty>
        }
      >
        {({ items }) => (
          <>
            {groupsOf(items).map(([title, group]) => (
              <Section key={title} title={title}>
                <ul className="meters">
                  {group.map((budget) => (
                    <Meter key={budget.kind} budget={budget} />
                  ))}
                </ul>
              </Section>
            ))}
            <p className="small muted">
              Limits are reserved before a call is made, so that they hold when agents work at once. They are set in the{' '}
              <Link to={path('/settings/policy/event')}>policy of the event</Link> and of each agent.
            </p>
          </>
        )}
      </States>
      <OfOrganization />
    </>
  );
}

function groupsOf(items: Budget[]): [string, Budget[]][] {
  const groups = new Map<string, Budget[]>();
  for (const item of items) {
    const title = item.agent ? agentWords[item.agent] : item.scope === 'event' ? 'This event' : 'The organization, all events';
    groups.set(title, [...(groups.get(title) ?? []), item]);
  }
  return [...groups];
}

const amountText = (kind: string, value: number) =>
  kind.startsWith('money:') ? formatMoney({ minor: value, currency: kind.slice('money:'.length).toUpperCase() }) : formatNumber(value);

function Meter({ budget }: { budget: Budget }) {
  const { kind, limit, reserved, spent, left } = budget;
  const taken = reserved + spent;
  const name = kind.startsWith('money:') ? 'Refunded' : wordsOf(kind);
  const tone = limit !== null && taken >= limit ? 'bad' : limit !== null && taken >= limit * 0.8 ? 'warn' : 'accent';
  return (
    <li>
      <span className="row">
        <strong>{name}</strong>
        {tone === 'bad' && <Badge tone="bad">Spent</Badge>}
      </span>
      {limit === null ? (
        <span className="small muted">No limit</span>
      ) : (
        <Bar label={`${name} taken`} max={limit} value={taken} tone={tone} />
      )}
      <span className="small muted">
        {amountText(kind, spent)} spent
        {reserved > 0 && `, ${amountText(kind, reserved)} reserved`}
        {left !== null && limit !== null && `, ${amountText(kind, left)} left of ${amountText(kind, limit)}`}
      </span>
    </li>
  );
}

function OfOrganization() {
  const limits = useRead('GET /limits', undefined);
  return (
    <Section title="Limits of the organization" lead="Over all events and agents, each day (UTC). Empty: none.">
      <States query={limits}>{(data) => <OrganizationForm key={JSON.stringify(data)} limits={data} />}</States>
    </Section>
  );
}

const names = ['mailsPerDay', 'refundsPerDay', 'refundMinorPerDay', 'tokensPerDay'] as const satisfies (keyof OrganizationLimits)[];
type Texts = Record<(typeof names)[number], string>;

function OrganizationForm({ limits }: { limits: OrganizationLimits }) {
  const { currency } = useEvent();
  const owner = useMay('owner');
  const toast = useToast();
  const textOf = (name: keyof OrganizationLimits) => {
    const value = limits[name];
    return value === null ? '' : limitText(name, value, currency);
  };
  const [texts, setTexts] = useState<Texts>({
    mailsPerDay: textOf('mailsPerDay'),
    refundsPerDay: textOf('refundsPerDay'),
    refundMinorPerDay: textOf('refundMinorPerDay'),
    tokensPerDay: textOf('tokensPerDay'),
  });
  const save = useWrite('PUT /limits', ['GET /limits', 'GET /events/{eventId}/budgets']);
  const typedOf = (name: keyof Texts) => (texts[name].trim() === '' ? null : limitOf(name, texts[name], currency));
  const wrong = names.filter((name) => texts[name].trim() !== '' && typedOf(name) === null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong.length > 0 || save.isPending) return;
    const body = {
      mailsPerDay: typedOf('mailsPerDay'),
      refundsPerDay: typedOf('refundsPerDay'),
      refundMinorPerDay: typedOf('refundMinorPerDay'),
      tokensPerDay: typedOf('tokensPerDay'),
    };
    // By then the form shows the new limits, and this one has gone with the old ones.
    if (await save.mutateAsync({ body }).catch(() => null)) toast('Limits saved');
  };
  return (
    <form className="stack" onSubmit={submit}>
      <fieldset className="plain-fieldset form-grid" disabled={!owner}>
        <legend className="visually-hidden">Limits of the organization</legend>
        {names.map((name) => (
          <TextField
            key={name}
            label={limitLabel(name, currency)}
            inputMode="decimal"
            placeholder="No limit"
            value={texts[name]}
            error={wrong.includes(name) ? 'Enter a number' : undefined}
            onChange={(change) => setTexts((old) => ({ ...old, [name]: change.target.value }))}
          />
        ))}
      </fieldset>
      <Problem error={save.error} />
      {owner ? (
        <div className="row">
          <Button type="submit" busy={save.isPending} disabled={wrong.length > 0}>
            Save
          </Button>
        </div>
      ) : (
        <p className="small muted">Owners set these.</p>
      )}
    </form>
  );
}
