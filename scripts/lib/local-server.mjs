import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { workerBundle } from './bundles.mjs';
import { root } from './install.mjs';
import { withLocalLimits } from './local-limits.mjs';
import { staticAssets } from './static-assets.mjs';

process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= 'false';
process.env.WRANGLER_SEND_METRICS ??= 'false';

/**
 * Runs the built worker with all bindings of `wrangler.toml` that exist on a laptop, data below `state`, migrations
 * applied. `onLine(text, level)` gets what the worker prints. `bundle` is another build of the same worker;
 * with `inspectorPort` a debugger can attach.
 *
 * @param {{ port: number, host?: string, state: string, variables: Record<string, string>, onLine: (text: string, level: string) => void, bundle?: string, inspectorPort?: number }} options
 */
export async function startLocalServer({ port, host = '127.0.0.1', state, variables, onLine, bundle = workerBundle, inspectorPort }) {
  const workerOptions = await bindings();
  // Neither exists without an account; the product has its own stand-ins for both.
  delete workerOptions.ai;
  delete workerOptions.vectorize;
  const { assets, ratelimits } = workerOptions;
  delete workerOptions.assets;
  delete workerOptions.ratelimits;
  const converted = convertV4MiniflareOptions({
    inspectorPort,
    host,
    port,
    cf: false,
    logRequests: false,
    workers: [
      {
        ...workerOptions,
        name: 'eventos',
        bindings: { ...workerOptions.bindings, ...variables },
        serviceBindings: { ...workerOptions.serviceBindings, [assets.binding]: staticAssets(assets.directory) },
        modulesRoot: dirname(bundle),
        modules: [
          { type: 'ESModule', path: join(dirname(bundle), 'local.js'), contents: withLocalLimits(ratelimits, `./${basename(bundle)}`) },
          { type: 'ESModule', path: bundle },
        ],
        unsafeEphemeralDurableObjects: false,
      },
    ],
  });
  const miniflare = new Miniflare({
    ...converted,
    inspectorPort,
    logRequests: false,
    resourcePersistencePath: join(state, 'v3'),
    handleStructuredLogs: ({ message, level }) => onLine(message, level),
  });
  await miniflare.ready;
  const database = await miniflare.getD1Database('DB');
  await migrate(database);
  // What an earlier process left under way is looked after from now on.
  const firstLook = (await miniflare.getWorker()).scheduled({ cron: '@start' });
  firstLook.catch((error) => onLine(`The first look at what was left did not run: ${error.message}`, 'warn'));
  return { miniflare, database };
}

/** Applies what is missing of `migrations/`, each all or nothing, in the same table that `wrangler d1 migrations` keeps. */
async function migrate(database) {
  await database
    .prepare(
      'CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
    )
    .run();
  const { results } = await database.prepare('SELECT name FROM d1_migrations').all();
  const applied = new Set(results.map((row) => row.name));
  const folder = join(root, 'migrations');
  for (const name of readdirSync(folder)
    .filter((entry) => entry.endsWith('.sql'))
    .sort()) {
    if (applied.has(name)) continue;
    const statements = readFileSync(join(folder, name), 'utf8')
      .split('--> statement-breakpoint')
      .map((statement) => statement.trim())
      .filter(Boolean);
    await database.batch([
      ...statements.map((statement) => database.prepare(statement)),
      database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name),
    ]);
  }
}

/** The bindings of `wrangler.toml` as wrangler reads them; kept, because loading wrangler takes longer than all the rest. */
async function bindings() {
  const config = join(root, 'wrangler.toml');
  const hash = createHash('sha256')
    .update(readFileSync(config))
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(root);
  const file = join(root, '.cache', `bindings-${hash.digest('hex').slice(0, 16)}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const { unstable_getMiniflareWorkerOptions } = await import('wrangler');
  const { workerOptions } = quietly(() => unstable_getMiniflareWorkerOptions(config));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(workerOptions));
  renameSync(`${file}.${process.pid}`, file);
  return workerOptions;
}

/** wrangler warns about the two bindings that are dropped here. */
function quietly(work) {
  const { warn, log } = console;
  console.warn = console.log = () => {};
  try {
    return work();
  } finally {
    console.warn = warn;
    console.log = log;
  }
}
