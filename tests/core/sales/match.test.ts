import { describe, expect, it } from 'vitest';
import { matchCompany, rankProspects } from '../../../worker/core/sales/match';
import { aCompany, aDeal, aMatchSituation, aPackage, eur } from './facts';

const situation = aMatchSituation();
const partOf = (company: Parameters<typeof matchCompany>[0], name: string, inSituation = situation) => {
  const part = matchCompany(company, inSituation).parts.find((one) => one.part === name);
  if (!part) throw new Error(`no part ${name}`);
  return part;
};
const past = { eventId: null, year: 2026, level: '', amount: null, topics: [], quote: '', quoteBy: '', outcome: '' };

describe('matching a company with an event', () => {
  it('its score is the sum of its parts, each with its reason', () => {
    const { score, parts } = matchCompany(aCompany({ topics: ['cloud', 'security'], country: 'DE', employees: 200 }), situation);
    expect(score).toBe(Math.round(parts.reduce((sum, part) => sum + part.points, 0)));
    expect(parts.reduce((sum, part) => sum + part.of, 0)).toBe(100);
    for (const part of parts) {
      expect(part.because).not.toBe('');
      expect(part.points).toBeGreaterThanOrEqual(0);
      expect(part.points).toBeLessThanOrEqual(part.of);
    }
  });

  it.each([
    ['all topics it names itself', { industry: '', topics: ['cloud', 'ai', 'open source', 'security'] }, 30],
    ['plural and case make no difference', { industry: '', topics: ['Clouds', 'Open-Source'] }, 15],
    ['what only its description says counts half', { industry: '', description: 'We make cloud and security software.' }, 7.5],
    ['a short term stands alone', { industry: '', topics: ['aircraft', 'retail'] }, 0],
    ['nothing known counts a little', { industry: '' }, 7.5],
  ])('topics: %s', (_, company, points) => {
    expect(partOf(aCompany(company), 'topics').points).toBe(points);
  });

  it.each([
    ['none', [], 0],
    ['of other events', [{ ...past, id: 's1', eventName: 'Garden Fair' }], 4.5],
    ['of similar events', [{ ...past, id: 's1', eventName: 'Cloud Summit' }], 9],
    ['of our own events', [{ ...past, id: 's1', eventName: 'Cloud Days', eventId: 'evt_0' }], 13],
  ])('past sponsorships: %s', (_, sponsorships, points) => {
    expect(partOf(aCompany({ sponsorships }), 'past').points).toBe(points);
  });

  it('a budget in another currency is not compared', () => {
    expect(partOf(aCompany({ budget: { minor: 5_000_000, currency: 'USD' } }), 'budget').because).toBe('Neither size nor budget is known.');
    expect(partOf(aCompany({ budget: eur(50_000) }), 'budget').points).toBe(15);
    expect(partOf(aCompany({ budget: eur(1_000) }), 'budget').because).toContain('below the smallest package');
  });

  it.each([
    ['do_not_contact', { doNotContact: true }, {}],
    ['no_contact', { reachable: 0 }, {}],
    ['already_signed', {}, { deals: [aDeal({ stage: 'signed' })] }],
    ['deal_lost', {}, { deals: [aDeal({ stage: 'lost' })] }],
    ['exclusivity', {}, { exclusivities: [{ industry: 'cloud HOSTING', companyId: 'cmp_2', companyName: 'Wolke', packageName: 'Main' }] }],
    ['sold_out', {}, { packages: [aPackage({ stock: 1, signed: 1 })] }],
  ])('says why not: %s', (rule, company, change) => {
    expect(matchCompany(aCompany(company), aMatchSituation(change)).obstacles.map((one) => one.rule)).toEqual([rule]);
  });

  it('its own exclusivity stands in nobody’s way but that of others', () => {
    const exclusivities = [{ industry: 'Cloud hosting', companyId: 'cmp_1', companyName: 'Nordlicht', packageName: 'Main' }];
    expect(matchCompany(aCompany(), aMatchSituation({ exclusivities })).obstacles).toEqual([]);
  });

  it('ranks the best first and equals by name, whatever their order', () => {
    const companies = [
      aCompany({ id: 'c', name: 'Zeta' }),
      aCompany({ id: 'a', name: 'Alpha' }),
      aCompany({ id: 'b', name: 'Beta', topics: ['cloud', 'ai'] }),
    ];
    const order = ['b', 'a', 'c'];
    expect(rankProspects(companies, situation).map((one) => one.companyId)).toEqual(order);
    expect(rankProspects(companies.toReversed(), situation).map((one) => one.companyId)).toEqual(order);
  });
});
