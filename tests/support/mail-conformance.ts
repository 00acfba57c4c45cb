import { describe, expect, it } from 'vitest';
import type { CallContext } from '../../worker/ports/call-outcome';
import type { MailPort, OutgoingMail } from '../../worker/ports/mail';

export const aMail = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
  from: { name: 'Lantern Festival', address: 'hello@lanternfest.example' },
  to: ['ana@example.org'],
  replyTo: 'team@lanternfest.example',
  subject: 'Your ticket for Lantern Festival',
  text: 'Here is your ticket.',
  html: '<p>Here is your ticket.</p>',
  headers: { 'Auto-Submitted': 'auto-generated' },
  attachments: [{ filename: 'ticket.png', contentType: 'image/png', base64: 'iVBORw0KGgo=', contentId: 'ticket-qr' }],
  tags: { command: 'cmd_0001' },
  ...changes,
});

export const aCall = (idempotencyKey: string, changes: Partial<CallContext> = {}): CallContext => ({
  organizationId: 'org_lantern',
  eventId: 'evt_lantern',
  idempotencyKey,
  now: 1_800_000_000_000,
  ...changes,
});

const refusals: [what: string, changes: Partial<OutgoingMail>, advice: RegExp][] = [
  ['a line break in the subject', { subject: 'Hello\r\nBcc: eve@example.org' }, /subject/],
  ['an empty subject', { subject: ' ' }, /subject/],
  ['a line break in the name of the sender', { from: { name: 'A\nBcc: eve@example.org', address: 'a@example.org' } }, /sender/],
  ['a sender that is no address', { from: { name: 'A', address: 'a@b@example.org' } }, /sender/],
  ['a recipient with a name', { to: ['Ana <ana@example.org>'] }, /recipient 1/],
  ['a recipient with a line break', { to: ['ana@example.org\r\nBcc: eve@example.org'] }, /recipient 1/],
  ['a second recipient behind a comma', { to: ['ana@example.org,eve@example.org'] }, /recipient 1/],
  ['no recipient', { to: [] }, /no recipient/],
  ['more than 50 recipients', { to: Array.from({ length: 51 }, (_, i) => `p${i}@example.org`) }, /more than 50/],
  ['the same recipient twice', { to: ['ana@example.org', 'ANA@example.org'] }, /twice/],
  ['a reply address that is none', { replyTo: 'nobody' }, /reply/],
  ['a line break in a header', { headers: { 'X-Note': 'a\r\nBcc: eve@example.org' } }, /X-Note/],
  ['a header that names recipients', { headers: { Bcc: 'eve@example.org' } }, /Bcc/],
  ['a header name with a colon', { headers: { 'X: Bcc': 'eve@example.org' } }, /header/],
  ['headers of more than 16 KB', { headers: { 'X-Note': 'a'.repeat(16_001) } }, /16000 bytes/],
  ['a file name with a path', { attachments: [{ filename: '../x.png', contentType: 'image/png', base64: 'AAAA' }] }, /file name/],
  ['an attachment that is not base64', { attachments: [{ filename: 'x.png', contentType: 'image/png', base64: 'A A=' }] }, /base64/],
  ['a tag with a space', { tags: { kind: 'two words' } }, /tag/],
  ['no text part', { text: '' }, /text and an HTML/],
  ['more than 5 MB', { html: 'a'.repeat(5_000_001) }, /5 MB/],
];

/** What every mail adapter holds. `sentCount` says how many mails really went out. */
export function mailConformance(name: string, open: () => Promise<{ mail: MailPort; sentCount(): Promise<number> }>): void {
  describe(`mail by ${name}`, () => {
    it('sends once and gives the same reference for the same mail under the same key', async () => {
      const { mail, sentCount } = await open();
      const first = await mail.send(aMail(), aCall('ticket:1'));
      const again = await mail.send(aMail(), aCall('ticket:1', { now: 1_800_000_600_000 }));
      expect(first.status).toBe('confirmed');
      expect(again).toEqual(first);
      expect(await sentCount()).toBe(1);
    });

    it('refuses another mail under a used key for good', async () => {
      const { mail, sentCount } = await open();
      await mail.send(aMail(), aCall('ticket:2'));
      const other = await mail.send(aMail({ to: ['bo@example.org'] }), aCall('ticket:2'));
      expect(other).toMatchObject({ status: 'failed' });
      expect(other).not.toHaveProperty('retryAfterMs');
      expect(await sentCount()).toBe(1);
    });

    it('sends two mails under two keys', async () => {
      const { mail, sentCount } = await open();
      const one = await mail.send(aMail(), aCall('ticket:3'));
      const two = await mail.send(aMail(), aCall('ticket:4'));
      expect([one.status, two.status]).toEqual(['confirmed', 'confirmed']);
      expect(one).not.toEqual(two);
      expect(await sentCount()).toBe(2);
    });

    it('finds a mail that was sent when it reconciles', async () => {
      const { mail, sentCount } = await open();
      const sent = await mail.send(aMail(), aCall('ticket:5'));
      const reconciled = await mail.reconcile(aMail(), aCall('ticket:5'));
      expect(reconciled).toEqual({ status: 'happened', providerRef: sent.status === 'confirmed' ? sent.providerRef : '' });
      expect(await sentCount()).toBe(1);
    });

    it.each(refusals)('refuses %s, says what is wrong, and sends nothing', async (_what, changes, advice) => {
      const { mail, sentCount } = await open();
      const outcome = await mail.send(aMail(changes), aCall('ticket:6'));
      expect(outcome).toMatchObject({ status: 'failed', reason: expect.stringMatching(advice) });
      expect(outcome).not.toHaveProperty('retryAfterMs');
      expect(await sentCount()).toBe(0);
    });

    it.each(['', 'a'.repeat(256), 'a\r\nX: y', 'naïve'])('refuses the idempotency key %j', async (key) => {
      const { mail, sentCount } = await open();
      expect(await mail.send(aMail(), aCall(key))).toMatchObject({ status: 'failed', reason: expect.stringContaining('idempotency key') });
      expect(await sentCount()).toBe(0);
    });
  });
}
