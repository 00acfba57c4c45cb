// Built-in modules only.
import { parseArgs } from 'node:util';

const usage = `Usage: npm start -- [options]
  --port N       port to listen on (8787)
  --host ADDRESS address to listen on (127.0.0.1)
  --state DIR    where all data is kept (.state)
  --json         print one JSON line when ready, everything else goes to stderr
  --no-seed      start without the example event
  --verbose      show the log of the worker`;

/** Options of the command line; prints the usage and exits with 2 when they are not understood. */
export function startOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: process.env.PORT || '8787' },
        host: { type: 'string', default: '127.0.0.1' },
        state: { type: 'string', default: '.state' },
        json: { type: 'boolean', default: false },
        'no-seed': { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (values.help) throw new Error('');
    if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`--port must be a number from 1 to 65535, not ${values.port}`);
    return { port, host: values.host, state: values.state, json: values.json, seed: !values['no-seed'], verbose: values.verbose };
  } catch (error) {
    process.stderr.write(`${error.message ? `${error.message}\n\n` : ''}${usage}\n`);
    process.exit(error.message ? 2 : 0);
  }
}
