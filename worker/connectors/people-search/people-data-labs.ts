import { z } from 'zod';
import type { PeopleSearchPort } from '../../ports/people-search';
import { ask, mostPeople, type PeopleService, person } from './ask';

/** Fields that the plan does not include come as `true`. */
const Text = z
  .union([z.string(), z.boolean(), z.null()])
  .optional()
  .transform((value) => (typeof value === 'string' ? value : ''));
const Answer = z.object({
  data: z.array(z.object({ full_name: Text, job_title: Text, work_email: Text, linkedin_url: Text })),
});

/** People Data Labs' person search, `POST /v5/person/search`; each person that is returned is paid for. */
export function peopleDataLabsSearch({ apiKey, baseUrl, fetcher }: PeopleService): PeopleSearchPort {
  const service = { name: 'People Data Labs', variable: 'PEOPLE_DATA_LABS_API_KEY', fetcher };
  return {
    provider: 'people_data_labs',
    async find(domain) {
      const query = {
        bool: {
          must: [
            { term: { job_company_website: domain } },
            { terms: { job_title_levels: ['owner', 'partner', 'cxo', 'vp', 'director', 'manager'] } },
          ],
        },
      };
      const answer = await ask(
        service,
        `${baseUrl}/v5/person/search`,
        {
          method: 'POST',
          headers: { 'x-api-key': apiKey, 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({ query, size: mostPeople, titlecase: true }),
        },
        Answer,
      );
      return (answer?.data ?? [])
        .slice(0, mostPeople)
        .flatMap((one) =>
          person('people_data_labs', { name: one.full_name, email: one.work_email, title: one.job_title, linkedinUrl: one.linkedin_url }),
        );
    },
  };
}
