import { describe, expect, it } from 'vitest';
import { companyDomainOf } from '../../../worker/core/contact/company';
import { inboundKind } from '../../../worker/core/contact/inbound';
import type { ReceivedMail } from '../../../worker/core/replies/mail';
import { visibleText } from '../../../worker/core/replies/visible-text';
import { addressOf, readRawMail } from '../../../worker/inbound/raw-mail';

const aMail = (over: Partial<ReceivedMail> = {}): ReceivedMail => ({
  from: 'anna@acme.example',
  subject: 'Re: Sponsoring Example Days',
  text: 'Thanks, let us talk on Tuesday.',
  headers: {},
  ...over,
});
const bytes = (text: string) => new TextEncoder().encode(text.replace(/\n/g, '\r\n'));

describe('a mail that came in', () => {
  it.each<[string, Partial<ReceivedMail>, string]>([
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
    expect(inboundKind(aMail(over), 0)).toBe(kind);
  });

  it.each([
    ['On Mon, 1 Mar 2027 at 10:00, Events <e@x.example> wrote:\nPlease unsubscribe', ''],
    ['Ja.\n\nAm 01.03.2027 um 10:00 schrieb Events:\n> hallo', 'Ja.'],
    ['Oui.\n-----Original Message-----\nFrom: e@x.example', 'Oui.'],
    ['Sí.\n-- \nAnna\nNo me escriban más', 'Sí.'],
  ])('is read without what it quotes: %j', (text, fresh) => {
    expect(visibleText(text)).toBe(fresh);
  });
});

describe('a raw mail', () => {
  it('is read with folded headers, encoded words and the plain part of an alternative', async () => {
    const { headers, text } = await readRawMail(
      bytes(
        'From: =?utf-8?q?Anna_M=C3=BCller?= <Anna@Acme.example>\nSubject: =?utf-8?b?R3LDvMOfZQ==?=\n folded\nContent-Type: multipart/alternative; boundary="b1"\n\n--b1\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe =\naus Bonn\n--b1\nContent-Type: text/html\n\n<p>no</p>\n--b1--\n',
      ),
    );
    expect([headers.subject, addressOf(headers.from ?? ''), text.trim()]).toEqual(['Grüße folded', 'anna@acme.example', 'Grüße aus Bonn']);
  });
  it('keeps the first of a header that stands there twice', async () => {
    expect((await readRawMail(bytes('Subject: one\nSubject: two\n\nx'))).headers.subject).toBe('one');
  });
  it('keeps HTML apart from plain text, so that neither is taken for the other', async () => {
    expect(await readRawMail(bytes('Content-Type: text/html\n\n<p>Unsubscribe</p>'))).toMatchObject({
      text: '',
      html: '<p>Unsubscribe</p>\n',
    });
  });
  it.each([
    ['more headers than a mail has', `${'X-A: 1\n'.repeat(500)}\nx`],
    ['longer headers than a mail has', `X-A: ${'a'.repeat(70_000)}\n\nx`],
    ['more parts than a mail has', `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(1100)}`],
    [
      'parts within parts without end',
      Array.from({ length: 60 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join(''),
    ],
  ])('with %s is refused', async (_what, source) => {
    await expect(readRawMail(bytes(source))).rejects.toThrow(RangeError);
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
