import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import esbuild from 'esbuild';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { root } from '../../scripts/lib/install.mjs';

/** Bundles a worker of the bench the way the product's own is bundled. */
export async function bundleWorker(entry: string, outfile: string): Promise<string> {
  await esbuild.build({
    entryPoints: [join(root, 'tests/bench', entry)],
    outfile,
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
    logLevel: 'error',
  });
  return outfile;
}

/** Runs a worker with one kind of object under the settings under which the product runs. */
export async function startInstance(
  script: string,
  state: string,
  objects: Record<string, string>,
): Promise<{ url: string; instance: Miniflare }> {
  const [, date = ''] = /^compatibility_date = "(.+)"$/m.exec(readFileSync(join(root, 'wrangler.toml'), 'utf8')) ?? [];
  const converted = convertV4MiniflareOptions({
    host: '127.0.0.1',
    port: 0,
    cf: false,
    logRequests: false,
    workers: [
      {
        name: 'bench',
        compatibilityDate: date,
        compatibilityFlags: ['nodejs_compat'],
        modulesRoot: dirname(script),
        modules: [{ type: 'ESModule', path: script }],
        durableObjects: Object.fromEntries(Object.entries(objects).map(([name, className]) => [name, { className, useSQLite: true }])),
        unsafeEphemeralDurableObjects: false,
      },
    ],
  });
  const instance = new Miniflare({ ...converted, logRequests: false, resourcePersistencePath: join(state, 'v3') });
  return { url: (await instance.ready).origin, instance };
}
