import { z } from 'zod';
import { companyKnownRules } from '../../../core/policy/rules/sales-records';
import { analyzeEngagement as analyze } from '../../../core/sales/engagement';
import { defineTool } from '../../define-tool';
import { salesOf } from '../access';

export const analyzeEngagement = defineTool({
  name: 'analyze_engagement',
  description:
    'What a company did with what it was sent: opens and clicks of people, visits of its proposal, downloads, answers; a trend and a recommended next step.',
  effect: 'read',
  activity: 'engagement_analysis',
  provenance: 'record',
  input: z.strictObject({ companyId: z.string().max(60).describe('From search_sponsors') }),
  output: z.object({
    score: z.number(),
    trend: z.enum(['rising', 'steady', 'falling', 'none']),
    nextStep: z.string(),
    because: z.array(z.string()),
    counts: z.record(z.string(), z.number()),
  }),
  async facts(input, context) {
    const { records } = salesOf(context);
    const [company, events] = await Promise.all([records.company(input.companyId), records.engagementOf(input.companyId)]);
    return { company, events };
  },
  rules: companyKnownRules,
  policy: ({ facts }) => ({ companyKnown: facts.company !== null }),
  execute: ({ facts, context }) => ({ output: analyze(facts.events, context.now) }),
  forModel: ({ trend, nextStep, because }) => ({ trend, nextStep, because }),
});
