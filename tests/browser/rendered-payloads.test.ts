import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Journey } from '../support/journey';

let journey: Journey;

beforeAll(async () => {
  journey = await Journey.start();
});
afterAll(() => journey?.close());

const injections = readFileSync(join(import.meta.dirname, '..', 'support', 'injections.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): { payload: string } => JSON.parse(line));
/** Each would set `pwned` or fetch from a foreign host, if any part of it ran or was rendered. */
const scripts = [
  '<img src=x onerror="window.pwned=1">',
  '<svg/onload=window.pwned=1>',
  '<script>window.pwned=1</script>',
  '"><script>window.pwned=1</script>',
  '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  '<a href="javascript:window.pwned=1">x</a>',
  '[x](javascript:window.pwned=1)',
  '[x](JaVaScRiPt&colon;window.pwned=1)',
  '![x](https://evil.example/pixel.png)',
  '<img src="https://evil.example/pixel.gif">',
  '<style>@import "https://evil.example/x.css";body{background:url(https://evil.example/b)}</style>',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example"><button autofocus onfocus="window.pwned=1">x</button></form>',
  '<details open ontoggle="window.pwned=1"><summary>x</summary></details>',
  '<video><source onerror="window.pwned=1"></video>',
  '<math><mtext></p><mglyph><style><img src=x onerror=window.pwned=1></style></mglyph></mtext></math>',
  '<noscript><p title="</noscript><img src=x onerror=window.pwned=1>"></noscript>',
  '{{constructor.constructor("window.pwned=1")()}} $\x7bwindow.pwned=1}',
  '<object data="data:text/html,<script>parent.pwned=1</script>"></object>',
  '\u202e<img src=x onerror=window.pwned=1>\u2066',
];
const payloads = [...scripts, ...injections.map(({ payload }) => payload)];

it('payloads in messages, pages, titles and names execute nothing and load nothing in console, mailbox and mail', async () => {
  const { eventId } = journey;
  const { items: tickets } = await journey.ofEvent<{ items: { ticketId: string; email: string }[] }>('/attendees?limit=30&state=valid');
  const documents: string[] = [];
  for (let n = 0; n < scripts.length; n += 2) {
    const [title = '', text = ''] = [scripts[n], scripts[n + 1]];
    const made = await journey.api<{ id: string }>('POST', `/events/${eventId}/documents`, {
      kind: 'text',
      title,
      text: `# Doors\n\nDoors open at 08:30. ${text}\n\n${title}`,
    });
    documents.push(made.id);
  }
  for (const [n, ticket] of tickets.slice(0, scripts.length).entries())
    await journey.api('PATCH', `/events/${eventId}/attendees/${ticket.ticketId}`, { name: scripts[n]?.slice(0, 200) });
  const conversations: string[] = [];
  for (let n = 0; n < payloads.length; n += 12) {
    const text = payloads
      .slice(n, n + 12)
      .join('\n')
      .slice(0, 2000);
    const { id } = await journey.api<{ id: string }>('POST', `/events/${eventId}/conversations`, {
      text: `I need a person.\n${text}`.slice(0, 2000),
    });
    conversations.push(id);
  }
  const { items: mails } = await journey.api<{ items: { id: string }[] }>('GET', '/mailbox?limit=20');
  expect(mails.length, 'mails that quote the payloads').toBeGreaterThan(0);

  const foreign: string[] = [];
  let dialogs = 0;
  const listen = (page: Page) => {
    page.on('request', (request) => {
      if (!request.url().startsWith(journey.url) && !/^(?:data|blob|about):/.test(request.url())) foreign.push(request.url());
    });
    page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
  };
  const paths = [
    '',
    '/knowledge',
    ...documents.map((id) => `/knowledge/${id}`),
    '/attendees',
    ...tickets.slice(0, 4).map(({ ticketId }) => `/attendees/${ticketId}`),
    ...conversations.map((id) => `/conversations/${id}`),
    '/activity',
    '/approvals',
    '/mailbox',
    ...mails.slice(0, 6).map(({ id }) => `/mailbox/${id}`),
  ];
  await journey.visit(paths, listen, async (page, path) => {
    const found = await Promise.all(
      page.frames().map((frame) => frame.evaluate(() => ('pwned' in window ? location.href : null)).catch(() => null)),
    );
    expect(found.filter(Boolean), path).toEqual([]);
    expect(
      await page.locator('[onerror], [onload], [onfocus], [ontoggle], a[href^="javascript:" i], main script, main base').count(),
      path,
    ).toBe(0);
    expect(new URL(page.url()).origin).toBe(journey.url);
  });
  expect([dialogs, foreign]).toEqual([0, []]);
  expect(await journey.clear()).toEqual([]);
});
