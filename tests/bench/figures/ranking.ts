import type { CompanyFacts, SponsoredEvent } from '../../../worker/core/sales/facts';
import { type MatchSituation, rankProspects } from '../../../worker/core/sales/match';
import { percentile, report } from '../report';

const companies = 5_000;
const rounds = 200;
const words =
  `cloud data security health energy retail mobility robotics finance education games music travel food water paper steel logistics
  media design law housing insurance telecom chips sensors maps payments identity storage search analytics testing deployment networks`.split(
    /\s+/,
  );
const word = (n: number) => words[Math.abs(n) % words.length] ?? 'cloud';

/** Companies with everything that a record can hold: long descriptions, goals, past sponsorships. */
const known: CompanyFacts[] = Array.from({ length: companies }, (_, n) => ({
  id: `cmp_${n}`,
  name: `${word(n * 7)} ${word(n * 13)} ${n}`,
  domain: `c${n}.example`,
  website: '',
  industry: word(n),
  description: Array.from({ length: 40 }, (__, k) => word(n * 31 + k * k * 17)).join(' '),
  topics: [word(n), word(n * 3), word(n * 5)],
  audience: n % 3 === 0 ? ['developers'] : [],
  employees: n % 4 === 0 ? null : (n * 37) % 5000,
  country: n % 2 === 0 ? 'DE' : 'FR',
  city: n % 9 === 0 ? 'Berlin' : '',
  budget: n % 5 === 0 ? { minor: n * 1000, currency: 'EUR' } : null,
  goals: n % 2 === 0 ? [{ text: `more ${word(n)} leads`, source: 'sheet' }] : [],
  owner: null,
  doNotContact: n % 97 === 0,
  reachable: n % 6,
  sponsorships:
    n % 3 === 0
      ? [
          {
            ...{
              id: `spo_${n}`,
              eventId: n % 30 === 0 ? 'evt_0' : null,
              eventName: `${word(n)} Days`,
              year: 2020 + (n % 7),
              level: 'Gold',
            },
            ...{ amount: { minor: 500_000, currency: 'EUR' }, topics: [word(n * 11)], quote: '', quoteBy: '', outcome: '' },
          },
        ]
      : [],
}));

const event: SponsoredEvent = {
  ...{ id: 'evt_1', name: 'Cloud Days', startsAt: '2027-05-20T09:00', endsAt: '2027-05-21T17:00', timeZone: 'Europe/Berlin', venue: '' },
  ...{ country: 'DE', city: 'Berlin', currency: 'EUR', websiteUrl: null, capacity: null, attendees: 0, facts: [] },
  topics: words.slice(0, 12),
  audience: ['developers', 'operations', 'students'],
};
const situation: MatchSituation = {
  event,
  packages: [5_000, 10_000, 25_000].map((major, n) => ({
    ...{ id: `pkg_${n}`, name: `P${n}`, price: { minor: major * 100, currency: 'EUR' }, earlyBird: null, stock: null, signed: 0 },
    ...{ benefits: [{ id: 'b', text: 'Booth', goals: ['leads', word(n)] }], exclusiveIndustry: '', active: true, version: 1 },
  })),
  deals: [],
  exclusivities: [{ industry: 'steel', companyId: 'cmp_1', companyName: 'One', packageName: 'P2' }],
  now: Date.UTC(2027, 0, 10),
};

/** Ranking thousands of companies for an event, beside sorting them by name in the same run. */
export async function ranking(): Promise<void> {
  const took = {
    ours: timed(() => rankProspects(known, situation, { limit: 20, wanted: ({ obstacles }) => obstacles.length === 0 }).length),
    sort: timed(() => byName().length),
  };
  report({
    figure: `ranking ${companies.toLocaleString('en')} companies for an event, p99`,
    unit: 'ms',
    ours: percentile(took.ours, 0.99),
    baseline: percentile(took.sort, 0.99),
    baselineIs: 'sorting them by name',
  });
}

const byName = () => known.toSorted((a, b) => a.name.localeCompare(b.name)).slice(0, 20);

function timed(work: () => number): number[] {
  return Array.from({ length: rounds }, () => {
    const startedAt = performance.now();
    if (work() !== 20) throw new Error('not the best twenty');
    return performance.now() - startedAt;
  });
}
