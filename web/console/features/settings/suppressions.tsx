import { type FormEvent, useState } from 'react';
import { formatDateTime } from '../../lib/format';
import { usePages, useWrite } from '../../lib/query';
import { useMay } from '../../lib/session';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { PagedList } from '../../ui/list';
import { Section } from '../../ui/page';
import { Problem } from '../../ui/states';
import { suppressionWords } from '../../ui/words';
import { Contact } from '../contacts/contact';

/** Addresses and companies that agents do not write to, and what is known of one contact. */
export function SuppressionsTab() {
  const may = useMay('organizer');
  const query = usePages('GET /suppressions', {});
  const allow = useWrite('DELETE /suppressions/{id}', ['GET /suppressions', 'GET /contacts/{address}']);
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
                    <strong className="clip">{item.channel === 'digest' ? 'Somebody who was erased' : item.address}</strong>
                    <span className="muted small">
                      {item.channel === 'company' && 'The whole company, outreach and campaigns. '}
                      {suppressionWords[item.reason]}, {formatDateTime(item.createdAt)}
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
      <LookUp />
    </>
  );
}

function Suppress() {
  const [typed, setTyped] = useState('');
  const add = useWrite('POST /suppressions', ['GET /suppressions', 'GET /contacts/{address}']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = typed.trim();
    if (add.isPending || text === '') return;
    add.mutate({ body: text.includes('@') ? { address: text } : { companyDomain: text } }, { onSuccess: () => setTyped('') });
  };
  return (
    <form className="inline-form" onSubmit={submit}>
      <TextField
        label="Stop mail to"
        hint="An address; or a domain such as example.org, for outreach and campaigns to the whole company."
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        required
      />
      <Button type="submit" busy={add.isPending}>
        Stop
      </Button>
      <Problem error={add.error} />
    </form>
  );
}

function LookUp() {
  const [typed, setTyped] = useState('');
  const [address, setAddress] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAddress(typed.trim().toLowerCase());
  };
  return (
    <Section title="One contact" lead="What all agents of all events sent to an address, and what holds mail back now.">
      <form className="inline-form" onSubmit={submit}>
        <TextField label="Mail address" type="email" value={typed} onChange={(event) => setTyped(event.target.value)} required />
        <Button type="submit" icon="search">
          Look up
        </Button>
      </form>
      {address && <Contact key={address} address={address} />}
    </Section>
  );
}
