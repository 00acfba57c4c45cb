import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ConsoleStage, violationsOf } from '../support/console-stage';

const event = '/events/evt_harborconf';
const quiet = '/events/evt_rehearsal';
const pages = [
  '/sign-in',
  '/sign-in/link?token=0123456789abcdef',
  '/invitations',
  '/events/new',
  '/account',
  event,
  `${event}/setup`,
  `${event}/approvals`,
  `${event}/approvals/decided`,
  `${event}/approvals/apr_quorum`,
  `${event}/conversations`,
  `${event}/conversations/cnv_waiting`,
  `${event}/knowledge`,
  `${event}/knowledge/doc_hotels`,
  `${event}/knowledge/test`,
  `${event}/attendees`,
  `${event}/attendees/tkt_0`,
  `${event}/attendees/imports`,
  `${event}/attendees/imports/imp_done`,
  `${event}/activity`,
  `${event}/activity/act_unknown`,
  `${event}/activity/effects`,
  `${event}/activity/stops`,
  `${event}/activity/log`,
  `${event}/mailbox`,
  `${event}/mailbox/mel_2`,
  ...['agents', 'policy', 'policy/support', 'limits', 'autonomy', 'event', 'widget', 'members', 'keys', 'no-mail', 'privacy'].map(
    (tab) => `${event}/settings/${tab}`,
  ),
];
const empty = [
  '',
  '/setup',
  '/approvals',
  '/conversations',
  '/knowledge',
  '/attendees',
  '/attendees/imports',
  '/activity',
  '/activity/effects',
  '/activity/stops',
  '/activity/log',
  '/settings/limits',
  '/settings/autonomy',
];

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await ConsoleStage.open();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

const looks = [
  { name: 'a desk in light', viewport: { width: 1280, height: 850 }, colorScheme: 'light' as const },
  { name: 'a phone of 360 px in dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark' as const },
];

describe.each(looks)('on $name', ({ viewport, colorScheme }) => {
  test('every page can be used by everybody, fits, and logs nothing', { timeout: 300_000 }, async () => {
    const page = await stage.page({ viewport, colorScheme });
    const findings: string[] = [];
    for (const path of [...pages, ...empty.map((rest) => quiet + rest)]) {
      await page.goto(stage.url + path);
      await page.locator('h1').first().waitFor();
      await expect.poll(() => page.locator('[data-state=loading]').count()).toBe(0);
      const overflowPx = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      const found = [...(await violationsOf(page)), ...(overflowPx > 0 ? [`overflows by ${overflowPx} px`] : []), ...stage.errors()];
      findings.push(...found.map((finding) => `${path}: ${finding}`));
    }
    expect(findings).toEqual([]);
  });
});

test('an event in which nothing has happened says on every page what to do next', async () => {
  const page = await stage.page();
  for (const path of ['/conversations', '/knowledge', '/attendees', '/activity', '/approvals', '/activity/stops', '/settings/autonomy']) {
    await page.goto(stage.url + quiet + path);
    await page.locator('[data-state=empty] p').first().waitFor();
  }
});

test('a page that cannot be loaded says why, offers to try again, and recovers', async () => {
  const page = await stage.page();
  let broken = true;
  await page.route('**/api/v1/events/*/documents', (route) =>
    broken
      ? route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: JSON.stringify({ detail: 'The store is being moved.', code: 'unavailable', requestId: 'req_7' }),
        })
      : route.continue(),
  );
  await page.goto(`${stage.url}${event}/knowledge`);
  await page.getByRole('alert').getByText('The store is being moved.').waitFor();
  await page.getByText('Request req_7').waitFor();
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Frequently asked questions').waitFor();
  stage.errors();
});

test.each([
  ['/approvals', '/approvals?'],
  ['/approvals/apr_refund', '/approvals/apr_refund'],
  ['/settings/policy', '/policies'],
  ['/settings/limits', '/budgets'],
  ['/settings/autonomy', '/autonomy'],
  ['/settings/members', '/delegations'],
  ['/settings/privacy', '/erasures'],
  ['/activity/stops', '/stops'],
  ['/activity/log', '/log'],
  ['/attendees/tkt_0', '/contacts/'],
])('the page %s without what %s would answer says so, and loads it on request', async (path, missing) => {
  const page = await stage.page();
  let broken = true;
  await page.route(
    (url) => url.pathname.startsWith('/api/') && url.href.includes(missing),
    (route) => (broken ? route.abort() : route.continue()),
  );
  await page.goto(stage.url + event + path);
  await page.locator('[data-state=error]').getByText('could not be reached').waitFor();
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => page.locator('[data-state=error], [data-state=loading]').count()).toBe(0);
  stage.errors();
});

test('a server that is busy is asked again by itself after the time that it named', async () => {
  const page = await stage.page();
  await page.route(
    '**/api/v1/events/*/stops',
    (route) =>
      route.fulfill({
        status: 429,
        headers: { 'Retry-After': '1' },
        contentType: 'application/problem+json',
        body: JSON.stringify({ detail: 'Too many requests.', code: 'rate_limited', requestId: 'req_8' }),
      }),
    { times: 1 },
  );
  await page.goto(`${stage.url}${event}/activity/stops`);
  await page.locator('[data-state=busy]').getByText('Try again in 1 seconds').waitFor();
  await page.getByText('Marketing paused').waitFor();
  stage.errors();
});

