import { useState } from 'react';
import type { AgentName, Mode } from '../../../../worker/contract/common';
import type { AgentSettings } from '../../../../worker/contract/events';
import { formatNumber } from '../../lib/format';
import { useRead, useWrite } from '../../lib/query';
import { useEvent, useMay } from '../../lib/session';
import { Badge } from '../../ui/bits';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Empty, Problem, States } from '../../ui/states';
import { useToast } from '../../ui/toast';
import { agentWords, effectWords, modeWords } from '../../ui/words';
import { afterStop, StopDialog } from '../stop/stop-dialog';
import { limitLabel, limitOf, limitText } from './limits';

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
              <Agent key={`${settings.agent}:${settings.version}`} settings={settings} />
            ))}
        </div>
      )}
    </States>
  );
}

const order: AgentName[] = ['support', 'sales', 'marketing', 'operations', 'analytics'];
const modes = ['full_auto', 'assisted', 'review_only'] as const satisfies Mode[];

/** The draft starts anew whenever another version of the settings arrives. */
function Agent({ settings }: { settings: AgentSettings }) {
  const event = useEvent();
  const may = useMay('organizer');
  const toast = useToast();
  const [mode, setMode] = useState(settings.mode);
  const [autonomy, setAutonomy] = useState(settings.autonomy);
  const [limits, setLimits] = useState<Record<string, string>>(() =>
    Object.fromEntries(Object.entries(settings.limits).map(([name, value]) => [name, limitText(name, value, event.currency)])),
  );
  const save = useWrite('PATCH /events/{eventId}/agents/{agent}', ['GET /events/{eventId}/agents']);
  const resume = useWrite('POST /events/{eventId}/resume', [...afterStop]);
  const [stopping, setStopping] = useState(false);
  const params = { eventId: event.id, agent: settings.agent };
  const name = agentWords[settings.agent];
  const parsed = Object.entries(limits).map(([limit, text]) => [limit, limitOf(limit, text, event.currency)] as const);
  const wrong = new Set(parsed.filter(([, value]) => value === null).map(([limit]) => limit));
  const values = Object.fromEntries(parsed.flatMap(([limit, value]) => (value === null ? [] : [[limit, value]])));
  const changed = mode !== settings.mode || autonomy !== settings.autonomy || JSON.stringify(values) !== JSON.stringify(settings.limits);
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
            small
            look={settings.paused ? 'primary' : 'danger'}
            busy={resume.isPending}
            onClick={() => {
              if (!settings.paused) return setStopping(true);
              resume.mutate(
                { params: { eventId: event.id }, body: { scope: 'agent', agent: settings.agent } },
                { onSuccess: () => toast(`${name} works again`) },
              );
            }}
          >
            {settings.paused ? 'Let it work' : 'Pause'}
          </Button>
        )}
      </div>
      <fieldset className="choices choices-3" disabled={!may}>
        <legend>Mode</legend>
        {modes.map((value) => (
          <label key={value} className="choice">
            <input type="radio" name={`${settings.agent}-mode`} checked={mode === value} onChange={() => setMode(value)} />
            <span>
              <strong>{modeWords[value].text}</strong>
              <span className="small muted">{modeWords[value].hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="dial">
        <label htmlFor={`${settings.agent}-autonomy`}>Autonomy</label>
        <input
          id={`${settings.agent}-autonomy`}
          type="range"
          min={0}
          max={100}
          step={5}
          value={autonomy}
          disabled={!may}
          onChange={(event) => setAutonomy(event.target.valueAsNumber)}
          aria-describedby={`${settings.agent}-autonomy-hint`}
        />
        <output className="number">{formatNumber(autonomy)}</output>
        <p id={`${settings.agent}-autonomy-hint`} className="field-hint">
          Actions with a risk above {formatNumber(autonomy)} wait for a person. Rules that demand one always do.
        </p>
      </div>
      {Object.keys(limits).length > 0 && (
        <div className="form-grid">
          {Object.entries(limits).map(([limit, text]) => (
            <TextField
              key={limit}
              label={limitLabel(limit, event.currency)}
              inputMode="decimal"
              disabled={!may}
              value={text}
              error={wrong.has(limit) ? 'Enter a number' : undefined}
              onChange={(change) => setLimits((old) => ({ ...old, [limit]: change.target.value }))}
            />
          ))}
        </div>
      )}
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
      <Problem error={save.error ?? resume.error} />
      {stopping && <StopDialog agent={settings.agent} onClose={() => setStopping(false)} />}
      {may && changed && (
        <div className="row">
          <Button
            look="primary"
            busy={save.isPending}
            disabled={wrong.size > 0}
            onClick={() => save.mutate({ params, body: { mode, autonomy, limits: values } }, { onSuccess: () => toast(`${name}: saved`) })}
          >
            Save
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              setMode(settings.mode);
              setAutonomy(settings.autonomy);
              setLimits(
                Object.fromEntries(
                  Object.entries(settings.limits).map(([limit, value]) => [limit, limitText(limit, value, event.currency)]),
                ),
              );
            }}
          >
            Undo changes
          </Button>
        </div>
      )}
    </section>
  );
}

function AgentState({ settings }: { settings: AgentSettings }) {
  if (settings.paused) return <Badge tone="warn">Paused</Badge>;
  return settings.tools.length > 0 ? <Badge tone="good">Working</Badge> : <Badge>Has no tools yet</Badge>;
}
