import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Conversation, ConversationRow } from '../../worker/contract/conversations';
import { ask, chat, enterCode, identify, Journey, type PaidOrder, say, verify } from '../support/journey';

let journey: Journey;
let orders: PaidOrder[];

beforeAll(async () => {
  journey = await Journey.start();
  orders = await journey.paidOrders();
});
afterEach(async () => expect(await journey.clear()).toEqual([]));
afterAll(() => journey?.close());

/** Authors and texts of the conversation that begins with `subject`, as the records have it. */
async function said(subject: string): Promise<string[]> {
  const { items } = await journey.ofEvent<{ items: ConversationRow[] }>('/conversations');
  const row = items.find((each) => each.subject.startsWith(subject));
  const { messages } = await journey.ofEvent<Conversation>(`/conversations/${row?.id}`);
  return messages.map(({ author, text }) => `${author}: ${text.slice(0, 60)}`);
}

it('a widget that is reloaded while the answer is written shows question and answer, each once', async () => {
  const page = await journey.widget();
  await say(page, 'What is the refund policy?');
  await page.reload();
  await page
    .locator(chat.answers)
    .getByText(/31 March 2027/)
    .waitFor();
  expect(await page.locator(chat.answers).count()).toBe(1);
  expect(await page.locator(chat.log).getByText('What is the refund policy?').count()).toBe(1);
  expect((await said('What is the refund policy?')).map((line) => line.split(':')[0])).toEqual(['attendee', 'agent']);
});

it('a widget that is reloaded in the code form still has it, and the code from the mail still counts', async () => {
  const order = orders.at(1);
  if (!order) throw new Error('the example event has too few paid orders');
  const page = await journey.widget();
  await ask(page, 'I want to see my ticket');
  await identify(page, order);
  await page.reload();
  await page.getByLabel('Code from the mail').waitFor();
  await enterCode(page, await journey.codeTo(order.email));
  await page.locator('eventos-chat').getByText('Verified', { exact: true }).waitFor();
  await page.locator(chat.answers).getByText(order.code).first().waitFor();
  expect(await journey.mailsTo(order.email), 'codes that were mailed').toHaveLength(1);
});

it('a console that is reloaded keeps a half-written answer and a half-edited approval', async () => {
  const order = orders.at(0);
  if (!order) throw new Error('the example event has too few paid orders');
  const attendee = await journey.widget();
  await ask(attendee, 'Please refund my order');
  await verify(journey, attendee, order);
  await attendee.getByRole('button', { name: 'Yes, please' }).click();
  await attendee.getByText(/has to approve this first/).waitFor();

  const page = await journey.console('/approvals');
  await page.getByRole('button', { name: 'Edit and approve' }).click();
  await page.getByLabel('Amount').fill('512.34');
  await page.reload();
  await page.getByRole('button', { name: 'Edit and approve' }).click();
  expect(await page.getByLabel('Amount').inputValue()).toBe('512.34');
  await page.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('link', { name: 'Read the conversation' }).click();
  await page.getByLabel('Your answer').fill('Dear attendee, we are sorry that');
  await page.reload();
  expect(await page.getByLabel('Your answer').inputValue()).toBe('Dear attendee, we are sorry that');
});

it('the server is killed and started again under open pages: they come back, and what was said meanwhile arrives once', async () => {
  const attendee = await journey.widget();
  await say(attendee, 'Do I get a refund?');
  await attendee.locator(chat.answers).first().waitFor();
  const organizer = await journey.console('/conversations');
  await organizer.getByRole('link', { name: /Do I get a refund/ }).click();
  const transcript = organizer.getByRole('log', { name: 'Messages' });
  await transcript.getByText('Do I get a refund?').waitFor();
  await organizer.getByLabel('Your answer').fill('Half an answer');

  await journey.kill();
  await attendee.getByText(/The connection is lost/).waitFor();
  await organizer.getByText('Offline').first().waitFor();
  await say(attendee, 'What is the refund policy?');
  await attendee.getByText('Waiting to be sent').waitFor();
  await journey.startAgain();

  await attendee
    .locator(chat.answers)
    .getByText(/31 March 2027/)
    .last()
    .waitFor({ timeout: 40_000 });
  await attendee.getByText('Waiting to be sent').waitFor({ state: 'hidden' });
  await organizer.getByText('Live', { exact: true }).first().waitFor({ timeout: 40_000 });
  await transcript.getByText('What is the refund policy?').waitFor();
  expect(await organizer.getByLabel('Your answer').inputValue()).toBe('Half an answer');
  expect(await transcript.getByText('What is the refund policy?').count()).toBe(1);
  expect(await attendee.locator(chat.log).getByText('What is the refund policy?').count()).toBe(1);
  const lines = await said('Do I get a refund?');
  expect(lines.filter((line) => line === 'attendee: What is the refund policy?')).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('agent:'))).toHaveLength(2);

  expect(journey.complaints.splice(0).filter((line) => !/ERR_CONNECTION|ERR_EMPTY|WebSocket|Failed to load/.test(line))).toEqual([]);
});
