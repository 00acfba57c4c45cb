import type { AgentName } from '../../../../worker/contract/common';
import { wordsOf } from '../../lib/format';
import { useRead } from '../../lib/query';
import { useEvent } from '../../lib/session';
import { Button } from '../../ui/button';
import { CheckField, SelectField, TextField } from '../../ui/field';
import { agentWords } from '../../ui/words';
import { actingTools } from './agent-fields';
import { newTier, type TierDraft } from './policy-draft';

interface Props {
  tiers: TierDraft[];
  problems: Record<string, string>;
  onChange: (tiers: TierDraft[]) => void;
}

const counts = ['1', '2', '3', '4', '5'];

/** Who must approve what, in rows of which the first that fits counts. */
export function Tiers({ tiers, problems, onChange }: Props) {
  const change = (index: number, part: Partial<TierDraft>) =>
    onChange(tiers.map((tier, place) => (place === index ? { ...tier, ...part } : tier)));
  return (
    <div className="stack">
      {tiers.map((tier, index) => (
        <TierFields
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what counts, and every control is a controlled one
          key={index}
          tier={tier}
          place={index}
          problems={problems}
          onChange={(part) => change(index, part)}
          onRemove={() => onChange(tiers.filter((_, place) => place !== index))}
        />
      ))}
      <div className="row">
        <Button icon="plus" onClick={() => onChange([...tiers, newTier])} disabled={tiers.length >= 20}>
          Add a row
        </Button>
      </div>
    </div>
  );
}

interface RowProps {
  tier: TierDraft;
  place: number;
  problems: Record<string, string>;
  onChange: (part: Partial<TierDraft>) => void;
  onRemove: () => void;
}

function TierFields({ tier, place, problems, onChange, onRemove }: RowProps) {
  const event = useEvent();
  const agents = useRead('GET /events/{eventId}/agents', { params: { eventId: event.id } });
  const members = useRead('GET /members', undefined);
  const known = agents.data?.items ?? [];
  const tools = known.filter(({ agent }) => !tier.agent || agent === tier.agent).flatMap(actingTools);
  const able = (members.data?.items ?? []).filter(({ role }) => role === 'owner' || role === tier.role);
  const problem = (name: string) => problems[`approvals.${place}.${name}`];
  return (
    <fieldset className="panel tier">
      <legend className="visually-hidden">Row {place + 1}</legend>
      <div className="form-grid form-grid-small">
        <SelectField
          label="Agent"
          value={tier.agent}
          error={problem('agent')}
          onChange={(change) => onChange({ agent: change.target.value, tool: '' })}
        >
          <option value="">Any</option>
          {known.map(({ agent }: { agent: AgentName }) => (
            <option key={agent} value={agent}>
              {agentWords[agent]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Action"
          value={tier.tool}
          error={problem('tool')}
          onChange={(change) => onChange({ tool: change.target.value })}
        >
          <option value="">Any</option>
          {[...new Set([...tools, ...(tier.tool ? [tier.tool] : [])])].map((tool) => (
            <option key={tool} value={tool}>
              {wordsOf(tool)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={`Above, ${event.currency}`}
          placeholder="Any amount"
          inputMode="decimal"
          value={tier.above}
          error={problem('aboveMinor')}
          onChange={(change) => onChange({ above: change.target.value })}
        />
        <SelectField
          label="How many"
          value={tier.quorum}
          error={problem('quorum')}
          onChange={(change) => onChange({ quorum: change.target.value })}
        >
          {[...new Set([...counts, tier.quorum])]
            .filter((count) => count !== 'all')
            .map((count) => (
              <option key={count} value={count}>
                {count}
              </option>
            ))}
          <option value="all">All named</option>
        </SelectField>
        <SelectField
          label="Of the"
          value={tier.role}
          onChange={(change) => onChange({ role: change.target.value === 'owner' ? 'owner' : 'organizer', people: [] })}
        >
          <option value="organizer">Organizers</option>
          <option value="owner">Owners</option>
        </SelectField>
      </div>
      <details open={tier.people.length > 0 || problem('people') !== undefined}>
        <summary className="small">{tier.people.length === 0 ? 'Anybody with that role' : `Only ${tier.people.length} named`}</summary>
        <div className="checks">
          {able.map((member) => (
            <CheckField
              key={member.userId}
              label={member.name || member.email}
              checked={tier.people.includes(member.userId)}
              onChange={(change) =>
                onChange({
                  people: change.target.checked ? [...tier.people, member.userId] : tier.people.filter((id) => id !== member.userId),
                })
              }
            />
          ))}
        </div>
      </details>
      {problem('people') && <p className="field-error">{problem('people')}</p>}
      <div className="row">
        <Button small look="danger" onClick={onRemove}>
          Remove this row
        </Button>
      </div>
    </fieldset>
  );
}
