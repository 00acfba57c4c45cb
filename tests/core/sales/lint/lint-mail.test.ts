import { describe, expect, test } from 'vitest';
import { adviseMail, type LintContext, type LintedMail, lintMail } from '../../../../worker/core/sales/lint/lint-mail';
import { lintRules } from '../../../../worker/core/sales/lint/rules';
import { type Case, cleanMails, companyNames, mailSaying, optOutLink } from '../../../support/clean-mails';

const rulesOf = ({ mail, context }: Case) => [...new Set(lintMail(mail, context).map(({ rule }) => rule))];
const saying = (sentence: string, over: Partial<LintContext> = {}, locale = 'en') => rulesOf(mailSaying(sentence, over, locale));
function changed(change: (mail: LintedMail) => LintedMail, over: Partial<LintContext> = {}): string[] {
  const { mail, context } = mailSaying('We look forward to your answer.');
  return rulesOf({ mail: change(mail), context: { ...context, ...over } });
}

test('50 mails that the product wrote are clean, whatever companies there are', () => {
  const found = cleanMails(50).flatMap(({ mail, context }) => lintMail(mail, context).map((lint) => ({ ...lint, mail: mail.text })));
  expect(found).toEqual([]);
});

test('no word of its own mails makes one unclean, although a company may be called so', () => {
  const known = /Anna|Vries|Jürgen|Groß|Li|Wei|Siobhán|Neill|Tidewater/;
  const found = cleanMails(60).flatMap(({ mail, context }) => {
    const capitalised = [...new Set(`${mail.subject} ${mail.text}`.match(/\p{Lu}\p{L}+/gu))].filter((word) => !known.test(word));
    return lintMail(mail, { ...context, otherCompanies: capitalised });
  });
  expect(found).toEqual([]);
});

