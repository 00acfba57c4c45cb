import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { messageOf } from '../worker/core/errors';
import { fromFile } from './verify-log/from-file';
import { fromState } from './verify-log/from-state';
import type { LogToVerify } from './verify-log/log';
import { overApi } from './verify-log/over-api';
import { resultLine, verified } from './verify-log/verified';

const usage = `Recomputes the hash chain over the log of events, without trusting the product's own answer.

npm run verify-log -- --url URL --key KEY [--event EVT]   from a running product, over its API
npm run verify-log -- --state DIR [--event EVT]           from the data folder of a local run (.state)
npm run verify-log -- --file EXPORT.json                  from an export of the log
  --against EARLIER.json                                  what an earlier export says must still be in it

Prints one line for each event; exits with 1 when a chain is broken.`;

function stop(code: number, text: string): never {
  console.error(text);
  process.exit(code);
}

function options() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ options: { url: text, key: text, event: text, state: text, file: text, against: text, help: { type: 'boolean' } } })
      .values;
  } catch (error) {
    return stop(2, `${messageOf(error)}\n\n${usage}`);
  }
}

const { url, key, event, state, file, against, help } = options();
if (help) stop(0, usage);

function logs(): AsyncIterable<LogToVerify> | Iterable<LogToVerify> {
  if (file) return fromFile(file);
  if (url)
    return overApi(url, key ?? process.env.EVENTOS_API_KEY ?? stop(2, `--key is missing: an API key of an organizer.\n\n${usage}`), event);
  const folder = state ?? '.state';
  if (!existsSync(folder))
    stop(2, `There is no data folder ${folder}. Name one with --state, or a running product with --url.\n\n${usage}`);
  return fromState(folder, event);
}

let broken = 0;
let events = 0;
try {
  const [earlier] = against ? fromFile(against) : [];
  for await (const log of logs()) {
    if (earlier && earlier.eventId !== log.eventId) continue;
    const result = await verified(log, earlier?.remembered ?? null);
    events += 1;
    if (result.broken) broken += 1;
    console.log(resultLine(log, result));
  }
} catch (error) {
  stop(2, messageOf(error));
}
if (events === 0) stop(2, against || event ? 'There is no such event here.' : 'There is no event.');
process.exit(broken > 0 ? 1 : 0);
