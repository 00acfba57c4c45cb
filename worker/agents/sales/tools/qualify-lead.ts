import { z } from 'zod';
import { companyKnownRules } from '../../../core/policy/rules/sales-records';
import { fitOutcomes } from '../../../core/sales/calibrate';
import { analyzeEngagement } from '../../../core/sales/engagement';
import { matchCompany } from '../../../core/sales/match';
import { qualify } from '../../../core/sales/qualify';
import { ScorePart } from '../../../core/sales/types';
import type { SalesChange } from '../../../ports/sales';
import { defineTool } from '../../define-tool';
import { salesOf } from '../access';
import { bestContact, matchSituation } from '../domain/situation';

export const qualifyLead = defineTool({
  name: 'qualify_lead',
  description:
    'Score a company from 0 to 100 for this event from fit, engagement and the chance that it signs, and keep the score with its deal. 80 or more is "go".',
  effect: 'record',
  activity: 'lead_qualification',
  provenance: 'record',
  input: z.strictObject({
    companyId: z.string().max(60).describe('From search_sponsors'),
    memberId: z.string().max(60).nullish().describe('Of the campaign that asks, if one does'),
  }),
  output: z.object({
    companyId: z.string(),
    dealId: z.string(),
    score: z.number(),
    probability: z.number(),
    verdict: z.enum(['go', 'nurture', 'no']),
    parts: z.array(ScorePart),
    obstacles: z.array(z.string()),
  }),
  async facts(input, context) {
    const { records } = salesOf(context);
    const company = await records.company(input.companyId);
    if (!company) return { lead: null };
    const [contacts, engagement, deal, outcomes, situation] = await Promise.all([
      records.contactsOf(company.id),
      records.engagementOf(company.id),
      records.dealOf(company.id),
      records.outcomes(),
      matchSituation(records, context.now),
    ]);
    const match = matchCompany(company, situation);
    const scored = qualify({
      company,
      contacts,
      match,
      engagement: analyzeEngagement(engagement, context.now),
      deal,
      model: fitOutcomes(outcomes),
    });
    return { lead: { company, contact: bestContact(contacts), deal, scored, obstacles: match.obstacles.map(({ text }) => text) } };
  },
  rules: companyKnownRules,
  policy: ({ facts }) => ({ companyKnown: facts.lead !== null }),
  execute({ facts: { lead }, context }) {
    if (!lead) throw new Error('qualify_lead ran without a company');
    const { company, contact, deal, scored } = lead;
    const dealId = deal?.id ?? context.newId('deal');
    const { score, parts, probability, features, verdict } = scored;
    const changes: SalesChange[] = [
      ...(deal
        ? []
        : [
            {
              change: 'deal_opened' as const,
              dealId,
              companyId: company.id,
              contactId: contact?.id ?? null,
              packageId: null,
              stage: verdict === 'go' ? ('qualified' as const) : ('prospect' as const),
            },
          ]),
      { change: 'deal_scored', dealId, version: deal?.version ?? 1, score, parts, probability, features },
      ...(deal?.stage === 'prospect' && verdict === 'go'
        ? [{ change: 'deal_changed' as const, dealId, version: deal.version + 1, stage: 'qualified' as const }]
        : []),
    ];
    return { output: { companyId: company.id, dealId, score, probability, verdict, parts, obstacles: lead.obstacles }, changes };
  },
  forModel: ({ companyId, score, verdict, obstacles }) => ({ companyId, score, verdict, obstacles }),
  forLog: ({ score, verdict, probability }) => ({ score, verdict, probability: Math.round(probability * 1000) / 1000 }),
});
