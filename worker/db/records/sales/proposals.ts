import { and, desc, eq, type SQL } from 'drizzle-orm';
import type { ProposalFacts } from '../../../ports/sales';
import type { Database } from '../../database';
import { proposalVersions, sponsorProposals } from '../../schema';

/** A proposal in the version that its page shows. */
export async function proposalById(
  db: Database,
  organizationId: string,
  eventId: string,
  proposalId: string,
): Promise<ProposalFacts | null> {
  return firstProposal(db, organizationId, eventId, eq(sponsorProposals.id, proposalId));
}

export async function latestProposalOf(
  db: Database,
  organizationId: string,
  eventId: string,
  companyId: string,
): Promise<ProposalFacts | null> {
  return firstProposal(db, organizationId, eventId, eq(sponsorProposals.companyId, companyId));
}

async function firstProposal(db: Database, organizationId: string, eventId: string, which: SQL): Promise<ProposalFacts | null> {
  const [row] = await db
    .select({
      id: sponsorProposals.id,
      companyId: sponsorProposals.companyId,
      dealId: sponsorProposals.dealId,
      contactId: sponsorProposals.contactId,
      packageId: sponsorProposals.packageId,
      state: sponsorProposals.state,
      version: sponsorProposals.version,
      token: sponsorProposals.token,
      content: proposalVersions.content,
    })
    .from(sponsorProposals)
    .innerJoin(
      proposalVersions,
      and(eq(proposalVersions.proposalId, sponsorProposals.id), eq(proposalVersions.version, sponsorProposals.version)),
    )
    .where(and(eq(sponsorProposals.organizationId, organizationId), eq(sponsorProposals.eventId, eventId), which))
    .orderBy(desc(sponsorProposals.createdAt), desc(sponsorProposals.id))
    .limit(1);
  return row ?? null;
}
