import { Button, IconButton } from '../../../ui/button';
import { type Hours, hoursOn, hoursProblem, onWorkingDays, weekdays, withStretch } from './hours';

/** When meetings can begin and end, day by day; a day may have several stretches. */
export function WeekHours({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
  return (
    <>
      <ul className="week">
        {weekdays.map((name, index) => {
          const weekday = index + 1;
          const day = hoursOn(hours, weekday);
          const problem = hoursProblem(hours, weekday);
          return (
            <li key={name}>
              <strong>{name}</strong>
              <div className="week-stretches">
                {day.length === 0 && <span className="muted">Closed</span>}
                {day.map((stretch, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place; its times change while they are typed
                  <span key={place} className="stretch">
                    {(['from', 'to'] as const).map((side) => (
                      <input
                        key={side}
                        className="control"
                        type="time"
                        aria-label={`${name} ${side}${day.length > 1 ? `, ${place + 1}` : ''}`}
                        aria-invalid={problem ? true : undefined}
                        value={stretch[side] === '24:00' ? '23:59' : stretch[side]}
                        onChange={(event) => onChange(hours.map((one) => (one === stretch ? { ...one, [side]: event.target.value } : one)))}
                      />
                    ))}
                    <IconButton
                      icon="trash"
                      label={`Remove ${name} ${stretch.from} to ${stretch.to}`}
                      onClick={() => onChange(hours.filter((one) => one !== stretch))}
                    />
                  </span>
                ))}
                {problem && <span className="field-error">{problem}</span>}
              </div>
              <span className="row week-actions">
                <Button small look="quiet" icon="plus" disabled={hours.length >= 28} onClick={() => onChange(withStretch(hours, weekday))}>
                  <span className="visually-hidden">{name}: </span>hours
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      {hoursOn(hours, 1).length > 0 && (
        <div className="row">
          <Button small onClick={() => onChange(onWorkingDays(hours, 1))}>
            Monday's hours on all working days
          </Button>
        </div>
      )}
    </>
  );
}
