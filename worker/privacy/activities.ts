import { mentions } from '../core/privacy/mask';
import { activityTables } from '../db/activities';
import type { Database } from '../db/database';
import { type ActivityRecord, envelopeOf, openActivities } from '../db/sealed-activity';
import { destroyKeys } from '../db/subject-keys';
import { type Person, personTerms } from './person';

const pageRows = 200;
const agents = Object.keys(activityTables) as (keyof typeof activityTables)[];
const tableOf = (agent: keyof typeof activityTables) => `agent_${agent}_activities`;

async function* pages(db: Database, organizationId: string, condition: string, bindings: unknown[] = []) {
  for (const agent of agents)
    for (let after = 0; ; ) {
      const { results } = await db.$client
        .prepare(
          `SELECT t.rowid AS place, t.* FROM ${tableOf(agent)} t WHERE t.organization_id = ?1 AND t.rowid > ?2 AND ${condition} ORDER BY t.rowid LIMIT ${pageRows}`,
        )
        .bind(organizationId, after, ...bindings)
        .all<ActivityRecord>();
      const last = results.at(-1);
      if (!last) break;
      after = Number(last.place);
      yield { agent, rows: results };
    }
}

const own = "t.conversation_id IN (SELECT value FROM json_each(?3, '$.conversationIds'))";

export async function countActivities(db: Database, person: Person): Promise<number> {
  let count = 0;
  for await (const { rows } of pages(db, person.organizationId, own, [JSON.stringify(person)])) count += rows.length;
  return count;
}

/** What the agents did for the person, as it reads. */
export async function readActivities(db: Database, person: Person): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for await (const { agent, rows } of pages(db, person.organizationId, own, [JSON.stringify(person)]))
    for (const row of await openActivities(db, person.organizationId, rows)) {
      const { id, activity_type, tool, status, created_at, conversation_id, input_data, output_data } = row;
      const reasoning = row.reasoning ?? row.optimization_reasoning ?? null;
      found.push({
        id,
        agent,
        activity_type,
        tool,
        status,
        created_at,
        conversation_id,
        input: input_data,
        output: output_data,
        reasoning,
      });
    }
  return found;
}

/**
 * Destroys the keys behind every activity that is the person's own or names them. Where it named somebody else as well, that is
 * unreadable too: the price of a row that must stay byte for byte. Returns rows and keys, by event.
 */
export async function eraseActivities(
  db: Database,
  person: Person,
  now: number,
): Promise<{ rows: number; keys: number; byEvent: Map<string, number> }> {
  const terms = personTerms(person);
  const mine = new Set(person.conversationIds);
  const keys = new Map<string, string>();
  let count = 0;
  for await (const { rows } of pages(db, person.organizationId, '1')) {
    const opened = await openActivities(db, person.organizationId, rows);
    for (const [index, row] of rows.entries()) {
      const envelope = envelopeOf(row);
      const reads = opened[index] ?? {};
      const text = [reads.input_data, reads.output_data, reads.reasoning, reads.error_message, reads.escalation_reason].join('\n');
      if (!envelope || !(mine.has(String(row.conversation_id)) || mentions(terms, text))) continue;
      keys.set(envelope.key, String(row.event_id));
      count += 1;
    }
  }
  const destroyed = await destroyKeys(db, person.organizationId, [...keys.keys()], now);
  const byEvent = new Map<string, number>();
  for (const eventId of keys.values()) byEvent.set(eventId, (byEvent.get(eventId) ?? 0) + 1);
  return { rows: count, keys: destroyed, byEvent };
}
