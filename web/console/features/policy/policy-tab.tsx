import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { AgentPolicyBody, CurrentPolicy, EventPolicy, PolicyPreview, PolicyScope } from '../../../../worker/contract/policies';
import { useRead } from '../../lib/query';
import { useEvent, useEventPath, useMay } from '../../lib/session';
import { Button } from '../../ui/button';
import { Empty, Skeleton, States } from '../../ui/states';
import { AgentFields, actingTools } from './agent-fields';
import { ChangeDialog } from './change-dialog';
import { EventPolicyFields } from './event-fields';
import { History } from './history';
import { agentBody, agentDraft, eventBody, eventDraft, type Read } from './policy-draft';
import { scopeText } from './policy-words';
import { RulesList } from './rules-list';

const scopes = ['event', 'support', 'sales', 'marketing', 'operations', 'analytics'] as const satisfies PolicyScope[];

/** The policy of one agent or of the event: what is in force, a change with its consequences shown first, and the way back. */
export function PolicyTab({ scope: asked }: { scope: string | undefined }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const scope = scopes.find((name) => name === asked) ?? 'event';
  const policies = useRead('GET /events/{eventId}/policies', { params: { eventId } });
  const agents = useRead('GET /events/{eventId}/agents', { params: { eventId } });
  return (
    <>
      <nav className="pills" aria-label="Policy of">
        {scopes.map((name) => (
          <Link key={name} to={path(`/settings/policy/${name}`)} aria-current={name === scope ? 'true' : undefined}>
            {scopeText(name)}
          </Link>
        ))}
      </nav>
      <States
        query={{
          data: agents.data ? policies.data : undefined,
          error: policies.error ?? agents.error,
          refetch: () => Promise.all([policies.refetch(), agents.refetch()]),
        }}
        isEmpty={({ items }) => !items.some((policy) => policy.scope === scope)}
        empty={<Empty icon="settings" title="This agent has no policy in this event" />}
        loading={<Skeleton rows={6} />}
      >
        {({ items }) =>
          items
            .filter((policy) => policy.scope === scope)
            .map((current) => (
              <div key={`${scope}:${current.version}`} className="stack stack-wide">
                {scope === 'event' ? (
                  <EventPolicyForm current={current} />
                ) : (
                  <AgentPolicyForm current={current} tools={actingTools(agents.data?.items.find(({ agent }) => agent === scope))} />
                )}
                <History current={current} />
                <RulesList current={current} />
              </div>
            ))
        }
      </States>
    </>
  );
}

function AgentPolicyForm({ current, tools }: { current: CurrentPolicy; tools: string[] }) {
  const { currency } = useEvent();
  const agent = current.scope === 'event' ? 'support' : current.scope;
  const first = () => agentDraft(agentPolicyOf(current), tools, currency);
  const [draft, setDraft] = useState(first);
  return (
    <PolicyForm current={current} read={agentBody(draft, currency)} onReset={() => setDraft(first())}>
      {(problems) => (
        <AgentFields agent={agent} draft={draft} problems={problems} onChange={(part) => setDraft((old) => ({ ...old, ...part }))} />
      )}
    </PolicyForm>
  );
}

function EventPolicyForm({ current }: { current: CurrentPolicy }) {
  const { currency } = useEvent();
  const first = () => eventDraft(eventPolicyOf(current), currency);
  const [draft, setDraft] = useState(first);
  return (
    <PolicyForm current={current} read={eventBody(draft, currency)} onReset={() => setDraft(first())}>
      {(problems) => <EventPolicyFields draft={draft} problems={problems} onChange={(part) => setDraft((old) => ({ ...old, ...part }))} />}
    </PolicyForm>
  );
}

interface FormProps {
  current: CurrentPolicy;
  read: Read<AgentPolicyBody | EventPolicy>;
  onReset: () => void;
  children: (problems: Record<string, string>) => ReactNode;
}

/** The fields, and below them the way to a change: look at it first, then put it in force. */
function PolicyForm({ current, read, onReset, children }: FormProps) {
  const may = useMay('organizer');
  const [looking, setLooking] = useState(false);
  const [said, setSaid] = useState<PolicyPreview['problems']>([]);
  const problems = { ...Object.fromEntries(said.map(({ path, message }) => [path, message])), ...read.problems };
  const unreadable = Object.keys(read.problems).length > 0;
  return (
    <section className="panel agent" aria-label={`Policy: ${scopeText(current.scope)}`}>
      <fieldset className="plain-fieldset stack" disabled={!may}>
        <legend className="visually-hidden">{scopeText(current.scope)}</legend>
        {children(problems)}
      </fieldset>
      {may && (
        <div className="row sticky-actions">
          <Button look="primary" disabled={unreadable} onClick={() => setLooking(true)}>
            Preview change
          </Button>
          <Button look="quiet" onClick={onReset}>
            Reset
          </Button>
        </div>
      )}
      {looking && <ChangeDialog current={current} body={read.body} onProblems={setSaid} onClose={() => setLooking(false)} />}
    </section>
  );
}

/** Holds because the server checks the body of each scope against its schema before it stores or sends it. */
function agentPolicyOf({ body }: CurrentPolicy): AgentPolicyBody {
  return body as AgentPolicyBody;
}

/** As above, for the scope `event`. */
function eventPolicyOf({ body }: CurrentPolicy): EventPolicy {
  return body as EventPolicy;
}
