import { type FormEvent, useId, useState } from 'react';
import type { Erasure, PersonFound } from '../../../../worker/contract/privacy';
import { useWrite } from '../../lib/query';
import { Notice } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { Problem } from '../../ui/states';
import { Receipt } from './receipt';

/** Asks for the address once more, erases, and shows what was done where. */
export function EraseDialog({ person, onClose }: { person: PersonFound; onClose: (isErased: boolean) => void }) {
  const form = useId();
  const [confirm, setConfirm] = useState('');
  const [done, setDone] = useState<Erasure | null>(null);
  const erase = useWrite('POST /people/erase', ['GET /erasures', 'GET /events/{eventId}/attendees', 'GET /suppressions']);
  const matches = confirm.trim().toLowerCase() === person.address.toLowerCase();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!matches || erase.isPending) return;
    erase.mutate({ body: { address: person.address, confirm: confirm.trim() } }, { onSuccess: setDone });
  };
  if (done)
    return (
      <Dialog
        wide
        title={done.state === 'done' ? 'Erased' : 'Being erased'}
        onClose={() => onClose(true)}
        actions={<Button onClick={() => onClose(true)}>Close</Button>}
      >
        <Receipt erasure={done} />
      </Dialog>
    );
  return (
    <Dialog
      title={`Erase ${person.address}?`}
      onClose={() => onClose(false)}
      actions={
        <>
          <Button onClick={() => onClose(false)}>Keep</Button>
          <Button type="submit" form={form} look="danger" icon="trash" busy={erase.isPending} disabled={!matches}>
            Erase for good
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit}>
        <Notice tone="warn" icon="alert">
          This cannot be undone. Conversations, mails, memory and whatever names this person go; figures and the chain of the log stay.
          Export first if they asked for their data.
        </Notice>
        {person.others.length > 0 && <p className="muted">Stays: {person.others.join(', ')}, who stand in the same orders.</p>}
        <TextField
          label="Type the address to confirm"
          autoComplete="off"
          value={confirm}
          onChange={(event) => setConfirm(event.target.value)}
          required
          autoFocus
        />
        <Problem error={erase.error} />
      </form>
    </Dialog>
  );
}
