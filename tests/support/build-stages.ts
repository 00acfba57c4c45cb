import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** Folders with what all browser tests look at: the console on invented data, and the widget as it ships. */
export interface Stages {
  console: string;
  widget: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    stages: Stages;
  }
}

/** Runs once before the browser tests. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'eventos-stages-'));
  const stages: Stages = { console: join(folder, 'console'), widget: join(folder, 'widget') };
  await Promise.all([build('web/console/dev/vite.fixtures.config.ts', stages.console), build('vite.widget.config.ts', stages.widget)]);
  provide('stages', stages);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** As a program of its own: the test runner sets NODE_ENV to test, which would put React's development build into the bundle. */
function build(config: string, outDir: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['node_modules/vite/bin/vite.js', 'build', '-c', config, '--outDir', outDir, '--logLevel', 'error'],
      {
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, NODE_ENV: 'production' },
      },
    );
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${config} does not build`))));
  });
}
