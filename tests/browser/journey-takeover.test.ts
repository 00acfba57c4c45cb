import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ask, chat, Journey, say } from '../support/journey';

let journey: Journey;

beforeAll(async () => {
  journey = await Journey.start();
});
afterEach(async () => expect(await journey.clear()).toEqual([]));
afterAll(() => journey?.close());

it('an organizer takes over, the agent is silent until it is handed back, and the attendee sees who is speaking', async () => {
  const attendee = await journey.widget();
  await ask(attendee, 'Is lunch included in the ticket?');
  const organizer = await journey.console('/conversations');
  await organizer.getByRole('link', { name: /Is lunch included/ }).click();
  await organizer.getByRole('button', { name: 'Take over' }).click();
  await attendee.getByText(/You are talking with/).waitFor();

  const answered = await attendee.locator(chat.answers).count();
  await say(attendee, 'And is there a vegan menu?');
  await organizer.getByText('And is there a vegan menu?').waitFor();
  await organizer.getByLabel('Your answer').fill('Yes. Tell me about allergies and I let the kitchen know.');
  await organizer.getByRole('button', { name: 'Send' }).click();
  await attendee
    .locator(chat.people)
    .getByText(/let the kitchen know/)
    .waitFor();
  await say(attendee, 'Nuts. What time does the programme start on Thursday?');
  await organizer.getByText(/Nuts\. What time/).waitFor();
  await organizer.getByLabel('Your answer').fill('Noted.');
  await organizer.getByRole('button', { name: 'Send' }).click();
  await attendee.locator(chat.people).getByText('Noted.').waitFor();
  expect(await attendee.locator(chat.answers).count(), 'answers of the agent after the takeover').toBe(answered);

  await organizer.getByRole('button', { name: 'Hand back to the agent' }).click();
  await attendee.getByText(/You are talking with/).waitFor({ state: 'hidden' });
  const answer = await ask(attendee, 'What is the refund policy?');
  expect(await answer.textContent()).toMatch(/until 31 March 2027/);
  await organizer
    .getByRole('log', { name: 'Messages' })
    .getByText(/until 31 March 2027/)
    .first()
    .waitFor();
  const said = await attendee.locator(chat.log).textContent();
  expect(said?.indexOf('Noted.')).toBeLessThan(said?.indexOf('What is the refund policy?') ?? 0);
});

it('a person is one tap away from the first screen, and waits visibly in the console of whoever is there', async () => {
  const organizer = await journey.console();
  const attendee = await journey.widget();
  await attendee.getByRole('button', { name: 'Talk to a person' }).click();
  await attendee.getByText(/A person has been told/).waitFor();
  await organizer
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: /Conversations 1 waiting/ })
    .click();
  await organizer.getByRole('link', { name: /Waits for a person/ }).click();
  await organizer.getByRole('region', { name: 'Handover' }).waitFor();

  await say(attendee, 'My badge name is wrong');
  await organizer.getByRole('log', { name: 'Messages' }).getByText('My badge name is wrong').waitFor();
  await organizer.getByLabel('Your answer').fill('I am on it.');
  await organizer.getByRole('button', { name: 'Send' }).click();
  await attendee.locator(chat.people).getByText('I am on it.').waitFor();
  expect(await attendee.locator(chat.answers).count(), 'answers of the agent').toBe(0);
});
