import { resolve } from 'node:path';
import { startOptions } from './lib/options.mjs';
import { isFree } from './lib/port.mjs';
import { onProjectRuntime } from './lib/reexec.mjs';

const options = startOptions(process.argv.slice(2));
if (onProjectRuntime()) {
  if (!(await isFree(options.port, options.host))) {
    process.stderr.write(
      `Port ${options.port} is taken by another program. Stop that program, or choose another port: npm start -- --port ${options.port + 1}\n`,
    );
    process.exit(1);
  }
  const { runProduct } = await import('./lib/run-product.mjs');
  await runProduct({ ...options, state: resolve(options.state) });
}
