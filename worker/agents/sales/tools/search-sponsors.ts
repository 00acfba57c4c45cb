import { z } from 'zod';
import { rankProspects } from '../../../core/sales/match';
import { folded } from '../../../core/sales/terms';
import { defineTool } from '../../define-tool';
import { salesOf } from '../access';
import { matchSituation } from '../domain/situation';

const Prospect = z.object({
  companyId: z.string(),
  name: z.string(),
  score: z.number(),
  because: z.array(z.string()),
  obstacles: z.array(z.string()),
});

export const searchSponsors = defineTool({
  name: 'search_sponsors',
  description:
    'Rank the companies of the records for this event, best first, each with what its score is made of and what stands against writing to it.',
  effect: 'read',
  activity: 'prospect_search',
  provenance: 'record',
  input: z.strictObject({
    limit: z.number().int().min(1).max(200).nullish().describe('How many; 20 when left out'),
    query: z.string().max(100).nullish().describe('Only companies whose name, industry or place holds this'),
    blocked: z.boolean().nullish().describe('true also lists companies that must not or cannot be written to, with the reason'),
  }),
  output: z.object({ prospects: z.array(Prospect), compared: z.number().int() }),
  async facts(input, context) {
    const { records } = salesOf(context);
    const [companies, situation] = await Promise.all([records.companies(), matchSituation(records, context.now)]);
    const wanted = folded(input.query ?? '').trim();
    const asked =
      wanted === '' ? companies : companies.filter((one) => folded(one.name, one.industry, one.city, one.country).includes(wanted));
    return { companies, ranked: rankProspects(asked, situation) };
  },
  rules: [],
  policy: () => ({}),
  execute({ input, facts }) {
    const names = new Map(facts.companies.map(({ id, name }) => [id, name]));
    const open = facts.ranked.filter(({ obstacles }) => input.blocked || obstacles.length === 0);
    const prospects = open.slice(0, input.limit ?? 20).map(({ companyId, score, parts, obstacles }) => ({
      companyId,
      name: names.get(companyId) ?? '',
      score,
      because: parts.map(({ label, points, of, because }) => `${label} ${points}/${of}: ${because}`),
      obstacles: obstacles.map(({ text }) => text),
    }));
    return { output: { prospects, compared: facts.ranked.length } };
  },
  forModel: ({ prospects, compared }) => ({
    compared,
    prospects: prospects.map(({ companyId, name, score, obstacles }) => ({
      companyId,
      name,
      score,
      ...(obstacles.length > 0 ? { obstacles } : {}),
    })),
  }),
  forLog: ({ prospects, compared }) => ({
    compared,
    found: prospects.length,
    best: prospects.slice(0, 10).map(({ companyId, score }) => [companyId, score]),
  }),
});
