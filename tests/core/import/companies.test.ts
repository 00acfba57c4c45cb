import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groupCompanies } from '../../../worker/core/import/companies/group-companies';
import {
  readBasis,
  readCountry,
  readDomain,
  readEmployees,
  readSponsorships,
  readTerms,
  readUrl,
} from '../../../worker/core/import/companies/values';
import { readWholeCompanyFile } from '../../../worker/core/import/companies/whole-company-file';
import { recognise } from '../../../worker/core/import/recognise';
import { readWholeFile } from '../../../worker/core/import/whole-file';

const bytes = (name: string) => readFileSync(`${import.meta.dirname}/../../support/exports/${name}`);
const read = (name: string) => readWholeCompanyFile(bytes(name), { currency: 'EUR' });
const text = (csv: string) => new TextEncoder().encode(csv);

describe('an export of companies', () => {
  it.each([
    ['hubspot-companies.csv', 'hubspot'],
    ['hubspot-contacts.csv', 'hubspot'],
    ['apollo-contacts.csv', 'apollo'],
    ['linkedin-connections.csv', 'linkedin'],
    ['sales-navigator.csv', 'linkedin'],
    ['sheet-companies-de.csv', 'sheet'],
  ])('%s is known as a list of companies from %s by its headers alone', (name, source) => {
    const { recognition } = recognise(bytes(name));
    expect([recognition.kind, recognition.source]).toEqual(['companies', source]);
  });

  it.each(['eventbrite-attendees.csv', 'luma-guests.csv', 'pretix-positions.csv', 'tito-tickets.csv', 'sheet-messy-de.csv'])(
    '%s stays a list of attendees, although a company may stand in it',
    (name) => {
      expect(recognise(bytes(name)).recognition.kind).toBe('tickets');
      expect(readWholeFile(bytes(name), { currency: 'EUR', timeZone: 'UTC' }).counts.tickets).toBeGreaterThan(0);
    },
  );

  it('of HubSpot gives companies by domain with industry in words, and rejects a record without any name', () => {
    const { companies, rejected } = read('hubspot-companies.csv');
    expect(companies.map(({ company }) => company)).toMatchObject([
      {
        externalId: '18400001',
        name: 'Nordlicht Robotics GmbH',
        domain: 'nordlicht.example',
        industry: 'Computer software',
        employees: 1200,
        country: 'DE',
        city: 'Hamburg',
      },
      { name: 'Südwind Energie', domain: 'suedwind.example', country: 'AT', employees: 85 },
    ]);
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([[4, 'the row names no company, domain or website']]);
  });

  it('of HubSpot contacts tells who opted out and on what basis others are written to', () => {
    const { companies, rejected, counts } = read('hubspot-contacts.csv');
    expect(
      companies.map(({ company, contacts }) => [company.domain, contacts.map(({ name, optedOut, basis }) => [name, optedOut, basis])]),
    ).toEqual([
      ['nordlicht.example', [['Ida Nord', false, 'legitimate_interest']]],
      ['suedwind.example', [['Otto Süd', true, '']]],
    ]);
    expect(counts).toMatchObject({ companies: 2, contacts: 2, optedOut: 1, rejected: 2 });
    expect(rejected.map(({ line }) => line)).toEqual([4, 5]);
    expect(rejected[0]?.reason).toContain('mail service where anybody has one');
  });

  it('of Apollo gives the place of the company, not that of the person', () => {
    const { companies, counts } = read('apollo-contacts.csv');
    expect(companies).toMatchObject([
      {
        company: {
          domain: 'cloudharbor.example',
          city: 'Denver',
          country: 'US',
          topics: ['cloud', 'developer tools', 'kubernetes'],
          description: 'Cloud for harbors',
        },
        contacts: [
          { name: 'Mira Vance', title: 'VP Marketing', seniority: 'VP', phone: "'+1 555 0100", externalId: '60a1' },
          { name: 'Noah Lee', linkedinUrl: 'http://www.linkedin.com/in/noah-lee' },
        ],
      },
    ]);
    expect(counts).toMatchObject({ rows: 2, companies: 1, contacts: 2 });
  });

  it('of LinkedIn puts connections without an address to the only company of that name', () => {
    const { companies } = read('linkedin-connections.csv');
    expect(companies.map(({ company, contacts }) => [company.domain, contacts.map(({ name }) => name)])).toEqual([
      ['fjord.example', ['Paul Reyes', 'Lena Quist']],
    ]);
    expect(read('sales-navigator.csv').companies).toMatchObject([
      {
        company: { name: 'Lusitana Pagamentos', domain: 'lusitana.example', industry: 'Financial Services', employees: 351 },
        contacts: [{ name: 'Ana Duarte', title: 'CMO', linkedinUrl: 'https://www.linkedin.com/in/anaduarte' }],
      },
    ]);
  });

  it('that is a German sheet with a title above gives budgets, history and reasons for what is no company', () => {
    const { companies, rejected } = read('sheet-companies-de.csv');
    expect(companies[0]).toMatchObject({
      company: {
        name: 'Falke & Söhne GmbH',
        domain: 'falke.example',
        employees: 126,
        country: 'DE',
        topics: ['robotik', 'ki'],
        budget: { minor: 2_500_000, currency: 'EUR' },
      },
      contacts: [{ name: 'Jonas Falke' }, { name: 'Petra Wolf', title: 'Marketingleiterin' }],
      sponsorships: [
        { eventName: 'Example Days', year: 2025, level: 'Gold' },
        { eventName: 'Werkforum', year: 2024, level: '' },
      ],
    });
    expect(companies[1]?.company).toMatchObject({ name: 'Stadtwerk Nord', employees: 900, budget: { minor: 1_000_000, currency: 'EUR' } });
    expect(rejected.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      expect.stringContaining('6 the row names no company, and its address is at a mail service'),
      expect.stringContaining('7 the number of employees "viele"'),
    ]);
  });
});

