import { parseArgs } from 'node:util';
import { approval } from './figures/approval';
import { coldStart } from './figures/cold-start';
import { commands } from './figures/commands';
import { companyImports } from './figures/company-imports';
import { imports } from './figures/imports';
import { logChain } from './figures/log';
import { operations } from './figures/operations';
import { proposals } from './figures/proposals';
import { ranking } from './figures/ranking';
import { replies } from './figures/replies';
import { retrieval } from './figures/retrieval';
import { bundleSizes } from './figures/sizes';
import { sockets } from './figures/sockets';
import { supportTurn } from './figures/support-turn';
import { verdicts } from './figures/verdicts';
import { Stage } from './stage';

/** In this order: the first ones find a product that nothing has loaded yet, the last ones run beside it. */
const figures: Record<string, (stage: Stage) => Promise<void>> = {
  sizes: bundleSizes,
  verdicts,
  ranking,
  proposals,
  'cold-start': coldStart,
  sockets,
  approval,
  'support-turn': supportTurn,
  import: imports,
  'import-companies': companyImports,
  commands,
  operations,
  retrieval,
  replies,
  log: logChain,
};

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const wanted = values.only ?? Object.keys(figures);
const unknown = wanted.filter((name) => !figures[name]);
if (unknown.length > 0) {
  process.stderr.write(`There is no figure ${unknown.join(', ')}. There are: ${Object.keys(figures).join(', ')}.\n`);
  process.exit(2);
}

const stage = new Stage((line) => process.stderr.write(`${line}\n`));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stage.end().finally(() => process.exit(1)));
let failed = 0;
try {
  for (const [name, measure] of Object.entries(figures)) {
    if (!wanted.includes(name)) continue;
    const startedAt = performance.now();
    try {
      await measure(stage);
      stage.notice(`${name}: measured in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    } catch (error) {
      failed++;
      stage.notice(`${name}: not measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
} finally {
  await stage.end();
}
process.exit(failed === 0 ? 0 : 1);
