import type { ApprovalRow, Revision } from '../db/records/approvals';
import { decidingObject } from '../objects';

/** A proposal with this input as its tool would make it now, or why the policy refuses it. `moved`: facts that have moved since, in words. */
export type Revised = { objection: string } | { revision: Omit<Revision, 'edited'>; moved: string[] };

/** Asks the agent that proposed it. */
export async function revised(env: Env, row: ApprovalRow, input: Record<string, unknown>): Promise<Revised> {
  const object = decidingObject(env, row);
  if (!object) return { objection: 'Proposals of this agent cannot be edited.' };
  return revisedOf(await object.revise(row.id, JSON.stringify(input)));
}

/** What the object itself stringified: its shape is that of `Revised`. */
function revisedOf(json: string): Revised {
  return JSON.parse(json) as Revised;
}
