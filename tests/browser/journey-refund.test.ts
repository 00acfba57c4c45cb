import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Approval, CommandView } from '../../worker/contract/work';
import { eventually } from '../support/eventually';
import { ask, chat, Journey, verify } from '../support/journey';

let journey: Journey;

beforeAll(async () => {
  journey = await Journey.start();
});
afterEach(async () => expect(await journey.clear()).toEqual([]));
afterAll(() => journey?.close());

it('a refund over the limit waits, is edited and approved in one browser, seen in another, and sent once', async () => {
  const order = (await journey.paidOrders())[0];
  if (!order) throw new Error('the example event has no paid order');
  const ada = await journey.console('/approvals');
  const ben = await journey.console('/approvals');
  await ada.getByText('Nothing waits for a decision').waitFor();
  await ben.getByText('Nothing waits for a decision').waitFor();

  const attendee = await journey.widget();
  await ask(attendee, 'I cannot come, please refund my order');
  await verify(journey, attendee, order);
  await attendee.getByRole('button', { name: 'Yes, please' }).click();
  await attendee.getByText(/a person of the team has to approve/i).waitFor();

  const cardOfAda = ada.locator('[data-approval]');
  const cardOfBen = ben.locator('[data-approval]');
  await Promise.all([cardOfAda.waitFor(), cardOfBen.waitFor()]);
  expect(await cardOfBen.textContent()).toContain(order.code);
  expect(await journey.mailsTo(order.email)).toHaveLength(1);

  // Ben has the same action open when Ada decides.
  await cardOfBen.getByRole('button', { name: 'Edit and approve' }).click();
  await ben.getByLabel('Amount').fill('700.00');
  await cardOfAda.getByRole('button', { name: 'Edit and approve' }).click();
  await ada.getByLabel('Amount').fill('600.00');
  await ada.getByRole('button', { name: 'Approve as edited' }).click();
  await cardOfBen.getByText(/Approved by/).waitFor();
  await ben.getByRole('button', { name: 'Approve as edited' }).click();
  await cardOfBen.getByRole('alert').waitFor();
  expect(await cardOfBen.getByRole('alert').textContent()).toMatch(/already|decided/i);
  expect(await cardOfBen.getByRole('button', { name: 'Approve' }).count()).toBe(0);

  await attendee
    .locator(chat.system)
    .getByText(/600\.00/)
    .waitFor();
  await eventually(
    'the refund is paid out',
    async () => {
      const { order: now } = await journey.ticket(order.tickets[0]?.ticketId ?? '');
      return now.refunded.minor === 60_000;
      // After the window in which it can be taken back.
    },
    30_000,
  );
  await cardOfAda.getByText(/Approved by .+ and carried out/).waitFor();
  await cardOfBen.getByText(/Approved by .+ and carried out/).waitFor();
  for (const card of [cardOfAda, cardOfBen]) expect(await card.textContent()).toContain('EUR 600.00');

  const { items: commands } = await journey.ofEvent<{ items: CommandView[] }>('/commands');
  const refunds = commands.filter((command) => command.kind.includes('refund'));
  const money = refunds.filter((command) => !command.kind.startsWith('mail'));
  expect(money.map((command) => [command.state, command.attempts, command.receipts.length])).toEqual([['confirmed', 1, 1]]);
  const mails = await eventually(
    'the mail about the refund',
    async () => {
      const about = (await journey.mailsTo(order.email)).filter((mail) => /refund/i.test(mail.subject));
      return about.length > 0 && about;
    },
    30_000,
  );
  expect(mails).toHaveLength(1);
  expect((await journey.mail(mails[0]?.id ?? '')).text).toContain('600.00');
  const { items: approvals } = await journey.ofEvent<{ items: Approval[] }>('/approvals');
  expect(approvals.map((approval) => approval.state)).toEqual(['executed']);
  expect(await attendee.locator(chat.log).textContent()).not.toContain('700');
  expect(journey.complaints.splice(0)).toEqual([expect.stringContaining('409')]);
});
