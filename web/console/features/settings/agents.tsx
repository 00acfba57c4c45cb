import { useState } from 'react';
import type { AgentName } from '../../../../worker/contract/common';
import type { AgentSettings } from '../../../../worker/contract/events';
import { formatNumber } from '../../lib/format';
import { useRead, useWrite } from '../../lib/query';
import { useEvent, useEventPath, useMay } from '../../lib/session';
import { Badge, Facts } from '../../ui/bits';
import { Button, ButtonLink } from '../../ui/button';
import { Empty, Problem, States } from '../../ui/states';
import { useToast } from '../../ui/toast';
import { agentWords, effectWords, modeWords } from '../../ui/words';
import { afterStop, StopDialog } from '../stop/stop-dialog';
import { limitLabel, limitText } from './limits';

export function AgentSettingsTab() {
  const { id: eventId } = useEvent();
  const query = useRead('GET /events/{eventId}/agents', { params: { eventId } });
  return (
    <States query={query} isEmpty={(data) => data.items.length === 0} empty={<Empty icon="settings" title="This event has no agents" />}>
      {(data) => (
        <div className="stack stack-wide">
          {data.items
            .toSorted((a, b) => order.indexOf(a.agent) - order.indexOf(b.agent))
            .map((settings) => (
              <Agent key={settings.agent} settings={settings} />
            ))}
        </div>
      )}
    </States>
  );
}

const order: AgentName[] = ['support', 'sales', 'marketing', 'operations', 'analytics'];

/** What an agent is for, what holds for it, and the switch that stops it. */
function Agent({ settings }: { settings: AgentSettings }) {
  const event = useEvent();
  const path = useEventPath();
  const may = useMay('organizer');
  const toast = useToast();
  const resume = useWrite('POST /events/{eventId}/resume', [...afterStop]);
  const [stopping, setStopping] = useState(false);
  const name = agentWords[settings.agent];
  const letWork = () =>
    resume.mutate(
      { params: { eventId: event.id }, body: { scope: 'agent', agent: settings.agent } },
      { onSuccess: () => toast(`${name} works again`) },
    );
  return (
    <section className="panel agent" aria-label={name}>
      <div className="row row-between">
        <div>
          <h2 className="row">
            {name} <AgentState settings={settings} />
          </h2>
          <p className="muted">{settings.purpose}</p>
        </div>
        {may && (
          <Button
            look={settings.paused ? 'primary' : 'danger'}
            {...(!settings.paused && { icon: 'hand' as const })}
            busy={resume.isPending}
            onClick={settings.paused ? letWork : () => setStopping(true)}
          >
            {settings.paused ? 'Let it work' : 'Pause'}
          </Button>
        )}
      </div>
      <Facts
        rows={[
          ['Mode', `${modeWords[settings.mode].text}. ${modeWords[settings.mode].hint}`],
          ['Dial', `${formatNumber(settings.autonomy)} of 100`],
          ...Object.entries(settings.limits).map(([limit, value]): [string, string] => [
            limitLabel(limit, event.currency),
            limitText(limit, value, event.currency),
          ]),
        ]}
      />
      <div className="row">
        <ButtonLink small to={path(`/settings/policy/${settings.agent}`)}>
          {may ? 'Change its policy' : 'Its policy'}
        </ButtonLink>
      </div>
      {settings.tools.length > 0 && (
        <details className="small">
          <summary>What it can do ({settings.tools.length})</summary>
          <ul className="tools">
            {settings.tools.map((tool) => (
              <li key={tool.name}>
                <code>{tool.name}</code> <span className="muted">{effectWords[tool.effect]?.text ?? tool.effect}</span>
                <br />
                {tool.description}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Problem error={resume.error} />
      {stopping && <StopDialog agent={settings.agent} onClose={() => setStopping(false)} />}
    </section>
  );
}

function AgentState({ settings }: { settings: AgentSettings }) {
  if (settings.paused) return <Badge tone="warn">Paused</Badge>;
  return settings.tools.length > 0 ? <Badge tone="good">Working</Badge> : <Badge>Has no tools yet</Badge>;
}
