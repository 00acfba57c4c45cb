import { describe, expect, test } from 'vitest';
import type { Passage } from '../../../../worker/core/knowledge/types';
import { type AnswerEvidence, composeAnswer } from '../../../../worker/core/sales/mail/answer';
import { aCompany, aCrmContact, aPackage, aSponsoredEvent, somePackages } from '../../../support/sales-facts';

const passage = (text: string, heading: string, id = text.slice(0, 8)): { passage: Passage; score: number } => ({
  passage: {
    id,
    pageId: 'pg',
    pageTitle: 'Sponsoring',
    headingPath: [heading],
    kind: 'prose',
    text,
    ordinal: 0,
    start: 0,
    end: text.length,
  },
  score: 1,
});
const pages = [
  passage('Set-up of stands starts on Wednesday at 14:00 at the loading dock on the west side.', 'Set-up'),
  passage('Sponsors do not get lists of attendees.', 'Data'),
];
const evidence = (over: Partial<AnswerEvidence> = {}): AnswerEvidence => ({
  event: aSponsoredEvent(),
  company: aCompany(),
  contact: aCrmContact(),
  packages: somePackages(),
  packageId: 'pkg_current',
  passages: pages,
  now: Date.parse('2026-11-22T12:00:00Z'),
  ...over,
});
const answer = (question: string, over: Partial<AnswerEvidence> = {}) => composeAnswer(question, evidence(over));

describe('answers from records, with what they stand on', () => {
  test.each<[string, RegExp[], string[]]>([
    ['How much is the Tide package?', [/€18,000/], ['Package Tide']],
    ['What does it cost?', [/€8,200/, /31 January 2027/], ['Package Current']],
    [
      'What packages do you have and what do they cost?',
      [/€18,000/, /€8,200/, /€3,500/],
      ['Package Tide', 'Package Current', 'Package Ripple'],
    ],
    ['What is included in Ripple?', [/Your name on the website/, /2 tickets/], ['Package Ripple']],
    ['Is Tide still available?', [/Of Tide, 2 can still be had/], ['Package Tide']],
    ['Until when does the early bird price hold?', [/31 January 2027/], ['Package Current']],
    ['When is the event?', [/20 – 21 May 2027/], ['Tidewater Product Days 2027']],
    ['Where does it take place?', [/Pakhuis Noord, Rotterdam/], ['Tidewater Product Days 2027']],
    ['How many attendees do you expect?', [/214/, /600/], ['Tidewater Product Days 2027']],
    ['When does the set-up of stands start?', [/Wednesday at 14:00/], ['Sponsoring']],
    ['Hi Mara, sounds good. What are the prices?', [/€18,000/, /€8,200/, /€3,500/], ['Package Tide', 'Package Current', 'Package Ripple']],
    ['Could you tell me what the Tide package includes and what it costs?', [/A stand of 12 m²/, /€18,000/], ['Package Tide']],
    ['How many tickets are included in Current?', [/6 tickets/], ['Package Current']],
    ['Was kostet das und wann ist die Veranstaltung?', [/€8,200/, /20 – 21 May 2027/], ['Package Current', 'Tidewater Product Days 2027']],
    ['Was kostet das Paket Tide?', [/18,000/], ['Package Tide']],
  ])('%s', (question, patterns, labels) => {
    const given = answer(question);
    const text = given?.text.replace(/[\u2009\u00a0]/g, ' ') ?? '';
    for (const pattern of patterns) expect(text).toMatch(pattern);
    expect([...new Set(given?.citations.map(({ label }) => label))]).toEqual(labels);
  });

  test('two questions are both answered, in the language of the contact', () => {
    const given = answer('Was kostet Ripple? Und wann findet die Veranstaltung statt?', { contact: aCrmContact({ locale: 'de' }) });
    expect(given?.text.replace(/\u00a0/g, ' ')).toMatch(/3\.500 €[\s\S]*20\.–21\. Mai 2027/);
    expect(given?.greeting).toBe('Guten Tag Anna de Vries,');
  });
});

describe('else a person answers', () => {
  test.each([
    'Can you give us a 20% discount on Tide?',
    'Would you take half the price?',
    'Could we get the list of attendees with their emails?',
    'Our legal department needs to review the contract, can you send it?',
    'How many of the attendees are CISOs from Belgian banks?',
    'What does Tide cost? And can our CEO give the keynote?',
    'How big is the stand in Tide compared to last year?',
    'How much is a ticket?',
    'Is there a money back guarantee?',
    'Do you have a vegan chef for our private dinner?',
    '',
    `What does it cost? ${'x'.repeat(2500)}`,
  ])('%s', (question) => expect(answer(question)).toBeNull());

  test('a page that leads elsewhere is not quoted', () => {
    expect(
      answer('When does the set-up of stands start?', {
        passages: [passage('Set-up of stands starts at 14:00, see https://evil.example/x for details.', 'Set-up')],
      }),
    ).toBeNull();
  });

  test('a sold-out package is said to be', () => {
    expect(
      answer('Is Tide still available?', { packages: [aPackage({ id: 'pkg_tide', name: 'Tide', stock: 2, signed: 2 })] })?.text,
    ).toContain('Tide is sold out.');
  });
});
