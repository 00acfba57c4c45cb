import { useId } from 'react';
import { SelectField, TextField } from '../../ui/field';
import type { EventDraft } from './event-form';
import { currencies, offsetOf, timeZones } from './zones';

interface Props {
  draft: EventDraft;
  problems: Record<string, string>;
  /** The currency stands once orders may exist. */
  fixedCurrency?: boolean;
  onChange: (part: Partial<EventDraft>) => void;
}

/** The fields of an event, for making and for changing one. */
export function EventFields({ draft, problems, fixedCurrency, onChange }: Props) {
  const zones = useId();
  const text = (name: Exclude<keyof EventDraft, 'refundPolicy'>) => ({
    value: draft[name],
    error: problems[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  return (
    <div className="form-grid">
      <div className="span-2">
        <TextField label="Name" maxLength={200} {...text('name')} required />
      </div>
      <TextField
        label="Starts"
        type="datetime-local"
        {...text('startsAt')}
        onChange={(event) => {
          const startsAt = event.target.value;
          onChange({ startsAt, ...(draft.endsAt === '' || draft.endsAt < startsAt ? { endsAt: startsAt } : {}) });
        }}
        required
      />
      <TextField label="Ends" type="datetime-local" min={draft.startsAt} {...text('endsAt')} required />
      <TextField
        label="Time zone"
        list={zones}
        hint={offsetOf(draft.timeZone, draft.startsAt) || 'Type a city, e.g. Berlin'}
        autoComplete="off"
        {...text('timeZone')}
        required
      />
      <datalist id={zones}>
        {timeZones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </datalist>
      <TextField label="Venue" maxLength={300} hint="Name, street, city" {...text('venue')} />
      <TextField
        label="Contact address"
        type="email"
        hint="Where attendees reach you when nothing else helps"
        {...text('contactEmail')}
        required
      />
      <TextField label="Website" inputMode="url" placeholder="https://example.org" {...text('websiteUrl')} />
      <TextField label="Capacity" inputMode="numeric" hint="Leave empty when there is none" {...text('capacity')} />
      <div className="form-pair">
        <SelectField
          label="Currency"
          value={draft.currency}
          disabled={fixedCurrency}
          hint={fixedCurrency ? 'Fixed' : undefined}
          onChange={(event) => onChange({ currency: event.target.value })}
        >
          {currencies.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </SelectField>
        <TextField label="Brand colour" type="color" className="control control-color" hint={draft.brandColor} {...text('brandColor')} />
      </div>
    </div>
  );
}
