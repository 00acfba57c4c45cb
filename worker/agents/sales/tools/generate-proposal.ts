import { z } from 'zod';
import { both } from '../../../core/policy/rule';
import { companyKnownRules, proposalRules } from '../../../core/policy/rules/sales-records';
import { composeProposal } from '../../../core/sales/proposal/compose';
import type { SalesChange } from '../../../ports/sales';
import { Done, defineTool } from '../../define-tool';
import { salesOf } from '../access';
import { bestContact } from '../domain/situation';

export const generateProposal = defineTool({
  name: 'generate_proposal',
  description:
    'Write a sponsorship proposal for a company from records alone: the package that fits it, benefits tied to its goals, the price of the package table, proof only from past sponsorships. Kept as a draft with a page of its own.',
  effect: 'record',
  activity: 'proposal_generation',
  provenance: 'record',
  input: z.strictObject({
    companyId: z.string().max(60).describe('From search_sponsors'),
    packageId: z.string().max(60).nullish().describe('A package of the event; left out, the one that fits best'),
    contactId: z.string().max(60).nullish().describe('Whom it addresses; left out, who decides there'),
    memberId: z.string().max(60).nullish().describe('Of the campaign that asks, if one does'),
  }),
  output: z.object({
    proposalId: z.string(),
    version: z.number().int(),
    packageId: z.string(),
    packageName: z.string(),
    price: z.object({ minor: z.number(), currency: z.string() }),
    sections: z.array(z.string()),
    because: z.array(z.string()),
  }),
  async facts(input, context) {
    const { records, ownSponsorships } = salesOf(context);
    const company = await records.company(input.companyId);
    if (!company) return { company, made: null, latest: null, deal: null, contact: null };
    const [event, contacts, packages, exclusivities, deal, latest, sponsorships] = await Promise.all([
      records.event(),
      records.contactsOf(company.id),
      records.packages(),
      records.exclusivities(),
      records.dealOf(company.id),
      records.latestProposalOf(company.id),
      ownSponsorships(),
    ]);
    const asked = input.contactId ? contacts.find(({ id }) => id === input.contactId) : null;
    const contact = asked ?? bestContact(contacts);
    const made = composeProposal({
      event,
      company,
      contact,
      packages,
      exclusivities,
      sponsorships,
      packageId: input.packageId ?? null,
      now: context.now,
    });
    // A repeat after a crash finds what the first one wrote.
    if (
      latest?.state === 'draft' &&
      !('problem' in made) &&
      latest.packageId === made.content.packageId &&
      JSON.stringify(latest.content) === JSON.stringify(made.content)
    )
      return new Done(outputOf(latest.id, latest.version, made));
    return { company, made, latest, deal, contact };
  },
  rules: both(companyKnownRules, proposalRules),
  policy: ({ facts }) => ({
    companyKnown: facts.company !== null,
    obstacle: facts.made && 'problem' in facts.made ? facts.made.problem : null,
  }),
  execute({ facts: { company, made, latest, deal, contact }, context }) {
    if (!company || !made || 'problem' in made) throw new Error('generate_proposal ran without a proposal');
    const revises = latest?.state === 'draft' ? latest : null;
    const proposalId = revises?.id ?? context.newId('proposal');
    const dealId = deal?.id ?? context.newId('deal');
    const { packageId } = made.content;
    const version = (revises?.version ?? 0) + 1;
    const changes: SalesChange[] = [
      ...(deal
        ? []
        : [
            {
              change: 'deal_opened' as const,
              dealId,
              companyId: company.id,
              contactId: contact?.id ?? null,
              packageId,
              stage: 'prospect' as const,
            },
          ]),
      {
        change: 'proposal_written',
        proposalId,
        isNew: revises === null,
        version,
        companyId: company.id,
        dealId,
        contactId: contact?.id ?? null,
        packageId,
        token: revises?.token ?? salesOf(context).newToken(),
        content: made.content,
        reason: revises ? 'Written anew from the records as they are.' : 'Written from the records.',
      },
    ];
    return { output: outputOf(proposalId, version, made), changes };
  },
  forModel: ({ proposalId, packageName, because }) => ({ proposalId, packageName, because: because.slice(0, 3) }),
  forLog: ({ proposalId, version, packageId, price }) => ({ proposalId, version, packageId, price }),
});

type Made = Exclude<ReturnType<typeof composeProposal>, { problem: string }>;

function outputOf(proposalId: string, version: number, { content, chosen }: Made) {
  const { minor, currency } = content.price;
  return {
    proposalId,
    version,
    packageId: content.packageId,
    packageName: content.packageName,
    price: { minor, currency },
    sections: content.sections.map(({ id }) => id),
    because: chosen.considered.find(({ packageId }) => packageId === content.packageId)?.because ?? [],
  };
}
