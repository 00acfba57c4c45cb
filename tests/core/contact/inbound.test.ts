import { describe, expect, it } from 'vitest';
import { companyDomainOf } from '../../../worker/core/contact/company';
import { freshText, type InboundMail, inboundKind } from '../../../worker/core/contact/inbound';
import { addressOf, readRawMail } from '../../../worker/inbound/raw-mail';

const aMail = (over: Partial<InboundMail> = {}): InboundMail => ({
  from: 'anna@acme.example',
  subject: 'Re: Sponsoring Example Days',
  text: 'Thanks, let us talk on Tuesday.',
  headers: {},
  ...over,
});
const bytes = (text: string) => new TextEncoder().encode(text.replace(/\n/g, '\r\n'));

describe('a mail that came in', () => {
  it.each<[string, Partial<InboundMail>, string]>([
    ['an answer', {}, 'reply'],
    ['a wish to hear nothing more', { text: 'Please remove me from your list.' }, 'opt_out'],
    ['a wish in a subject of its own', { subject: 'Unsubscribe', text: '' }, 'opt_out'],
    ['a wish that is only quoted', { text: 'Sure, go ahead.\n\n> Please unsubscribe me.' }, 'reply'],
    ['our own subject, answered', { subject: 'Re: How to unsubscribe', text: 'Interesting.' }, 'reply'],
    ['an absence note by its header', { headers: { 'auto-submitted': 'auto-replied' }, text: 'Unsubscribe' }, 'auto_reply'],
    ['an absence note by its subject', { subject: 'Abwesenheitsnotiz: Sponsoring' }, 'auto_reply'],
    ['an absence note with accents', { subject: 'Réponse automatique : Sponsoring' }, 'auto_reply'],
    ['a person who writes about absence', { subject: 'Re: Out of office on Friday' }, 'reply'],
    ['a header that says no', { headers: { 'auto-submitted': 'no' } }, 'reply'],
    ['a mailing list', { headers: { precedence: 'bulk' } }, 'auto_reply'],
    ['a bounce', { from: 'MAILER-DAEMON@acme.example', subject: 'Undeliverable' }, 'auto_reply'],
    ['a bounce by its empty return path', { headers: { 'return-path': '<>' } }, 'auto_reply'],
  ])('%s', (_what, over, kind) => {
    expect(inboundKind(aMail(over))).toBe(kind);
  });

  it.each([
    ['On Mon, 1 Mar 2027 at 10:00, Events <e@x.example> wrote:\nPlease unsubscribe', ''],
    ['Ja.\n\nAm 01.03.2027 um 10:00 schrieb Events:\n> hallo', 'Ja.'],
    ['Oui.\n-----Original Message-----\nFrom: e@x.example', 'Oui.'],
    ['Sí.\n-- \nAnna\nNo me escriban más', 'Sí.'],
  ])('is read without what it quotes: %j', (text, fresh) => {
    expect(freshText(text)).toBe(fresh);
  });
});

describe('a raw mail', () => {
  it('is read with folded headers, encoded words and the plain part of an alternative', () => {
    const { headers, text } = readRawMail(
      bytes(
        'From: =?utf-8?q?Anna_M=C3=BCller?= <Anna@Acme.example>\nSubject: =?utf-8?b?R3LDvMOfZQ==?=\n folded\nContent-Type: multipart/alternative; boundary="b1"\n\n--b1\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe =\naus Bonn\n--b1\nContent-Type: text/html\n\n<p>no</p>\n--b1--\n',
      ),
    );
    expect([headers.subject, addressOf(headers.from ?? ''), text.trim()]).toEqual(['Grüße folded', 'anna@acme.example', 'Grüße aus Bonn']);
  });
  it('keeps the first of a header that stands there twice', () => {
    expect(readRawMail(bytes('Subject: one\nSubject: two\n\nx')).headers.subject).toBe('one');
  });
  it('that has no plain text has no words', () => {
    expect(readRawMail(bytes('Content-Type: text/html\n\n<p>Unsubscribe</p>')).text).toBe('');
    expect(readRawMail(bytes('Content-Type: multipart/mixed\n\nx')).text).toBe('');
  });
  it('is refused with more headers than a mail has', () => {
    expect(() => readRawMail(bytes(`${'X-A: 1\n'.repeat(500)}\nx`))).toThrow(RangeError);
    expect(() => readRawMail(bytes(`X-A: ${'a'.repeat(70_000)}\n\nx`))).toThrow(RangeError);
  });
  it('nested without end is not followed', () => {
    const nested = Array.from({ length: 60 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join('');
    expect(readRawMail(bytes(nested)).text).toBe('');
  });
});

describe('the company behind an address', () => {
  it.each([
    ['anna@acme.example', 'acme.example'],
    ['anna@mail.acme.com', 'acme.com'],
    ['anna@acme.co.uk', 'acme.co.uk'],
    ['ANNA@Sales.ACME.com.br', 'acme.com.br'],
    ['anna@gmail.com', ''],
    ['anna@googlemail.com', ''],
    ['anna@yahoo.co.uk', ''],
    ['anna@web.de', ''],
    ['anna@t-online.de', ''],
    ['anna@icloud.com', ''],
    ['anna@me.com', ''],
    ['anna@localhost', ''],
  ])('%s: %s', (address, company) => {
    expect(companyDomainOf(address)).toBe(company);
  });
});
