import { type FormEvent, useState } from 'react';
import { useWrite } from '../../../lib/query';
import { Button } from '../../../ui/button';
import { TextArea, TextField } from '../../../ui/field';
import { Problem } from '../../../ui/states';
import { Choice } from '../choice';

const kinds = { note: 'Note', task: 'Task' } as const;

/** A note or a task about a company; a task has a day on which it is due. */
export function AddNote({ companyId, dealId }: { companyId: string; dealId: string | null }) {
  const [kind, setKind] = useState<keyof typeof kinds>('note');
  const [text, setText] = useState('');
  const [due, setDue] = useState('');
  const add = useWrite('POST /companies/{companyId}/notes', [
    'GET /events/{eventId}/companies/{companyId}/story',
    'GET /companies/{companyId}',
  ]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || add.isPending) return;
    // A task is due at the end of its day, where the person who sets it is.
    const dueAt = kind === 'task' && due ? new Date(`${due}T18:00`).getTime() : null;
    const made = await add.mutateAsync({ params: { companyId }, body: { kind, text: text.trim(), dueAt, dealId } }).catch(() => null);
    if (!made) return;
    setText('');
    setDue('');
  };
  return (
    <form className="panel add-note" onSubmit={submit}>
      <Choice label="What to add" words={kinds} value={kind} onChange={setKind} />
      <TextArea
        bare
        label={kind === 'note' ? 'Note' : 'Task'}
        placeholder={kind === 'note' ? 'What you learned, for everybody who talks to them' : 'What is to be done'}
        rows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row row-between">
        {kind === 'task' ? (
          <TextField bare label="Due on" type="date" value={due} onChange={(event) => setDue(event.target.value)} />
        ) : (
          <span />
        )}
        <Button type="submit" small busy={add.isPending} disabled={text.trim() === ''}>
          Add {kind}
        </Button>
      </div>
      <Problem error={add.error} />
    </form>
  );
}
