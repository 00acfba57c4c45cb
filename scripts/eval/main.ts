import { parseArgs } from 'node:util';
import { runImport } from './import';
import { runRetrieval } from './retrieval';
import { runSupport } from './support';

const usage = `npm run eval -- support --set FILE.json --out RESULTS.jsonl
npm run eval -- retrieval --corpus corpus.jsonl --queries queries.jsonl --out run.trec [--fields title,text]
npm run eval -- import --file FILE`;

const [command, ...rest] = process.argv.slice(2);
const { values } = parseArgs({
  args: rest,
  options: {
    set: { type: 'string' },
    out: { type: 'string' },
    corpus: { type: 'string' },
    queries: { type: 'string' },
    fields: { type: 'string' },
    file: { type: 'string' },
  },
});

function need(name: keyof typeof values): string {
  const value = values[name];
  if (value) return value;
  console.error(`--${name} is missing.\n\n${usage}`);
  process.exit(2);
}

switch (command) {
  case 'support':
    console.log(JSON.stringify(await runSupport(need('set'), need('out'))));
    break;
  case 'retrieval':
    console.log(
      JSON.stringify(
        await runRetrieval({
          corpus: need('corpus'),
          queries: need('queries'),
          out: need('out'),
          ...(values.fields ? { fields: values.fields.split(',') } : {}),
        }),
      ),
    );
    break;
  case 'import':
    console.log(JSON.stringify(await runImport(need('file')), null, 2));
    break;
  default:
    console.error(usage);
    process.exit(2);
}
