import { answerJson, type Fault, type Loopback, listen, misbehave, type Received } from './loopback';

export interface FakePeopleSearch extends Loopback {
  requests: Received[];
  fail(fault: Fault): void;
}

/** One of the three services on loopback, with two people at `nordlicht.example`, and what its answers are known to be like. */
export async function startFakePeopleSearch(service: 'hunter' | 'apollo' | 'people_data_labs', apiKey: string): Promise<FakePeopleSearch> {
  const faults: Fault[] = [];
  const requests: Received[] = [];
  const server = await listen((request, response) => {
    requests.push(request);
    const fault = faults.shift();
    if (fault) return misbehave(fault, response);
    if (request.headers['x-api-key'] !== apiKey) return answerJson(response, 401, { errors: [{ id: 'authentication_failed' }] });
    const [status, body] = answers[service](request);
    answerJson(response, status, body);
  });
  return { ...server, requests, fail: (fault) => faults.push(fault) };
}

const knows = (text: string) => text.includes('nordlicht.example');

const answers: Record<'hunter' | 'apollo' | 'people_data_labs', (request: Received) => [number, unknown]> = {
  hunter: ({ method, path }) => {
    const url = new URL(path, 'http://localhost');
    if (method !== 'GET' || url.pathname !== '/v2/domain-search') return [404, {}];
    const emails = [
      {
        value: 'Ada.Berg@nordlicht.example',
        type: 'personal',
        confidence: 94,
        first_name: 'Ada',
        last_name: 'Berg',
        position: 'Head of Marketing',
        linkedin: 'https://www.linkedin.com/in/adaberg',
      },
      {
        value: 'info@nordlicht.example',
        type: 'generic',
        confidence: 90,
        first_name: null,
        last_name: null,
        position: null,
        linkedin: null,
      },
      {
        value: 'kim.lund@nordlicht.example',
        type: 'personal',
        confidence: 71,
        first_name: 'Kim',
        last_name: 'Lund',
        position: null,
        linkedin: null,
      },
    ];
    const domain = url.searchParams.get('domain') ?? '';
    return [200, { data: { domain, emails: knows(domain) ? emails : [] }, meta: { results: 3 } }];
  },
  apollo: ({ method, path, body }) => {
    if (method !== 'POST') return [404, {}];
    if (path === '/api/v1/mixed_people/api_search') {
      const people = [
        {
          id: 'p1',
          first_name: 'Ada',
          last_name: 'Berg',
          name: 'Ada Berg',
          title: 'Head of Marketing',
          linkedin_url: 'http://www.linkedin.com/in/adaberg',
        },
        { id: 'p2', first_name: 'Kim', last_name: 'Lund', name: 'Kim Lund', title: null, linkedin_url: null },
      ];
      return [200, { people: knows(body) ? people : [], pagination: { total_entries: 2 } }];
    }
    if (path !== '/api/v1/people/match') return [404, {}];
    const ada = { id: 'p1', name: 'Ada Berg', title: 'Head of Marketing', email: 'ada.berg@nordlicht.example', email_status: 'verified' };
    const kim = { id: 'p2', name: 'Kim Lund', email: 'email_not_unlocked@domain.com', email_status: 'unavailable' };
    return [200, { person: body.includes('"p1"') ? ada : kim }];
  },
  people_data_labs: ({ method, path, body }) => {
    if (method !== 'POST' || path !== '/v5/person/search') return [404, {}];
    if (!knows(body)) return [404, { status: 404, error: { type: 'not_found', message: 'No records were found matching your search' } }];
    const data = [
      {
        full_name: 'Ada Berg',
        job_title: 'Head of Marketing',
        work_email: 'ada.berg@nordlicht.example',
        linkedin_url: 'linkedin.com/in/adaberg',
      },
      { full_name: 'Kim Lund', job_title: null, work_email: true, linkedin_url: null },
    ];
    return [200, { status: 200, data, total: 2 }];
  },
};
