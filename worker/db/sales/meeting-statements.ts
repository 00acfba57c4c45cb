import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { SalesChange } from '../../ports/sales';
import { guard } from '../guard';
import type { SalesScope } from '../sales-changes';
import { meetings } from '../schema';
import { companyIsThere, contactIsAt, dealIsOf } from './ownership';

type Change = Extract<SalesChange, { change: 'meeting_set' }>;

/** A booking whose span, with its buffers, touches another one of the host is refused. */
export function meetingSet(scope: SalesScope, change: Change, now: number): BatchItem<'sqlite'>[] {
  const { db, organizationId, eventId } = scope;
  const { change: _change, meetingId, version, buffers: _buffers, ...row } = change;
  return [
    companyIsThere(scope, row.companyId),
    ...contactIsAt(scope, row.companyId, row.contactId),
    ...dealIsOf(scope, row.companyId, row.dealId),
    ...isFree(scope, change),
    ...(version === null
      ? [db.insert(meetings).values({ ...row, id: meetingId, organizationId, eventId, createdAt: now, updatedAt: now })]
      : [
          guard(
            db,
            sql`EXISTS (SELECT 1 FROM meetings WHERE organization_id = ${organizationId} AND event_id = ${eventId} AND id = ${meetingId} AND version = ${version})`,
          ),
          db
            .update(meetings)
            .set({ ...row, version: sql`${meetings.version} + 1`, updatedAt: now })
            .where(and(eq(meetings.organizationId, organizationId), eq(meetings.id, meetingId))),
        ]),
  ];
}

function isFree({ db, organizationId }: SalesScope, { meetingId, state, host, startsAt, endsAt, buffers }: Change): BatchItem<'sqlite'>[] {
  if (state !== 'booked') return [];
  if (startsAt === null || endsAt === null || endsAt <= startsAt) return [guard(db, sql`0`)];
  return [
    guard(
      db,
      sql`NOT EXISTS (SELECT 1 FROM meetings m WHERE m.organization_id = ${organizationId} AND m.host = ${host} AND m.state = 'booked' AND m.id <> ${meetingId}
        AND m.starts_at < ${endsAt + buffers.afterMs} AND m.ends_at > ${startsAt - buffers.beforeMs})`,
    ),
  ];
}
