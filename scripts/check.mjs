import { onProjectRuntime } from './lib/reexec.mjs';

if (onProjectRuntime()) {
  const { checks } = await import('./lib/checks.mjs');
  const { runSteps } = await import('./lib/steps.mjs');
  const { passed, failed } = await runSteps(checks);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
