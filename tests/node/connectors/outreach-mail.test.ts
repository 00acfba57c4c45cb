import { describe, expect, test } from 'vitest';
import { mailComposer } from '../../../worker/connectors/mail-composer';
import { mailProblem } from '../../../worker/connectors/mail-rules';
import { type OutreachMailData, renderOutreach } from '../../../worker/connectors/mail-templates';
import { mailLanguages } from '../../../worker/connectors/mail-templates/languages';
import { aCall } from '../../support/mail-conformance';

const publicUrl = 'https://events.example.org';
const data = (over: Partial<OutreachMailData> = {}): OutreachMailData => ({
  publicUrl,
  locale: 'en',
  subject: 'Tidewater and Brightwave',
  greeting: 'Dear Anna,',
  paragraphs: ['First.', 'It is here:', 'Would a call help?'],
  closing: 'Kind regards',
  link: { label: 'Proposal for Brightwave', href: `${publicUrl}/r/abc.def` },
  sender: { name: 'Mara Ostrander', title: 'Partnerships', postalAddress: 'Veemkade 140\n3019 HE Rotterdam' },
  organizer: 'Tidewater Foundation',
  optOutLink: `${publicUrl}/api/v1/opt-out/t.s`,
  pixel: `${publicUrl}/o/abc.gif`,
  aiAssisted: true,
  ...over,
});

test('the link stands below the paragraph that announces it, else below the last one', () => {
  expect(renderOutreach(data()).text).toContain(
    'It is here:\n\nProposal for Brightwave\nhttps://events.example.org/r/abc.def\n\nWould a call help?',
  );
  const { text } = renderOutreach(data({ paragraphs: ['First.', 'Second.'] }));
  expect(text).toContain('Second.\n\nProposal for Brightwave\nhttps://events.example.org/r/abc.def\n\nKind regards');
});

test('both parts name sender, address, opt-out and the assistant; without one they do not', () => {
  const { text, html } = renderOutreach(data());
  for (const part of [text, html])
    for (const words of [
      'Mara Ostrander',
      'Partnerships',
      'Tidewater Foundation',
      'Veemkade 140, 3019 HE Rotterdam',
      '/api/v1/opt-out/t.s',
      'AI assistant of Tidewater Foundation',
    ])
      expect(part).toContain(words);
  expect(renderOutreach(data({ aiAssisted: false })).text).not.toContain('AI assistant');
});

describe.each(mailLanguages)('in %s', (locale) => {
  test('it says how to hear no more, in its own language, for light and dark', () => {
    const { html, text } = renderOutreach(data({ locale }));
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).toContain('prefers-color-scheme:dark');
    expect(text.includes('rather not hear')).toBe(locale === 'en');
  });
});

test('text stays text, and a picture is only the one that counts', () => {
  const hostile = '"><img src=x onerror=alert(1)>\u202e<script>';
  const { html, subject } = renderOutreach(
    data({ subject: `a\r\nBcc: ${hostile}`, greeting: hostile, paragraphs: [hostile], closing: hostile, organizer: hostile }),
  );
  expect(html.match(/<img/g)?.length).toBe(1);
  expect(html).not.toMatch(/<script|\u202e/);
  expect(subject).not.toMatch(/[\r\n]/);
  expect(renderOutreach(data({ pixel: null })).html).not.toContain('<img');
});

test.each<[string, Partial<OutreachMailData>]>([
  ['the link', { link: { label: 'x', href: 'https://evil.example/r/x' } }],
  ['the opt-out', { optOutLink: 'https://evil.example' }],
  ['the picture', { pixel: 'https://events.example.org.evil.example/o' }],
])('%s leads into this deployment or nowhere', (_title, over) => {
  expect(() => renderOutreach(data(over))).toThrow('A mail may only lead to this deployment.');
});

test('it is sent in the name of the sender, answered at the event, and invites automatic answers', () => {
  const { publicUrl: _, locale: __, ...content } = data();
  const mail = mailComposer({ name: 'Events', address: 'events@example.org' }).compose(
    { template: 'outreach', ...content },
    {
      ...{
        name: 'Tidewater',
        brandColor: '#0b6e79',
        startsAt: '2027-05-20T09:00',
        endsAt: '2027-05-21T17:00',
        timeZone: 'Europe/Amsterdam',
      },
      ...{ venue: '', contactEmail: 'hello@tidewater.example', publicUrl, locale: 'en' },
    },
    'anna@brightwave.example',
  );
  expect(mail.from).toEqual({ name: 'Mara Ostrander', address: 'events@example.org' });
  expect([mail.replyTo, mail.to, mail.headers]).toEqual(['hello@tidewater.example', ['anna@brightwave.example'], undefined]);
  expect(mailProblem(mail, aCall('k'))).toBeNull();
});
