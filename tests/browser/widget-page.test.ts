import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, parts, say, WidgetStage } from '../support/widget-browser';

let stage: WidgetStage;
beforeAll(async () => {
  stage = await WidgetStage.open();
});
afterAll(() => stage.close());
afterEach(async () => expect(await stage.clear()).toEqual([]));

/** Every kind of thing that a conversation can show, one after the other. */
function showEverything(): void {
  stage.fake.behaviour.onFrame = (frame, fake, conversation) => {
    if (frame.type === 'human') fake.status(conversation, { state: 'waiting' });
    if (frame.type !== 'say') return;
    fake.add(conversation, { author: 'attendee', text: frame.text }, frame.id);
    fake.add(conversation, { author: 'system', text: 'The assistant answers while nobody is on duty.' });
    if (frame.text === 'form') {
      const tickets = [{ id: 't', type: 'Weekend pass', holder: 'Ada Byron', state: 'valid' }];
      fake.status(conversation, { verified: true });
      fake.answer(conversation, { text: 'Who gets it?', outcome: 'asked', ask: 'transfer', tickets });
    } else if (frame.text === 'identify') fake.answer(conversation, { text: 'Which order?', outcome: 'asked', ask: 'identify' });
    else {
      fake.answer(conversation, {
        text: '# Doors\n| Day | Hall |\n|---|---|\n| Friday | [two](https://saltmarsh.example/two) |\n\nOpen at **nine**, see `QX7`:\n\n1. Queue\n2. Scan\n\n[Map](https://saltmarsh.example/map)',
        citations: [
          {
            passageId: 'p',
            pageId: 'g',
            pageTitle: 'Arrival',
            quote: '## Doors\n\n| Day | Open |\n| --- | --- |\n| Friday | 9:00 |',
            url: 'https://saltmarsh.example/',
          },
        ],
        actions: ['Looked it up'],
        nextSteps: ['Bring your ticket'],
        quickReplies: ['And on Sunday?'],
      });
    }
  };
}

describe.each([
  ['in light', { colorScheme: 'light' as const }, '&theme=auto', '#0b6470'],
  ['in dark', { colorScheme: 'dark' as const }, '&theme=auto', '#ffd400'],
  ['dark on a light system', { colorScheme: 'light' as const }, '&theme=dark', '#8a1538'],
  ['from right to left', { colorScheme: 'light' as const }, '&dir=rtl&lang=ar', '#7a7a7a'],
  ['on a phone', { colorScheme: 'light' as const, viewport: { width: 360, height: 740 } }, '&lang=de', '#3b4cca'],
])('axe finds nothing %s', (_name, options, query, brandColor) => {
  test('on the page, the first screen, an answer, forms and while waiting', async () => {
    showEverything();
    stage.fake.behaviour.config = { brandColor };
    const page = await stage.openChat({ ...options, reducedMotion: 'reduce' }, query);
    expect(await axeFindings(page)).toEqual([]);
    await say(page, 'When?');
    await page.locator('eventos-chat summary').click();
    await page.locator('eventos-chat .feedback .reply').first().click();
    expect(await axeFindings(page)).toEqual([]);
    await say(page, 'identify');
    await page.locator('eventos-chat #order-code').press('Enter');
    expect(await axeFindings(page)).toEqual([]);
    await say(page, 'form');
    await page.locator('eventos-chat #new-name').fill('Grace');
    await page.locator('eventos-chat #new-email').fill('grace@example.org');
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('eventos-chat #new-email').press('Enter');
    await page.locator('eventos-chat .review').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('eventos-chat .footer .link').click();
    await page.locator('eventos-chat .notice').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await axeFindings(page)).toEqual([]);
  });
});

test('axe does look into the chat: an unlabelled button is found', async () => {
  const page = await stage.openChat({ reducedMotion: 'reduce' });
  await page.evaluate(`(() => {
    const close = document.querySelector('eventos-chat').shadowRoot.querySelector('.close');
    close.removeAttribute('aria-label');
    close.removeAttribute('title');
  })()`);
  expect((await axeFindings(page)).join()).toContain('button-name');
});

const embedded = (origin: string, head: string, attributes = '') =>
  `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,">${head}</head><body><main><h1>Host page</h1></main>
  <script src="${origin}/widget.js" data-event="evt_demo" ${attributes} async></script></body></html>`;

