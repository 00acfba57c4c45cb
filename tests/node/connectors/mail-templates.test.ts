import { unzlibSync } from 'fflate';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { mailProblem } from '../../../worker/connectors/mail-rules';
import {
  type RenderedMail,
  renderAttendeeCode,
  renderHandover,
  renderInvitation,
  renderNewHolderTicket,
  renderRefundConfirmation,
  renderSignIn,
  renderTicket,
  renderTransferNotice,
} from '../../../worker/connectors/mail-templates';
import { brandOr, contrast, readableOn } from '../../../worker/connectors/mail-templates/contrast';
import { mailLanguages } from '../../../worker/connectors/mail-templates/languages';
import { qrPngBase64 } from '../../../worker/connectors/mail-templates/qr-png';
import { linkWithin, oneLine, typedName, typedText } from '../../../worker/connectors/mail-templates/safe-text';
import { aCall } from '../../support/mail-conformance';

const publicUrl = 'https://events.example.org';
const event = {
  ...{ name: 'Lantern Festival', brandColor: '#f2b705', startsAt: '2027-05-08T18:00', endsAt: '2027-05-10T12:00' },
  ...{ timeZone: 'Europe/Berlin', venue: 'Old Harbour', contactEmail: 'hello@lanternfest.example', publicUrl },
};

/** Every mail, made from one text wherever a text goes and in one language. */
function everyMail(text: string, locale: string): Record<string, RenderedMail> {
  const e = { ...event, name: text, venue: text };
  const ticket = { event: e, locale, holderName: text, ticketType: text, orderCode: text, secret: 's3cret' };
  const link = `${publicUrl}/t/undo?token=abc`;
  return {
    ticket: renderTicket(ticket),
    newHolderTicket: renderNewHolderTicket({ ...ticket, fromName: text }),
    code: renderAttendeeCode({ event: e, locale, code: '482913', validMinutes: 10 }),
    transfer: renderTransferNotice({
      ...{ event: e, locale, holderName: text, ticketType: text, orderCode: text, newHolderName: text },
      ...{ newHolderEmailMasked: 'b…@example.org', undoLink: link, undoUntil: 1_800_000_000_000 },
    }),
    refund: renderRefundConfirmation({
      event: e,
      locale,
      name: text,
      orderCode: text,
      amount: { minor: 12050, currency: 'EUR' },
      ticketCancelled: true,
    }),
    signIn: renderSignIn({ organizationName: text, publicUrl, code: '123456', link, validMinutes: 15 }),
    invitation: renderInvitation({ organizationName: text, inviterName: text, role: 'organizer', link, publicUrl, validDays: 7 }),
    handover: renderHandover({
      ...{ eventName: text, publicUrl, conversationLink: link, attendeeName: text, reason: text, summary: text },
      ...{ tried: [text], proposed: [text], transcript: [{ from: text, text }] },
    }),
  };
}

const names = Object.keys(everyMail('x', 'en'));
const hostile = '"><img src=x onerror=alert(1)>&amp;\r\nBcc: eve@example.org\u202e</style><script>https://evil.example/x';

