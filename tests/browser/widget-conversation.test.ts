import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FakeConversation, FakeWidgetServer } from '../support/fake-widget-server';
import { parts, say, WidgetStage } from '../support/widget-browser';

let stage: WidgetStage;
beforeAll(async () => {
  stage = await WidgetStage.open();
});
afterAll(() => stage.close());
afterEach(async () => expect(await stage.clear()).toEqual([]));

/** Acknowledges what was said and gives one answer. */
function answering(answer: Parameters<FakeWidgetServer['answer']>[1]): void {
  stage.fake.behaviour.onFrame = (frame, fake, conversation) => {
    if (frame.type !== 'say') return;
    fake.add(conversation, { author: 'attendee', text: frame.text }, frame.id);
    fake.answer(conversation, answer);
  };
}
const frames = (conversation: FakeConversation, type: string) => conversation.frames.filter((frame) => frame.type === type);

describe('with the keyboard alone', () => {
  test('an attendee opens the chat, asks, reads the source, closes, comes back and gets a person', async () => {
    answering({
      text: 'Doors open at **nine**.',
      citations: [
        { passageId: 'p', pageId: 'g', pageTitle: 'Arrival', quote: 'Doors open at 9:00.', url: 'https://saltmarsh.example/arrival' },
      ],
    });
    const page = await stage.page();
    await page.goto(`${stage.url}/widget-demo?event=evt_demo`);
    const launcher = page.getByRole('button', { name: 'Ask a question' });
    await launcher.waitFor();
    await page.keyboard.press('Shift+Tab');
    expect(await launcher.evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator(`${parts.composer}:focus`).waitFor();
    await page.keyboard.type('When do doors open?');
    await page.keyboard.press('Enter');
    await page.locator(parts.log).getByText('Doors open at nine.').waitFor();

    const source = page.locator('eventos-chat summary');
    for (let i = 0; i < 12 && !(await source.evaluate((element) => element.matches(':focus'))); i++) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Doors open at 9:00.').waitFor();
    const link = page.getByRole('link', { name: 'Open the page' });
    expect(await link.getAttribute('href')).toBe('https://saltmarsh.example/arrival');
    expect(await link.getAttribute('rel')).toContain('noopener');

    await page.keyboard.press('Escape');
    await page.locator(`${parts.launcher}:focus`).waitFor();
    expect(await page.locator(parts.panel).isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await page.locator(`${parts.composer}:focus`).waitFor();

    stage.fake.behaviour.onFrame = (frame, fake, conversation) => {
      if (frame.type === 'human') fake.status(conversation, { state: 'waiting' });
    };
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('A person has been told and will answer here.').waitFor();
    const conversation = stage.fake.only();
    stage.fake.status(conversation, { state: 'person', person: 'Maria' });
    stage.fake.add(conversation, { author: 'person', text: 'Hello, Maria here.' });
    await page.getByText('You are talking with Maria.').waitFor();
    await page.locator(parts.log).getByText('Hello, Maria here.').waitFor();
    expect(frames(conversation, 'human')).toHaveLength(1);
  });

  test('a holder proves who they are and passes a ticket on, after seeing it once more', async () => {
    stage.fake.behaviour.onFrame = (frame, fake, conversation) => {
      if (frame.type === 'say') {
        fake.add(conversation, { author: 'attendee', text: frame.text }, frame.id);
        fake.add(conversation, { author: 'agent', outcome: 'asked', text: 'Whose ticket is it?', ask: 'identify' });
      } else if (frame.type === 'identify') fake.add(conversation, { author: 'agent', text: 'Please enter the code.', ask: 'code' });
      else if (frame.type === 'code' && frame.code !== '123456') {
        fake.send(conversation, { type: 'problem', code: 'refused', text: 'That code is not right.' });
      } else if (frame.type === 'code') {
        fake.status(conversation, { verified: true });
        const tickets = [
          { id: 'tkt_1', type: 'Weekend pass', holder: 'Ada Byron', state: 'valid' },
          { id: 'tkt_2', type: 'Day pass', holder: 'Ada Byron', state: 'refunded' },
        ];
        fake.add(conversation, { author: 'agent', text: 'Who gets it?', ask: 'transfer', tickets });
      } else if (frame.type === 'transfer') {
        fake.add(conversation, { author: 'attendee', text: `Transfer to ${frame.name}` }, frame.id);
        fake.add(conversation, { author: 'agent', text: 'Done.', actions: [`To ${frame.name}`] });
      }
    };
    const page = await stage.openChat();
    await say(page, 'My friend shall have my ticket');
    await page.getByLabel('Order code').focus();
    await page.keyboard.press('Enter');
    expect(await page.getByText('Please fill this in.').count()).toBe(2);
    expect(await page.getByLabel('Order code').getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.type('QX7RT');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ada@example.org');
    await page.keyboard.press('Enter');

    const code = page.getByLabel('Code from the mail');
    await code.waitFor();
    await page.getByText('If the order exists, a code is on its way to ada@example.org.').waitFor();
    expect(await code.evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await page.getByText('That code is not right.').waitFor();
    await code.fill('123 456');
    await page.keyboard.press('Enter');

    await page.locator('eventos-chat #new-name:focus').waitFor();
    expect(await page.locator('eventos-chat #ticket option').allTextContents()).toEqual(['Weekend pass – Ada Byron']);
    await page.keyboard.type('Grace Hopper');
    await page.keyboard.press('Tab');
    await page.keyboard.type('grace@example');
    await page.keyboard.press('Enter');
    await page.getByText('This does not look like an e-mail address.').waitFor();
    await page.keyboard.type('.org');
    await page.keyboard.press('Enter');
    await page.getByText('it can be undone for 24 hours').waitFor();
    expect(frames(stage.fake.only(), 'transfer')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('eventos-chat .actions').getByText('To Grace Hopper').waitFor();
    expect(frames(stage.fake.only(), 'transfer')).toEqual([
      { type: 'transfer', id: expect.any(String), ticketId: 'tkt_1', name: 'Grace Hopper', email: 'grace@example.org' },
    ]);
    await page.locator(`${parts.composer}:focus`).waitFor();
  });
});

test('an answer grows as it is written, is read out once when finished, and can be rated', async () => {
  stage.fake.behaviour.onFrame = (frame, fake, conversation) => {
    if (frame.type !== 'say') return;
    fake.add(conversation, { author: 'attendee', text: frame.text }, frame.id);
    fake.status(conversation, { working: true });
    fake.send(conversation, { type: 'delta', runId: 'r', text: 'Dogs are ' });
    fake.send(conversation, { type: 'delta', runId: 'r', text: 'welcome' });
  };
  const page = await stage.openChat();
  await say(page, 'Can I bring my dog?');
  const writing = page.locator('eventos-chat .writing');
  await writing.getByText('Dogs are welcome').waitFor();
  expect(await writing.getAttribute('aria-hidden')).toBe('true');
  expect(await page.locator(parts.log).textContent()).not.toContain('welcome');
  const conversation = stage.fake.only();
  stage.fake.answer(conversation, { text: 'Dogs are welcome on a lead.', runId: 'r', quickReplies: ['And cats?'] });
  stage.fake.status(conversation);
  await page.locator(parts.log).getByText('Dogs are welcome on a lead.').waitFor();
  expect(await writing.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'And cats?' }).waitFor();
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await page.getByRole('button', { name: '4 of 5' }).click();
  await page.getByText('Thank you!').waitFor();
  expect(frames(conversation, 'feedback')).toEqual([
    { type: 'feedback', solved: true },
    { type: 'feedback', rating: 4 },
  ]);
});

describe('nothing is lost or doubled', () => {
  test('a reload resumes the conversation, its draft, and that it was rated', async () => {
    answering('The café is in hall two.');
    const page = await stage.openChat();
    await say(page, 'Where is coffee?');
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.locator(parts.composer).fill('half a senten');
    await page.reload();
    await page.locator(parts.log).getByText('The café is in hall two.').waitFor();
    expect(await page.locator(parts.composer).inputValue()).toBe('half a senten');
    expect(await page.getByText('Did that solve it?').isVisible()).toBe(false);
    expect(stage.fake.only().messages).toHaveLength(2);
  });

  test('what is said offline is kept and arrives once', async () => {
    answering('Yes.');
    const page = await stage.openChat();
    await say(page, 'first');
    await page.locator(parts.log).getByText('Yes.').waitFor();
    await page.context().setOffline(true);
    await page.locator(parts.notice).getByText('You are offline').waitFor();
    await say(page, 'said in a tunnel');
    await page.getByText('Waiting to be sent').waitFor();
    await page.context().setOffline(false);
    await expect.poll(() => stage.fake.only().messages.filter(({ text }) => text === 'said in a tunnel').length).toBe(1);
    await page.getByText('Waiting to be sent').waitFor({ state: 'hidden' });
    expect(await page.locator(parts.log).getByText('said in a tunnel').count()).toBe(1);
    expect(new Set(stage.fake.only().said).size).toBe(stage.fake.only().said.length);
    stage.complaints.length = 0; // the browser reports the requests that it refused
  });

  test('a first message said offline outlives the page and arrives once', async () => {
    answering('Yes.');
    const page = await stage.openChat();
    await page.context().setOffline(true);
    await say(page, 'is there a lift?');
    await page.getByText('Waiting to be sent').waitFor();
    // Closed for certain: a page that is left may live on for a moment, and ask while the next one does.
    await page.close();
    await page.context().setOffline(false);
    const next = await page.context().newPage();
    await next.goto(`${stage.url}/widget-demo?event=evt_demo`);
    await next.locator(parts.launcher).click();
    await next.locator(parts.log).getByText('Yes.').waitFor();
    expect(stage.fake.only().messages.map(({ text }) => text)).toEqual(['is there a lift?', 'Yes.']);
    stage.complaints.length = 0;
  });

  test('a message whose receipt was lost is sent again under the same id and shown once', async () => {
    stage.fake.behaviour.onFrame = (frame, fake, conversation) => {
      if (frame.type !== 'say') return;
      const seq = conversation.messages.length + 1;
      conversation.messages.push({ id: `msg_${seq}`, seq, author: 'attendee', text: frame.text, at: 0 });
      fake.dropSockets();
    };
    const page = await stage.openChat();
    await say(page, 'did this arrive?');
    await page.locator(parts.notice).getByText('The connection is lost').waitFor();
    await expect.poll(() => frames(stage.fake.only(), 'hello').length).toBe(2);
    await page.locator('eventos-chat .message.attendee:not(.queued, .sent)').waitFor();
    expect(await page.locator(parts.log).getByText('did this arrive?').count()).toBe(1);
    expect(new Set(stage.fake.only().said).size).toBe(1);
    stage.complaints.length = 0;
  });

  test('over the limit, the widget counts down and sends by itself', async () => {
    let refusals = 1;
    stage.fake.behaviour.onFrame = (frame, fake, conversation) => {
      if (frame.type !== 'say') return;
      if (refusals-- > 0) {
        conversation.said.pop();
        fake.send(conversation, { type: 'problem', code: 'rate_limited', text: '', retryAfterSeconds: 2 });
      } else fake.add(conversation, { author: 'attendee', text: frame.text }, frame.id);
    };
    const page = await stage.openChat();
    await say(page, 'quick');
    await page.getByText(/It goes on in [12] s\./).waitFor();
    await expect.poll(() => stage.fake.only().messages.length, { timeout: 5000 }).toBe(1);
    await page.locator(parts.notice).waitFor({ state: 'hidden' });
  });

  test('a message that the server refused stays, says why, and can be tried again', async () => {
    stage.fake.behaviour.onFrame = (frame, fake, conversation) => {
      if (frame.type === 'say') fake.send(conversation, { type: 'problem', code: 'internal', text: 'secret detail' });
    };
    const page = await stage.openChat();
    await say(page, 'hello?');
    await page.getByText('Something went wrong on our side.').waitFor();
    expect(await page.getByText('secret detail').count()).toBe(0);
    stage.fake.only().said.length = 0;
    answering('Here I am.');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator(parts.log).getByText('Here I am.').waitFor();
    expect(await page.getByText('Not sent').count()).toBe(0);
  });

  test('a conversation that the server no longer knows starts over with what was typed', async () => {
    answering('Hello again.');
    const page = await stage.openChat();
    await say(page, 'first');
    await page.locator(parts.log).getByText('Hello again.').waitFor();
    await page.context().setOffline(true);
    await say(page, 'second');
    stage.fake.conversations.clear();
    await page.context().setOffline(false);
    await expect.poll(() => stage.fake.conversations.size).toBe(1);
    await expect.poll(() => stage.fake.only().messages.map(({ text }) => text)).toEqual(['second', 'Hello again.']);
    stage.complaints.length = 0;
  });

  test('a start that fails is tried again; a start that is refused says so', async () => {
    answering('Hello.');
    stage.fake.startStatus = 503;
    const page = await stage.openChat();
    await say(page, 'is anybody there?');
    await page.locator(parts.log).getByText('Hello.').waitFor();
    expect(stage.fake.only().said).toHaveLength(1);
    stage.fake.startStatus = 403;
    const other = await stage.openChat();
    await say(other, 'and here?');
    await other.getByText('The chat cannot be used here at the moment.').waitFor();
    await other.getByRole('link', { name: 'hello@saltmarsh.example' }).waitFor();
    stage.complaints.length = 0;
  });
});

test('a text of 2,000 characters goes out, one more does not and is not cut', async () => {
  const page = await stage.openChat();
  await say(page, 'x'.repeat(2001));
  await page.getByText('1 characters too many: a message holds 2000.').waitFor();
  expect((await page.locator(parts.composer).inputValue()).length).toBe(2001);
  expect(stage.fake.conversations.size).toBe(0);
  await say(page, 'x'.repeat(2000));
  await expect.poll(() => stage.fake.conversations.size && stage.fake.only().said.length).toBe(1);
});

test('a closed conversation opens again with a word, or gives way to a new one', async () => {
  stage.fake.behaviour.onFrame = (frame, fake, conversation) => {
    if (frame.type !== 'say') return;
    fake.status(conversation, { state: 'agent' });
    fake.add(conversation, { author: 'attendee', text: frame.text }, frame.id);
    fake.status(conversation, { state: 'closed' });
  };
  const page = await stage.openChat();
  const closed = page.getByText('This conversation is closed.');
  await say(page, 'thanks');
  await closed.waitFor();
  await say(page, 'one more thing');
  await expect.poll(() => stage.fake.only().messages.length).toBe(2);
  await closed.waitFor();
  await page.locator('eventos-chat .closed').getByRole('button', { name: 'New conversation' }).click();
  await page.getByText('Hello! How can I help?').waitFor();
  await say(page, 'another thing');
  await expect.poll(() => stage.fake.conversations.size).toBe(2);
});

test('a person who answers while the chat is closed is announced on the button, also after a reload', async () => {
  stage.fake.behaviour.onFrame = (frame, fake, conversation) => {
    if (frame.type === 'human') fake.status(conversation, { state: 'waiting' });
  };
  const page = await stage.openChat();
  await page.getByRole('button', { name: 'Talk to a person' }).click();
  await page.getByText('A person has been told').waitFor();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect.poll(() => stage.fake.only().sockets.size).toBe(1);
  stage.fake.add(stage.fake.only(), { author: 'person', text: 'Are you there?' });
  await page.getByRole('button', { name: 'Ask a question (new messages: 1)' }).click();
  await page.locator(parts.log).getByText('Are you there?').waitFor();
});