test('text from anybody is shown as text: nothing runs, loads or navigates', async () => {
  const payloads = [
    '<img src=x onerror="window.hacked=1">',
    '<script>window.hacked=1</script>',
    '"><svg onload=window.hacked=1>',
    '[go](javascript:window.hacked=1)',
    '[go](data:text/html;base64,PHNjcmlwdD4=)',
    '<a href="javascript:window.hacked=1">x</a>',
    '![x](https://evil.example/pixel.png)',
    '`<iframe src=javascript:window.hacked=1>`',
    '{{constructor.constructor("window.hacked=1")()}}',
    '<style>*{display:none}</style>',
  ];
  const bad = payloads.join('\n');
  stage.fake.behaviour.config = {
    name: payloads[0] ?? '',
    suggestions: payloads.slice(0, 3),
    contactEmail: 'a@b.example?x="><img src=x onerror=1>',
  };
  stage.fake.behaviour.onFrame = (frame, fake, conversation) => {
    if (frame.type !== 'say') return;
    fake.add(conversation, { author: 'attendee', text: frame.text }, frame.id);
    fake.status(conversation, { person: bad, verified: true });
    fake.add(conversation, { author: 'person', text: bad });
    fake.add(conversation, { author: 'system', text: bad });
    fake.answer(conversation, {
      text: bad,
      ask: 'transfer',
      citations: [
        { passageId: 'p', pageId: 'g', pageTitle: bad, quote: bad, url: 'javascript:window.hacked=1' },
        { passageId: 'q', pageId: 'g', pageTitle: bad, quote: bad, url: 'data:text/html,x' },
      ],
      actions: payloads,
      nextSteps: payloads,
      quickReplies: payloads,
      tickets: [{ id: bad, type: bad, holder: bad, state: bad }],
    });
    fake.send(conversation, { type: 'delta', runId: 'r', text: bad });
    fake.send(conversation, { type: 'problem', code: 'refused', text: bad });
  };
  stage.fake.pages.set('/plain', embedded(stage.url, '')); // no content security policy to help
  const page = await stage.page();
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).host));
  await page.goto(`${stage.url}/plain`);
  await page.locator(parts.launcher).click();
  await say(page, bad);
  await page.locator('eventos-chat .notice[data-kind=problem]').waitFor();
  await page.locator('eventos-chat #new-name').waitFor();
  for (const summary of await page.locator('eventos-chat summary').all()) await summary.click();
  expect(await page.evaluate('window.hacked')).toBeUndefined();
  expect(await page.locator('eventos-chat').locator('img, script, iframe, style, svg[onload], [onerror]').count()).toBe(0);
  const targets = await page.locator('eventos-chat a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(targets.filter((target) => !/^(https?:\/\/|mailto:)/.test(target))).toEqual([]);
  expect(new Set(requested)).toEqual(new Set([new URL(stage.url).host]));
});

