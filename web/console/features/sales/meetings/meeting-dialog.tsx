import { type FormEvent, useId, useState } from 'react';
import { Link } from 'wouter';
import type { CrmContact } from '../../../../../worker/contract/sales/companies';
import { useWrite } from '../../../lib/query';
import { useEvent, useEventPath } from '../../../lib/session';
import { Notice } from '../../../ui/bits';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { SelectField, TextField } from '../../../ui/field';
import { Problem } from '../../../ui/states';
import { Choice } from '../choice';
import { instantIn } from './local-time';

const ways = { offer: 'They choose a time', fixed: 'A time was agreed' } as const;

/** Offers a meeting by mail with a scheduling page, or books the time that was agreed. */
export function MeetingDialog({ contact, onClose }: { contact: CrmContact; onClose: () => void }) {
  const form = useId();
  const event = useEvent();
  const path = useEventPath();
  const [way, setWay] = useState<keyof typeof ways>('offer');
  const [minutes, setMinutes] = useState('30');
  const [at, setAt] = useState('');
  const offer = useWrite('POST /events/{eventId}/meetings', [
    'GET /events/{eventId}/meetings',
    'GET /events/{eventId}/companies/{companyId}/story',
    'GET /events/{eventId}/deals',
    'GET /events/{eventId}/approvals',
  ]);
  const startsAt = way === 'fixed' ? instantIn(at, event.timeZone) : null;
  const wrong = way === 'fixed' && startsAt === null;
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    if (wrong || offer.isPending) return;
    offer.mutate({ params: { eventId: event.id }, body: { contactId: contact.id, minutes: Number(minutes), startsAt } });
  };
  if (offer.data) {
    const waiting = offer.data.outcome === 'waiting';
    return (
      <Dialog title="Meeting" onClose={onClose} actions={<Button onClick={onClose}>Close</Button>}>
        <Notice tone={waiting ? 'warn' : 'good'} icon={waiting ? 'clock' : 'check'}>
          {waiting ? (
            <span>
              It waits for approval. {offer.data.approvalId && <Link to={path(`/approvals/${offer.data.approvalId}`)}>Decide it</Link>}
            </span>
          ) : (
            `${contact.name} gets a mail with ${way === 'offer' ? 'the scheduling page' : 'the invitation'}.`
          )}
        </Notice>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={`Meeting with ${contact.name}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary" busy={offer.isPending} disabled={wrong}>
            {way === 'offer' ? 'Offer' : 'Book'}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit}>
        <Choice label="Who chooses the time" words={ways} value={way} onChange={setWay} />
        <SelectField label="Length" value={minutes} onChange={(change) => setMinutes(change.target.value)}>
          {['15', '30', '45', '60', '90'].map((one) => (
            <option key={one} value={one}>
              {one} minutes
            </option>
          ))}
        </SelectField>
        {way === 'fixed' && (
          <TextField
            label={`Time, ${event.timeZone}`}
            type="datetime-local"
            value={at}
            hint={
              contact.timeZone && contact.timeZone !== event.timeZone
                ? `They are in ${contact.timeZone}; the invitation shows their time.`
                : undefined
            }
            onChange={(change) => setAt(change.target.value)}
          />
        )}
        <Problem error={offer.error} />
      </form>
    </Dialog>
  );
}
