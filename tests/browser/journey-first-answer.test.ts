import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { chat, Journey } from '../support/journey';
import { Person } from '../support/person';

let journey: Journey;

beforeAll(async () => {
  journey = await Journey.start('--no-seed');
});
afterEach(async () => expect(await journey.clear()).toEqual([]));
afterAll(() => journey?.close());

const visitorText = `# Getting there

The nearest station is Cais do Sodré; from there it is ten minutes on foot along the river.

# Food

Lunch is included with every ticket. Vegan and gluten-free plates stand on a table of their own.`;

const workshopFile = Buffer.from(`# Workshops

The workshop "Maps" starts at 14:00 in the Harbour Room. Bring a laptop.

# Cloakroom

The cloakroom is free and open until 19:00.
`);

it('an owner who never saw the product has attendees answered on their own site in under five minutes of work', async () => {
  const owner = new Person();
  const page = await journey.page({ permissions: ['clipboard-read', 'clipboard-write'] });
  const button = (name: string | RegExp) => page.getByRole('button', { name });

  await page.goto(journey.signInLink);
  await owner.press('sign in', button(/sign in/i));
  await owner.type('name', page.getByLabel('Name', { exact: true }), 'Tidal Maps Day');
  await owner.type('start', page.getByLabel('Starts'), '2027-06-10T09:00');
  await owner.type('end', page.getByLabel('Ends'), '2027-06-11T17:00');
  expect(await page.getByLabel('Contact address').inputValue()).toBe('owner@example.org');
  await owner.press('refund table', button('Start from a common one'));
  await owner.press('make the event', button('Make the event'));

  await owner.press('way: text', page.getByRole('radio', { name: 'Text' }));
  await owner.type('title', page.getByLabel('Title'), 'Visitor information');
  await owner.paste('text', page.getByRole('textbox', { name: 'Text' }), visitorText);
  await owner.press('add', button('Add'));
  const added = page.locator('.additions li');
  await added.filter({ hasText: /Visitor information.*passage/ }).waitFor();
  await owner.press('way: file', page.getByRole('radio', { name: 'File' }));
  await owner.choose('page', page.getByLabel(/Choose files/), { name: 'workshops.md', mimeType: 'text/markdown', buffer: workshopFile });
  await added.filter({ hasText: /workshops\.md.*passage/ }).waitFor();

  await owner.press('step: attendees', button(/Bring your attendees/));
  await owner.choose('export', page.getByLabel(/Choose an export/), 'tests/support/exports/pretix-positions.csv');
  await page.getByText('Recognised as').waitFor();
  expect(await page.getByText('Recognised as').textContent()).toContain('pretix');
  await owner.press('import', button(/^Import \d+ rows?$/));
  await owner.press('back', page.getByRole('link', { name: 'Back to the set-up' }));

  await page.getByRole('heading', { name: 'Set up' }).waitFor();
  await openStep(owner, page, /Test a question/);
  await owner.type('question', page.getByLabel('Question'), 'when does the maps workshop start?');
  await owner.press('ask', button('Ask'));
  const tested = page.getByRole('region', { name: 'Answer' });
  await tested.getByText('Answered').waitFor();
  expect(await tested.textContent()).toMatch(/14:00/);

  await openStep(owner, page, /Put the chat on your site/);
  await owner.press('copy', button('Copy'));
  const snippet = await page.evaluate(() => navigator.clipboard.readText());
  const site = await journey.site(
    `<!doctype html><html lang="en"><title>Tidal Maps Day</title><h1>Tidal Maps Day</h1><p><a href="#more">Programme</a></p>${snippet}</html>`,
  );
  await owner.type('site', page.getByLabel('Site that may show it'), site);
  await owner.press('allow', page.getByRole('button', { name: 'Add', exact: true }).last());
  await page.getByLabel('Sites that may show the widget').getByText(site).waitFor();

  const attendee = await journey.page();
  await attendee.goto(site);
  await attendee.locator(chat.launcher).waitFor();
  await tabTo(attendee, 'BUTTON');
  await attendee.keyboard.press('Enter');
  await attendee.locator(chat.composer).waitFor();
  await attendee.keyboard.type('when does the maps workshop start?');
  await attendee.keyboard.press('Enter');
  const answer = attendee.locator(chat.answers).first();
  await answer.getByText(/14:00/).first().waitFor();
  const citation = answer.locator('summary').first();
  expect(await citation.textContent()).toMatch(/workshops/i);
  await citation.focus();
  await attendee.keyboard.press('Enter');
  await answer.locator('blockquote').first().waitFor();

  expect(owner.acts.length).toBeLessThanOrEqual(28);
  expect(owner.workSeconds).toBeLessThan(300);
  console.info(`the owner's work: ${owner.acts.length} acts, ${Math.round(owner.workSeconds)} s by the keystroke-level model`);
});

it('a site that was not allowed gets no chat, and its owner is told why', async () => {
  const eventId = (await journey.api<{ items: { id: string }[] }>('GET', '/events')).items[0]?.id;
  const page = await journey.page();
  await page.goto(await journey.site(`<!doctype html><script src="${journey.url}/widget.js" data-event="${eventId}" async></script>`));
  await expect.poll(() => journey.complaints.join('\n')).toContain('among the allowed origins');
  expect(await page.locator('eventos-chat').count()).toBe(0);
  journey.complaints.length = 0;
});

/** Steps that are done fold away; the next one may be open already. */
async function openStep(owner: Person, page: Page, name: RegExp): Promise<void> {
  const toggle = page.getByRole('button', { name });
  await toggle.waitFor();
  if ((await toggle.getAttribute('aria-expanded')) !== 'true') await owner.press(`step ${name.source}`, toggle);
}

/** Presses Tab until an element of that kind has the focus, inside the shadow root too. */
async function tabTo(page: Page, tagName: string): Promise<void> {
  for (let presses = 0; presses < 10; presses++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => (document.activeElement?.shadowRoot ?? document).activeElement?.tagName);
    if (at === tagName) return;
  }
  throw new Error(`no ${tagName} is reached by Tab`);
}
