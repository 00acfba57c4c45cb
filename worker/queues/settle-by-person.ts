import { costOfCommand } from '../core/limits/reservation';
import { afterMove, type CommandMove } from '../core/outbox/life-cycle';
import { databaseOf } from '../db/database';
import { decideCommand } from '../db/records/claims';
import { eventById } from '../db/records/events';
import { commandById } from '../db/records/outbox';
import { countAgain, countedFor } from '../limits/reserve';
import { newId } from '../random';
import { consequences, reopened } from './consequences';
import { poke, watchOutbox } from './poke';

export type PersonsWord = 'happened' | 'did_not_happen' | 'try_again';

const moveOf = { happened: 'say_happened', did_not_happen: 'say_not_happened', try_again: 'try_again' } as const satisfies Record<
  PersonsWord,
  CommandMove
>;

/**
 * Ends or opens again, as a person says, a command that is unknown, parked or failed, with what that means for the
 * records. `gone` when there is none, `not_waiting` when it does not wait for a person.
 */
export async function settleByPerson(
  env: Env,
  named: { organizationId: string; eventId: string; commandId: string },
  word: { as: PersonsWord; reason: string; by: string },
  realNow: number,
): Promise<'done' | 'gone' | 'not_waiting'> {
  const { organizationId, eventId } = named;
  const db = databaseOf(env, organizationId);
  const [command, event] = await Promise.all([commandById(db, organizationId, named.commandId), eventById(db, organizationId, eventId)]);
  if (command?.eventId !== eventId || !event) return 'gone';
  const now = event.clockNow ?? realNow;
  const state = afterMove(command.state, moveOf[word.as]);
  if (!state) return 'not_waiting';
  const counted = countedFor({ agent: command.agent, event, cost: costOfCommand(command), now });
  const settled = { state, providerRef: null, pending: false };
  await watchOutbox(env, eventId);
  const done = await decideCommand(
    db,
    command,
    {
      state,
      cause: `${word.by}: ${word.as}`,
      note: word.reason,
      receipt: { id: newId('receipt', now), outcome: `settled_as_${state}`, by: word.by },
      consequences: [
        // What failed has given its tickets back: it takes them again first.
        ...(command.state === 'failed' ? reopened(env, command, now) : []),
        ...(state === 'authorised' && !command.reservation ? countAgain({ db, organizationId, now }, command.id, counted) : []),
        ...consequences(env, command, event, settled, now),
      ],
    },
    now,
  );
  if (!done) return 'not_waiting';
  if (state === 'authorised') await poke(env, organizationId, eventId, [command.id]);
  return 'done';
}
