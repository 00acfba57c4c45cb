import type { AgentName, Mode } from '../../../../worker/contract/common';
import type { AgentSettings } from '../../../../worker/contract/events';
import { formatNumber, wordsOf } from '../../lib/format';
import { useEvent, useMay } from '../../lib/session';
import { TextField } from '../../ui/field';
import { Section } from '../../ui/page';
import { modeWords } from '../../ui/words';
import { limitLabel } from '../settings/limits';
import type { AgentDraft } from './policy-draft';

const modes = ['full_auto', 'assisted', 'review_only'] as const satisfies Mode[];

/** Tools that act, for which an agent can earn points above its dial. */
export const actingTools = (settings: AgentSettings | undefined) =>
  (settings?.tools ?? []).filter(({ effect }) => effect !== 'read' && effect !== 'record').map(({ name }) => name);

interface Props {
  agent: AgentName;
  draft: AgentDraft;
  problems: Record<string, string>;
  onChange: (part: Partial<AgentDraft>) => void;
}

/** Mode, dial, limits and allowances of one agent. */
export function AgentFields({ agent, draft, problems, onChange }: Props) {
  const event = useEvent();
  const owner = useMay('owner');
  return (
    <>
      <fieldset className="choices choices-3">
        <legend>Mode</legend>
        {modes.map((value) => (
          <label key={value} className="choice">
            <input type="radio" name={`${agent}-mode`} checked={draft.mode === value} onChange={() => onChange({ mode: value })} />
            <span>
              <strong>{modeWords[value].text}</strong>
              <span className="small muted">{modeWords[value].hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="dial">
        <label htmlFor={`${agent}-dial`}>Dial</label>
        <input
          id={`${agent}-dial`}
          type="range"
          min={0}
          max={100}
          step={5}
          value={draft.autonomy}
          onChange={(change) => onChange({ autonomy: change.target.valueAsNumber })}
          aria-describedby={`${agent}-dial-hint`}
        />
        <output className="number">{formatNumber(draft.autonomy)}</output>
        <p id={`${agent}-dial-hint`} className="field-hint">
          Actions with a risk above {formatNumber(draft.autonomy)} wait for a person. Rules that demand one always do.
        </p>
      </div>
      {Object.keys(draft.limits).length > 0 && (
        <Section title="Limits of this agent">
          <div className="form-grid">
            {Object.entries(draft.limits).map(([name, text]) => (
              <TextField
                key={name}
                label={limitLabel(name, event.currency)}
                inputMode="decimal"
                value={text}
                error={problems[`limits.${name}`]}
                onChange={(change) => onChange({ limits: { ...draft.limits, [name]: change.target.value } })}
              />
            ))}
          </div>
        </Section>
      )}
      {Object.keys(draft.allowances).length > 0 && (
        <Section
          title="Allowances"
          lead={`Points of risk above the dial, by kind of action: earned, or given by an owner.${owner ? '' : ' You can lower them; only an owner raises them.'}`}
        >
          <div className="form-grid">
            {Object.entries(draft.allowances).map(([tool, text]) => (
              <TextField
                key={tool}
                label={wordsOf(tool)}
                inputMode="numeric"
                value={text}
                error={problems[`allowances.${tool}`]}
                onChange={(change) => onChange({ allowances: { ...draft.allowances, [tool]: change.target.value } })}
              />
            ))}
          </div>
        </Section>
      )}
    </>
  );
}
