import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ConsoleStage } from '../support/console-stage';

const event = '/events/evt_harborconf';
let stage: ConsoleStage;
beforeAll(async () => {
  stage = await ConsoleStage.open();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

const card = (page: Page, title: string) => page.getByRole('article', { name: title });
async function open(path: string): Promise<Page> {
  const page = await stage.page();
  await page.goto(stage.url + event + path);
  await page.getByRole('complementary').getByText('Live').waitFor();
  return page;
}

describe('approvals', () => {
  test('are decided by keyboard alone, and the next one takes the focus', async () => {
    const page = await open('/approvals');
    await card(page, 'Refund €780.00 to Priya Raman').waitFor();
    await page.keyboard.press('j');
    await page.locator('#apr_refund:focus').waitFor();
    await page.keyboard.press('a');
    await card(page, 'Refund €780.00 to Priya Raman').getByText('Approved by Ana Duarte and carried out').waitFor();
    await page.locator('#apr_transfer:focus').waitFor();
    await page.keyboard.press('r');
    await page.getByRole('dialog').getByLabel('Reason').fill('Transferred once already');
    await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
    await card(page, 'Transfer a workshop pass').getByText('Reason: Transferred once already').waitFor();
    await page.reload();
    await card(page, 'Send an offer to Northwind Cloud').waitFor();
    expect(await page.getByRole('article').count()).toBe(3);
  });

  test('letters that are typed into a field decide nothing', async () => {
    const page = await open('/approvals');
    await card(page, 'Refund €780.00').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.getByLabel('Note to the attendee').fill('');
    await page.getByLabel('Note to the attendee').pressSequentially('area');
    await page.keyboard.press('Escape');
    await card(page, 'Refund €780.00').getByText('Waiting').waitFor();
  });

  test('that arrive are shown at once in every open browser, and so are decisions of others', async () => {
    const [one, two] = [await open('/approvals'), await open('/approvals')];
    await stage.happen('new-approval');
    for (const page of [one, two]) await card(page, 'Refund €640.00 to Chidi Eze').waitFor();
    await stage.happen('decide-elsewhere');
    await card(one, 'Send an offer').getByText('Approved by Jonas Weber').waitFor();
  });

  test('tell the later of two people who decided, and change nothing', async () => {
    const page = await open('/approvals');
    await card(page, 'Refund €780.00').waitFor();
    await stage.happen('decide-silently');
    await card(page, 'Refund €780.00').getByRole('button', { name: 'Approve', exact: true }).click();
    await card(page, 'Refund €780.00').getByRole('alert').getByText('Jonas Weber decided this already.').waitFor();
    await card(page, 'Refund €780.00').getByText('Approved by Jonas Weber').waitFor();
    stage.errors();
  });

  test('that are edited send the declared fields that changed, and the draft survives a reload', async () => {
    const page = await open('/approvals');
    await card(page, 'Refund €780.00').getByRole('button', { name: 'Edit and approve' }).click();
    await page.getByLabel('Amount').fill('390,50');
    await page.reload();
    await card(page, 'Refund €780.00').getByRole('button', { name: 'Edit and approve' }).click();
    expect(await page.getByLabel('Amount').inputValue()).toBe('390,50');
    const sent = page.waitForRequest('**/approvals/apr_refund/decision');
    await page.getByRole('button', { name: 'Approve as edited' }).click();
    expect((await sent).postDataJSON()).toEqual({
      version: 1,
      hash: '5f2c1a77',
      decision: 'approve',
      input: { amount: { minor: 39_050, currency: 'EUR' } },
      tookMs: expect.any(Number),
    });
    expect(await (await sent).headerValue('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
  });

  test('that are selected are decided together', async () => {
    const page = await open('/approvals');
    await page.getByLabel('Select Refund €780.00 to Priya Raman').check();
    await page.getByLabel('Select Send an offer to Northwind Cloud').check();
    await page.getByRole('toolbar').getByRole('button', { name: 'Approve all' }).click();
    await page.getByText('2 actions approved').waitFor();
    await card(page, 'Transfer a workshop pass').getByRole('button', { name: 'Approve', exact: true }).waitFor();
  });
});

describe('an approval', () => {
  test('shows what goes out, every rule that spoke, the origin of a value that was typed, and what moved', async () => {
    const page = await open('/approvals');
    const refund = card(page, 'Refund €780.00 to Priya Raman');
    await refund.getByText('we have refunded €780.00 for order HC27-118').waitFor();
    await refund.getByText('One more rule spoke').click();
    await refund.getByText('Risk 64 is above the dial of 50.').waitFor();
    await card(page, 'Transfer a workshop pass').getByText('Typed by somebody, unproved').waitFor();
    const again = card(page, 'Refund €2,400.00');
    await again.getByText('It asks again.').waitFor();
    await again.getByText('€3,120.00', { exact: true }).waitFor();
  });

  test('that needs two owners counts the second vote, says who gave the first, and is carried out', async () => {
    const page = await open('/approvals');
    const two = card(page, 'Refund €2,400.00');
    await two.getByText('1 of 2 owners').waitFor();
    await two.getByText('Rui Costa').waitFor();
    await two.getByRole('button', { name: 'Approve', exact: true }).click();
    await two.getByText('Rui Costa, Ana Duarte').waitFor();
  });

  test('of a wish of one’s own offers no decision and says why', async () => {
    const page = await open('/approvals');
    const own = card(page, 'Send a reminder to Alder & Co.');
    await own.getByText('Whoever asked for something does not approve it.').waitFor();
    expect(await own.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    expect(await own.getByRole('checkbox').count()).toBe(0);
  });

  test('can be taken back for a moment, from the confirmation wherever one is by then', async () => {
    const page = await open('/approvals');
    await card(page, 'Refund €780.00').getByRole('button', { name: 'Approve', exact: true }).click();
    const undo = page.getByRole('status').getByRole('button', { name: /^Undo \(\d+ s\)$/ });
    await undo.waitFor();
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Attendees' }).click();
    await page.getByRole('heading', { name: 'Attendees' }).waitFor();
    await undo.click();
    await page.getByText('Taken back', { exact: true }).waitFor();
    await page.goto(`${stage.url}${event}/approvals/apr_refund`);
    await card(page, 'Refund €780.00').getByText('Taken back before it was sent.').waitFor();
  });

  test('is taken back by keyboard, and its card says that nothing has left yet', async () => {
    const page = await open('/approvals');
    await card(page, 'Refund €780.00').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await card(page, 'Refund €780.00').getByText('Not sent yet').waitFor();
    await page.getByRole('status').getByRole('button', { name: /^Undo/ }).waitFor();
    const sent = page.waitForRequest('**/undo');
    await page.keyboard.press('u');
    expect((await sent).url()).toContain('cmd_of_apr_refund');
  });

  test('has a page to which a reminder leads through sign-in, and which decides nothing by being opened', async () => {
    const page = await stage.page();
    await fetch(`${stage.url}/api/auth/sign-out`, { method: 'POST' });
    const writes: string[] = [];
    page.on('request', (request) => request.method() !== 'GET' && writes.push(request.url()));
    await page.goto(`${stage.url}${event}/approvals/apr_refund`);
    await page.getByLabel('Mail address').fill('ana@harborconf.example');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByLabel('Code from the mail').fill('481 203');
    await page.keyboard.press('Enter');
    await card(page, 'Refund €780.00').getByRole('button', { name: 'Approve', exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`${event}/approvals/apr_refund`);
    expect(writes.filter((url) => url.includes('/approvals'))).toEqual([]);
    await page.keyboard.press('a');
    await card(page, 'Refund €780.00').getByText('Approved by Ana Duarte and carried out').waitFor();
    stage.errors();
  });
});

test('the line going down is visible, and what was missed is there when it is back', async () => {
  const page = await stage.page();
  let up = true;
  let drop = () => {};
  await page.routeWebSocket(/\/live$/, (socket) => {
    if (!up) return socket.close();
    socket.connectToServer();
    drop = () => socket.close();
  });
  await page.goto(`${stage.url}${event}/approvals`);
  await page.getByRole('complementary').getByText('Live').waitFor();
  await card(page, 'Refund €780.00').waitFor();
  up = false;
  drop();
  await page.getByRole('complementary').getByText('Offline').waitFor();
  await stage.happen('new-approval');
  up = true;
  await page.getByRole('complementary').getByText('Live').waitFor();
  await card(page, 'Refund €640.00 to Chidi Eze').waitFor();
});

describe('a conversation', () => {
  test('shows an answer while it is written, then the finished one in its place', async () => {
    const page = await open('/conversations/cnv_refund');
    await page.getByText('sadly we both cant come anymore').waitFor();
    await stage.happen('write');
    await page.getByText('Agent is writing').waitFor();
    await page.getByRole('log').getByText('and the first talk').waitFor();
    await stage.happen('written');
    await page.getByRole('log').getByText('and the first talk starts at 9:30.').waitFor();
    expect(await page.getByText('Agent is writing').count()).toBe(0);
  });

  test('is taken over, answered and handed back; an unsent answer survives a reload', async () => {
    const page = await open('/conversations/cnv_waiting');
    await page.getByRole('region', { name: 'Handover' }).getByText('Safety matter').waitFor();
    await page.getByRole('button', { name: 'Take over' }).click();
    await page.getByRole('region', { name: 'Open conversation' }).getByText('With Ana Duarte').waitFor();
    await page.getByLabel('Your answer').fill('The boxes are gone, thank you!');
    await page.reload();
    expect(await page.getByLabel('Your answer').inputValue()).toBe('The boxes are gone, thank you!');
    await page.getByLabel('Your answer').press('Control+Enter');
    await page.getByRole('log').getByText('The boxes are gone, thank you!').waitFor();
    await page.getByRole('button', { name: 'Hand back to the agent' }).click();
    await page.getByRole('region', { name: 'Open conversation' }).getByText('With the agent').waitFor();
  });
});

test('an export is dropped, recognised, mapped and imported with progress, and says what it rejected', async () => {
  const page = await open('/attendees/imports');
  await page
    .getByLabel('Choose an export')
    .setInputFiles({ name: 'übersicht.csv', mimeType: 'text/csv', buffer: Buffer.from('Order code;E-mail\n') });
  await page.getByRole('heading', { name: 'übersicht.csv' }).waitFor();
  await page.getByText('Recognised as pretix').waitFor();
  await page.getByLabel('Company (2) means').selectOption('order_code');
  await page.getByText('Read together, as more than one column means it: Order code.').waitFor();
  await page.getByLabel('Company (2) means').selectOption('attribute');
  await page.getByRole('button', { name: 'Import 1,204 rows' }).click();
  await page.getByRole('progressbar', { name: 'Rows imported' }).waitFor();
  await page.getByText('The row has no order code').waitFor();
  await page.getByRole('link', { name: 'See the attendees' }).waitFor();
});

test('a new event is made, and the set-up leads on to knowledge', async () => {
  const page = await stage.page();
  await page.goto(`${stage.url}/events/new`);
  await page.getByRole('button', { name: 'Make the event' }).click();
  await page.getByText('Give the event a name').waitFor();
  await page.getByLabel('Name').fill('Tidewater Days');
  await page.getByLabel('Starts').fill('2027-05-04T09:00');
  await page.getByLabel('Ends').fill('2027-05-06T18:00');
  await page.getByLabel('Time zone').fill('Europe/Lisbon');
  await page.getByText('UTC+01:00').waitFor();
  await page.getByRole('button', { name: 'Start from a common one' }).click();
  await page.getByText('Until 5 Mar 2027: 100 %').waitFor();
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/v1/events'));
  await page.getByRole('button', { name: 'Make the event' }).click();
  expect((await sent).postDataJSON()).toMatchObject({
    name: 'Tidewater Days',
    timeZone: 'Europe/Lisbon',
    refundPolicy: [
      { until: '2027-03-05', percent: 100 },
      { until: '2027-04-20', percent: 50 },
    ],
  });
  await page.getByLabel('Address of a public page').fill('localhost/faq');
  await page.getByRole('button', { name: 'Fetch' }).click();
  await page.getByText('This address is private.').waitFor();
  await page.getByLabel('Address of a public page').fill('tidewater.example/faq');
  await page.getByRole('button', { name: 'Fetch' }).click();
  await page.getByText('5 passages').waitFor();
  stage.errors();
});
