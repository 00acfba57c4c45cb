import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import esbuild from 'esbuild';
import { root } from './install.mjs';

const setup = join(root, 'tests/support/setup-workerd.ts');
const worker = join(root, 'worker/index.ts');
const tests = join(root, 'tests/workerd/');
/** Of this process alone. Below the project, so that packages are found from here. */
const folder = join(root, '.cache', 'workerd-tests', `${process.pid}`);

/**
 * The tests in workerd, their setup and the worker as one build of few parts, for Vite. Each file of tests runs in a
 * workerd of its own, which asks for its modules one by one: that took longer than the tests when there were 1,600 of them.
 * Parts without a line of a test are read by workerd itself (`external`), the others go through Vitest.
 *
 * @returns {import('vite').Plugin}
 */
export function workerdTests() {
  let building;
  return {
    name: 'workerd-tests',
    enforce: 'pre',
    // After the plugin of the pool, which puts everything through Vitest.
    config: {
      order: 'post',
      handler(config) {
        config.test.server.deps.inline = [/^(?!.*\/\.cache\/workerd-tests\/\d+\/native\/)/];
        config.test.server.deps.external = [/\/\.cache\/workerd-tests\/\d+\/native\//];
      },
    },
    async load(id) {
      const part = partOf(id);
      if (!part) return null;
      building ??= build();
      await building;
      return part;
    },
  };
}

function partOf(id) {
  if (id === worker) return `export * from '${folder}/native/index.js'; export { default } from '${folder}/native/index.js';`;
  if (id === setup || id.startsWith(tests)) return `import '${folder}/${basename(id, '.ts')}.js';`;
  return null;
}

/** Bundled the way the worker itself is, but readable; what tests and the worker share is one module for both. */
async function build() {
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: [worker, setup, ...globSync(`${tests}*.test.ts`)].map((file) => ({ in: file, out: basename(file, '.ts') })),
    outdir: folder,
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    keepNames: true,
    format: 'esm',
    target: 'es2024',
    platform: 'neutral',
    mainFields: ['workerd', 'browser', 'module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*', 'workerd:*', 'vitest'],
    alias: Object.fromEntries(builtinModules.filter((name) => !name.startsWith('_')).map((name) => [name, `node:${name}`])),
    loader: { '.sql': 'text', '.md': 'text' },
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'error',
  });
  await esbuild.stop();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'native'), { recursive: true });
  const needing = needingVitest(metafile.outputs);
  for (const { path, text } of outputFiles) {
    const name = basename(path);
    const native = !needing.has(basename(path, '.map'));
    const toParts = (as, other) => (needing.has(other) ? as : `"./native/${other}"`);
    if (!native) writeFileSync(path, text.replace(/"\.\/([\w.-]+\.js)"/g, toParts));
    else if (name.endsWith('.js')) writeFileSync(join(folder, 'native', name), text);
  }
}

/** Names of the parts that import Vitest, by themselves or through another part. */
function needingVitest(outputs) {
  const parts = Object.entries(outputs).map(([path, { imports }]) => ({ name: basename(path), imports: imports.map((one) => one.path) }));
  const needing = new Set();
  const needs = (path) => path === 'vitest' || path === 'cloudflare:test' || needing.has(basename(path));
  for (let before = -1; before < needing.size; ) {
    before = needing.size;
    for (const { name, imports } of parts) if (imports.some(needs)) needing.add(name);
  }
  return needing;
}
