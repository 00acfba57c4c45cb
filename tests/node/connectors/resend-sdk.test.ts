import { Resend } from 'resend';
import { expect, test, vi } from 'vitest';
import { createResend } from '../../../worker/connectors/resend/client';
import type { OutgoingMail } from '../../../worker/ports/mail';

const mail: OutgoingMail = {
  from: { name: 'Tidewater', address: 'hello@tidewater.example' },
  to: ['ada@example.org'],
  replyTo: 'desk@tidewater.example',
  subject: 'Your ticket',
  text: 'Here it is.',
  html: '<p>Here it is.</p>',
  headers: { 'Auto-Submitted': 'auto-generated' },
  attachments: [{ filename: 'ticket.png', contentType: 'image/png', base64: 'aGk=', contentId: 'qr' }],
};

interface Sent {
  url: string;
  method: string;
  body: unknown;
  key: string | null;
  authorization: string | null;
}

function recorder(): { sent: Sent[]; fetcher: typeof fetch } {
  const sent: Sent[] = [];
  return {
    sent,
    fetcher: async (url, init) => {
      const headers = new Headers(init?.headers);
      sent.push({
        url: String(url),
        method: init?.method ?? 'GET',
        body: JSON.parse(String(init?.body)),
        key: headers.get('idempotency-key'),
        authorization: headers.get('authorization'),
      });
      return Response.json({ id: 'mail_1' });
    },
  };
}

test('a mail goes out just as the SDK of Resend would send it', async () => {
  const ours = recorder();
  const port = createResend({ apiKey: 're_test', baseUrl: 'https://api.resend.com', fetcher: ours.fetcher });
  await port.send(mail, { organizationId: 'org_1', eventId: null, idempotencyKey: 'key-1', now: 0 });
  const body = ours.sent[0]?.body as { tags: { name: string; value: string }[] };

  const theirs = recorder();
  vi.stubGlobal('fetch', theirs.fetcher);
  try {
    await new Resend('re_test').emails.send(
      {
        from: 'Tidewater <hello@tidewater.example>',
        to: mail.to,
        replyTo: mail.replyTo,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        headers: mail.headers,
        attachments: [{ filename: 'ticket.png', content: 'aGk=', contentType: 'image/png', contentId: 'qr' }],
        tags: body.tags,
      },
      { idempotencyKey: 'key-1' },
    );
  } finally {
    vi.unstubAllGlobals();
  }
  expect(normal(ours.sent)).toEqual(normal(theirs.sent));
});

/** JSON leaves out what is undefined, and writes one recipient with or without a list. */
function normal(sent: Sent[]): unknown {
  return JSON.parse(JSON.stringify(sent));
}
