import { type FormEvent, useState } from 'react';
import type { Suppression } from '../../../../worker/contract/work';
import { formatDateTime } from '../../lib/format';
import { usePages, useWrite } from '../../lib/query';
import { useMay } from '../../lib/session';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { PagedList } from '../../ui/list';
import { Section } from '../../ui/page';
import { Problem } from '../../ui/states';

const reasons: Record<Suppression['reason'], string> = {
  hard_bounce: 'Does not exist',
  complaint: 'Complained',
  opt_out: 'Opted out',
  manual: 'By hand',
  erased: 'Erased',
};

/** Addresses that get no mail from any agent of the organization. */
export function SuppressionsTab() {
  const may = useMay('organizer');
  const query = usePages('GET /suppressions', {});
  const allow = useWrite('DELETE /suppressions/{id}', ['GET /suppressions']);
  return (
    <>
      {may && <Suppress />}
      <Section title="No mail goes to" lead="Bounces, complaints and opt-outs land here by themselves.">
        <PagedList query={query} empty={<p className="muted">Nobody. Every address may get mail.</p>}>
          {(items) => (
            <ul className="people">
              {items.map((item) => (
                <li key={item.id}>
                  <span className="row-main">
                    <strong className="clip">{item.address}</strong>
                    <span className="muted small">
                      {reasons[item.reason]}, {formatDateTime(item.createdAt)}
                    </span>
                  </span>
                  {may && (
                    <Button small busy={allow.isPending} onClick={() => allow.mutate({ params: { id: item.id } })}>
                      Allow again
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </PagedList>
        <Problem error={allow.error} />
      </Section>
    </>
  );
}

function Suppress() {
  const [address, setAddress] = useState('');
  const add = useWrite('POST /suppressions', ['GET /suppressions']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!add.isPending) add.mutate({ body: { address: address.trim() } }, { onSuccess: () => setAddress('') });
  };
  return (
    <form className="inline-form" onSubmit={submit}>
      <TextField label="Stop mail to" type="email" value={address} onChange={(event) => setAddress(event.target.value)} required />
      <Button type="submit" busy={add.isPending}>
        Stop
      </Button>
      <Problem error={add.error} />
    </form>
  );
}
