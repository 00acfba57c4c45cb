import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBundles, sizes } from './bundles.mjs';
import { root } from './install.mjs';
import { startLocalServer } from './local-server.mjs';
import { succeeds, tool } from './steps.mjs';

/** What has to hold before a change is merged, cheapest first. A step gives null, or the text of what is wrong. */
export const checks = {
  'format, lint and import directions': succeeds('biome', ['check', '--error-on-warnings', '.']),
  'types of the worker': succeeds('tsc', ['--noEmit', '-p', 'tsconfig.worker.json']),
  'types of the web parts': succeeds('tsc', ['--noEmit', '-p', 'tsconfig.web.json']),
  'types of tests and scripts': succeeds('tsc', ['--noEmit', '-p', 'tsconfig.tests.json']),
  'types of browser tests': succeeds('tsc', ['--noEmit', '-p', 'tsconfig.browser.json']),
  'generated types are up to date': succeeds('wrangler', ['types', 'worker-configuration.d.ts', '--check'], { env: quietWrangler() }),
  'migrations are up to date': migrationsAreUpToDate,
  'bundles build': bundlesBuild,
  'deployment dry run': () =>
    inTemporaryFolder((folder) =>
      succeeds('wrangler', ['deploy', '--dry-run', '--minify', '--outdir', folder], { env: quietWrangler() })(),
    ),
  'the built bundle starts': bundleStarts,
};

function quietWrangler() {
  return { WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true', CI: '1' };
}

/** Generates into a copy, so that the check changes nothing. */
function migrationsAreUpToDate() {
  return inTemporaryFolder(async (folder) => {
    cpSync(join(root, 'migrations'), join(folder, 'migrations'), { recursive: true });
    const before = fingerprint(join(folder, 'migrations'));
    const config = join(folder, 'drizzle.config.json');
    writeFileSync(
      config,
      JSON.stringify({ dialect: 'sqlite', schema: join(root, 'worker/db/schema/index.ts'), out: join(folder, 'migrations') }),
    );
    const { code, output } = await tool('drizzle-kit', ['generate', '--config', config, '--name', 'missing']);
    if (code !== 0) return output;
    if (fingerprint(join(folder, 'migrations')) === before) return null;
    return 'The schema has changed without a migration. Run `npm run db:new -- --name <subject>` and commit the result.';
  });
}

function fingerprint(folder) {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true }).sort())
    hash.update(name).update(name.includes('.') ? readFileSync(join(folder, name)) : '');
  return hash.digest('hex');
}

async function bundlesBuild() {
  await buildBundles();
  for (const [name, { bytes, gzip }] of Object.entries(sizes())) {
    if (bytes === 0) return `${name} has built nothing`;
    console.log(`       ${name}: ${bytes} bytes, ${gzip} gzip`);
  }
  return null;
}

/** A bundle can be built and deployed and still not start: it is asked for an answer. */
function bundleStarts() {
  return inTemporaryFolder(async (state) => {
    const lines = [];
    const variables = { AUTH_SECRET: 'x'.repeat(32), OWNER_EMAIL: 'owner@example.org', PUBLIC_URL: 'http://localhost', LOG_LEVEL: 'error' };
    const { miniflare } = await startLocalServer({ port: 0, state, variables, onLine: (line) => lines.push(line) });
    try {
      for (const path of ['/api/v1/health', '/api/v1/openapi.json']) {
        const answer = await miniflare.dispatchFetch(`http://localhost${path}`);
        if (answer.status !== 200) return `${path} answered ${answer.status}: ${await answer.text()}\n${lines.join('\n')}`;
        await answer.arrayBuffer();
      }
      return null;
    } finally {
      await miniflare.dispose();
    }
  });
}

async function inTemporaryFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'eventos-check-'));
  try {
    return await work(folder);
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
  }
}
