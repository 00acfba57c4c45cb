import { z } from 'zod';
import type { PeopleSearchPort } from '../../ports/people-search';
import { ask, mostPeople, type PeopleService, person } from './ask';

const Found = z.object({
  id: z.string(),
  name: z.string().nullish(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  title: z.string().nullish(),
  linkedin_url: z.string().nullish(),
});
const SearchAnswer = z.object({ people: z.array(Found) });
const MatchAnswer = z.object({ person: Found.extend({ email: z.string().nullish(), email_status: z.string().nullish() }).nullish() });

/** Enrichment costs credits: only so many of those found are looked up. */
const mostEnriched = 3;
const deciders = ['owner', 'founder', 'c_suite', 'partner', 'vp', 'head', 'director', 'manager'];

/** Apollo: `POST /api/v1/mixed_people/api_search` names people without addresses, `POST /api/v1/people/match` gives a work address. */
export function apolloSearch({ apiKey, baseUrl, fetcher }: PeopleService): PeopleSearchPort {
  const service = { name: 'Apollo', variable: 'APOLLO_API_KEY', fetcher };
  const post = <T>(path: string, body: unknown, shape: z.ZodType<T>) =>
    ask(
      service,
      `${baseUrl}/api/v1/${path}`,
      {
        method: 'POST',
        headers: { 'x-api-key': apiKey, 'content-type': 'application/json', accept: 'application/json', 'cache-control': 'no-cache' },
        body: JSON.stringify(body),
      },
      shape,
    );
  return {
    provider: 'apollo',
    async find(domain) {
      const search = { q_organization_domains_list: [domain], person_seniorities: deciders, page: 1, per_page: mostPeople };
      const found = (await post('mixed_people/api_search', search, SearchAnswer))?.people.slice(0, mostPeople) ?? [];
      const enriched = await Promise.all(
        found.slice(0, mostEnriched).map(async (one) => {
          const match = (await post('people/match', { id: one.id, reveal_personal_emails: false, reveal_phone_number: false }, MatchAnswer))
            ?.person;
          return { ...one, ...match, email: match?.email_status === 'unavailable' ? null : match?.email };
        }),
      );
      return [...enriched, ...found.slice(mostEnriched).map((one) => ({ ...one, email: null }))].flatMap((one) =>
        person('apollo', {
          name: one.name ?? `${one.first_name ?? ''} ${one.last_name ?? ''}`,
          ...{ email: withoutMask(one.email), title: one.title, linkedinUrl: one.linkedin_url },
        }),
      );
    },
  };
}

/** What stands in the place of an address that the plan does not show. */
function withoutMask(email: string | null | undefined): string {
  return email && !/email_not_unlocked|not_unlocked@/i.test(email) ? email : '';
}
