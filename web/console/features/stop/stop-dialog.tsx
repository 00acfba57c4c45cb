import { useState } from 'react';
import type { AgentName } from '../../../../worker/contract/common';
import type { Stop, StopScope } from '../../../../worker/contract/stops';
import { useWrite } from '../../lib/query';
import { useEvent } from '../../lib/session';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Problem } from '../../ui/states';
import { agentWords } from '../../ui/words';
import { Reached } from './reached';

/** What is read again after a stop or its end. */
export const afterStop = [
  'GET /events/{eventId}/agents',
  'GET /events/{eventId}/stops',
  'GET /events/{eventId}/commands',
  'GET /events/{eventId}/approvals',
  'GET /events/{eventId}/today',
] as const;

/** Asks before it stops, and shows what the stop reached and what it could not reach. */
export function StopDialog({ agent, onClose }: { agent: AgentName | null; onClose: () => void }) {
  const { id: eventId } = useEvent();
  const stop = useWrite('POST /events/{eventId}/stop', [...afterStop]);
  const [reached, setReached] = useState<Stop | null>(null);
  const body: StopScope = agent ? { scope: 'agent', agent } : { scope: 'all_agents' };
  const whom = agent ? agentWords[agent] : 'All agents';
  if (reached)
    return (
      <Dialog
        title={`${whom} paused`}
        onClose={onClose}
        actions={<Button onClick={onClose}>Close</Button>}
        wide={reached.couldNotStop.length > 0}
      >
        <Reached stop={reached} />
      </Dialog>
    );
  return (
    <Dialog
      title={agent ? `Pause ${whom}?` : 'Pause all agents?'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="danger"
            icon="hand"
            busy={stop.isPending}
            onClick={() => stop.mutate({ params: { eventId }, body }, { onSuccess: setReached })}
          >
            Pause
          </Button>
        </>
      }
    >
      <p>
        Nothing more goes out: what is queued and what was approved waits until you let it go on. Attendees can still write; people answer.
      </p>
      <Problem error={stop.error} />
    </Dialog>
  );
}
