import { and, eq, inArray, sql } from 'drizzle-orm';
import { Availability, OutreachSettings } from '../../../core/sales/types';
import type { Database } from '../../database';
import { events, settings } from '../../schema';

export interface SalesSettings {
  outreach: OutreachSettings;
  availability: Availability;
}

const outreachKey = 'sales_outreach';
const availabilityKey = 'sales_availability';

const outreachDefaults: OutreachSettings = {
  senderName: '',
  senderTitle: '',
  postalAddress: '',
  rampStart: 20,
  rampGrowthPercent: 25,
  dailyMost: 150,
  gapSeconds: 90,
  topics: [],
  audience: [],
  facts: [],
};

const workdays = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from: '09:00', to: '12:00' },
  { weekday, from: '13:00', to: '17:00' },
]);

const availabilityDefaults = (timeZone: string): Availability => ({
  timeZone,
  hours: workdays,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 10,
  stepMinutes: 30,
  noticeHours: 24,
  horizonDays: 30,
  perDay: 6,
  closed: [],
  location: 'Video call',
});

/** What holds for an event now; defaults where nobody has said otherwise. Null when the organization has no such event. */
export async function salesSettings(db: Database, organizationId: string, eventId: string): Promise<SalesSettings | null> {
  const [event, rows] = await Promise.all([
    db
      .select({ timeZone: events.timeZone })
      .from(events)
      .where(and(eq(events.organizationId, organizationId), eq(events.id, eventId))),
    db
      .select({ key: settings.key, value: settings.value })
      .from(settings)
      .where(
        and(
          eq(settings.organizationId, organizationId),
          eq(settings.scope, eventId),
          inArray(settings.key, [outreachKey, availabilityKey]),
        ),
      ),
  ]);
  if (!event[0]) return null;
  const stored = (key: string) => {
    const value = rows.find((row) => row.key === key)?.value;
    return typeof value === 'object' && value !== null ? value : {};
  };
  return {
    outreach: OutreachSettings.parse({ ...outreachDefaults, ...stored(outreachKey) }),
    availability: Availability.parse({ ...availabilityDefaults(event[0].timeZone), ...stored(availabilityKey) }),
  };
}

/** Keeps both whole. */
export async function saveSalesSettings(
  db: Database,
  key: { organizationId: string; eventId: string },
  { outreach, availability }: SalesSettings,
  by: { by: string; now: number },
): Promise<void> {
  const row = (name: string, value: unknown) =>
    db
      .insert(settings)
      .values({ organizationId: key.organizationId, scope: key.eventId, key: name, value, updatedAt: by.now, updatedBy: by.by })
      .onConflictDoUpdate({
        target: [settings.organizationId, settings.scope, settings.key],
        set: { value: sql`excluded.value`, updatedAt: by.now, updatedBy: by.by },
      });
  await db.batch([row(outreachKey, outreach), row(availabilityKey, availability)]);
}