describe.each<[rule: string, refused: [string, Partial<LintContext>?, string?][], clean: [string, Partial<LintContext>?, string?][]]>([
  [
    'wrong_company',
    [
      ['We wrote this for Contoso.'],
      ['contoso gmbh would have a stand.'],
      ['Fabrikam would have a stand in the hall.'],
      ['We think that Haven Labs fits.', { otherCompanies: ['Haven Labs'], fromRecords: [] }],
      ['What would make this worth it for Notion?'],
      ['This is a page for Target.'],
      ['What would make this worth it for Northlight Tools?'],
      ["Stage Entertainment's team is welcome."],
      ['Zurcher and Sohne would fit.', { otherCompanies: ['Zürcher & Söhne AG'] }],
      ['So we thought of AT&T first.', { otherCompanies: ['AT&T'] }],
      ['This was made for Acme Robotics.', { company: { name: 'Acme' }, otherCompanies: ['Acme Robotics'] }],
    ],
    [
      ['The notion behind it is simple, and the target is clear.'],
      ['Brightwave Analytics would have a stand.', { otherCompanies: ['Brightwave', 'Analytics'] }],
      ['Northlight Tools was a sponsor of Tidewater Product Days 2026.'],
      ['The current state of research and data is one topic.'],
      ['Current costs as much as it says above.'],
      ['Target groups differ. Research matters.'],
      ['Der Punkt ist einfach. Preis und Umfang stehen oben.', {}, 'de'],
    ],
  ],
  [
    'placeholder',
    [
      ['It is for {{company}} alone.'],
      ['Hello {first_name}, once more.'],
      ['It is for [Company] alone.'],
      ['It is for [First Name] alone.'],
      ['It is for %COMPANY% alone.'],
      [`It is for $${'{name}'} alone.`],
      ['It is for <company> alone.'],
      ['It is for *|FNAME|* alone.'],
      ['The price is undefined.'],
      ['It is for null alone.'],
      ['Guten Tag null, noch etwas.', {}, 'de'],
      ['It holds NaN tickets.'],
      ['It begins on Invalid Date.'],
      ['See [object Object].'],
      ['Lorem ipsum is all we have.'],
      ['This part is TODO.'],
      ['We would like to have  at the event.'],
      ['We would like to have you at , if you want.'],
      ['It would be good to have you with .'],
      ['Your goal was “”.'],
      ['There is more ().'],
    ],
    [
      ['It is one of many [1] reasons.'],
      ['Wir haben null Interesse an langen Mails.', {}, 'de'],
      ['A set {a, b} is not a placeholder, nor is f(x).'],
      ['Well, a comma , French style, is not what we write.'.replace(' ,', ',')],
      ['It lasts 2 days; it is for teams (of any size).'],
    ],
  ],
  [
    'unknown_price',
    [
      ['It costs €9,000.'],
      ['It costs 9.000 €.'],
      ['It costs EUR 9000.'],
      ['It costs 9 000 euros.'],
      ['It costs $8,200.'],
      ['It costs US$ 9,500.00.'],
      ['It costs £500.'],
      ['It costs 5k EUR.'],
      ['It costs €5k.'],
      ['It costs 12 Tsd. Euro.'],
      ["It costs CHF 1'200."],
      ['It costs 4.000,-.'],
      ['It costs five thousand euros.'],
      ['Der Preis sind zweitausend Euro.'],
      ['The price is 7500.'],
      ['It would be 20% off for you.'],
      ['We give a discount of 15 percent.'],
      ['It is free of charge for you.'],
      ['Das ist für Sie kostenlos.'],
      ['It costs 9,500 SEK.'],
      ['It costs ¥9500.'],
      ['It costs €9,500.50.'],
    ],
    [
      ['It costs €9,500.'],
      ['It costs 9.500 €.'],
      ['It costs EUR 9500.00.'],
      ['It costs 9 500 euros, or 9.5k EUR.'],
      ['It costs €18k.'],
      ['It costs 18 thousand euros.'],
      ['There are 600 places and 214 tickets, 12 m² each.'],
      ['In 2026 it was held for the 5th time, with 40% more talks.'],
      ['The price is from 2027 on the same.'],
    ],
  ],
  [
    'unknown_date',
    [
      ['It starts on 3 June 2027.'],
      ['It starts on June 3, 2027.'],
      ['It starts on 3. Juni 2027.'],
      ['It starts on 2027-06-03.'],
      ['It starts on 03.06.2027.'],
      ['It starts on 6/3/2027.'],
      ['It starts on the 3rd of June.'],
      ['It starts on Friday, 20 May 2027.'],
      ['It runs from 19 to 21 May 2027.'],
      ['It is in June 2027.'],
      ['It is on 20 May 2026.'],
      ['It is on 31/02/2027.'],
    ],
    [
      ['It starts on 20 May 2027.'],
      ['It starts on Thursday, 20 May 2027.'],
      ['It starts on May 20, 2027.'],
      ['It starts on 20. Mai 2027 und endet am 21.05.2027.'],
      ['It starts on 2027-05-20.'],
      ['It runs on 20–21 May 2027, and 5/20/2027 it is.'],
      ['It is in May 2027; the price holds until 31 January 2027.'],
      ['You may 2 times come; on page 20 is more.'],
      ['Version 1.2.3 and section 4.5 are no dates, nor is 24/7 or 10-12.'],
    ],
  ],
  [
    'broken_link',
    [
      ['More at https://evil.example/x.'],
      ['More at http://localhost:8787/p/1.'],
      ['More at https://192.168.0.4/p/1.'],
      ['More at https://events.example.org/p/undefined.'],
      ['More at https://https://events.example.org/p/1.'],
      ['More at https://events.example.org@evil.example/.'],
      ['More at ftp://events.example.org/p/1.'],
      ['More at javascript:alert(1).'],
      ['More at https:///p/1.'],
      ['More at https://events.example.org.evil.example/p.'],
    ],
    [['More at https://tidewater.example/programme.'], ['More at https://events.example.org/p/1?x=2.']],
  ],
])('%s', (rule, refused, clean) => {
  test.each(refused)('refuses: %s', (sentence, over, locale) => expect(saying(sentence, over, locale)).toContain(rule));
  test.each(clean)('lets through: %s', (sentence, over, locale) => expect(saying(sentence, over, locale)).not.toContain(rule));
});

