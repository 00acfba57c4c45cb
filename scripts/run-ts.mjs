// run-ts.mjs FILE args...: runs a TypeScript entry on the project's Node; packages stay external.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onProjectRuntime } from './lib/reexec.mjs';

if (onProjectRuntime()) {
  const [entry] = process.argv.splice(2, 1);
  if (!entry) {
    process.stderr.write('Usage: node scripts/run-ts.mjs FILE [arguments]\n');
    process.exit(2);
  }
  const { compiled } = await import('./lib/bundles.mjs');
  const file = await compiled(resolve(entry));
  process.argv[1] = file;
  await import(pathToFileURL(file).href);
}
