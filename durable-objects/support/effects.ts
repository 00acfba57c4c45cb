import { activityOf } from '../../worker/agents/activity';
import type { Holder, ToolContext } from '../../worker/agents/define-tool';
import { supportAgent } from '../../worker/agents/support/agent';
import { composerFor, paymentsFor } from '../../worker/compose';
import { limitSources } from '../../worker/core/limits/reservation';
import { databaseOf } from '../../worker/db/database';
import type { EventScope } from '../../worker/db/records/event-scope';
import { supportRecords } from '../../worker/db/records/support';
import { sha256 } from '../../worker/digest';
import { configOf } from '../../worker/env';
import type { Letterhead } from '../../worker/ports/mail-composer';
import type { SearchPort } from '../../worker/ports/search';
import { newId, newToken } from '../../worker/random';
import { commitFor } from '../commit-for';
import type { StoredConversation, StoredMessage } from './store';

function letterhead(env: Env, scope: EventScope, locale: string | null): Letterhead {
  return { ...scope.event, publicUrl: configOf(env).PUBLIC_URL, locale };
}

interface Asked {
  id: string;
  holder: Holder | null;
  locale: string | null;
  transferForm: StoredConversation['transferForm'];
  askedBy?: string | null;
}

/** Everything a tool of the support agent may read, for one call. */
export async function toolContext(env: Env, scope: EventScope, search: SearchPort, asked: Asked | null, now: number): Promise<ToolContext> {
  const { event, policy } = scope;
  const undo = newToken();
  return {
    event,
    policy,
    records: supportRecords(databaseOf(env, event.organizationId), event.organizationId, event.eventId),
    search,
    composer: composerFor(env),
    letterhead: letterhead(env, scope, asked?.locale ?? null),
    payments: { provider: paymentsFor(env, event.clock).provider },
    now,
    conversationId: asked?.id ?? null,
    holder: asked?.holder ?? null,
    transferForm: asked?.transferForm ?? null,
    requestedBy: asked?.askedBy ?? null,
    newId: (kind) => newId(kind),
    secrets: { ticket: newToken(), undo, undoHash: await sha256(undo) },
  };
}

/** The handover mail, once for each handover of a conversation. */
export async function notifyOrganizer(
  env: Env,
  scope: EventScope,
  conversation: StoredConversation,
  transcript: StoredMessage[],
  now: number,
): Promise<string[]> {
  const { event } = scope;
  const { handover } = conversation;
  if (!handover) return [];
  const key = `handover:${conversation.id}:${conversation.handovers}`;
  const mail = composerFor(env).compose(
    {
      template: 'handover',
      conversationLink: `${configOf(env).PUBLIC_URL}/events/${event.eventId}/conversations/${conversation.id}`,
      attendeeName: conversation.holderName ?? '',
      reason: handover.reason.replaceAll('_', ' '),
      summary: handover.summary,
      tried: handover.tried,
      proposed: handover.proposal ? [handover.proposal] : [],
      transcript: transcript.map((message) => ({ from: message.author, text: message.text })),
    },
    letterhead(env, scope, null),
    event.contactEmail,
  );
  const activity = activityOf(supportAgent, {
    id: `act_${conversation.id.slice(4)}h${conversation.handovers}`,
    activityType: 'human_escalation',
    input: { reason: handover.reason },
    output: { tried: handover.tried, proposal: handover.proposal },
    reasoning: handover.summary,
    status: 'escalated',
    requiredHumanReview: true,
    escalationReason: handover.reason,
    createdAt: now,
    tool: 'escalate_to_human',
    conversationId: conversation.id,
    verdict: 'escalate',
    rule: handover.reason,
  });
  const result = await commitFor(env, scope, () => now).commit({
    activity,
    changes: [],
    commands: [{ kind: 'mail.send', target: event.contactEmail, idempotencyKey: key, payload: { mail, purpose: 'service' } }],
    approval: null,
    executes: null,
    // Counted, and never held back: it is how a person learns of a spent limit, too.
    limits: { ...limitSources('support', event, scope.policy), checked: false },
  });
  return result.status === 'committed' ? result.commandIds : [];
}