describe('wrong_recipient', () => {
  const greeting = (line: string, contact: { name: string } | null) =>
    changed((mail) => ({ ...mail, text: mail.text.replace(/^.*/, line) }), { contact });
  test.each([
    ['Dear Peter,', { name: 'Anna de Vries' }],
    ['Hi Annabel', { name: 'Anna de Vries' }],
    ['Guten Tag Herr Meier,', { name: 'Anna de Vries' }],
    ['Sehr geehrte Frau Schmidt,', { name: 'Anna de Vries' }],
    ['Hello Anna,', null],
    ['Liebe Anna,', { name: '' }],
  ])('refuses %s to %o', (line, contact) => expect(greeting(line, contact)).toContain('wrong_recipient'));
  test.each([
    ['Dear Anna de Vries,', { name: 'Anna de Vries' }],
    ['Dear Ms de Vries,', { name: 'Anna de Vries' }],
    ['Hi Anna', { name: 'Dr. Anna de Vries' }],
    ['Hello,', null],
    ['Guten Tag Frau Prof. Dr. Vries,', { name: 'Anna de Vries' }],
    ['Sehr geehrte Damen und Herren,', null],
    ['Dear Brightwave team,', null],
    ['Hello again,', { name: 'Anna' }],
  ])('lets %s to %o through', (line, contact) => expect(greeting(line, contact)).not.toContain('wrong_recipient'));
});

describe('what a mail has to have', () => {
  test.each<[string, string, (mail: LintedMail) => LintedMail, Partial<LintContext>?]>([
    ['no_opt_out', 'no link in the text', (mail) => ({ ...mail, text: mail.text.replace(optOutLink, '') })],
    ['no_opt_out', 'no link in the HTML', (mail) => ({ ...mail, html: mail.html.replace(optOutLink, 'https://events.example.org/') })],
    ['no_opt_out', "somebody else's link", (mail) => mail, { optOutLink: 'https://events.example.org/api/v1/opt-out/other' }],
    ['no_opt_out', 'headers without one-click', (mail) => ({ ...mail, headers: { 'List-Unsubscribe': '<x>' } })],
    ['no_postal_address', 'no address in the text', (mail) => ({ ...mail, text: mail.text.replace('3019 HE', '') })],
    ['no_postal_address', 'no address in the settings', (mail) => mail, { postalAddress: ' ' }],
    ['bad_subject', 'an empty subject', (mail) => ({ ...mail, subject: ' ' })],
    ['bad_subject', 'nothing after Re:', (mail) => ({ ...mail, subject: 'Re: ' })],
    ['bad_subject', 'a subject of two lines', (mail) => ({ ...mail, subject: 'One\r\nBcc: eve@evil.example' })],
    ['bad_subject', 'a subject as long as a sentence', (mail) => ({ ...mail, subject: 'word '.repeat(30) })],
    ['bad_length', '400 words', (mail) => ({ ...mail, text: `${mail.text} ${'word '.repeat(400)}` })],
    ['bad_length', 'nothing', (mail) => ({ ...mail, text: 'Hello,' })],
    ['parts_differ', 'another sum in the HTML', (mail) => ({ ...mail, html: mail.html.replace('8,200', '7,200') })],
    [
      'parts_differ',
      'a link that only the HTML has',
      (mail) => ({ ...mail, html: mail.html.replace('</body>', '<a href="https://tidewater.example/x"></a></body>') }),
    ],
    ['broken_link', 'a link without address', (mail) => ({ ...mail, html: mail.html.replace('</body>', '<a>x</a></body>') })],
    ['broken_link', 'an empty address', (mail) => ({ ...mail, html: mail.html.replace('</body>', '<a href="">x</a></body>') })],
  ])('%s: %s', (rule, _title, change, over) => expect(changed(change, over)).toContain(rule));
});

test('every rule has its own name', () => {
  expect(new Set(lintRules.map(({ rule }) => rule)).size).toBe(lintRules.length);
});

test('shouting and advertising are advised against, and keep nothing from going out', () => {
  const { mail, context } = mailSaying('ACT NOW, LIMITED TIME!! Click here for a guaranteed success.');
  expect(lintMail(mail, context)).toEqual([]);
  expect(new Set(adviseMail(mail, context).map(({ rule }) => rule))).toEqual(new Set(['shouting', 'spam_words']));
  expect(cleanMails(20).flatMap((one) => adviseMail(one.mail, one.context))).toEqual([]);
});

test('50,000 companies are looked for in one mail without anybody waiting for it', () => {
  const many = [...Array.from({ length: 50_000 }, (_, n) => `Company ${n.toString(36)} Industries GmbH`), 'Contoso'];
  const { mail, context } = mailSaying('It was made for Contoso.', { otherCompanies: many });
  const startedAt = performance.now();
  expect(lintMail(mail, context).map(({ rule }) => rule)).toEqual(['wrong_company']);
  expect(performance.now() - startedAt).toBeLessThan(3000);
  expect(companyNames.length).toBeGreaterThan(20);
});
