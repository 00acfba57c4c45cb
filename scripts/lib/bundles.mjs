import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import esbuild from 'esbuild';
import { root } from './install.mjs';

const run = promisify(execFile);
const dist = join(root, 'dist');
export const workerBundle = join(dist, 'worker', 'index.js');
export const webFolder = join(dist, 'web');
const shared = ['package-lock.json', 'scripts/lib/bundles.mjs', 'worker/contract'];

/** What is built from what; a part is built again when the content of a source has changed. */
const parts = {
  worker: { sources: [...shared, 'worker', 'durable-objects', 'wrangler.toml'], outputs: [workerBundle], build: buildWorker },
  console: {
    sources: [...shared, 'web/console', 'vite.console.config.ts'],
    outputs: [join(webFolder, 'index.html')],
    build: () => vite('vite.console.config.ts'),
  },
  widget: {
    sources: [...shared, 'web/widget', 'vite.widget.config.ts'],
    outputs: [join(webFolder, 'widget.js')],
    build: () => vite('vite.widget.config.ts'),
  },
};

/**
 * Builds those of `only` whose sources have changed (`force`: all of them) and returns their names. A part that does not
 * build throws, unless it is a web part and `tolerate` says to go on with what is there.
 */
export async function buildBundles({ only = Object.keys(parts), force = false, tolerate = false, say = () => {} } = {}) {
  mkdirSync(webFolder, { recursive: true });
  const file = join(dist, '.built.json');
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const after = { ...before };
  const built = await Promise.all(
    only.map(async (name) => {
      const part = parts[name];
      const hash = hashOf(part.sources);
      if (!force && before[name] === hash && part.outputs.every((output) => existsSync(output))) return [];
      const startedAt = Date.now();
      try {
        await part.build();
      } catch (error) {
        const reason = withoutStack(String(error.stderr || error.message));
        if (!tolerate || name === 'worker') throw new Error(`${name} does not build: ${reason}`);
        say(`${name} does not build, going on without the change: ${reason}`);
        return [];
      }
      after[name] = hash;
      say(`built ${name} in ${Date.now() - startedAt} ms`);
      return [name];
    }),
  );
  await writeHeaders();
  if (built.flat().length > 0) replaceFile(file, JSON.stringify(after));
  return built.flat();
}

function withoutStack(text) {
  return text.split(/\n\s+at /)[0].trim();
}

async function buildWorker() {
  await esbuild.build({
    entryPoints: [join(root, 'worker', 'index.ts')],
    outfile: workerBundle,
    bundle: true,
    minify: true,
    keepNames: true,
    format: 'esm',
    target: 'es2024',
    platform: 'neutral',
    mainFields: ['workerd', 'browser', 'module', 'main'],
    conditions: ['workerd', 'worker', 'browser', 'production'],
    external: ['node:*', 'cloudflare:*', 'workerd:*'],
    alias: Object.fromEntries(builtinModules.filter((name) => !name.startsWith('_')).map((name) => [name, `node:${name}`])),
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.sql': 'text', '.md': 'text' },
    sourcemap: 'linked',
    logLevel: 'error',
    metafile: true,
  });
}

async function vite(config) {
  if (!existsSync(join(root, config))) return;
  await run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '-c', config, '--logLevel', 'warn'], { cwd: root });
}

let rules;

/**
 * The rules of `_headers`: path patterns with their header lines. The same policy as `worker/http/security-headers.ts`, for
 * files that the platform serves without asking the worker.
 */
export async function headerRules() {
  if (rules) return rules;
  const { pagePolicy } = await importTypeScript(join(root, 'worker/http/security-headers.ts'));
  const always = ['X-Content-Type-Options: nosniff', 'Referrer-Policy: strict-origin-when-cross-origin'];
  const page = [
    `Content-Security-Policy: ${pagePolicy}`,
    'Cross-Origin-Opener-Policy: same-origin',
    'Strict-Transport-Security: max-age=31536000',
  ];
  rules = [
    ['/*', [...always, ...page]],
    ['/assets/*', ['Cache-Control: public, max-age=31536000, immutable']],
    ['/widget.js', ['Access-Control-Allow-Origin: *', 'Cross-Origin-Resource-Policy: cross-origin', 'Cache-Control: public, max-age=300']],
    [
      '/widget/*',
      [
        'Access-Control-Allow-Origin: *',
        'Cross-Origin-Resource-Policy: cross-origin',
        'Cache-Control: public, max-age=31536000, immutable',
      ],
    ],
  ];
  return rules;
}

async function writeHeaders() {
  const lines = await headerRules();
  const text = `${lines.map(([path, headers]) => [path, ...headers.map((line) => `  ${line}`)].join('\n')).join('\n\n')}\n`;
  const file = join(webFolder, '_headers');
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) replaceFile(file, text);
}

/** Whole at every moment, also while several products start at once. */
function replaceFile(file, text) {
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}

/** Bundles one TypeScript module with what it imports and loads it; packages stay where they are. */
export async function importTypeScript(file) {
  return import(await compiled(file));
}

/** Path of a module made from a TypeScript entry; made again only when it would differ. */
export async function compiled(file) {
  const folder = join(root, '.cache', 'scripts');
  mkdirSync(folder, { recursive: true });
  const result = await esbuild.build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    external: ['cloudflare:*'],
    sourcemap: 'inline',
    define: { 'import.meta.url': JSON.stringify(`file://${file}`), 'import.meta.dirname': JSON.stringify(join(file, '..')) },
    loader: { '.sql': 'text', '.md': 'text' },
    logLevel: 'error',
  });
  const code = result.outputFiles[0].text;
  const name = `${relative(root, file).replace(/[^\w]+/g, '-')}-${createHash('sha256').update(code).digest('hex').slice(0, 12)}.mjs`;
  const target = join(folder, name);
  if (!existsSync(target)) {
    writeFileSync(`${target}.${process.pid}`, code);
    renameSync(`${target}.${process.pid}`, target);
  }
  return target;
}

function hashOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources) addTo(hash, join(root, source));
  return hash.digest('hex');
}

function addTo(hash, path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
    return;
  }
  hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
}

/** Bytes, plain and compressed, of what is downloaded or deployed. */
export function sizes() {
  const weigh = (files) =>
    files.reduce(
      (sum, file) => {
        const bytes = readFileSync(file);
        return { bytes: sum.bytes + bytes.length, gzip: sum.gzip + gzipSync(bytes, { level: 9 }).length };
      },
      { bytes: 0, gzip: 0 },
    );
  const scripts = (folder) =>
    (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.js')) : []).map((name) => join(folder, name));
  return {
    worker: weigh([workerBundle].filter(existsSync)),
    consoleScripts: weigh(scripts(join(webFolder, 'assets'))),
    widgetScripts: weigh([...[join(webFolder, 'widget.js')].filter(existsSync), ...scripts(join(webFolder, 'widget'))]),
  };
}

/** Ends the helper process of esbuild; it starts again when it is needed. */
export async function stopBuilding() {
  await esbuild.stop();
}
