import { useState } from 'react';
import { formatDay } from '../../../lib/format';
import { Button, IconButton } from '../../../ui/button';
import { TextField } from '../../../ui/field';

/** Local dates on which nothing is offered. */
export function ClosedDays({ days, onChange }: { days: string[]; onChange: (days: string[]) => void }) {
  const [day, setDay] = useState('');
  const add = () => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return;
    onChange([...new Set([...days, day])].sort());
    setDay('');
  };
  return (
    <div className="stack">
      {days.length > 0 && (
        <ul className="chips">
          {days.map((one) => (
            <li key={one}>
              {formatDay(one)}
              <IconButton
                icon="close"
                label={`Open on ${formatDay(one)} again`}
                onClick={() => onChange(days.filter((other) => other !== one))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="inline-form">
        <TextField label="Day" type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        <Button disabled={day === '' || days.length >= 366} onClick={add}>
          Close it
        </Button>
      </div>
    </div>
  );
}
