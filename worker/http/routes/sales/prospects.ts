import type { pipelineEndpoints } from '../../../contract/sales/pipeline';
import type { CompanyFacts } from '../../../core/sales/facts';
import { matchCompany, rankProspects, type Weighed } from '../../../core/sales/match';
import { databaseOf } from '../../../db/database';
import { eventById } from '../../../db/records/events';
import { salesRecords } from '../../../db/records/sales/sales-records';
import { situationOf } from '../../../sales/situation';
import type { Handlers } from '../../handler';

type ProspectEndpoints = Pick<typeof pipelineEndpoints, 'GET /events/{eventId}/prospects'>;

export const prospectRoutes = {
  async 'GET /events/{eventId}/prospects'({ env, identity, params, query, now }) {
    const { organizationId } = identity;
    const db = databaseOf(env, organizationId);
    const records = salesRecords(db, organizationId, params.eventId);
    const event = await eventById(db, organizationId, params.eventId);
    const [situation, companies] = await Promise.all([
      situationOf(records, event?.clockNow ?? now),
      query.companyId === undefined ? records.companies() : records.company(query.companyId).then((one) => (one ? [one] : [])),
    ]);
    let considered = 0;
    let obstructed = 0;
    const wanted = ({ company, obstacles }: Weighed) => {
      if (!isAskedFor(company, query)) return false;
      considered++;
      if (obstacles.length > 0) obstructed++;
      return obstacles.length === 0 || query.obstructed === 'true';
    };
    const [one] = companies;
    // Whoever asks for one company wants to know why not, too.
    const ranked =
      query.companyId !== undefined
        ? one
          ? [matchCompany(one, situation)]
          : []
        : rankProspects(companies, situation, { limit: query.limit, wanted });
    if (query.companyId !== undefined) {
      considered = ranked.length;
      obstructed = ranked.filter(({ obstacles }) => obstacles.length > 0).length;
    }
    const known = new Map(companies.map((company) => [company.id, company]));
    const deals = new Map(situation.deals.map((deal) => [deal.companyId, deal]));
    const items = ranked.flatMap(({ companyId, score, parts, obstacles }) => {
      const company = known.get(companyId);
      if (!company) return [];
      const { name, domain, industry, country, reachable } = company;
      const deal = deals.get(companyId);
      const place = { dealId: deal?.id ?? null, stage: deal?.stage ?? null };
      return [{ companyId, name, domain, industry, country, score, parts, obstacles, contacts: reachable, ...place }];
    });
    return { items, considered, obstructed };
  },
} satisfies Handlers<ProspectEndpoints>;

function isAskedFor(company: CompanyFacts, { q, country, industry }: { q?: string; country?: string; industry?: string }): boolean {
  if (country && company.country !== country.toUpperCase()) return false;
  if (industry && company.industry.toLowerCase() !== industry.toLowerCase()) return false;
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = [company.name, company.domain, company.industry, company.city, ...company.topics].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}
