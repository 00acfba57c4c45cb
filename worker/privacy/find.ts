import type { Held, PersonFound } from '../contract/privacy';
import type { Database } from '../db/database';
import { countActivities } from './activities';
import { uploadedRows } from './importers';
import { countMentions } from './mentions';
import { obstaclesTo } from './obstacles';
import { countOwn } from './own-rows';
import { erasedName, inObjects, type Person, personOf } from './person';
import { places } from './places';

const mostPeople = 10;

/** Addresses that a search means: the address itself, or those on file under a name or order code. */
export async function addressesOf(db: Database, organizationId: string, query: string): Promise<{ addresses: string[]; more: boolean }> {
  const text = query.trim().toLowerCase();
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return { addresses: [text], more: false };
  const { results } = await db.$client
    .prepare(
      `SELECT DISTINCT address FROM (
         SELECT o.buyer_email AS address FROM orders o WHERE o.organization_id = ?1 AND (lower(o.code) IN (?2, '#' || ?2) OR instr(lower(o.buyer_name), ?2) > 0)
         UNION SELECT a.email FROM attendees a WHERE a.organization_id = ?1 AND instr(lower(a.name), ?2) > 0
         UNION SELECT p.email FROM crm_contacts p WHERE p.organization_id = ?1 AND instr(lower(p.name), ?2) > 0
         UNION SELECT a.email FROM orders o JOIN tickets t ON t.order_id = o.id JOIN attendees a ON a.id = t.attendee_id
           WHERE o.organization_id = ?1 AND lower(o.code) IN (?2, '#' || ?2)
       ) WHERE address <> '' AND address NOT LIKE 'erased-%@invalid' ORDER BY address LIMIT ?3`,
    )
    .bind(organizationId, text, mostPeople + 1)
    .all<{ address: string }>();
  return { addresses: results.slice(0, mostPeople).map((row) => row.address), more: results.length > mostPeople };
}

/** One person in full; `fully` also looks through every text of others for them, which takes a scan of each table. */
export async function describe(env: Env, db: Database, organizationId: string, address: string, fully: boolean): Promise<PersonFound> {
  const person = await personOf(env, db, organizationId, address, '');
  const { orders, others } = await ordersOf(db, person);
  return {
    address: person.address,
    names: person.names,
    orders,
    held: await heldOf(env, db, person, fully),
    others,
    obstacles: await obstaclesTo(db, person),
  };
}

/** Every store with what it holds, zeros left out. */
export async function heldOf(env: Env, db: Database, person: Person, fully = true): Promise<Held[]> {
  const [own, mentions, activities, objects, suppressed, uploaded] = await Promise.all([
    countOwn(db, person),
    fully ? countMentions(db, person) : [],
    countActivities(db, person),
    inObjects(env, person),
    countSuppressions(db, person),
    uploadedRows(env, db, person, false),
  ]);
  const sum = (part: 'messages' | 'mentions' | 'buffered') => objects.reduce((total, object) => total + object[part], 0);
  const held: Held[] = [
    ...[...own, ...mentions].map(({ what, count }) => ({ store: places.records, what, count })),
    { store: places.records, what: 'activities', count: activities },
    { store: places.records, what: 'opt-outs and other stops', count: suppressed },
    { store: places.importers, what: 'rows of uploaded files', count: uploaded },
    { store: places.support, what: 'messages', count: sum('messages') },
    { store: places.support, what: 'texts of others that name them', count: sum('mentions') },
    { store: places.support, what: 'log rows on their way', count: sum('buffered') },
  ];
  return held.filter(({ count }) => count > 0);
}

export async function countSuppressions(db: Database, { organizationId, address }: Person): Promise<number> {
  const row = await db.$client
    .prepare("SELECT count(*) AS n FROM suppressions WHERE organization_id = ? AND channel = 'mail' AND address = ?")
    .bind(organizationId, address)
    .first<{ n: number }>();
  return row?.n ?? 0;
}

async function ordersOf(db: Database, person: Person): Promise<Pick<PersonFound, 'orders' | 'others'>> {
  const d1 = db.$client;
  const { results } = await d1
    .prepare(
      `SELECT o.id, o.event_id, o.code, o.buyer_email, o.buyer_name FROM orders o WHERE o.organization_id = ?1
         AND (o.buyer_email = ?2 OR EXISTS (SELECT 1 FROM tickets t WHERE t.order_id = o.id AND t.id IN (SELECT value FROM json_each(?3))))
       ORDER BY o.placed_at LIMIT 200`,
    )
    .bind(person.organizationId, person.address, JSON.stringify(person.ticketIds))
    .all<{ id: string; event_id: string; code: string; buyer_email: string; buyer_name: string }>();
  const guests = await d1
    .prepare(
      `SELECT DISTINCT a.email, a.name FROM tickets t JOIN attendees a ON a.id = t.attendee_id
       WHERE t.organization_id = ?1 AND t.order_id IN (SELECT value FROM json_each(?2)) LIMIT 200`,
    )
    .bind(person.organizationId, JSON.stringify(results.map((row) => row.id)))
    .all<{ email: string; name: string }>();
  const addresses = [...results.map((row) => ({ email: row.buyer_email, name: row.buyer_name })), ...guests.results]
    .filter(({ email, name }) => email !== '' && email !== person.address && name !== erasedName)
    .map(({ email }) => email);
  return {
    orders: results.map((row) => ({
      eventId: row.event_id,
      orderId: row.id,
      code: row.code,
      as: row.buyer_email === person.address ? ('buyer' as const) : ('holder' as const),
    })),
    others: [...new Set(addresses)],
  };
}
