import { type FormEvent, useId, useState } from 'react';
import type { InputOf } from '../../../../worker/contract/api';
import type { CommandView } from '../../../../worker/contract/work';
import { formatCount, formatDateTime, wordsOf } from '../../lib/format';
import { useWrite } from '../../lib/query';
import { useEvent, useMay } from '../../lib/session';
import { Ago, Badge, Notice } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextArea } from '../../ui/field';
import { Problem } from '../../ui/states';
import { commandText, commandWords } from '../../ui/words';
import { factRows } from '../approvals/approval-words';
import { Undo } from '../approvals/undo';
import { CommandLife } from './command-life';

/** One outbound effect with what the service answered; an unknown or parked one can be settled. */
export function Command({ command }: { command: CommandView }) {
  const may = useMay('organizer');
  const event = useEvent();
  const [settling, setSettling] = useState(false);
  const word = commandWords[command.state];
  const open = command.state === 'unknown' || command.state === 'parked';
  return (
    <article className="panel command" aria-label={`${commandText(command.kind)} to ${command.target}`}>
      <div className="row row-between">
        <div className="row">
          <strong>{commandText(command.kind)}</strong>
          <Badge tone={word.tone}>{word.text}</Badge>
        </div>
        <span className="small muted">
          <Ago at={command.updatedAt} /> · {formatCount(command.attempts, 'attempt')}
        </span>
      </div>
      <p className="clip">{command.target}</p>
      {command.state === 'authorised' && command.approvalId && command.undoUntil !== null && may && (
        <div className="row">
          <Undo event={event} approvalId={command.approvalId} />
        </div>
      )}
      {command.lastError && <p className="problem-text small">{command.lastError}</p>}
      {open && (
        <Notice tone="warn" icon="alert">
          {command.state === 'unknown'
            ? 'The call was made, but no answer came back. The service is asked before anything is sent again; if you know what happened, say so.'
            : 'It could not be sent after several attempts and waits for a person. Say what is true, or have it tried again.'}
          {may && (
            <div className="row">
              <Button small onClick={() => setSettling(true)}>
                Settle
              </Button>
            </div>
          )}
        </Notice>
      )}
      <CommandLife transitions={command.transitions} open={open} />
      {command.receipts.length > 0 && (
        <details open={open}>
          <summary className="small">{formatCount(command.receipts.length, 'receipt')}</summary>
          <ul className="receipts">
            {command.receipts.map((receipt) => (
              <li key={`${receipt.at}:${receipt.outcome}`} className="small">
                <span>
                  {formatDateTime(receipt.at, event.timeZone)} · {wordsOf(receipt.provider)}: <strong>{wordsOf(receipt.outcome)}</strong>
                  {receipt.providerRef && <span className="muted"> · {receipt.providerRef}</span>}
                </span>
                {factRows(receipt.detail).map(([name, value]) => (
                  <span key={name} className="muted clip">
                    {name}: {value}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
      {settling && <SettleDialog command={command} onClose={() => setSettling(false)} />}
    </article>
  );
}

type As = InputOf<'POST /events/{eventId}/commands/{commandId}/settle'>['body']['as'];
const choices: [As, string, string][] = [
  ['happened', 'It happened', 'You have seen it at the service. It is closed as confirmed.'],
  ['did_not_happen', 'It did not happen', 'It is closed and never sent.'],
  ['try_again', 'Try again', 'It is sent once more under the same key. Where the service honours keys it cannot happen twice.'],
];

function SettleDialog({ command, onClose }: { command: CommandView; onClose: () => void }) {
  const { id: eventId } = useEvent();
  const form = useId();
  const [as, setAs] = useState<As | null>(null);
  const [reason, setReason] = useState('');
  const settle = useWrite('POST /events/{eventId}/commands/{commandId}/settle', [
    'GET /events/{eventId}/commands',
    'GET /events/{eventId}/activities/{activityId}',
    'GET /events/{eventId}/today',
  ]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!as) return;
    settle.mutate({ params: { eventId, commandId: command.id }, body: { as, reason: reason.trim() } }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title="What became of it?"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary" busy={settle.isPending} disabled={!as || reason.trim() === ''}>
            Settle
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit}>
        <p>
          {commandText(command.kind)}: {command.target}
        </p>
        <fieldset className="choices">
          <legend className="visually-hidden">Outcome</legend>
          {choices.map(([value, text, hint]) => (
            <label key={value} className="choice">
              <input type="radio" name="as" checked={as === value} onChange={() => setAs(value)} />
              <span>
                <strong>{text}</strong>
                <span className="small muted">{hint}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <TextArea
          label="Reason"
          hint="Stays in the log."
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
        />
        <Problem error={settle.error} />
      </form>
    </Dialog>
  );
}
