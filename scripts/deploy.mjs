// Deploys to the account that `wrangler login` (or CLOUDFLARE_API_TOKEN) opens, and makes there what does not exist yet.
import { spawnSync } from 'node:child_process';
import { onProjectRuntime } from './lib/reexec.mjs';

/** Runs wrangler with what it prints shown; `unless` is the message of a thing that is there already. */
function wrangler(args, unless) {
  const run = spawnSync('npx', ['wrangler', ...args], { encoding: 'utf8', stdio: ['inherit', 'pipe', 'pipe'] });
  const said = `${run.stdout}${run.stderr}`;
  if (run.status === 0) process.stdout.write(run.stdout);
  else if (!unless?.test(said)) {
    process.stderr.write(
      `${said}\nwrangler ${args.join(' ')} failed. Mend what it says and run npm run deploy again: every step can be repeated.\n`,
    );
    process.exit(run.status ?? 1);
  }
}

if (onProjectRuntime()) {
  const { buildBundles } = await import('./lib/bundles.mjs');
  await buildBundles({ say: (line) => process.stdout.write(`${line}\n`) });
  const there = /already (exists|taken|in use)|code: 11009|duplicate/i;
  wrangler(['queues', 'create', 'eventos-commands'], there);
  wrangler(['queues', 'create', 'eventos-commands-dead'], there);
  wrangler(
    ['vectorize', 'create', 'eventos-knowledge', '--dimensions', process.env.EMBEDDINGS_DIMENSIONS ?? '1024', '--metric', 'cosine'],
    there,
  );
  wrangler(['deploy', ...process.argv.slice(2)]);
  wrangler(['d1', 'migrations', 'apply', 'DB', '--remote']);
}
