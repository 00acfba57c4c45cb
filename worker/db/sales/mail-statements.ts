import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { openStages } from '../../core/sales-stages';
import type { SalesChange } from '../../ports/sales';
import { guard } from '../guard';
import type { SalesScope } from '../sales-changes';
import { campaignMembers, deals, proposalVersions, salesMessages, sponsorProposals } from '../schema';
import { companyIsThere, contactIsAt, dealIsOf, packageIsOfEvent } from './ownership';

type Of<C extends SalesChange['change']> = Extract<SalesChange, { change: C }>;

/** A version follows the one before it, and none follows a proposal that was taken back. */
export function proposalWritten(scope: SalesScope, change: Of<'proposal_written'>, now: number): BatchItem<'sqlite'>[] {
  const { db, organizationId, eventId, by = 'sales' } = scope;
  const { proposalId, isNew, version, companyId, dealId, contactId, packageId, token, content, reason } = change;
  const it = and(
    eq(sponsorProposals.organizationId, organizationId),
    eq(sponsorProposals.eventId, eventId),
    eq(sponsorProposals.id, proposalId),
  );
  const proposal = isNew
    ? [
        ...dealIsOf(scope, companyId, dealId),
        db.insert(sponsorProposals).values({
          id: proposalId,
          organizationId,
          eventId,
          companyId,
          dealId,
          contactId,
          packageId,
          state: 'draft',
          version,
          token,
          createdBy: by,
          createdAt: now,
          updatedAt: now,
        }),
      ]
    : [
        guard(
          db,
          sql`EXISTS (SELECT 1 FROM sponsor_proposals WHERE organization_id = ${organizationId} AND event_id = ${eventId} AND id = ${proposalId}
            AND version = ${version - 1} AND state IN ('draft', 'sent'))`,
        ),
        db.update(sponsorProposals).set({ version, packageId, contactId, updatedAt: now }).where(it),
      ];
  return [
    companyIsThere(scope, companyId),
    ...contactIsAt(scope, companyId, contactId),
    ...packageIsOfEvent(scope, packageId),
    ...proposal,
    db.insert(proposalVersions).values({ organizationId, proposalId, version, content, reason, createdBy: by, createdAt: now }),
    // A deal about nothing yet is about what was proposed; what somebody has set stays.
    db
      .update(deals)
      .set({ packageId, amountMinor: content.price.minor })
      .where(
        and(
          eq(deals.organizationId, organizationId),
          eq(deals.eventId, eventId),
          eq(deals.id, dealId),
          isNull(deals.packageId),
          eq(deals.amountMinor, 0),
          inArray(deals.stage, [...openStages]),
        ),
      ),
  ];
}

/** States of a member to which the next mail of a campaign may go. */
const mayBeWritten = ['found', 'qualified', 'proposed', 'contacted'] as const;

/**
 * A mail joins its thread in the batch that queues it. A campaign's step is taken by the index of `sales_messages`, and
 * refused once its member answered or was stopped; the member, the deal and the proposal move on with it.
 */
export function mailQueued(
  scope: SalesScope,
  change: Of<'sales_mail_queued'>,
  commandIds: Map<string, string>,
  now: number,
): BatchItem<'sqlite'>[] {
  const { db, organizationId, eventId } = scope;
  const { salesMessageId, commandKey, companyId, contactId, dealId, memberId, proposalId, step, angle } = change;
  const inCampaign = memberId !== null && step !== null;
  return [
    ...contactIsAt(scope, companyId, contactId),
    ...dealIsOf(scope, companyId, dealId),
    ...(inCampaign
      ? [
          guard(
            db,
            sql`EXISTS (SELECT 1 FROM campaign_members WHERE organization_id = ${organizationId} AND event_id = ${eventId} AND id = ${memberId}
              AND company_id = ${companyId} AND state IN (${sql.join([...mayBeWritten], sql`, `)}))`,
          ),
        ]
      : []),
    ...(proposalId === null
      ? []
      : [
          guard(
            db,
            sql`EXISTS (SELECT 1 FROM sponsor_proposals WHERE organization_id = ${organizationId} AND event_id = ${eventId} AND id = ${proposalId}
              AND company_id = ${companyId} AND state <> 'withdrawn')`,
          ),
        ]),
    db.insert(salesMessages).values({
      id: salesMessageId,
      organizationId,
      eventId,
      companyId,
      contactId,
      dealId,
      memberId,
      proposalId,
      direction: 'out',
      step,
      angle,
      commandId: commandIds.get(commandKey) ?? '',
      messageId: change.messageId,
      inReplyTo: change.inReplyTo,
      subject: change.subject,
      text: change.text,
      at: now,
    }),
    ...(inCampaign
      ? [
          db
            .update(campaignMembers)
            .set({
              step: sql`max(${campaignMembers.step}, ${step + 1})`,
              state: 'contacted',
              contactId: sql`coalesce(${campaignMembers.contactId}, ${contactId})`,
              updatedAt: now,
            })
            .where(and(eq(campaignMembers.organizationId, organizationId), eq(campaignMembers.id, memberId))),
        ]
      : []),
    ...(proposalId === null
      ? []
      : [
          db
            .update(sponsorProposals)
            .set({ state: 'sent', sentAt: now, updatedAt: now })
            .where(
              and(
                eq(sponsorProposals.organizationId, organizationId),
                eq(sponsorProposals.id, proposalId),
                eq(sponsorProposals.state, 'draft'),
              ),
            ),
        ]),
    ...(dealId === null
      ? []
      : [
          db
            .update(deals)
            .set({
              stage: 'contacted',
              contactId: sql`coalesce(${deals.contactId}, ${contactId})`,
              stageAt: now,
              version: sql`${deals.version} + 1`,
              updatedAt: now,
            })
            .where(and(eq(deals.organizationId, organizationId), eq(deals.id, dealId), inArray(deals.stage, ['prospect', 'qualified']))),
        ]),
  ];
}
