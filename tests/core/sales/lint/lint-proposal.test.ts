import { expect, test } from 'vitest';
import { lintContext } from '../../../../worker/core/sales/lint/lint-mail';
import { lintProposal } from '../../../../worker/core/sales/lint/lint-proposal';
import { composeProposal } from '../../../../worker/core/sales/proposal/compose';
import type { ProposalContent } from '../../../../worker/core/sales/types';
import { companyNames } from '../../../support/clean-mails';
import { aCompany, aCrmContact, anOwnSponsorship, aSponsoredEvent, somePackages } from '../../../support/sales-facts';

const now = Date.parse('2026-11-22T12:00:00Z');

function facts(id: string, locale = 'en') {
  return {
    event: aSponsoredEvent(),
    company: aCompany({ id }),
    contact: aCrmContact({ locale }),
    packages: somePackages(),
    sponsorships: [anOwnSponsorship()],
    now,
  };
}
function rulesOf(change: (content: ProposalContent) => ProposalContent, id = 'cmp_a', locale = 'en', packages = somePackages()): string[] {
  const records = facts(id, locale);
  const composed = composeProposal(records);
  if ('problem' in composed) throw new Error(composed.problem);
  const context = lintContext({
    ...records,
    ...{ otherCompanies: companyNames, ownPast: records.company.sponsorships, goals: records.company.goals },
    ...{ sender: { senderName: '', senderTitle: '', postalAddress: '' }, publicUrl: 'https://events.example.org', optOutLink: '' },
  });
  return [...new Set(lintProposal(change(composed.content), { ...records, packages }, context, now).map(({ rule }) => rule))];
}
const withSentence = (text: string) => (content: ProposalContent) => ({
  ...content,
  sections: [...content.sections, { id: 'more', heading: '', kind: 'text' as const, sentences: [{ text, sources: [] }] }],
});

test('50 proposals as composed are clean, in English and German', () => {
  for (let n = 0; n < 25; n++)
    for (const locale of ['en', 'de']) expect(rulesOf((content) => content, `cmp_${n * 31}`, locale)).toEqual([]);
});

test.each<[string, string, (content: ProposalContent) => ProposalContent]>([
  ['unknown_price', 'a price of its own', (content) => ({ ...content, price: { ...content.price, minor: 700_000 } })],
  ['unknown_price', 'a price of its own in the text', withSentence('For you it is €7,000.')],
  [
    'unknown_date',
    'an early price that holds longer',
    (content) => ({ ...content, price: { ...content.price, earlyBirdUntil: '2027-03-31' } }),
  ],
  ['unknown_date', 'a day that no record holds', withSentence('The call is on 3 March 2027.')],
  ['wrong_company', 'the name of another', withSentence('Contoso would have a stand.')],
  ['placeholder', 'what was not filled in', withSentence('It is for {{company}}.')],
  ['broken_link', 'a link', withSentence('See https://evil.example.')],
  ['unknown_package', 'a package that is not there', (content) => ({ ...content, packageId: 'pkg_none' })],
  ['wrong_recipient', 'somebody else', (content) => ({ ...content, greeting: 'Dear Peter,' })],
  [
    'beyond_sources',
    'a number beyond the records of its sentence',
    (content) => ({
      ...content,
      sections: content.sections.map((section) => ({
        ...section,
        sentences: section.sentences.map((one) => ({ ...one, text: one.text.replace('23 countries', '40 countries') })),
      })),
    }),
  ],
])('%s: %s', (rule, _title, change) => expect(rulesOf(change)).toContain(rule));

test('what a person adds without numbers, names and dates is theirs to say', () => {
  expect(rulesOf(withSentence('We would be glad to show you the hall.'))).toEqual([]);
});

test('a price that moved in the table since keeps it back', () => {
  expect(
    rulesOf(
      (content) => content,
      'cmp_a',
      'en',
      somePackages().map((one) => ({ ...one, earlyBird: null })),
    ),
  ).toContain('unknown_price');
});
