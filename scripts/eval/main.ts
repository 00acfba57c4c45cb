import { parseArgs } from 'node:util';
import { z } from 'zod';
import { messageOf } from '../../worker/core/errors';
import { runImport } from './import';
import { runInjections } from './injections';
import { runIntents } from './intents/intents';
import { runReplies } from './replies/replies';
import { runRetrieval } from './retrieval';
import { runSupport } from './support';

const usage = `npm run eval -- support --set FILE.json --out RESULTS.jsonl
npm run eval -- retrieval --corpus corpus.jsonl --queries queries.jsonl --out run.trec [--fields title,text]
npm run eval -- import --file FILE
npm run eval -- injections --set FILE.jsonl --out RESULTS.jsonl [--benign FILE.json]
npm run eval -- intents --train FILE.jsonl --test FILE.jsonl --out RESULTS.jsonl
npm run eval -- replies --set FILE.jsonl --out RESULTS.jsonl`;

const [command, ...rest] = process.argv.slice(2);
const values = options(rest);

function options(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        set: { type: 'string' },
        out: { type: 'string' },
        corpus: { type: 'string' },
        queries: { type: 'string' },
        fields: { type: 'string' },
        file: { type: 'string' },
        benign: { type: 'string' },
        train: { type: 'string' },
        test: { type: 'string' },
      },
    }).values;
  } catch (error) {
    return stop(2, `${messageOf(error)}\n\n${usage}`);
  }
}

function stop(code: number, text: string): never {
  console.error(text);
  process.exit(code);
}

function need(name: keyof typeof values): string {
  return values[name] || stop(2, `--${name} is missing.\n\n${usage}`);
}

/** What the command prints. Rejects with a message for the person at the terminal when a file cannot be read. */
async function result(): Promise<string> {
  switch (command) {
    case 'support':
      return JSON.stringify(await runSupport(need('set'), need('out')));
    case 'retrieval':
      return JSON.stringify(
        await runRetrieval({
          corpus: need('corpus'),
          queries: need('queries'),
          out: need('out'),
          ...(values.fields ? { fields: values.fields.split(',') } : {}),
        }),
      );
    case 'import':
      return JSON.stringify(await runImport(need('file')), null, 2);
    case 'injections':
      return JSON.stringify(
        await runInjections({ set: need('set'), out: need('out'), ...(values.benign ? { benign: values.benign } : {}) }),
      );
    case 'intents':
      return JSON.stringify(runIntents({ train: need('train'), test: need('test'), out: need('out') }));
    case 'replies':
      return JSON.stringify(await runReplies({ set: need('set'), out: need('out') }));
    default:
      return stop(2, usage);
  }
}

/** A wrong file or set needs no stack to be understood; a mistake of ours does. */
function explained(error: unknown): string {
  if (error instanceof z.ZodError) return `The set is not of the form that this evaluation takes.\n${z.prettifyError(error)}`;
  const ours = [TypeError, RangeError, ReferenceError].some((kind) => error instanceof kind);
  return ours && error instanceof Error ? (error.stack ?? error.message) : messageOf(error);
}

try {
  console.log(await result());
} catch (error) {
  stop(1, explained(error));
}
