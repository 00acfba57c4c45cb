import type { Database } from '../db/database';
import type { Person } from './person';

/** Why a person cannot be erased now, each with what to do: what is under way would be lost, or write about them again. */
export async function obstaclesTo(db: Database, person: Person): Promise<string[]> {
  const d1 = db.$client;
  const json = JSON.stringify(person);
  const [refunds, approvals, effects, imports] = await d1.batch<{ id: string; state: string }>([
    d1
      .prepare(
        `SELECT o.code AS id, r.state FROM refunds r JOIN orders o ON o.id = r.order_id WHERE r.organization_id = ?1 AND r.state IN ('queued', 'unknown')
           AND (o.buyer_email = ?2 OR r.ticket_id IN (SELECT value FROM json_each(?3, '$.ticketIds')))`,
      )
      .bind(person.organizationId, person.address, json),
    d1
      .prepare(
        `SELECT a.id, a.state FROM approvals a WHERE a.organization_id = ?1 AND a.state IN ('pending', 'approved')
           AND (instr(lower(a.input || a.preview || a.bound_facts || coalesce(a.content, '')), ?2) > 0
             OR a.conversation_id IN (SELECT value FROM json_each(?3, '$.conversationIds'))
             OR a.input ->> '$.orderId' IN (SELECT value FROM json_each(?3, '$.orderIds'))
             OR a.input ->> '$.ticketId' IN (SELECT value FROM json_each(?3, '$.ticketIds')))`,
      )
      .bind(person.organizationId, person.address, json),
    d1
      .prepare("SELECT id, state FROM outbox WHERE organization_id = ?1 AND target = ?2 AND state IN ('claimed', 'unknown', 'parked')")
      .bind(person.organizationId, person.address),
    d1.prepare("SELECT id, state FROM imports WHERE organization_id = ?1 AND state = 'running'").bind(person.organizationId),
  ]);
  const count = (found: typeof refunds) => found?.results.length ?? 0;
  const codes = refunds?.results.map((row) => row.id).join(', ');
  return [
    ...(count(refunds) > 0 ? [`A refund is under way (order ${codes}). Wait until it is settled, or settle it under Effects.`] : []),
    ...(count(approvals) > 0 ? [`${count(approvals)} proposed actions concern this person. Decide them under Approvals first.`] : []),
    ...(count(effects) > 0
      ? [`${count(effects)} mails to this address are under way, or nobody knows whether they were sent. Settle them under Effects first.`]
      : []),
    ...(count(imports) > 0 ? ['An import is running. Wait until it is done, or cancel it: it could bring the person back.'] : []),
  ];
}
