import { z } from 'zod';
import type { PeopleSearchPort } from '../../ports/people-search';
import { ask, mostPeople, type PeopleService, person } from './ask';

const Answer = z.object({
  data: z.object({
    emails: z.array(
      z.object({
        value: z.string(),
        type: z.string().nullish(),
        first_name: z.string().nullish(),
        last_name: z.string().nullish(),
        position: z.string().nullish(),
        linkedin: z.string().nullish(),
      }),
    ),
  }),
});

/** Hunter's Domain Search, `GET /v2/domain-search`: addresses that stand on public pages. */
export function hunterSearch({ apiKey, baseUrl, fetcher }: PeopleService): PeopleSearchPort {
  const service = { name: 'Hunter', variable: 'HUNTER_API_KEY', fetcher };
  return {
    provider: 'hunter',
    async find(domain) {
      const query = new URLSearchParams({ domain, type: 'personal', limit: String(mostPeople) });
      const init = { method: 'GET', headers: { 'x-api-key': apiKey, accept: 'application/json' } };
      const answer = await ask(service, `${baseUrl}/v2/domain-search?${query}`, init, Answer);
      return (answer?.data.emails ?? [])
        .filter(({ type }) => type !== 'generic')
        .slice(0, mostPeople)
        .flatMap((one) =>
          person('hunter', {
            name: `${one.first_name ?? ''} ${one.last_name ?? ''}`,
            ...{ email: one.value, title: one.position, linkedinUrl: one.linkedin },
          }),
        );
    },
  };
}
