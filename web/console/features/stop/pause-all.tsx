import { useState } from 'react';
import { formatCount } from '../../lib/format';
import { useRead, useWrite } from '../../lib/query';
import { useEvent, useMay } from '../../lib/session';
import { Notice } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Problem } from '../../ui/states';
import { useToast } from '../../ui/toast';
import { agentWords } from '../../ui/words';
import { afterStop, StopDialog } from './stop-dialog';

/** The one button that stops everything; beside it stays what is paused. */
export function PauseAll() {
  const event = useEvent();
  const may = useMay('organizer');
  const agents = useRead('GET /events/{eventId}/agents', { params: { eventId: event.id } });
  const [asking, setAsking] = useState(false);
  const working = agents.data?.items.filter((agent) => !agent.paused) ?? [];
  if (!may || !agents.data || event.state !== 'active') return null;
  return (
    <>
      {working.length > 0 && (
        <Button look="danger" icon="hand" onClick={() => setAsking(true)}>
          Pause all agents
        </Button>
      )}
      {asking && <StopDialog agent={null} onClose={() => setAsking(false)} />}
    </>
  );
}

/** Says who is paused, on top of the page, until they go on. */
export function PausedNotice() {
  const event = useEvent();
  const may = useMay('organizer');
  const toast = useToast();
  const agents = useRead('GET /events/{eventId}/agents', { params: { eventId: event.id } });
  const resume = useWrite('POST /events/{eventId}/resume', [...afterStop]);
  const paused = agents.data?.items.filter((agent) => agent.paused) ?? [];
  const [only] = paused;
  if (!only || !agents.data) return null;
  const all = paused.length === agents.data.items.length;
  return (
    <Notice tone="warn" icon="hand">
      <span>
        <strong>{all ? 'All agents are paused.' : `Paused: ${paused.map((agent) => agentWords[agent.agent]).join(', ')}.`}</strong> Nothing
        of theirs goes out.
      </span>
      {may && (
        <div className="row">
          <Button
            small
            look="primary"
            busy={resume.isPending}
            onClick={() =>
              resume.mutate(
                {
                  params: { eventId: event.id },
                  body: paused.length === 1 ? { scope: 'agent', agent: only.agent } : { scope: 'all_agents' },
                },
                { onSuccess: ({ released }) => toast(`They go on; ${formatCount(released, 'effect')} due again`) },
              )
            }
          >
            Let {paused.length === 1 ? agentWords[only.agent] : 'them'} go on
          </Button>
        </div>
      )}
      <Problem error={resume.error} />
    </Notice>
  );
}
