import { and, eq, sql } from 'drizzle-orm';
import { type PaceVerdict, paceVerdict } from '../core/contact/mailbox-pace';
import { hourMs, startOfDay } from '../core/instant';
import type { Database } from '../db/database';
import type { CommandRow } from '../db/records/outbox';
import { salesSettings } from '../db/records/sales/settings';
import { campaignMembers, outreachCampaigns, salesMessages } from '../db/schema';
import type { Hold } from './hold';

const inWords: Record<Extract<PaceVerdict, { decision: 'hold' }>['rule'], string> = {
  mailbox_gap: 'The mailbox sent another mail a moment ago.',
  mailbox_cap: 'The mailbox has sent as many mails of outreach today as it may.',
};

/** What keeps a mail of the sales agent back beside its contact's own rules: its campaign, and the pace of its mailbox. */
export async function outreachHold(db: Database, command: CommandRow, timeZone: string, now: number): Promise<Hold | null> {
  const { organizationId, eventId } = command;
  const [row] = await db
    .select({ state: outreachCampaigns.state, member: campaignMembers.state })
    .from(salesMessages)
    .innerJoin(campaignMembers, eq(campaignMembers.id, salesMessages.memberId))
    .innerJoin(outreachCampaigns, eq(outreachCampaigns.id, campaignMembers.campaignId))
    .where(and(eq(salesMessages.organizationId, organizationId), eq(salesMessages.commandId, command.id)));
  if (row?.state === 'cancelled') return { state: 'cancelled', cause: 'the campaign was cancelled', reason: 'Its campaign was cancelled.' };
  if (row && row.member !== 'contacted')
    return { state: 'cancelled', cause: `the sequence ended: ${row.member}`, reason: 'Nothing more goes to this company.' };
  if (row?.state === 'paused')
    return { state: 'authorised', until: now + hourMs, cause: 'the campaign is paused', reason: 'Its campaign is paused.' };
  const settings = await salesSettings(db, organizationId, eventId);
  if (!settings) return null;
  const verdict = paceVerdict(await sentBefore(db, command, timeZone, now), settings.outreach, now, timeZone);
  if (verdict.decision === 'send') return null;
  return { state: 'authorised', until: verdict.until, cause: `pace ${verdict.rule}`, reason: inWords[verdict.rule] };
}

/** Of two that are claimed at the same moment the one with the lower id goes first. */
async function sentBefore(db: Database, { id, organizationId, eventId }: CommandRow, timeZone: string, now: number) {
  const [row] = await db.all<{ today: number; last_at: number | null; first_at: number | null }>(
    sql`SELECT coalesce(sum(updated_at >= ${startOfDay(now, timeZone)}), 0) AS today, max(updated_at) AS last_at, min(updated_at) AS first_at
        FROM outbox WHERE organization_id = ${organizationId} AND event_id = ${eventId} AND kind = 'mail.send' AND agent = 'sales' AND purpose = 'outreach'
          AND id <> ${id} AND (state IN ('confirmed', 'reconciled', 'unknown') OR (state = 'claimed' AND id < ${id}))`,
  );
  return { today: row?.today ?? 0, lastAt: row?.last_at ?? null, firstEverAt: row?.first_at ?? null };
}