describe('a list that could be either', () => {
  const badge = 'Name,Email,Company,Job title\nAda,ada@house.example,House,CTO\n';
  it('is of attendees until somebody says that it is of companies', () => {
    expect(recognise(text(badge)).recognition.kind).toBe('tickets');
    expect(recognise(text(badge), 'companies').recognition).toMatchObject({
      kind: 'companies',
      columns: [{ field: 'contact_name' }, { field: 'contact_email' }, { field: 'company_name' }, { field: 'contact_title' }],
    });
    expect(recognise(text('Name;Domain\nHouse;house.example\n')).recognition.columns.map(({ field }) => field)).toEqual([
      'company_name',
      'company_domain',
    ]);
  });
});

describe('what a cell says', () => {
  it.each([
    ['https://www.acme.example/en?x=1', 'acme.example'],
    ['ACME.example', 'acme.example'],
    ['shop.acme.co.uk', 'acme.co.uk'],
    ['info@acme.example', 'acme.example'],
    ['https://www.linkedin.com/company/acme', ''],
    ['https://orange.com', 'orange.com'],
    ['', ''],
  ])('domain of %s is %s', (cell, domain) => {
    expect(readDomain(cell)).toEqual({ ok: true, value: domain });
  });
  it.each(['kein web', 'localhost', '10.0.0.1', 'http://[::1]/'])('%s is no domain', (cell) => {
    expect(readDomain(cell).ok).toBe(false);
  });
  it.each([
    ['250', 250],
    ['1,200', 1200],
    ['1.200', 1200],
    ['51-200', 126],
    ['51 – 200 employees', 126],
    ['10,001+', 10_001],
    ['1.2k', 1200],
    ['> 500', 500],
    ['ca. 80 Mitarbeiter', 80],
    ['', null],
  ])('%s employees are %s', (cell, people) => {
    expect(readEmployees(cell)).toEqual({ ok: true, value: people });
  });
  it.each(['many', '1-2-3', '---x'])('%s is no number of employees', (cell) => {
    expect(readEmployees(cell).ok).toBe(false);
  });
  it.each([
    ['Germany', 'DE'],
    ['Deutschland', 'DE'],
    ['de', 'DE'],
    ['Österreich', 'AT'],
    ['United Kingdom', 'GB'],
    ['UK', 'GB'],
    ['USA', 'US'],
    ['Estados Unidos', 'US'],
    ['Países Bajos', 'NL'],
    ['Brasil', 'BR'],
    ['Atlantis', ''],
    ['', ''],
  ])('country %s is %s', (cell, code) => {
    expect(readCountry(cell)).toBe(code);
  });
  it('sponsorships are read with year and level wherever they stand', () => {
    expect(readSponsorships(['Gold at 2024', 'Example Days (2023, Silver)|2022 Summit', 'none', '-'])).toEqual([
      { eventName: 'Gold at', year: 2024, level: '' },
      { eventName: 'Example Days', year: 2023, level: 'Silver' },
      { eventName: 'Summit', year: 2022, level: '' },
    ]);
  });
  it('terms come once, in lower case; addresses of pages only where a browser opens them', () => {
    expect(readTerms(['AI, Data', 'ai; cloud'])).toEqual(['ai', 'data', 'cloud']);
    expect([readUrl('javascript:alert(1)'), readUrl('acme.example/x'), readUrl('data:text/html,x.y')]).toEqual([
      '',
      'https://acme.example/x',
      '',
    ]);
    expect([readBasis('Freely given consent from contact'), readBasis('Bestandskunde'), readBasis('?')]).toEqual([
      'consent',
      'existing_relation',
      '',
    ]);
  });
});

describe('rows of one company', () => {
  it('do not join companies of two domains that share a name', () => {
    const key = (domain: string, name: string, id = '') => ({ domain, name, id });
    const groups = groupCompanies([
      { ref: 1, key: key('a.example', 'sky') },
      { ref: 2, key: key('', 'sky') },
      { ref: 3, key: key('b.example', 'sky') },
      { ref: 4, key: key('c.example', 'moon', '7') },
      { ref: 5, key: key('', 'luna', '7') },
      { ref: 6, key: key('', '') },
    ]);
    expect(groups.map(({ refs }) => refs)).toEqual([[1], [3], [4, 5], [2], [6]]);
  });
});
