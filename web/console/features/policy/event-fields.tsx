import { useEvent } from '../../lib/session';
import { CheckField, TextArea, TextField } from '../../ui/field';
import { Section } from '../../ui/page';
import { limitLabel } from '../settings/limits';
import type { EventDraft } from './policy-draft';
import { Tiers } from './tiers';

interface Props {
  draft: EventDraft;
  problems: Record<string, string>;
  onChange: (part: Partial<EventDraft>) => void;
}

/** What holds for all agents of the event. */
export function EventPolicyFields({ draft, problems, onChange }: Props) {
  const event = useEvent();
  const { contact } = draft;
  const contactField = (name: 'perDay' | 'perWeek' | 'gapHours' | 'quietFrom' | 'quietTo', label: string) => (
    <TextField
      label={label}
      {...(name.startsWith('quiet') ? { type: 'time' } : { inputMode: 'numeric' })}
      value={contact[name]}
      error={problems[`contact.${name}`]}
      onChange={(change) => onChange({ contact: { ...contact, [name]: change.target.value } })}
    />
  );
  const hostProblem = Object.entries(problems).find(([path]) => path.startsWith('allowedHosts'))?.[1];
  return (
    <>
      <Section
        title="Who approves"
        lead="The first row that fits counts. What fits none is approved by one organizer. Owners count as organizers, too."
      >
        <Tiers tiers={draft.approvals} problems={problems} onChange={(approvals) => onChange({ approvals })} />
      </Section>
      <Section title="After and before a decision">
        <div className="form-grid">
          <TextField
            label="Undo window, seconds"
            hint="How long an approved action waits and can be taken back; 0 for none."
            inputMode="numeric"
            value={draft.undoSeconds}
            error={problems.undoSeconds}
            onChange={(change) => onChange({ undoSeconds: change.target.value })}
          />
          <TextField
            label="Reminders, minutes after it was proposed"
            hint="Separated by commas. From the third on, owners are reminded, too."
            value={draft.reminderMinutes}
            error={problems.reminderMinutes}
            onChange={(change) => onChange({ reminderMinutes: change.target.value })}
          />
        </div>
      </Section>
      <Section
        title="Contact"
        lead="How often one contact may hear from all agents together, and when. For outreach and campaigns only; tickets, refunds and answers always go out."
      >
        <div className="form-grid">
          {contactField('perDay', 'Mails a day')}
          {contactField('perWeek', 'Mails a week')}
          {contactField('gapHours', 'Hours between two')}
          {contactField('quietFrom', 'Quiet from')}
          {contactField('quietTo', 'Quiet until')}
        </div>
        <CheckField
          label="Quiet at weekends"
          hint="Hours are those of the contact, or of the event where theirs are not known."
          checked={contact.quietWeekends}
          onChange={(change) => onChange({ contact: { ...contact, quietWeekends: change.target.checked } })}
        />
      </Section>
      <Section title="Allowed hosts" lead="Beside the event's own site: where mails and answers may link to.">
        <TextArea
          bare
          label="Allowed hosts, one a line"
          rows={3}
          placeholder="tickets.example.org"
          value={draft.allowedHosts}
          error={hostProblem}
          onChange={(change) => onChange({ allowedHosts: change.target.value })}
        />
      </Section>
      <Section title="Limits of the event and day" lead="Over all agents. What is spent today stands under Limits.">
        <div className="form-grid">
          {Object.entries(draft.limits).map(([name, text]) => (
            <TextField
              key={name}
              label={limitLabel(name, event.currency)}
              inputMode="decimal"
              value={text}
              error={problems[`limits.${name}`]}
              onChange={(change) => onChange({ limits: { ...draft.limits, [name]: change.target.value } })}
            />
          ))}
        </div>
      </Section>
    </>
  );
}
