import { type FormEvent, useState } from 'react';
import type { Retention, RetentionKind } from '../../../../worker/contract/privacy';
import { formatDateTime, formatNumber } from '../../lib/format';
import { useRead, useWrite } from '../../lib/query';
import { useMay } from '../../lib/session';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Section } from '../../ui/page';
import { Problem, States } from '../../ui/states';
import { useToast } from '../../ui/toast';
import { retentionWords } from '../../ui/words';

export function RetentionSection() {
  const retention = useRead('GET /retention', undefined);
  return (
    <Section title="How long things are kept" lead="What is older is deleted once a day. Of rows of the log, the hash stays.">
      <States query={retention}>{(data) => <Form key={JSON.stringify(data.days)} retention={data} />}</States>
    </Section>
  );
}

/** Holds because the contract names every kind in `days`. */
const kindsOf = ({ days }: Retention) => Object.keys(days) as RetentionKind[];

function Form({ retention }: { retention: Retention }) {
  const owner = useMay('owner');
  const toast = useToast();
  const kinds = kindsOf(retention);
  const [texts, setTexts] = useState<Partial<Record<RetentionKind, string>>>({});
  const save = useWrite('PUT /retention', ['GET /retention']);
  const textOf = (kind: RetentionKind) => texts[kind] ?? String(retention.days[kind]);
  const daysOf = (kind: RetentionKind) => (/^\d{1,4}$/.test(textOf(kind).trim()) ? Number(textOf(kind)) : 0);
  const wrong = kinds.filter((kind) => daysOf(kind) < 1 || daysOf(kind) > 3650);
  const changed = kinds.filter((kind) => daysOf(kind) !== retention.days[kind]);
  const shorter = changed.filter((kind) => daysOf(kind) < retention.days[kind]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong.length > 0 || changed.length === 0 || save.isPending) return;
    const days = Object.fromEntries(changed.map((kind) => [kind, daysOf(kind)]));
    // By then the form shows the new days, and this one has gone with the old ones.
    if (await save.mutateAsync({ body: { days } }).catch(() => null)) toast('Saved');
  };
  const { lastRun } = retention;
  const deleted = lastRun ? Object.values(lastRun.deleted).reduce((sum: number, count) => sum + (count ?? 0), 0) : 0;
  return (
    <form className="stack" onSubmit={submit}>
      <fieldset className="plain-fieldset form-grid" disabled={!owner}>
        <legend className="visually-hidden">Days</legend>
        {kinds.map((kind) => (
          <TextField
            key={kind}
            label={`${retentionWords[kind]}, days`}
            hint={retention.defaults[kind] === retention.days[kind] ? undefined : `Default ${formatNumber(retention.defaults[kind])}`}
            inputMode="numeric"
            value={textOf(kind)}
            error={wrong.includes(kind) ? 'From 1 to 3650 days' : undefined}
            onChange={(event) => setTexts((old) => ({ ...old, [kind]: event.target.value }))}
          />
        ))}
      </fieldset>
      <p className="small muted">
        {lastRun ? `Last run ${formatDateTime(lastRun.at)}: ${formatNumber(deleted)} deleted.` : 'It has not run yet.'}
      </p>
      {shorter.length > 0 && wrong.length === 0 && (
        <p className="small problem-text">Shorter than now: what is older is gone after the next daily run.</p>
      )}
      <Problem error={save.error} />
      {owner ? (
        <div className="row">
          <Button type="submit" busy={save.isPending} disabled={changed.length === 0 || wrong.length > 0}>
            Save
          </Button>
        </div>
      ) : (
        <p className="small muted">Owners set these.</p>
      )}
    </form>
  );
}
