import { CheckField, TextField } from '../../../ui/field';
import { type SettingsDraft, settingsProblems } from './settings-draft';

/** What a campaign does, as a form. */
export function SettingsFields({ draft, onChange }: { draft: SettingsDraft; onChange: (draft: SettingsDraft) => void }) {
  const problems = settingsProblems(draft);
  const text = (name: Exclude<keyof SettingsDraft, 'stopWholeCompany'>, label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      inputMode={name === 'followUpDays' ? undefined : 'numeric'}
      value={draft[name]}
      error={problems[name]}
      onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
    />
  );
  return (
    <>
      <div className="form-grid form-grid-small">
        {text('prospects', 'Companies looked for')}
        {text('best', 'Of them written to')}
        {text('minimumScore', 'Score at least')}
        {text('watchDays', 'Days of watching')}
        {text('minutesOfMeeting', 'Minutes of a meeting')}
      </div>
      {text('followUpDays', 'Follow-ups, days after the first mail', 'Each with another angle, and only while nobody answered')}
      <CheckField
        label="An answer from anybody ends it for the whole company"
        checked={draft.stopWholeCompany}
        onChange={(event) => onChange({ ...draft, stopWholeCompany: event.target.checked })}
      />
    </>
  );
}