test('a page whose code cannot be loaded says so and offers to load it again, and the rest of the console stays', async () => {
  const page = await stage.page();
  await page.goto(stage.url + event);
  await page.getByText('What the agents did').waitFor();
  await page.route('**/assets/*.js', (route) => route.abort());
  const pages = page.getByRole('navigation', { name: 'Pages' });
  await pages.getByRole('link', { name: 'Attendees' }).click();
  await page.getByRole('alert').getByText('This page could not be drawn').waitFor();
  await pages.getByRole('link', { name: 'Today' }).click();
  await page.getByText('What the agents did').waitFor();
  await pages.getByRole('link', { name: 'Attendees' }).click();
  await page.getByRole('alert').waitFor();
  await page.unroute('**/assets/*.js');
  await page.getByRole('button', { name: 'Load it again' }).click();
  await page.getByText('Priya Raman').first().waitFor();
  stage.errors();
});

test('of a list that is too long for one page, more is shown on request, and a failure to do so is said beside the button', async () => {
  const page = await stage.page();
  let broken = true;
  await page.route('**/api/v1/events/*/stops*', async (route) => {
    if (route.request().url().includes('cursor=2') && broken) return route.abort();
    const response = await route.fetch();
    await route.fulfill({
      response,
      json: { ...(await response.json()), nextCursor: route.request().url().includes('cursor') ? null : '2' },
    });
  });
  await page.goto(`${stage.url}${event}/activity/stops`);
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByRole('alert').getByText('could not be reached').waitFor();
  broken = false;
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => page.getByText('Marketing paused').count()).toBe(2);
  stage.errors();
});

test('the first load of Today needs less than 120 KB of compressed JavaScript', async () => {
  const page = await stage.page();
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await page.goto(stage.url + event);
  await page.getByText('What the agents did').waitFor();
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(50_000);
  expect(total).toBeLessThan(120_000);
});

test('the keyboard alone reaches the content past the navigation, and a new page takes the focus to its heading', async () => {
  const page = await stage.page();
  await page.goto(stage.url + event);
  await page.getByText('Waiting for you').waitFor();
  await page.keyboard.press('Tab');
  await page.locator('.skip-link:focus').waitFor();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Knowledge' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('h1:focus', { hasText: 'Knowledge' }).waitFor();
  expect(await page.title()).toBe('Knowledge · EventOS CoAgents');
});

test('a mail is shown in its own looks but runs nothing, loads nothing and opens links outside', async () => {
  const page = await stage.page();
  const loaded: string[] = [];
  await page.route('https://**', (route) => {
    loaded.push(route.request().url());
    return route.abort();
  });
  await page.goto(`${stage.url}${event}/mailbox/mel_1`);
  const mail = page.frameLocator('iframe');
  await mail.getByRole('heading', { name: 'Hello Priya' }).waitFor();
  await expect
    .poll(() => page.frames()[1]?.evaluate<string>("getComputedStyle(document.querySelector('h1')).color"))
    .toBe('rgb(29, 95, 209)');
  await expect.poll(() => mail.getByRole('link').getAttribute('target')).toBe('_blank');
  expect(await page.title()).toBe('Mailbox · EventOS CoAgents');
  expect(loaded).toEqual([]);
  stage.errors();
});

test('a person who is signed out comes back to the page that they asked for', async () => {
  const page = await stage.page();
  await page.goto(`${stage.url}${event}/attendees?q=lena`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.goto(`${stage.url}${event}/attendees?q=lena`);
  await page.getByLabel('Mail address').fill('ana@harborconf.example');
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Code from the mail').fill('000000');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('This code is not right').waitFor();
  await page.getByLabel('Code from the mail').fill('481 203');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Lena Vogt' }).waitFor();
  expect(new URL(page.url()).search).toBe('?q=lena');
  stage.errors();
});

test('a session that ends in the middle of work leads to sign-in, and back', async () => {
  const page = await stage.page();
  await page.goto(stage.url + event);
  await page.getByText('What the agents did').waitFor();
  await fetch(`${stage.url}/api/auth/sign-out`, { method: 'POST' });
  await page.route('**/documents', (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{}' }), {
    times: 1,
  });
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Knowledge' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(new URL(page.url()).searchParams.get('next')).toBe(`${event}/knowledge`);
  await fetch(`${stage.url}/api/auth/sign-in/email-otp`, { method: 'POST', body: '{}' });
  stage.errors();
});

test('an address of another site is never the place to which signing in leads', async () => {
  const page = await stage.page();
  await page.goto(`${stage.url}/sign-in/link?token=0123456789abcdef&next=%2F%2Fevil.example%2F`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Today' }).waitFor();
  expect(new URL(page.url()).origin).toBe(stage.url);
});
