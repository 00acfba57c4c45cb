import { agents } from '../agents';
import { activityOf } from '../agents/activity';
import { AppError } from '../core/errors';
import { fitOutcomes } from '../core/sales/calibrate';
import { analyzeEngagement } from '../core/sales/engagement';
import { matchCompany } from '../core/sales/match';
import { qualify } from '../core/sales/qualify';
import { activityInsert } from '../db/activities';
import { asBatch } from '../db/commit';
import { databaseOf } from '../db/database';
import { isGuardFailure } from '../db/guard';
import { dealById } from '../db/records/sales/deals';
import { salesRecords } from '../db/records/sales/sales-records';
import { dealScored } from '../db/sales/deal-statements';
import { sealActivity } from '../db/sealed-activity';
import { orchestratorOf } from '../objects';
import { newId } from '../random';
import { announceSales } from './announce';
import type { DealDesk } from './edit-deal';
import { situationOf } from './situation';

/** Scores a deal by what is known now. Throws `not_found`, or `conflict` when it changed meanwhile. */
export async function scoreDeal({ env, organizationId, eventId, by, now }: DealDesk, dealId: string): Promise<void> {
  const db = databaseOf(env, organizationId);
  const records = salesRecords(db, organizationId, eventId);
  const row = await dealById(db, organizationId, eventId, dealId);
  if (!row) throw new AppError('not_found', 'There is no such deal in this event.');
  const [company, contacts, events, situation, outcomes] = await Promise.all([
    records.company(row.companyId),
    records.contactsOf(row.companyId),
    records.engagementOf(row.companyId),
    situationOf(records, now),
    records.outcomes(),
  ]);
  if (!company) throw new AppError('not_found', 'The company of this deal is gone.');
  const deal = situation.deals.find(({ id }) => id === dealId) ?? null;
  const { score, parts, probability, features } = qualify({
    company,
    contacts,
    match: matchCompany(company, situation),
    engagement: analyzeEngagement(events, now),
    deal,
    model: fitOutcomes(outcomes),
  });
  const activity = activityOf(agents.sales, {
    id: newId('activity', now),
    activityType: 'lead_qualification',
    input: { dealId, companyId: row.companyId, by },
    output: { score, probability },
    reasoning: 'Scored on request of a person.',
    autonomous: false,
    createdAt: now,
    tool: 'qualify_lead',
    verdict: 'allow',
    rule: 'by_a_person',
  });
  const scored = dealScored(
    { db, organizationId, eventId },
    { change: 'deal_scored', dealId, version: row.version, score, parts, probability, features },
    now,
  );
  try {
    await db.batch(asBatch([...scored, activityInsert(db, organizationId, eventId, await sealActivity(db, organizationId, activity))]));
  } catch (error) {
    if (isGuardFailure(error)) throw new AppError('conflict', 'This deal changed while it was scored. Try again.', { retry: 'later' });
    throw error;
  }
  await Promise.all([orchestratorOf(env, eventId).logGrew(), announceSales(env, eventId, 'deal', dealId)]);
}
