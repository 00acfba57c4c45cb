import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Journey } from '../support/journey';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.start();
});
afterEach(async () => expect(await journey.clear()).toEqual([]));
afterAll(() => journey?.close());

/** Fills in why, and puts what the dialog shows in force. */
async function putInForce(page: Page, why: string): Promise<void> {
  await page.getByLabel('Why').fill(why);
  await page.getByRole('button', { name: 'Put in force' }).click();
}

test('a policy is changed with its consequences shown, refused where nobody could meet it, and rolled back', async () => {
  const page = await journey.console('/settings/policy/support');
  await page.getByRole('slider', { name: 'Dial' }).fill('30');
  await page.getByRole('button', { name: 'Preview change' }).click();
  await page.getByRole('dialog').getByText('None waits.').waitFor();
  await putInForce(page, 'Careful at first');
  await page.getByText('Careful at first').waitFor();
  await page.getByText('Version 1', { exact: true }).click();
  await page.getByRole('button', { name: 'Go back to version 1' }).click();
  await putInForce(page, 'All is calm');
  await page.getByText('Version 3', { exact: true }).waitFor();
  expect(await page.getByRole('slider', { name: 'Dial' }).inputValue()).toBe('85');

  await page.getByRole('link', { name: 'The whole event' }).click();
  await page.getByRole('button', { name: 'Add a row' }).click();
  await page.getByLabel('Action').selectOption('process_refund');
  await page.getByRole('button', { name: 'Preview change' }).click();
  await page.getByRole('dialog').getByText('asks for 2 people; 1 could approve').waitFor();
  await page.keyboard.press('Escape');
  await page.getByLabel('How many').selectOption('1');
  await page.getByRole('button', { name: 'Preview change' }).click();
  await putInForce(page, 'Refunds by one of us');
  await page.getByText('Refunds by one of us').waitFor();
});

test('limits of the organization are set, and what is taken of them stands beside', async () => {
  const page = await journey.console('/settings/limits');
  await page.getByLabel('Mails per day').fill('9000');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Limits saved').waitFor();
  await page.getByText('left of 9,000').waitFor();
});

test('all agents are paused and go on; the stop stays in the list, and the log that tells of it is whole', async () => {
  const page = await journey.console('');
  await page.getByRole('button', { name: 'Pause all agents' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('dialog', { name: 'All agents paused' }).getByText('Nothing slipped through.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Let them go on' }).click();
  await page.getByText('They go on').waitFor();
  const stops = await journey.console('/activity/stops');
  await stops.getByText('All agents paused').waitFor();
  const log = await journey.console('/activity/log');
  await log.getByRole('button', { name: 'Verify log' }).click();
  await log.getByText('The log is whole.').waitFor();
});

test('a person is found, exported and erased with a receipt', async () => {
  const order = (await journey.paidOrders()).at(-1);
  if (!order) throw new Error('the example event has no paid order');
  const page = await journey.console('/settings/privacy');
  await page.getByLabel('Address, name or order code').fill(order.email);
  await page.keyboard.press('Enter');
  const found = page.getByRole('article', { name: order.email });
  const file = page.waitForEvent('download');
  await found.getByRole('button', { name: 'Export CSV' }).click();
  expect((await file).suggestedFilename()).toMatch(/\.(csv|zip)$/);
  await found.getByRole('button', { name: 'Erase' }).click();
  await page.getByLabel('Type the address to confirm').fill(order.email);
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page
    .getByRole('dialog', { name: /Erased/ })
    .getByText('Made nameless')
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  await page.getByLabel('Address, name or order code').fill(order.email);
  await page.keyboard.press('Enter');
  await page.getByText('Nothing is held of such a person').waitFor();
});
