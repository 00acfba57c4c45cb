import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type PreviewServer, preview } from 'vite';
import { inject } from 'vitest';
import type { Stages } from './build-stages';

const configFile = 'web/console/dev/vite.fixtures.config.ts';
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Violation {
  id: string;
  nodes: { html: string }[];
}

/** The built console on invented data, in Chromium. Whatever a page logs as an error is kept for `errors()`. */
export class ConsoleStage {
  #errors: string[] = [];
  private constructor(
    readonly url: string,
    private readonly server: PreviewServer,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<ConsoleStage> {
    const stages: Stages = inject('stages');
    const build = { outDir: stages.console };
    const server = await preview({ configFile, logLevel: 'error', build, preview: { port: 0, strictPort: false, host: '127.0.0.1' } });
    const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: flags });
    const url = server.resolvedUrls?.local[0];
    if (!url) throw new Error('the preview server has no address');
    return new ConsoleStage(url.replace(/\/$/, ''), server, browser);
  }

  async page(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Lisbon', reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && this.#errors.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => this.#errors.push(`${page.url()}: ${error.message}`));
    return page;
  }

  /** Something that happens elsewhere: see `web/console/dev/fixtures.ts`. */
  async happen(what: string): Promise<void> {
    await (await fetch(`${this.url}/dev/${what}`)).text();
  }

  /** Errors logged since the last look. */
  errors(): string[] {
    return this.#errors.splice(0);
  }

  async clear(): Promise<void> {
    for (const context of this.browser.contexts()) await context.close();
    await this.happen('reset');
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}

/** Accessibility violations of the open page, one line each. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate<Violation[]>("axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)");
  return found.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}