describe.each(names)('the mail %s', (name) => {
  const mailOf = (text: string, locale = 'en') => everyMail(text, locale)[name] as RenderedMail;

  it.each([...mailLanguages, 'ja', 'pt-BR', 'en-US', ''])('is whole in %j and may be sent', (locale) => {
    const mail = mailOf('Lantern Festival', locale);
    const outgoing = { from: { name: 'Lantern', address: 'a@example.org' }, to: ['ana@example.org'], ...mail };
    expect(mailProblem(outgoing, aCall('k'))).toBeNull();
    expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/undefined|NaN|\[object|Invalid/);
    expect(mail.html).toMatch(/<html lang="(en|de|fr|es|pt)" dir="ltr">/);
    expect(mail.html).toContain('<h1');
  });

  it('escapes all it is given and breaks no header', () => {
    const mail = mailOf(hostile);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the claim is about control characters
    expect(mail.subject).not.toMatch(/[\u0000-\u001f\u007f\u202e]/);
    expect(mail.html).not.toMatch(/<script|<img src=x|onerror=alert\(1\)>/);
    expect(mail.html.match(/<\/style>/g)).toHaveLength(1);
    expect(mail.html.match(/<(img|a|link|iframe|form|object)\b/g) ?? []).toEqual(
      mailOf('x').html.match(/<(img|a|link|iframe|form|object)\b/g) ?? [],
    );
    expect(`${mail.text}${mail.html}`).not.toContain('\u202e');
  });

  it('leads nowhere but to this deployment and loads nothing', () => {
    const { html } = mailOf(hostile);
    for (const [, link] of html.matchAll(/href="([^"]*)"/g)) expect(link).toMatch(/^https:\/\/events\.example\.org\//);
    for (const [, source] of html.matchAll(/src="([^"]*)"/g)) expect(source).toMatch(/^cid:/);
    expect(html).not.toMatch(/url\(|@import|<link|<script/);
  });

  it('says the same in its text', () => {
    const { text, html } = mailOf('Lantern Festival');
    expect(text).not.toMatch(/<[a-z/]/i);
    for (const [, link] of html.matchAll(/href="([^"]*)"/g)) expect(text).toContain(link);
    for (const value of ['482913', '123456', 's3cret']) expect(text.includes(value)).toBe(html.includes(value));
  });

  it('gives every image a text and every table of layout its role', () => {
    const { html } = mailOf('Lantern Festival');
    for (const [image] of html.matchAll(/<img[^>]*>/g)) expect(image).toMatch(/alt="[^"]+"/);
    for (const [table] of html.matchAll(/<table[^>]*>/g)) expect(table).toMatch(/role="presentation"|class="box"/);
  });
});

describe('links in a mail', () => {
  it.each([
    'https://evil.example/t/undo',
    'http://events.example.org/t/undo',
    'https://events.example.org.evil.example/',
    'https://events.example.org@evil.example/',
    'https://user@events.example.org/t',
    'javascript:alert(1)',
    '//evil.example/',
    'not a link',
  ])('may not be %s', (link) => {
    expect(() => linkWithin(publicUrl, link)).toThrow('may only lead to this deployment');
  });
  it('stay below the path of the deployment', () => {
    expect(linkWithin('https://example.org/events', 'https://example.org/events/t?x=1')).toBe('https://example.org/events/t?x=1');
    expect(() => linkWithin('https://example.org/events', 'https://example.org/eventsx')).toThrow();
    expect(() => linkWithin('https://example.org/events', 'https://example.org/events/../admin')).toThrow();
  });
});

describe('texts that somebody typed', () => {
  it.each(['Ana Müller', "O'Neill", 'J. R. Smith', 'عائشة', '李小龍'])('%s stays as it is', (name) => {
    expect(typedName(name)).toBe(name);
  });
  it.each(['evil.example', 'Click https://evil.example/x', 'www.evil.example', 'me@evil.example'])('%s becomes no link', (name) => {
    expect(typedName(name)).not.toBe(name);
    expect(typedName(name).replaceAll('\u2060', '')).toBe(name);
    expect(typedName(name)).not.toMatch(/\w\.\w|:\/\/|\w@\w/);
  });
  it('are one line and not too long', () => {
    expect(oneLine(' a\r\nb\u2028c\td ')).toBe('a b c d');
    expect(oneLine('x'.repeat(300), 20)).toBe(`${'x'.repeat(19)}…`);
    expect(typedName('x'.repeat(300))).toHaveLength(80);
    expect(typedText('a\r\nb\n\n\u202ec')).toBe('a\nb\n\n c');
  });
});

describe('what a mail says', () => {
  it('names dates in words of the language and in the zone of the event', () => {
    expect(everyMail('x', 'de').ticket?.text).toContain('Samstag, 8. Mai 2027');
    expect(everyMail('x', 'fr').ticket?.text).toContain('samedi 8 mai 2027');
    expect(everyMail('x', 'en').ticket?.text).toMatch(/Saturday,? 8 May 2027/);
    expect(everyMail('x', 'en').ticket?.text).toContain('(Europe/Berlin)');
    expect(everyMail('x', 'en-US').ticket?.text).toContain('May 8, 2027');
  });
  it.each([
    ['en', 'EUR', 12050, '€120.50'],
    ['de', 'EUR', 12050, '120,50\u00a0€'],
    ['en', 'JPY', 12050, 'JP¥12,050'],
    ['en', 'KWD', 12050, 'KWD\u00a012.050'],
  ])('writes money as %s %s does', (locale, currency, minor, expected) => {
    const mail = renderRefundConfirmation({
      event,
      locale,
      name: 'Ana',
      orderCode: 'LF-1',
      amount: { minor, currency },
      ticketCancelled: false,
    });
    expect(mail.text).toContain(expected);
  });
  it('says of a code nothing about any ticket or person', () => {
    const { text } = renderAttendeeCode({ event, locale: 'en', code: '482913', validMinutes: 10 });
    expect(text).not.toMatch(/order|holder/i);
  });
  it('greets without a name when there is none', () => {
    expect(renderTicket({ event, locale: 'en', holderName: '', ticketType: 'Day', orderCode: 'A', secret: 's' }).text).toContain('Hello,');
  });
});

describe('colours', () => {
  it('of text on any brand colour reach a contrast of 4.5', () => {
    for (let step = 0; step < 4096; step++) {
      const color = `#${[step >> 8, (step >> 4) & 15, step & 15].map((part) => part.toString(16).repeat(2)).join('')}`;
      expect(contrast(color, readableOn(color))).toBeGreaterThanOrEqual(4.5);
    }
  });
  it('that are none are replaced', () => {
    expect(brandOr('red;background:url(//evil)')).toBe('#1f6f5c');
  });
  it.each([
    ['#1b2125', '#ffffff'],
    ['#56616a', '#ffffff'],
    ['#56616a', '#f6f8f9'],
    ['#f1f4f5', '#1f2427'],
    ['#b4bec4', '#1f2427'],
    ['#b4bec4', '#2a3135'],
  ])('%s on %s can be read', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the picture of a ticket', () => {
  it('is a PNG whose pixels are the QR code of the secret', () => {
    const bytes = Uint8Array.from(atob(qrPngBase64('k3j4h5')), (sign) => sign.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    expect([...bytes.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const matrix = encode('k3j4h5', { ecc: 'M', border: 4 }).data;
    const size = view.getUint32(16);
    expect([size, view.getUint32(20), bytes[24], bytes[25]]).toEqual([matrix.length * 6, size, 1, 0]);
    const pixels = unzlibSync(bytes.slice(41, 41 + view.getUint32(33)));
    const rowBytes = 1 + Math.ceil(size / 8);
    const isBlack = (x: number, y: number) => ((pixels[y * rowBytes + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0;
    matrix.forEach((row, y) => {
      row.forEach((dark, x) => {
        expect(isBlack(x * 6 + 3, y * 6 + 3)).toBe(dark);
      });
    });
  });
  it('is attached under the id that the mail shows', () => {
    const mail = renderTicket({ event, locale: 'en', holderName: 'Ana', ticketType: 'Day', orderCode: 'A', secret: 's' });
    expect(mail.html).toContain(`cid:${mail.attachments?.[0]?.contentId}`);
    expect(mail.attachments?.[0]?.base64.length).toBeLessThan(4000);
  });
});
