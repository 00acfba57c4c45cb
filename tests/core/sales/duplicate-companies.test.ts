import { describe, expect, it } from 'vitest';
import { comparableName } from '../../../worker/core/sales/company-name';
import { type ComparedCompany, duplicateCompanies } from '../../../worker/core/sales/duplicate-companies';
import { seriesOf } from '../../../worker/core/sales/event-series';

describe('names of one company', () => {
  it.each([
    ['Falke & Söhne GmbH', 'falke und soehne'],
    ['Falke & Söhne GmbH & Co. KG', 'Falke u. Sohne'.replace('u.', 'und')],
    ['ACME, Inc.', 'Acme Incorporated'],
    ['Banco Ejemplo, S.A.', 'BANCO EJEMPLO SA'],
    ['Żabka Sp. z o.o.', 'zabka'],
    ['Muster (haftungsbeschränkt) UG', 'Muster'],
    ['The Example Company', 'example'],
    ['Übung S.à r.l.', 'Uebung Sarl'],
  ])('%s is %s', (a, b) => {
    expect(comparableName(a)).toBe(comparableName(b));
  });

  it('are not cut down to nothing', () => {
    expect(comparableName('Group AG')).toBe('group');
    expect(comparableName('The Co')).not.toBe('');
  });

  it('tell companies apart that share only words of every company', () => {
    expect(comparableName('North Holding GmbH')).not.toBe(comparableName('South Holding GmbH'));
  });
});

describe('editions of one event', () => {
  it.each([
    ['Example Days 2026', 'EXAMPLE DAYS – 2027'],
    ["Example Days '26", 'Example Days'],
  ])('%s is of the series of %s', (a, b) => {
    expect(seriesOf(a)).toBe(seriesOf(b));
  });
  it('are not those of another one that is numbered', () => {
    expect(seriesOf('Level 5')).not.toBe(seriesOf('Level 6'));
  });
});

const company = (id: string, over: Partial<ComparedCompany>): ComparedCompany => ({
  id,
  name: id,
  domain: '',
  country: '',
  contactDomains: [],
  ...over,
});

describe('the search for duplicates', () => {
  it('does not join companies of two domains or two countries by name alone', () => {
    const pairs = duplicateCompanies(
      [
        company('a', { name: 'Sky', domain: 'sky.example', country: 'GB' }),
        company('b', { name: 'Sky', domain: 'sky.test', country: 'DE' }),
        company('c', { name: 'Moon', country: 'GB' }),
        company('d', { name: 'Moon', country: 'DE' }),
      ],
      10,
    );
    expect(pairs).toEqual([]);
  });

  it('takes 20,000 companies in under two seconds and shows no more than asked', () => {
    const many = Array.from({ length: 20_000 }, (_, i) =>
      company(`c${i}`, { name: `Company ${i % 8_000}`, contactDomains: [`d${i}.example`] }),
    );
    expect(duplicateCompanies(many, 100)).toHaveLength(100);
  }, 2000);
});
