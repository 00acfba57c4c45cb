import { type FormEvent, useState } from 'react';
import type { Availability } from '../../../../../worker/contract/sales/pipeline';
import { formatNumber } from '../../../lib/format';
import { usePages, useRead, useWrite } from '../../../lib/query';
import { useEvent, useMay } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { SelectField, TextField } from '../../../ui/field';
import { Section } from '../../../ui/page';
import { OutLink } from '../../../ui/rich-text';
import { Problem, States } from '../../../ui/states';
import { useToast } from '../../../ui/toast';
import { timeZones } from '../../events/zones';
import { ClosedDays } from './closed-days';
import { hoursProblem, weekdays, weeklyHours } from './hours';
import { WeekHours } from './week-hours';

export function AvailabilityTab() {
  const { id: eventId } = useEvent();
  const query = useRead('GET /events/{eventId}/sales/settings', { params: { eventId } });
  return <States query={query}>{({ availability }) => <Form key={JSON.stringify(availability)} saved={availability} />}</States>;
}

const numbers = {
  bufferBeforeMinutes: ['Free before, minutes', 0, 120],
  bufferAfterMinutes: ['Free after, minutes', 0, 120],
  stepMinutes: ['Starts every, minutes', 5, 120],
  noticeHours: ['Not sooner than, hours', 0, 336],
  horizonDays: ['Not later than, days', 1, 120],
  perDay: ['A day at most', 1, 50],
} as const satisfies Partial<Record<keyof Availability, readonly [string, number, number]>>;
type NumberName = keyof typeof numbers;
/** Holds because the table above has exactly these keys. */
const numberNames = Object.keys(numbers) as NumberName[];

function Form({ saved }: { saved: Availability }) {
  const { id: eventId } = useEvent();
  const may = useMay('organizer');
  const toast = useToast();
  const [draft, setDraft] = useState(saved);
  const save = useWrite('PUT /events/{eventId}/sales/settings', ['GET /events/{eventId}/sales/settings']);
  const set = (part: Partial<Availability>) => setDraft((old) => ({ ...old, ...part }));
  const isWrong = (name: NumberName) => !Number.isInteger(draft[name]) || draft[name] < numbers[name][1] || draft[name] > numbers[name][2];
  const wrong = numberNames.some(isWrong) || weekdays.some((_, index) => hoursProblem(draft.hours, index + 1) !== null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong || save.isPending) return;
    if (await save.mutateAsync({ params: { eventId }, body: { availability: draft } }).catch(() => null)) toast('Availability saved');
  };
  return (
    <form className="stack" onSubmit={submit}>
      <fieldset className="plain-fieldset stack" disabled={!may}>
        <legend className="visually-hidden">When meetings can be booked</legend>
        <Section title="Hours of a week" lead={`${formatNumber(weeklyHours(draft.hours), 1)} hours can be booked, less what is taken.`}>
          <div className="form-grid">
            <SelectField
              label="Time zone"
              value={draft.timeZone}
              hint="Daylight saving is followed; guests see their own time."
              onChange={(event) => set({ timeZone: event.target.value })}
            >
              {[...new Set([draft.timeZone, ...timeZones])].map((zone) => (
                <option key={zone} value={zone}>
                  {zone}
                </option>
              ))}
            </SelectField>
            <TextField label="Where" value={draft.location} maxLength={300} onChange={(event) => set({ location: event.target.value })} />
          </div>
          <WeekHours hours={draft.hours} onChange={(hours) => set({ hours })} />
        </Section>
        <Section title="Room around a meeting">
          <div className="form-grid form-grid-small">
            {numberNames.map((name) => (
              <TextField
                key={name}
                type="number"
                label={numbers[name][0]}
                min={numbers[name][1]}
                max={numbers[name][2]}
                value={Number.isNaN(draft[name]) ? '' : draft[name]}
                error={isWrong(name) ? `${numbers[name][1]} to ${numbers[name][2]}` : undefined}
                onChange={(event) => set({ [name]: event.target.valueAsNumber })}
              />
            ))}
          </div>
        </Section>
        <Section title="Closed days" lead="Nothing is offered on these.">
          <ClosedDays days={draft.closed} onChange={(closed) => set({ closed })} />
        </Section>
      </fieldset>
      <PreviewLink />
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

/** The page as a guest sees it, of the latest meeting that is offered. */
function PreviewLink() {
  const { id: eventId } = useEvent();
  const meetings = usePages('GET /events/{eventId}/meetings', { params: { eventId } });
  const offered = meetings.data?.pages
    .flatMap(({ items }) => items)
    .find(({ state, provider }) => state === 'offered' && provider === 'built_in');
  if (!offered) return <p className="small muted">Once a meeting is offered, its scheduling page can be looked at from here.</p>;
  return (
    <p>
      <OutLink href={offered.url}>See the scheduling page as {offered.guestName} does</OutLink>
    </p>
  );
}
