import { onProjectRuntime } from './lib/reexec.mjs';

if (onProjectRuntime()) {
  const { ensureChromium } = await import('./lib/chromium.mjs');
  const { checks } = await import('./lib/checks.mjs');
  const { runSteps } = await import('./lib/steps.mjs');
  const { runTests } = await import('./lib/vitest-run.mjs');
  const startedAt = Date.now();
  const say = (line) => process.stderr.write(`${line}\n`);
  const chromium = ensureChromium(say);
  const results = [await runSteps(checks)];
  // All in one run, so that while some wait for a page or a process others compute.
  if (chromium) results.push(await runTests(['browser', 'journeys', 'workerd', 'node'], { CHROME_PATH: chromium }));
  else results.push({ passed: 0, failed: 1 }, await runTests(['journeys', 'workerd', 'node']));
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  say(`took ${Math.round((Date.now() - startedAt) / 1000)} s`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
