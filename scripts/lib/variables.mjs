import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { importTypeScript } from './bundles.mjs';
import { root } from './install.mjs';

/** Documented variables as set in `.dev.vars` and, before that, in the environment. */
export async function documentedVariables() {
  const { Variables } = await importTypeScript(join(root, 'worker/env.ts'));
  const file = join(root, '.dev.vars');
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const found = {};
  for (const name of Object.keys(Variables.shape)) {
    const value = process.env[name] || fromFile[name];
    if (value) found[name] = value;
  }
  return found;
}