describe('on somebody else’s page', () => {
  test('hostile style sheets neither hide nor change it, and it changes nothing of the page', async () => {
    const css = `<style>*{all:revert;font:900 44px cursive!important;color:red!important;display:none!important;visibility:hidden!important;
      position:static!important;text-transform:uppercase!important;pointer-events:none!important;opacity:0!important}
      html,head+body,main,h1{display:block!important;visibility:visible!important;opacity:1!important}body{transform:rotate(3deg)!important}</style>`;
    stage.fake.pages.set('/hostile', embedded(stage.url.replace('127.0.0.1', 'localhost'), css));
    const page = await stage.page({ reducedMotion: 'reduce' });
    await page.goto(`${stage.url}/hostile`);
    await page.locator(parts.launcher).click();
    await page.locator(parts.composer).waitFor();
    const look = await page.evaluate(`(() => {
      const panel = document.querySelector('eventos-chat').shadowRoot.querySelector('.panel');
      const { fontSize, textTransform, color, opacity } = getComputedStyle(panel);
      const { right, bottom } = panel.getBoundingClientRect();
      return { fontSize, textTransform, color, opacity, right: innerWidth - right, bottom: innerHeight - bottom };
    })()`);
    expect(look).toEqual({ fontSize: '15px', textTransform: 'none', color: 'rgb(23, 25, 31)', opacity: '1', right: 20, bottom: 20 });
    expect(await page.evaluate('[...document.body.children].map((child) => child.tagName)')).toEqual(['MAIN', 'SCRIPT']);
    expect(await page.evaluate('Object.keys(globalThis).filter((name) => /event.?os|widget|chat/i.test(name))')).toEqual([]);
  });

  test('from another origin it fetches only what is needed, sets no cookie and asks nobody else', async () => {
    const script = stage.url.replace('127.0.0.1', 'localhost');
    stage.fake.pages.set('/host', embedded(script, '', 'data-lang="fr"'));
    const page = await stage.page();
    const paths: string[] = [];
    const hosts = new Set<string>();
    page.on('request', (request) => {
      const { pathname, host } = new URL(request.url());
      if (pathname === '/host') return;
      hosts.add(host);
      paths.push(pathname.replace(/-[\w-]{8}\.js$/, '.js'));
    });
    await page.goto(`${stage.url}/host`);
    await page.getByRole('button', { name: 'Poser une question' }).waitFor();
    expect(paths).toEqual(['/widget.js', '/api/v1/widget/evt_demo/config']);
    await page.getByRole('button', { name: 'Poser une question' }).click();
    await page.getByText('Bonjour').waitFor();
    expect(paths.slice(2).sort()).toEqual(['/widget/chat.js', '/widget/fr.js']);
    await say(page, 'Bonjour');
    await expect.poll(() => stage.fake.conversations.size).toBe(1);
    expect(hosts).toEqual(new Set([new URL(script).host]));
    expect(await page.context().cookies()).toEqual([]);
  });

  test('a wrong event or a missing attribute is told to the owner of the page, not to visitors', async () => {
    stage.fake.pages.set('/wrong', embedded(stage.url, '').replace('evt_demo', 'nope'));
    stage.fake.pages.set('/none', embedded(stage.url, '').replace('data-event="evt_demo"', ''));
    const page = await stage.page();
    await page.goto(`${stage.url}/wrong`);
    await expect.poll(() => stage.complaints.join()).toContain('EventOS chat: there is no event nope.');
    await page.goto(`${stage.url}/none`);
    await expect.poll(() => stage.complaints.join()).toContain('the script tag needs data-event=');
    expect(await page.locator('eventos-chat').count()).toBe(0);
    stage.complaints.length = 0;
  });

  test('data-open opens without taking the focus', async () => {
    stage.fake.pages.set('/open', embedded(stage.url, '', 'data-open data-position="left"'));
    const page = await stage.page();
    await page.goto(`${stage.url}/open`);
    await page.getByText('Hello! How can I help?').waitFor();
    expect(await page.evaluate('document.activeElement?.tagName')).toBe('BODY');
    expect((await page.locator(parts.panel).boundingBox())?.x).toBe(20);
  });
});

test('on a phone of 360 px it fills the screen, keeps Tab inside and gives the page back', async () => {
  showEverything();
  const page = await stage.openChat({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' });
  expect(await page.locator(parts.panel).boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 640 });
  expect(await page.locator(parts.panel).getAttribute('aria-modal')).toBe('true');
  await say(page, `When? ${'verylongword'.repeat(30)}`);
  await page.locator('eventos-chat summary').click();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  expect(await page.locator('eventos-chat .scroller').evaluate((scroller) => scroller.scrollWidth - scroller.clientWidth)).toBe(0);
  for (let i = 0; i < 25; i++) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement?.tagName')).toBe('EVENTOS-CHAT');
  }
  const small = await page
    .locator('eventos-chat .panel :is(button, summary, textarea, .citations a):visible')
    .evaluateAll(
      (targets) => targets.map((target) => target.getBoundingClientRect()).filter(({ height, width }) => height < 24 || width < 24).length,
    );
  expect(small).toBe(0);
  expect(await page.evaluate('getComputedStyle(document.documentElement).overflowY')).toBe('hidden');
  await page.getByRole('button', { name: 'Close the chat' }).click();
  expect(await page.evaluate('getComputedStyle(document.documentElement).overflowY')).not.toBe('hidden');
});

test('nothing moves for those who asked for less motion', async () => {
  stage.fake.behaviour.onFrame = (frame, fake, conversation) => {
    if (frame.type === 'say') fake.status(conversation, { working: true });
  };
  const page = await stage.openChat({ reducedMotion: 'reduce' });
  await say(page, 'hm');
  await page.locator('eventos-chat .dots').waitFor();
  expect(await page.evaluate('document.getAnimations().length')).toBe(0);
});

test('the demo page refuses what it did not expect', async () => {
  const page = await stage.page();
  const answer = await page.goto(`${stage.url}/widget-demo?event=evt_demo&lang="><script>alert(1)</script>&dir=x&theme="`);
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'self';");
  expect(await page.locator('script').count()).toBe(1);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect((await page.goto(`${stage.url}/widget-demo?event=%22%3E`))?.status()).toBe(400);
  stage.complaints.length = 0;
});
