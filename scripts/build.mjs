import { onProjectRuntime } from './lib/reexec.mjs';

if (onProjectRuntime()) {
  const { buildBundles, sizes } = await import('./lib/bundles.mjs');
  const say = (line) => process.stderr.write(`${line}\n`);
  try {
    await buildBundles({ force: !process.argv.includes('--changed'), say });
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
  for (const [name, { bytes, gzip }] of Object.entries(sizes())) console.log(`${name}: ${bytes} bytes, ${gzip} gzip`);
}
