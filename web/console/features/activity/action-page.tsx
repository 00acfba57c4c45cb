import { Link } from 'wouter';
import type { ActivityDetail } from '../../../../worker/contract/work';
import { formatDateTime, formatDuration, formatNumber, wordsOf } from '../../lib/format';
import { useRead } from '../../lib/query';
import { useEvent, useEventPath } from '../../lib/session';
import { Badge, CodeBlock, Facts, Notice } from '../../ui/bits';
import { Page, Section } from '../../ui/page';
import { States } from '../../ui/states';
import { agentWords, statusWords } from '../../ui/words';
import { Rule } from '../approvals/rules';
import { Command } from './command';
import { spokenRules } from './spoken-rules';

/** One action in full: reason, input, output, verdict and rule, cost, duration, effects and receipts. */
export function ActionPage({ activityId }: { activityId: string }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const query = useRead('GET /events/{eventId}/activities/{activityId}', { params: { eventId, activityId } });
  return (
    <Page
      title={query.data ? wordsOf(query.data.tool ?? query.data.activityType) : 'Action'}
      back={{ to: path('/activity'), label: 'Activity' }}
    >
      <States query={query}>{(action) => <Action action={action} />}</States>
    </Page>
  );
}

function Action({ action }: { action: ActivityDetail }) {
  const event = useEvent();
  const path = useEventPath();
  const status = statusWords[action.status];
  const rules = spokenRules(action.output);
  return (
    <>
      <div className="row">
        <Badge tone={status.tone}>{status.text}</Badge>
        <Badge tone={action.autonomous ? 'accent' : 'info'}>{action.autonomous ? 'On its own' : 'With a person'}</Badge>
        <span className="muted">
          {agentWords[action.agent]} · {formatDateTime(action.createdAt, event.timeZone)}
        </span>
      </div>
      {action.errorMessage && (
        <Notice tone="bad" icon="alert">
          {action.errorMessage}
        </Notice>
      )}
      {action.reasoning && (
        <Section title="Reason">
          <p>{action.reasoning}</p>
        </Section>
      )}
      <Section title="Decision and cost">
        <Facts
          rows={[
            ['Verdict', action.verdict ? wordsOf(action.verdict) : '–'],
            ['Rule', action.rule ? wordsOf(action.rule) : '–'],
            ...(action.escalationReason ? ([['Escalated because', action.escalationReason]] as [string, string][]) : []),
            ['Duration', action.durationMs === null ? '–' : formatDuration(action.durationMs)],
            ['Tokens', action.tokens === null ? '–' : formatNumber(action.tokens)],
            ['Model', action.model ?? '–'],
          ]}
        />
        <p className="row small">
          {action.conversationId && <Link to={path(`/conversations/${action.conversationId}`)}>Conversation</Link>}
          {action.approvalId && <Link to={path(`/approvals/${action.approvalId}`)}>Approval</Link>}
        </p>
      </Section>
      {rules.length > 0 && (
        <Section title="Rules that spoke">
          <div className="stack">
            {rules.map((spoken, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one rule may speak of several values, and the list never moves
              <Rule key={index} spoken={spoken} />
            ))}
          </div>
        </Section>
      )}
      {action.commands.length > 0 && (
        <Section title="Outbound effects">
          <div className="stack">
            {action.commands.map((command) => (
              <Command key={command.id} command={command} />
            ))}
          </div>
        </Section>
      )}
      <Section title="Input">
        <CodeBlock label="Input as JSON" text={JSON.stringify(action.input ?? {}, null, 2)} />
      </Section>
      <Section title="Output">
        {action.output ? (
          <CodeBlock label="Output as JSON" text={JSON.stringify(action.output, null, 2)} />
        ) : (
          <p className="muted">None.</p>
        )}
      </Section>
    </>
  );
}
