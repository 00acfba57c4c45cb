import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tool } from './steps.mjs';

/** Runs test projects and counts. An error outside of any test counts as one failure, so that it cannot go unnoticed. */
export async function runTests(projects, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'eventos-test-'));
  const file = join(folder, 'results.json');
  try {
    const args = [
      'run',
      ...projects.flatMap((name) => ['--project', name]),
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
      '--passWithNoTests',
    ];
    // Of bindings that a laptop does not have wrangler warns once a file.
    const { code } = await tool('vitest', args, { env: { WRANGLER_LOG: 'error', ...env }, quiet: false });
    const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 };
    // A skipped test has proved nothing.
    const failed = results.numFailedTests + (results.numPendingTests ?? 0);
    return { passed: results.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
