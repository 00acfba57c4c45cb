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

async function open(path: string): Promise<Page> {
  const page = await stage.page();
  await page.goto(stage.url + event + path);
  await page.getByRole('complementary').getByText('Live').waitFor();
  return page;
}

describe('a policy', () => {
  test('is changed only after its consequences were shown and a reason was given', async () => {
    const page = await open('/settings/policy/support');
    await page.getByRole('slider', { name: 'Dial' }).fill('60');
    await page.getByRole('button', { name: 'Preview change' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Transfer a workshop pass to Sam Okafor').waitFor();
    await dialog.getByText('Allow (No objection)').waitFor();
    expect(await dialog.getByRole('button', { name: 'Put in force' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Why').fill('After a complaint');
    const sent = page.waitForRequest((request) => request.method() === 'PUT');
    await page.keyboard.press('Enter');
    expect((await sent).postDataJSON()).toMatchObject({ note: 'After a complaint', version: 3, body: { autonomy: 60, mode: 'full_auto' } });
    await page.getByText('Version 4').waitFor();
    await page.getByText('After a complaint').waitFor();
  });

  test('shows what each version changed, and leads back to an earlier one', async () => {
    const page = await open('/settings/policy/event');
    await page.getByText('Version 2').click();
    await page.getByText('one organizer approves everything').waitFor();
    await page.getByText('Version 1', { exact: true }).click();
    await page.getByRole('button', { name: 'Go back to version 1' }).click();
    await page.getByLabel('Why').fill('It was better before');
    const sent = page.waitForRequest('**/policies/event/rollback');
    await page.getByRole('button', { name: 'Put in force' }).click();
    expect((await sent).postDataJSON()).toEqual({ version: 1, note: 'It was better before' });
    await page.getByText('The whole event: in force').waitFor();
  });

  test('that is impossible says at its field why, and cannot be put in force', async () => {
    const page = await open('/settings/policy/event');
    await page.getByLabel('Undo window, seconds').fill('9999');
    await page.getByText('At most 600 seconds').waitFor();
    expect(await page.getByRole('button', { name: 'Preview change' }).isDisabled()).toBe(true);
    await page.getByLabel('Undo window, seconds').fill('599');
    await page.getByRole('button', { name: 'Preview change' }).click();
    await page.getByRole('dialog').getByText('This cannot be put in force.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('must not be 599 in this example.').waitFor();
  });

  test('says of every rule what it says, what it reads and which setting moves it', async () => {
    const page = await open('/settings/policy/event');
    await page.getByText('Untrusted control').click();
    await page.getByText('Nothing: it always holds').waitFor();
    await page.getByText('Refund above limit').click();
    await page.getByText('Limits, refund per order').waitFor();
  });
});

test('an action shows every rule that spoke with its facts, and leads to its proposal', async () => {
  const page = await open('/activity/act_refund');
  const rules = page.getByRole('region', { name: 'Rules that spoke' });
  await rules.getByText('Refunds above €500.00 are decided by a person.').waitFor();
  await page.getByRole('link', { name: 'Approval', exact: true }).click();
  await page.getByRole('article', { name: 'Refund €780.00 to Priya Raman' }).waitFor();
});

test('a limit that is spent is told on Today and shows, with what is reserved and left of the others', async () => {
  const page = await open('');
  await page.getByText('Support: refunds').waitFor();
  await page.getByRole('link', { name: 'limits' }).click();
  await page.getByText('50 spent, 0 left of 50').waitFor();
  await page.getByText('57 spent, 3 reserved, 440 left of 500').waitFor();
  expect(await page.getByRole('meter', { name: 'Refunds taken' }).first().getAttribute('aria-valuenow')).toBe('50');
});

test('a promotion that was earned waits on Today for the owner, and a demotion is told there', async () => {
  const page = await open('');
  await page.getByText('Support lost room for process refund').waitFor();
  await page.getByText('has earned more room').waitFor();
  const sent = page.waitForRequest('**/autonomy/aut_promote/decision');
  await page.getByRole('button', { name: 'Accept' }).click();
  expect((await sent).postDataJSON()).toEqual({ decision: 'accept' });
  await page.getByText('Support, transfer ticket: more room from now on').waitFor();
  await page.goto(`${stage.url}${event}/settings/autonomy`);
  await page.getByText('too quick to have read').waitFor();
});

test('all agents are paused in two presses; what could not be stopped is listed with its receipt, and they go on in one', async () => {
  const page = await open('');
  await page.getByRole('button', { name: 'Pause all agents' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
  const dialog = page.getByRole('dialog', { name: 'All agents paused' });
  await dialog.getByText('1 effect could no longer be stopped').waitFor();
  await dialog.getByText('1 receipt').click();
  await dialog.getByText('mel_1').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('All agents are paused.').waitFor();
  await page.getByRole('button', { name: 'Let them go on' }).click();
  await page.getByText('They go on; 3 effects due again').waitFor();
});

test('an effect tells its whole life with causes; one that is parked says what is known, and a person settles it', async () => {
  const page = await open('/activity/effects');
  const parked = page.getByRole('article', { name: 'Mail to mei@sato.example' });
  await parked.getByText('answered 503; again later').waitFor();
  await parked.getByText('It was never accepted.').waitFor();
  await parked.getByRole('button', { name: 'Settle' }).click();
  await page.getByLabel('Try again').check();
  await page.getByLabel('Reason').fill('The service is back');
  const sent = page.waitForRequest('**/cmd_parked/settle');
  await page.getByRole('dialog').getByRole('button', { name: 'Settle' }).click();
  expect((await sent).postDataJSON()).toEqual({ as: 'try_again', reason: 'The service is back' });
});

test('the log is verified by a press, and its head can be copied', async () => {
  const page = await open('/activity/log');
  await page.getByRole('button', { name: 'Verify log' }).click();
  await page.getByText('The log is whole.').waitFor();
  await page.getByRole('region', { name: 'Head of the chain' }).getByText('9f2b8a61c04d7be3').waitFor();
  await page.getByRole('button', { name: 'Copy' }).waitFor();
  expect(await page.getByRole('link', { name: 'CSV' }).getAttribute('href')).toContain('format=csv');
});

describe('a person', () => {
  test('is found with what is held where, and erased only when the address was typed once more', async () => {
    const page = await open('/settings/privacy');
    await page.getByLabel('Address, name or order code').fill('priya');
    await page.keyboard.press('Enter');
    const found = page.getByRole('article', { name: 'priya@raman.example' });
    await found.getByText('23 entries').waitFor();
    const file = page.waitForEvent('download');
    await found.getByRole('button', { name: 'Export JSON' }).click();
    expect((await file).suggestedFilename()).toBe('person.json');
    await found.getByRole('button', { name: 'Erase' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Type the address to confirm').fill('priya@raman');
    expect(await dialog.getByRole('button', { name: 'Erase for good' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Type the address to confirm').fill('Priya@raman.example');
    const sent = page.waitForRequest('**/people/erase');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    expect((await sent).postDataJSON().address).toBe('priya@raman.example');
    await page.getByRole('dialog', { name: 'Erased' }).getByText('Made unreadable: its key was destroyed').waitFor();
  });

  test('against whose erasing something stands cannot be erased, and the page says what to do', async () => {
    const page = await open('/settings/privacy');
    await page.getByLabel('Address, name or order code').fill('lena');
    await page.keyboard.press('Enter');
    const found = page.getByRole('article', { name: 'lena@vogt.example' });
    await found.getByText('Wait until it is settled').waitFor();
    expect(await found.getByRole('button', { name: 'Erase' }).isDisabled()).toBe(true);
  });
});

test('somebody who is away lets another decide, from a first to a last day', async () => {
  const page = await open('/settings/members');
  await page.getByText('Jonas Weber for Rui Costa').waitFor();
  await page.getByLabel('Decides', { exact: true }).selectOption('usr_rui');
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/delegations'));
  await page.getByRole('button', { name: 'Let them decide' }).click();
  const body = (await sent).postDataJSON();
  expect(body).toMatchObject({ to: 'usr_rui' });
  expect(body.endsAt - body.startsAt).toBeGreaterThan(6 * 86_400_000);
  await page.getByText('Rui Costa for Ana Duarte').waitFor();
});

test('a mail of the local mailbox is answered as its recipient, and the page says what that was taken for and stopped', async () => {
  const page = await open('/mailbox/mel_2');
  await page.getByRole('button', { name: 'Answer as recipient' }).click();
  await page.getByLabel('Text', { exact: true }).last().fill('Please unsubscribe me');
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await page.getByText('a wish to get no more mail').waitFor();
  await page.getByText('2 effects on the way to them were stopped').waitFor();
});

test('what holds mail to a contact back is shown with its history over all events', async () => {
  const page = await open('/attendees/tkt_0');
  await page.getByText('quiet hours from 20:00 to 08:00').waitFor();
  await page.getByText('HarborConf rehearsal').waitFor();
});
