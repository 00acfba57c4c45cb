import { z } from 'zod';
import { type Terms, termsOf } from '../core/privacy/mask';
import type { Database } from '../db/database';
import { supportObjects } from '../objects';

/** Everything by which the rows of one person are found. It names them: it is kept only while an erasure is under way. */
export const Person = z.object({
  organizationId: z.string(),
  /** Lower case. */
  address: z.string(),
  names: z.array(z.string()),
  /** Orders that they placed, and tickets that they hold. */
  orderIds: z.array(z.string()),
  attendeeIds: z.array(z.string()),
  ticketIds: z.array(z.string()),
  /** Conversations in which they proved to be that person. */
  conversationIds: z.array(z.string()),
  /** Their records as people at companies. Plans from before there were any have none. */
  contactIds: z.array(z.string()).default([]),
  eventIds: z.array(z.string()),
  /** What stands in the place of the address afterwards. */
  pseudonym: z.string(),
});
export type Person = z.infer<typeof Person>;

export const erasedName = 'Erased person';

export function personTerms(person: Person): Terms {
  return termsOf([person.address], person.names);
}

/** What a support object says of a person; `mentions` counts rows of other people's conversations that name them. */
export const ObjectFound = z.object({
  conversationIds: z.array(z.string()),
  messages: z.number(),
  mentions: z.number(),
  buffered: z.number(),
});
export type ObjectFound = z.infer<typeof ObjectFound>;

export async function eventsOf(db: Database, organizationId: string): Promise<string[]> {
  const { results } = await db.$client
    .prepare('SELECT id FROM events WHERE organization_id = ?')
    .bind(organizationId)
    .all<{ id: string }>();
  return results.map((row) => row.id);
}

/** Who an address is, over all events of the organization. Asks the support objects, where conversations live. */
export async function personOf(env: Env, db: Database, organizationId: string, given: string, pseudonym: string): Promise<Person> {
  const address = given.trim().toLowerCase();
  const d1 = db.$client;
  const [bought, held, contacts, known] = await d1.batch<{ id: string; name: string }>([
    d1.prepare('SELECT id, buyer_name AS name FROM orders WHERE organization_id = ? AND buyer_email = ?').bind(organizationId, address),
    d1.prepare('SELECT id, name FROM attendees WHERE organization_id = ? AND email = ?').bind(organizationId, address),
    d1
      .prepare(
        `SELECT t.id, '' AS name FROM tickets t WHERE t.organization_id = ?1
           AND t.attendee_id IN (SELECT id FROM attendees WHERE organization_id = ?1 AND email = ?2)`,
      )
      .bind(organizationId, address),
    d1.prepare('SELECT id, name FROM crm_contacts WHERE organization_id = ? AND email = ?').bind(organizationId, address),
  ]);
  const names = [...(bought?.results ?? []), ...(held?.results ?? []), ...(known?.results ?? [])].map((row) => row.name.trim());
  const person: Person = {
    organizationId,
    address,
    names: [...new Set(names.filter((name) => name !== '' && name !== erasedName))],
    orderIds: (bought?.results ?? []).map((row) => row.id),
    attendeeIds: (held?.results ?? []).map((row) => row.id),
    ticketIds: (contacts?.results ?? []).map((row) => row.id),
    conversationIds: [],
    contactIds: (known?.results ?? []).map((row) => row.id),
    eventIds: await eventsOf(db, organizationId),
    pseudonym,
  };
  const found = await inObjects(env, person);
  return { ...person, conversationIds: found.flatMap((object) => object.conversationIds) };
}

/** What the support objects of all events hold of a person. */
export async function inObjects(env: Env, person: Person): Promise<ObjectFound[]> {
  const request = JSON.stringify(person);
  const found: ObjectFound[] = [];
  for (const eventId of person.eventIds)
    for (const object of supportObjects(env, eventId)) found.push(ObjectFound.parse(JSON.parse(await object.findPerson(request))));
  return found;
}
