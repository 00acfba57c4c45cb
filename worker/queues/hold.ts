import { contactVerdict } from '../core/contact/conscience';
import { isUnasked } from '../core/outbox/purpose';
import { databaseOf } from '../db/database';
import type { Claim } from '../db/records/claims';
import { contactFacts } from '../db/records/contacts';
import { eventPolicyOf } from '../db/records/event-scope';
import { erasedSuppressionOf } from '../db/records/privacy';
import { outreachHold } from './outreach-hold';

/** Why a command is not carried out now. `cause` is for its life, `reason` for people; neither names a person. */
export type Hold =
  | { state: 'authorised'; until: number; cause: string; reason: string }
  | { state: 'cancelled'; cause: string; reason: string };

const inWords: Record<string, string> = {
  gap: 'This contact heard from us a short while ago.',
  day_cap: 'This contact has heard from us often enough today.',
  week_cap: 'This contact has heard from us often enough this week.',
  quiet_hours: 'It is night or weekend where this contact lives.',
  company_stopped: "This contact's company wants no such mail.",
  contact_stopped: 'This contact wants no such mail.',
  replied: 'This contact or somebody at the same company has answered since this was queued.',
  never_allowed: 'The contact rules of this event allow no such mail.',
};

/**
 * Asked when a command is claimed, whatever was true when it was proposed: a pause holds it; a cancelled event, a
 * suppressed address and the contact's own wish end it; caps and quiet hours hold it until they allow it. The claim is
 * the one lock on its contact, so that what is read here stays true until it is settled.
 */
export async function holdOf(env: Env, { command, event, paused, suppressed, now }: Claim): Promise<Hold | null> {
  const { purpose } = command;
  if (event.state === 'cancelled' && purpose !== 'service' && purpose !== 'refund')
    return { state: 'cancelled', cause: 'the event was cancelled', reason: 'The event was cancelled.' };
  if (command.kind === 'mail.send' && suppressed)
    return { state: 'cancelled', cause: `suppressed: ${suppressed}`, reason: `No mail goes to this address (${suppressed}).` };
  const erased =
    command.kind === 'mail.send'
      ? await erasedSuppressionOf(databaseOf(env, command.organizationId), command.organizationId, command.target)
      : null;
  if (erased)
    return {
      state: 'cancelled',
      cause: `suppressed: ${erased}`,
      reason: `No mail goes to this address (${erased}, before its person was erased).`,
    };
  if (paused) return { state: 'authorised', until: now, cause: 'the agent is paused', reason: `The ${command.agent} agent is paused.` };
  if (command.kind !== 'mail.send' || !isUnasked(purpose)) return null;
  const db = databaseOf(env, command.organizationId);
  const held = purpose === 'outreach' && command.agent === 'sales' ? await outreachHold(db, command, event.timeZone, now) : null;
  if (held?.state === 'cancelled') return held;
  const mail = {
    ...{ organizationId: command.organizationId, address: command.target, commandId: command.id, queuedAt: command.createdAt },
    ...{ clock: event.clock, timeZone: event.timeZone },
  };
  const policy = await eventPolicyOf(db, command.organizationId, command.eventId);
  const verdict = contactVerdict(await contactFacts(db, mail, now), policy.contact, now);
  switch (verdict.decision) {
    case 'send':
      return held;
    case 'hold':
      return {
        state: 'authorised',
        until: verdict.until,
        cause: `contact rule ${verdict.rule}`,
        reason: inWords[verdict.rule] ?? verdict.rule,
      };
    case 'stop':
      return { state: 'cancelled', cause: `contact rule ${verdict.rule}`, reason: inWords[verdict.rule] ?? verdict.rule };
  }
}

/** What a contact rule says to people. */
export function contactReason(rule: string): string {
  return inWords[rule] ?? 'No mail goes to this address.';
}
