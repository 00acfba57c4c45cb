import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: [...flags, '--disable-component-update', '--disable-sync'],
  });
}

/** Builds the widget as it ships into a folder of its own, and returns the folder. */
export async function buildWidget(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'widget-'));
  await build({ configFile: 'vite.widget.config.ts', logLevel: 'error', build: { outDir } });
  return outDir;
}

/** Names of the elements that hold the chat; the shadow root is open, so that selectors reach into it. */
export const parts = {
  launcher: 'eventos-chat .launcher',
  panel: 'eventos-chat .panel',
  composer: 'eventos-chat textarea',
} as const;

export async function openChat(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator(parts.launcher).click();
  await page.locator(parts.panel).waitFor();
}
