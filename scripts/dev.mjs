import { onProjectRuntime } from './lib/reexec.mjs';

/** Vite serves worker and console with hot reload. Data live in the same folder as those of `npm start`. */
if (onProjectRuntime()) {
  const { runDevelopment } = await import('./lib/development.mjs');
  await runDevelopment(process.argv.slice(2));
}
