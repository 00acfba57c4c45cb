import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ConsoleStage, violationsOf } from '../support/console-stage';

const event = '/events/evt_harborconf';
let stage: ConsoleStage;
beforeAll(async () => {
  stage = await ConsoleStage.open();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

async function open(path: string): Promise<Page> {
  const page = await stage.page({ viewport: { width: 1280, height: 850 } });
  await page.goto(stage.url + event + path);
  await page.getByRole('complementary').getByText('Live').waitFor();
  return page;
}
const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const focused = (page: Page) => page.evaluate<string | null>("document.activeElement?.getAttribute('aria-label') ?? null");

describe('the board', () => {
  test('is worked by keyboard alone: a deal is picked up, carried, put back, and put down where it is then saved', async () => {
    const page = await open('/sales');
    await page.getByText('6 open deals worth €82,000, €32,000 signed').waitFor();
    const handle = page.getByRole('button', { name: 'Move Cumulo' });
    await handle.focus();
    await page.keyboard.press('Space');
    await page.getByText('Cumulo picked up from Prospect, 1 of 1').waitFor();
    await page.keyboard.press('ArrowRight');
    await column(page, 'Qualified').getByText('Cumulo').waitFor();
    await page.keyboard.press('Escape');
    await column(page, 'Prospect').getByText('Cumulo').waitFor();

    await page.keyboard.press('Space');
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    await page.getByText('Contacted, 3 of 3').waitFor();
    expect(await focused(page)).toBe('Move Cumulo');
    const sent = page.waitForRequest((request) => request.method() === 'PATCH');
    await page.keyboard.press('Space');
    expect((await sent).postDataJSON()).toEqual({ stage: 'contacted', position: 3, version: 1 });
    await column(page, 'Contacted').getByText('€41,000').waitFor();
    expect(await column(page, 'Prospect').getByText('€').count()).toBe(0);
  });

  test('shows a move of somebody else at once, and takes back one that came too late', async () => {
    const page = await open('/sales');
    await column(page, 'Prospect').getByText('Cumulo').waitFor();
    await stage.happen('move-deal-silently');
    await page.getByRole('button', { name: 'Move Cumulo' }).click();
    await page.getByRole('dialog').getByLabel('Engaged').check();
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByRole('alert').getByText('Cumulo was not moved. Somebody else moved this deal meanwhile.').waitFor();
    await column(page, 'Negotiation').getByText('Cumulo').waitFor();
    stage.errors();

    await stage.happen('reset');
    await page.reload();
    await column(page, 'Prospect').getByText('Cumulo').waitFor();
    await stage.happen('move-deal');
    await column(page, 'Negotiation').getByText('Cumulo').waitFor();
  });

  test('takes a card that is dragged, and asks before a deal ends why, or for how much', async () => {
    const page = await open('/sales');
    const card = column(page, 'Qualified').getByText('Silver · João Matos');
    const target = column(page, 'Engaged');
    const [from, to] = [await card.boundingBox(), await target.boundingBox()];
    if (!from || !to) throw new Error('the board is not shown');
    await page.mouse.move(from.x + 10, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 40, from.y + 20, { steps: 3 });
    await page.mouse.move(to.x + 60, to.y + 90, { steps: 8 });
    const sent = page.waitForRequest((request) => request.method() === 'PATCH');
    await page.mouse.up();
    expect((await sent).postDataJSON()).toMatchObject({ stage: 'engaged', version: 1 });
    expect(page.url()).toMatch(/\/sales$/);

    await page.getByRole('button', { name: 'Move Cumulo' }).click();
    await page.getByRole('dialog').getByLabel('Lost').check();
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByLabel('Why').fill('Chose another event');
    await page.getByRole('button', { name: 'Note as lost' }).click();
    await column(page, 'Lost').getByText('Chose another event').waitFor();

    await page.getByRole('button', { name: 'Move Ferrite' }).click();
    await page.getByRole('dialog').getByLabel('Signed').check();
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByLabel('Amount, EUR').fill('15500');
    await page.getByRole('button', { name: 'Note as signed' }).click();
    await column(page, 'Signed').getByText('€47,500').waitFor();
  });
});

test('prospects explain their score and why not, and the chosen ones become a campaign', async () => {
  const page = await open('/sales/prospects');
  await page.getByText('3 cannot be written to now').waitFor();
  await page.getByText('Topics: 3 of 5 topics').first().click();
  await page.getByText('28 of 30').waitFor();
  await page.getByLabel('Also those we cannot write to').check();
  await page.getByText('No person with an address is known').waitFor();
  await page.getByLabel('Choose Nimbus Cloud').check();
  await page.getByLabel('Choose Loop CI').check();
  await page.getByRole('button', { name: 'Start a campaign' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Cloud companies');
  await page.getByLabel('Follow-ups').fill('7, 3');
  await page.getByText('each later than the one before').waitFor();
  await page.getByLabel('Follow-ups').fill('3, 7');
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/campaigns'));
  await page.getByRole('button', { name: 'Plan it' }).click();
  expect((await sent).postDataJSON()).toMatchObject({
    name: 'Cloud companies',
    settings: { prospects: 2, best: 2, followUpDays: [3, 7], include: ['com_nimbus', 'com_loop'] },
  });
  await page.getByText('Nothing happens until it is started').waitFor();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
});

test('a campaign shows what comes next, what needs a person, and opens the rows of each of its figures', async () => {
  const page = await open('/sales/campaigns/cam_autumn');
  await page.getByText('Follow-up to Quarry Security: their goal').waitFor();
  await page.getByText('4 of 6 first mails are out').waitFor();
  await page.getByRole('link', { name: /^Replied/ }).click();
  await page.getByText('2 companies that came this far or further').waitFor();
  expect(await page.getByRole('region', { name: 'Companies' }).getByRole('listitem').count()).toBe(2);
  await page.getByLabel('Which').selectOption('');
  await page.getByRole('button', { name: 'Stop for Quarry Security' }).click();
  await page.getByText('A person said no').waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('Paused: nothing goes out.').waitFor();
  await page.getByRole('link', { name: 'Nimbus Cloud asks something' }).click();
  await page.getByRole('article', { name: 'Reply of Nimbus Cloud' }).waitFor();
});

test('a proposal is edited with a live preview, saved with a reason, and compared word by word', async () => {
  const page = await open('/sales/proposals/pro_nimbus');
  const preview = page.frameLocator('iframe[title="How the proposal looks"]');
  await preview.getByText('three hours by train').waitFor();
  await page.getByRole('textbox', { name: 'Sentence 1 of Price' }).fill('Gold costs €16,000 until the end of the year.');
  await preview.getByText('until the end of the year').waitFor();
  expect(await page.getByRole('button', { name: 'Send again' }).isDisabled()).toBe(true);
  await page.getByLabel('Greeting').fill('Dear [name],');
  await page.getByText('An empty placeholder stands in the text.').waitFor();
  await page.getByLabel('Greeting').fill('Dear Marta,');
  await expect.poll(() => page.getByText('An empty placeholder stands in the text.').count()).toBe(0);
  await page.getByLabel('Why it was changed').fill('Say until when');
  const sent = page.waitForRequest((request) => request.method() === 'PUT');
  await page.getByRole('button', { name: 'Save version 3' }).click();
  expect((await sent).postDataJSON()).toMatchObject({ reason: 'Say until when', version: 2 });
  await page.getByText('Saved as version 3').waitFor();

  await page.getByLabel('Greeting').fill('Hello Marta,');
  await stage.happen('save-proposal');
  await page.getByText('Version 4 was saved meanwhile').waitFor();
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await expect.poll(() => page.getByLabel('Greeting').inputValue()).toBe('Good morning Marta,');

  await page.getByRole('radio', { name: 'Versions' }).check();
  await page.locator('del', { hasText: 'Dear' }).waitFor();
  await page.locator('ins', { hasText: 'Good morning' }).waitFor();
  await page.getByRole('radio', { name: 'Side by side' }).check();
  expect(await page.locator('.diff-sides').count()).toBe(1);
});

test('replies are gone through by keyboard, corrected, answered from a draft with its sources, and left dealt with', async () => {
  const page = await open('/sales/replies');
  await page.getByText('4 replies wait for somebody').waitFor();
  await page.keyboard.press('j');
  await page.getByRole('article', { name: 'Reply of Nimbus Cloud' }).waitFor();
  await page.keyboard.press('j');
  await page.getByRole('article', { name: 'Reply of Ostrich Analytics' }).waitFor();
  await page.keyboard.press('e');
  await page.getByText('3 replies wait for somebody').waitFor();
  await page.getByRole('link', { name: /Cumulo/ }).click();
  const cumulo = page.getByRole('article', { name: 'Reply of Cumulo' });
  await cumulo.getByText('Praise beside a complaint reads as irony').waitFor();
  await cumulo.getByLabel('It is something else').selectOption('complaint');
  await cumulo.getByText('Said by Ana Duarte.').waitFor();
  await page
    .getByRole('link', { name: /Nimbus Cloud/ })
    .first()
    .click();
  const nimbus = page.getByRole('article', { name: 'Reply of Nimbus Cloud' });
  await nimbus.getByText('What the draft stands on (2)').click();
  await nimbus.getByText('staff is brought by the sponsor').waitFor();
  const sent = page.waitForRequest((request) => request.url().endsWith('/answer'));
  await nimbus.getByRole('button', { name: 'Answer' }).click();
  expect((await sent).postDataJSON().text).toContain('the table in the job corner is yours');
  await nimbus.getByText('Your answer is on its way.').waitFor();
});

test('a company tells its whole story, takes notes and tasks, and who may be written to on which basis', async () => {
  const page = await open('/sales/companies?q=nimbus');
  await page.getByText('2 companies').waitFor();
  await page.getByRole('link', { name: 'Nimbus Cloud', exact: true }).click();
  await page.getByRole('region', { name: 'Fit' }).getByText('24 of 25').waitFor();
  await page.getByText('Existing relation · from HubSpot').waitFor();
  await page.getByText('No mail: does not exist').waitFor();
  const story = page.getByRole('region', { name: 'The story' });
  await story.getByText('3 min 21 s, longest on').waitFor();
  await story.getByRole('radio', { name: 'Meetings' }).check();
  await expect.poll(() => story.getByRole('listitem').count()).toBe(1);
  await page.getByLabel('Note', { exact: true }).and(page.getByRole('textbox')).fill('Met at the airport');
  await page.getByRole('button', { name: 'Add note' }).click();
  await story.getByRole('radio', { name: 'All' }).check();
  await story.getByText('Met at the airport').waitFor();
  await story.getByLabel('Done').check();
  await page.getByRole('button', { name: 'Offer a meeting' }).first().click();
  await page.getByRole('dialog').getByRole('radio', { name: 'A time was agreed' }).check();
  await page.getByLabel('Time, Europe/Lisbon').fill('2027-01-12T15:00');
  const sent = page.waitForRequest((request) => request.url().endsWith('/meetings') && request.method() === 'POST');
  await page.getByRole('button', { name: 'Book' }).click();
  expect((await sent).postDataJSON()).toEqual({ contactId: 'con_marta', minutes: 30, startsAt: Date.parse('2027-01-12T15:00Z') });
});

test('companies are imported with progress, and two that are one are merged', async () => {
  const page = await open('/sales/companies/imports');
  await page
    .getByLabel('Choose an export')
    .setInputFiles({ name: 'hubspot.csv', mimeType: 'text/csv', buffer: Buffer.from('Company name\n') });
  await page.getByText('Recognised as HubSpot').waitFor();
  await page.getByRole('button', { name: 'Import 640 rows' }).click();
  await page.getByRole('progressbar', { name: 'Rows imported' }).waitFor();
  await page.getByRole('link', { name: 'See the companies' }).click();
  await page.getByRole('link', { name: '1 pair of companies' }).click();
  await page.getByRole('region', { name: 'Nimbus Cloud', exact: true }).getByRole('button', { name: 'Keep this one' }).click();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByText('Merged into Nimbus Cloud').waitFor();
});

test('hours, packages and the pace are set; what cannot be is said at its field', async () => {
  const page = await open('/sales/meetings/availability');
  await page.getByLabel('Friday to').fill('08:00');
  await page.getByText('Each must end after it begins').waitFor();
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await page.getByLabel('Friday to').fill('15:00');
  await page.getByRole('button', { name: 'Saturday: hours' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Availability saved').waitFor();

  await page.getByRole('link', { name: 'Sales settings' }).click();
  await page.getByRole('link', { name: 'Packages' }).click();
  await page.getByRole('button', { name: 'Edit Silver' }).click();
  await page.getByLabel('How many there are').fill('1');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText('2 are signed already; the stock cannot be less.').waitFor();
  await page.getByLabel('How many there are').fill('8');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText('2 signed of 8').waitFor();
  stage.errors();
});

const pages = [
  '',
  '/prospects?obstructed=true',
  '/companies',
  '/companies/duplicates',
  '/companies/imports',
  '/companies/com_nimbus',
  '/proposals',
  '/proposals/pro_nimbus',
  '/proposals/pro_nimbus?view=versions',
  '/campaigns',
  '/campaigns/cam_autumn',
  '/replies',
  '/replies/msg_n3',
  '/meetings',
  '/meetings/availability',
  '/settings',
  '/settings/packages',
  '/settings/scores',
];
const emptyPages = ['', '/prospects', '/proposals', '/campaigns', '/replies', '/meetings', '/settings/packages'];
const looks = [
  { name: 'a desk in light', viewport: { width: 1280, height: 850 }, colorScheme: 'light' as const },
  { name: 'a phone of 360 px in dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark' as const },
];

describe.each(looks)('on $name', ({ viewport, colorScheme }) => {
  test('every page of sales can be used by everybody, fits, and logs nothing', { timeout: 300_000 }, async () => {
    const page = await stage.page({ viewport, colorScheme });
    const findings: string[] = [];
    const quiet = emptyPages.map((rest) => `/events/evt_rehearsal/sales${rest}`);
    for (const path of [...pages.map((rest) => `${event}/sales${rest}`), ...quiet]) {
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

test('an event without sales says on every page what to do next', async () => {
  const page = await stage.page();
  for (const rest of emptyPages) {
    await page.goto(`${stage.url}/events/evt_rehearsal/sales${rest}`);
    await page.locator('[data-state=empty] p').first().waitFor();
  }
});

test.each([
  ['/sales', '/deals'],
  ['/sales/prospects', '/prospects?'],
  ['/sales/companies/com_nimbus', '/story'],
  ['/sales/proposals/pro_nimbus', '/proposals/pro_nimbus'],
  ['/sales/campaigns/cam_autumn', '/campaigns/cam_autumn'],
  ['/sales/meetings/availability', '/sales/settings'],
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
