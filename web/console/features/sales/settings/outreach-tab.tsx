import { type FormEvent, useState } from 'react';
import type { OutreachSettings } from '../../../../../worker/contract/sales/pipeline';
import { formatCount } from '../../../lib/format';
import { ApiError } from '../../../lib/problem';
import { useRead, useWrite } from '../../../lib/query';
import { useEvent, useMay } from '../../../lib/session';
import { Notice } from '../../../ui/bits';
import { Button, IconButton } from '../../../ui/button';
import { TextArea, TextField } from '../../../ui/field';
import { Section } from '../../../ui/page';
import { Problem, States } from '../../../ui/states';
import { useToast } from '../../../ui/toast';
import { termsOf } from '../company/terms';
import { daysToMost } from './ramp';

export function OutreachTab() {
  const { id: eventId } = useEvent();
  const query = useRead('GET /events/{eventId}/sales/settings', { params: { eventId } });
  return (
    <States query={query}>
      {({ outreach, problems }) => (
        <>
          {problems.length > 0 && (
            <Notice tone="warn" icon="alert">
              {problems.map((problem) => (
                <span key={problem}>{problem}</span>
              ))}
            </Notice>
          )}
          <Form key={JSON.stringify(outreach)} saved={outreach} />
        </>
      )}
    </States>
  );
}

const paces = {
  rampStart: ['Mails on the first day', 1, 1000],
  rampGrowthPercent: ['Growth a day, %', 0, 200],
  dailyMost: ['A day at most', 1, 5000],
  gapSeconds: ['Between two mails, seconds', 0, 3600],
} as const;
type PaceName = keyof typeof paces;
/** Holds because the table above has exactly these keys. */
const paceNames = Object.keys(paces) as PaceName[];

function Form({ saved }: { saved: OutreachSettings }) {
  const { id: eventId } = useEvent();
  const may = useMay('organizer');
  const toast = useToast();
  const [draft, setDraft] = useState(saved);
  const [topics, setTopics] = useState(saved.topics.join(', '));
  const [audience, setAudience] = useState(saved.audience.join(', '));
  const save = useWrite('PUT /events/{eventId}/sales/settings', [
    'GET /events/{eventId}/sales/settings',
    'GET /events/{eventId}/prospects',
  ]);
  const said = save.error instanceof ApiError ? save.error.fields : {};
  const set = (part: Partial<OutreachSettings>) => setDraft((old) => ({ ...old, ...part }));
  const isWrong = (name: PaceName) => !Number.isInteger(draft[name]) || draft[name] < paces[name][1] || draft[name] > paces[name][2];
  const wrong = paceNames.some(isWrong);
  const days = wrong ? null : daysToMost(draft);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong || save.isPending) return;
    const facts = draft.facts.filter(({ text }) => text.trim() !== '');
    const outreach = { ...draft, facts, topics: termsOf(topics), audience: termsOf(audience) };
    if (await save.mutateAsync({ params: { eventId }, body: { outreach } }).catch(() => null)) toast('Sales settings saved');
  };
  return (
    <form className="stack" onSubmit={submit}>
      <fieldset className="plain-fieldset stack" disabled={!may}>
        <legend className="visually-hidden">Sender, pace, and what companies are matched with</legend>
        <Section title="Sender" lead="Stands below every mail of outreach.">
          <div className="form-grid">
            <TextField
              label="Name"
              value={draft.senderName}
              maxLength={120}
              onChange={(event) => set({ senderName: event.target.value })}
            />
            <TextField
              label="Title"
              value={draft.senderTitle}
              maxLength={120}
              onChange={(event) => set({ senderTitle: event.target.value })}
            />
          </div>
          <TextArea
            label="Postal address"
            rows={2}
            maxLength={300}
            hint="The law asks for it below commercial mail; without it none goes out."
            value={draft.postalAddress}
            error={said['outreach.postalAddress']}
            onChange={(event) => set({ postalAddress: event.target.value })}
          />
        </Section>
        <Section
          title="Pace"
          lead={
            days === null
              ? 'A new mailbox that sends much at once is taken for spam.'
              : `A new mailbox that sends much at once is taken for spam. ${days === 0 ? 'The most a day is reached on the first day.' : `The most a day is reached after ${formatCount(days, 'day')}.`}`
          }
        >
          <div className="form-grid form-grid-small">
            {paceNames.map((name) => (
              <TextField
                key={name}
                type="number"
                label={paces[name][0]}
                min={paces[name][1]}
                max={paces[name][2]}
                value={Number.isNaN(draft[name]) ? '' : draft[name]}
                error={isWrong(name) ? `${paces[name][1]} to ${paces[name][2]}` : undefined}
                onChange={(event) => set({ [name]: event.target.valueAsNumber })}
              />
            ))}
          </div>
        </Section>
        <Section title="What companies are matched with">
          <TextField
            label="Topics of the event"
            value={topics}
            hint="Separated by commas"
            error={said['outreach.topics']}
            onChange={(event) => setTopics(event.target.value)}
          />
          <TextField
            label="Who comes"
            value={audience}
            hint="Separated by commas, such as engineers, founders"
            error={said['outreach.audience']}
            onChange={(event) => setAudience(event.target.value)}
          />
        </Section>
        <Section title="Facts about the event" lead="What a proposal may state besides records; nothing else is claimed.">
          <Facts facts={draft.facts} onChange={(facts) => set({ facts })} />
        </Section>
      </fieldset>
      <Problem error={save.error} />
      {may && (
        <div className="row sticky-actions">
          <Button type="submit" look="primary" busy={save.isPending} disabled={wrong}>
            Save
          </Button>
        </div>
      )}
    </form>
  );
}

type Fact = OutreachSettings['facts'][number];

function Facts({ facts, onChange }: { facts: Fact[]; onChange: (facts: Fact[]) => void }) {
  const change = (index: number, part: Partial<Fact>) =>
    onChange(facts.map((fact, place) => (place === index ? { ...fact, ...part } : fact)));
  return (
    <ul className="lines">
      {facts.map((fact, index) => (
        <li key={fact.id}>
          <TextField
            bare
            label={`Fact ${index + 1}`}
            placeholder="612 attendees in 2026, 70 % of them engineers"
            maxLength={300}
            value={fact.text}
            onChange={(event) => change(index, { text: event.target.value })}
          />
          <TextField
            bare
            label={`What fact ${index + 1} serves`}
            placeholder="Serves: recruiting, brand"
            defaultValue={fact.goals.join(', ')}
            onBlur={(event) => change(index, { goals: termsOf(event.target.value).slice(0, 10) })}
          />
          <IconButton
            icon="trash"
            label={`Remove fact ${index + 1}`}
            onClick={() => onChange(facts.filter((_, place) => place !== index))}
          />
        </li>
      ))}
      <li>
        <Button
          small
          icon="plus"
          disabled={facts.length >= 40}
          onClick={() => onChange([...facts, { id: freshId(facts), text: '', goals: [] }])}
        >
          Add a fact
        </Button>
      </li>
    </ul>
  );
}

function freshId(facts: Fact[]): string {
  for (let count = facts.length + 1; ; count += 1) {
    if (!facts.some(({ id }) => id === `fact-${count}`)) return `fact-${count}`;
  }
}
