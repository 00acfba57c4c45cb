import { resolve } from 'node:path';
import { startOptions } from './lib/options.mjs';
import { isBlocked, isFree } from './lib/port.mjs';
import { onProjectRuntime } from './lib/reexec.mjs';
import { openState } from './lib/state.mjs';

const options = startOptions(process.argv.slice(2));
if (onProjectRuntime()) {
  const state = openState(resolve(options.state));
  const running = state.take(`http://localhost:${options.port}`);
  if (running) {
    process.stderr.write(
      `These data are in use by a server that runs already: ${running} (${state.folder}). Stop it first, or choose another folder with --state.\n`,
    );
    process.exit(1);
  }
  process.on('exit', () => state.release());
  if (!(await isFree(options.port, options.host))) {
    process.stderr.write(
      `Port ${options.port} is taken by another program. Stop that program, or choose another port: npm start -- --port ${options.port + 1}\n`,
    );
    process.exit(1);
  }
  if (await isBlocked(options.port)) {
    process.stderr.write(`Port ${options.port} is one that browsers refuse to open. Choose another: npm start -- --port 8787\n`);
    process.exit(1);
  }
  const { runProduct } = await import('./lib/run-product.mjs');
  await runProduct(options, state);
}
