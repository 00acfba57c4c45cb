import { expect, test } from 'vitest';
import { choosePackage, type PackageSituation } from '../../../../worker/core/sales/proposal/choose-package';
import { serves } from '../../../../worker/core/sales/proposal/goal-terms';
import { priceNow } from '../../../../worker/core/sales/proposal/price-now';
import { aCompany, aPackage, aSponsorship, somePackages } from '../../../support/sales-facts';

const now = Date.parse('2026-11-22T12:00:00Z');
const eur = (major: number) => ({ minor: major * 100, currency: 'EUR' });
function chosen(over: Partial<PackageSituation>, packageId?: string): string {
  const result = choosePackage(
    { event: { timeZone: 'Europe/Amsterdam' }, company: aCompany(), packages: somePackages(), now, ...over },
    packageId,
  );
  return 'problem' in result ? result.problem : result.package.name;
}

test.each<[string, Partial<PackageSituation>, string]>([
  ['a budget of 10,000 takes the one for 8,200', { company: aCompany({ budget: eur(10_000) }) }, 'Current'],
  [
    'a budget of 20,000 without goals takes the largest',
    { company: aCompany({ budget: eur(20_000), goals: [], sponsorships: [] }) },
    'Tide',
  ],
  ['a budget of 4,000 takes the smallest', { company: aCompany({ budget: eur(4000) }) }, 'Ripple'],
  [
    '30 people without a known budget take the smallest',
    { company: aCompany({ budget: null, employees: 30, goals: [], sponsorships: [] }) },
    'Ripple',
  ],
  [
    '9,000 people without a known budget take the largest',
    { company: aCompany({ budget: null, employees: 9000, goals: [], sponsorships: [] }) },
    'Tide',
  ],
  [
    'a goal that only one serves decides between like prices',
    {
      company: aCompany({ budget: eur(10_000), goals: [{ text: 'Fachkräfte gewinnen', source: '' }] }),
      packages: [aPackage({ id: 'a', name: 'A', benefits: [] }), aPackage({ id: 'b', name: 'B' })],
    },
    'B',
  ],
  ['what is sold out is not offered', { packages: [aPackage({ signed: 6 }), aPackage({ id: 'x', name: 'Other', stock: null })] }, 'Other'],
  [
    'what is kept for another industry is not offered',
    { packages: [aPackage({ exclusiveIndustry: 'banking' }), aPackage({ id: 'x', name: 'Other' })] },
    'Other',
  ],
  ['what is kept for its own industry is', { packages: [aPackage({ exclusiveIndustry: 'Software' })] }, 'Current'],
  [
    'an exclusivity of its own hinders nobody',
    { packages: [aPackage()], exclusivities: [{ industry: 'software', companyId: 'cmp_brightwave' }] },
    'Current',
  ],
])('%s', (_title, over, name) => expect(chosen(over)).toBe(name));

test('one that is asked for is taken although another fits better', () => {
  expect(chosen({}, 'pkg_tide')).toBe('Tide');
});

test('each one that was considered says why, those that cannot be had last', () => {
  const result = choosePackage({
    ...{ event: { timeZone: 'Europe/Amsterdam' }, company: aCompany(), now },
    packages: [aPackage({ id: 'gone', name: 'Gone', stock: 1, signed: 1 }), ...somePackages()],
  });
  if ('problem' in result) throw new Error(result.problem);
  expect(result.considered.map(({ name, score }) => [name, score !== null])).toEqual([
    ['Current', true],
    ['Ripple', true],
    ['Tide', true],
    ['Gone', false],
  ]);
  expect(result.considered.every(({ because }) => because.length > 0)).toBe(true);
});

test('what it paid elsewhere speaks for a like price', () => {
  const company = (amount: number) =>
    aCompany({ budget: null, employees: null, goals: [], sponsorships: [aSponsorship({ amount: eur(amount) })] });
  const packages = [
    aPackage({ id: 'a', name: 'Small', price: eur(2000), earlyBird: null }),
    aPackage({ id: 'b', name: 'Large', price: eur(16_000), earlyBird: null }),
  ];
  expect(chosen({ company: company(16_000), packages })).toBe('Large');
});

test.each([
  ['2027-01-31T22:59:00Z', 820_000],
  ['2027-01-31T23:00:00Z', 950_000],
])('the early price ends with the local day: at %s it is %i', (at, minor) => {
  expect(priceNow(aPackage(), Date.parse(at), 'Europe/Amsterdam').price.minor).toBe(minor);
});

test('an early price above the full one is none', () => {
  const odd = aPackage({ earlyBird: { minor: 990_000, currency: 'EUR', until: '2027-01-31' } });
  expect(priceNow(odd, now, 'UTC')).toEqual({ price: { minor: 950_000, currency: 'EUR' }, earlyBirdUntil: null });
});

test.each([
  ['recruiting', 'hire backend engineers', true],
  ['hiring', 'Fachkräfte gewinnen', true],
  ['leads', 'meet buyers in the Netherlands', true],
  ['leads', 'Neukundengewinnung', true],
  ['brand', 'become better known in Benelux', true],
  ['developers', 'reach every developer', true],
  ['recruiting', 'launch our new product', false],
  ['market entry', 'enter the German market', true],
  ['', 'anything', false],
])('%s serves "%s": %s', (term, goal, does) => expect(serves(term, goal)).toBe(does));
