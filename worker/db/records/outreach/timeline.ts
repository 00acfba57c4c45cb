import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { Campaign } from '../../../contract/sales/outreach';
import type { Database } from '../../database';
import { companies, engagements, meetings, salesMessages } from '../../schema';
import type { SalesKey } from './campaigns';

const shown = 200;

/** What happened with the companies of a campaign since it began, the latest first. */
export async function timelineOf(
  db: Database,
  { organizationId, eventId }: SalesKey,
  campaignId: string,
  companyIds: readonly string[],
  since: number,
): Promise<Campaign['timeline']> {
  const ids = JSON.stringify(companyIds);
  const [mails, happened, booked] = await Promise.all([
    db
      .select({ message: salesMessages, name: companies.name })
      .from(salesMessages)
      .innerJoin(companies, eq(companies.id, salesMessages.companyId))
      .where(
        and(
          eq(salesMessages.organizationId, organizationId),
          eq(salesMessages.eventId, eventId),
          gte(salesMessages.at, since),
          sql`(${salesMessages.memberId} IN (SELECT id FROM campaign_members WHERE campaign_id = ${campaignId})
            OR (${salesMessages.direction} = 'in' AND ${salesMessages.companyId} IN (SELECT value FROM json_each(${ids}))))`,
        ),
      )
      .orderBy(desc(salesMessages.at))
      .limit(shown),
    db
      .select({ kind: engagements.kind, at: engagements.at, companyId: engagements.companyId, name: companies.name })
      .from(engagements)
      .innerJoin(companies, eq(companies.id, engagements.companyId))
      .where(
        and(
          eq(engagements.organizationId, organizationId),
          eq(engagements.eventId, eventId),
          gte(engagements.at, since),
          eq(engagements.machine, false),
          sql`${engagements.kind} IN ('opened', 'clicked', 'visited', 'downloaded')`,
          sql`${engagements.companyId} IN (SELECT value FROM json_each(${ids}))`,
        ),
      )
      .orderBy(desc(engagements.at))
      .limit(shown),
    db
      .select({ state: meetings.state, at: meetings.updatedAt, companyId: meetings.companyId, name: companies.name })
      .from(meetings)
      .innerJoin(companies, eq(companies.id, meetings.companyId))
      .where(
        and(
          eq(meetings.organizationId, organizationId),
          eq(meetings.eventId, eventId),
          gte(meetings.updatedAt, since),
          sql`${meetings.companyId} IN (SELECT value FROM json_each(${ids}))`,
        ),
      )
      .limit(shown),
  ]);
  const of = (companyId: string) => `/events/${eventId}/sales/companies/${companyId}`;
  return [
    ...mails.map(({ message, name }) => ({
      at: message.at,
      text:
        message.direction === 'in'
          ? `${name} wrote: ${(message.class ?? 'other').replaceAll('_', ' ')}.`
          : `${mailInWords(message.step)} to ${name}.`,
      companyId: message.companyId,
      link: of(message.companyId),
    })),
    ...happened.map(({ kind, at, companyId, name }) => ({ at, text: inWords[kind]?.(name) ?? kind, companyId, link: of(companyId) })),
    ...booked.map(({ state, at, companyId, name }) => ({ at, text: `Meeting with ${name}: ${state}.`, companyId, link: of(companyId) })),
  ]
    .sort((a, b) => b.at - a.at)
    .slice(0, shown);
}

const mailInWords = (step: number | null) => (step === null ? 'A mail' : step === 0 ? 'The first mail' : `Follow-up ${step}`);
const inWords: Partial<Record<string, (name: string) => string>> = {
  opened: (name) => `${name} opened a mail.`,
  clicked: (name) => `${name} followed a link.`,
  visited: (name) => `${name} looked at its proposal.`,
  downloaded: (name) => `${name} took the proposal as PDF.`,
};
