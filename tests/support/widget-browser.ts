import { readFile } from 'node:fs/promises';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Stages } from './build-stages';
import { FakeWidgetServer } from './fake-widget-server';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** Selectors reach into the open shadow root of the widget. */
export const parts = {
  launcher: 'eventos-chat .launcher',
  panel: 'eventos-chat .panel',
  composer: 'eventos-chat textarea',
  log: 'eventos-chat [role=log]',
  notice: 'eventos-chat .notice',
} as const;

/** The widget as it ships, a fake server that speaks its protocol, and a browser. One per test file. */
export class WidgetStage {
  /** What pages complained about, by console or uncaught; a test that expects something empties it. */
  readonly complaints: string[] = [];
  private readonly pages: Page[] = [];

  private constructor(
    readonly fake: FakeWidgetServer,
    readonly url: string,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<WidgetStage> {
    const stages: Stages = inject('stages');
    const fake = new FakeWidgetServer(stages.widget);
    const browser = await chromium.launch({
      executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
      args: [...flags, '--disable-component-update', '--disable-sync'],
    });
    return new WidgetStage(fake, await fake.listen(0), browser);
  }

  async page(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (line) => line.type() === 'error' && this.complaints.push(line.text()));
    this.pages.push(page);
    return page;
  }

  /** The demo page with its chat open. */
  async openChat(options: BrowserContextOptions = {}, query = ''): Promise<Page> {
    const page = await this.page(options);
    await page.goto(`${this.url}/widget-demo?event=evt_demo${query}`);
    await page.locator(parts.launcher).click();
    await page.locator(parts.composer).waitFor();
    return page;
  }

  /** Ends what a test left open, and says what its pages complained about. */
  async clear(): Promise<string[]> {
    await Promise.all(this.pages.splice(0).map((page) => page.context().close()));
    this.fake.reset();
    return this.complaints.splice(0);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.fake.close();
  }
}

export async function say(page: Page, text: string): Promise<void> {
  await page.locator(parts.composer).fill(text);
  await page.locator(parts.composer).press('Enter');
}

interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** What axe finds on the whole page, the shadow root included: rule and element, one a line. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(await readFile('node_modules/axe-core/axe.min.js', 'utf8'));
  const violations = await page.evaluate<Violation[]>('axe.run(document).then((result) => result.violations)');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary ?? ''}`),
  );
}
