import { useEffect, useState } from 'react';
import type { Event } from '../../../../worker/contract/events';
import { formatDuration } from '../../lib/format';
import { textOf } from '../../lib/problem';
import { itemsOf, usePages, useWrite } from '../../lib/query';
import { useNowOf } from '../../lib/session';
import { Button } from '../../ui/button';
import { useToast } from '../../ui/toast';
import { undoable } from './undoable';

/** How long after a decision its effects may take to stand in the outbox. */
const lookForMs = 8000;
const readForMs = 4000;

interface Props {
  event: Event;
  approvalId: string;
  /** Says beside the button that nothing has left yet, where nothing else does. */
  says?: boolean;
  /** Called once there is nothing, or no longer anything, to take back. */
  onOver?: () => void;
}

/** Takes an approved effect back while its undo window is open; nothing outside of that. */
export function Undo({ event, approvalId, says = false, onOver }: Props) {
  const now = useNowOf(event, 500);
  const toast = useToast();
  const [since] = useState(Date.now);
  const fresh = Date.now() - since < lookForMs;
  const query = { params: { eventId: event.id }, query: { limit: 30 } };
  const commands = usePages('GET /events/{eventId}/commands', query, { refetchInterval: fresh ? 1000 : false });
  const command = undoable(itemsOf(commands.data), approvalId, now);
  const undo = useWrite('POST /events/{eventId}/commands/{commandId}/undo', [
    'GET /events/{eventId}/commands',
    'GET /events/{eventId}/approvals',
    'GET /events/{eventId}/approvals/{approvalId}',
    'GET /events/{eventId}/today',
  ]);
  const isOver = !command && !fresh && !undo.isPending;
  const tells = undo.isSuccess || undo.isError;
  useEffect(() => {
    if (!isOver || !onOver) return;
    const timer = setTimeout(onOver, tells ? readForMs : 0);
    return () => clearTimeout(timer);
  }, [isOver, tells, onOver]);
  if (undo.isSuccess) return <span>Taken back</span>;
  if (undo.error) return <span role="alert">{textOf(undo.error)}</span>;
  if (!command) return null;
  const left = event.clock === 'virtual' ? '' : ` (${formatDuration(Math.ceil(((command.undoUntil ?? now) - now) / 1000) * 1000)})`;
  const button = (
    <Button
      small
      aria-keyshortcuts="u"
      busy={undo.isPending}
      onClick={() =>
        undo.mutate({ params: { eventId: event.id, commandId: command.id } }, { onSuccess: () => toast('Taken back. Nothing was sent.') })
      }
    >
      Undo{left}
    </Button>
  );
  if (!says) return button;
  return (
    <span className="row">
      <span className="small muted">Not sent yet</span>
      {button}
    </span>
  );
}
