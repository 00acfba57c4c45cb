import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { serviceText } from '../../worker/connectors/service-text';
import { saysOptOut } from '../../worker/core/contact/opt-out-words';
import { normaliseHeader } from '../../worker/core/import/headers/normalise-header';
import { showsDate } from '../../worker/core/import/reading/number-format';
import { htmlToMarkdown } from '../../worker/core/knowledge/html-to-markdown';
import { markdownBlocks } from '../../worker/core/knowledge/markdown-blocks';
import { plainText } from '../../worker/core/knowledge/plain-text';
import { textOfHtmlMail } from '../../worker/core/replies/html-mail-text';
import { readReply } from '../../worker/core/replies/read-reply';
import { errorFields } from '../../worker/log';
import { cpuMs } from '../support/cpu-time';
import { literalPatterns, trickyTexts } from '../support/literal-patterns';

const patterns = literalPatterns(['worker', 'durable-objects', 'web/widget']);
/** Nothing that people type or pages hold makes a pattern of ours: those built from parts are built from these. */
const builtFromParts: Record<string, string> = {
  'worker/agents/support/domain/grounding.ts': 'constants',
  'worker/core/contact/opt-out-words.ts': 'constants',
  'worker/core/embedded-model': 'constants of the lexicon',
  'worker/core/ids.ts': 'the prefixes of ids',
  'worker/core/import/reading/xml.ts': 'names of attributes that the reader looks for',
  'worker/core/knowledge': 'constants; in html-tokens the names of raw-text elements',
  'worker/core/privacy/mask.ts': "a person's address and name, escaped",
  'worker/core/provenance': 'constants; in redact values of the records, escaped',
  'worker/core/replies': 'constants',
  'worker/core/sales/lint': 'constants; in rules words of the records, escaped',
  'worker/http/methods.ts': 'the routes, escaped',
};

/** Runs every pattern over every text in a thread that can be stopped; resolves with the one that it got stuck on, or null. */
function stuckOn(texts: string[], longestMs: number): Promise<string | null> {
  const seen = new SharedArrayBuffer(4);
  const at = new Int32Array(seen);
  const work = `
    const { workerData, parentPort } = require('node:worker_threads');
    const at = new Int32Array(workerData.seen);
    for (const [place, { source, flags }] of workerData.patterns.entries()) {
      Atomics.store(at, 0, place);
      for (const text of workerData.texts) text.replace(new RegExp(source, flags), '');
    }
    Atomics.store(at, 0, -1);
    parentPort.postMessage('done');
  `;
  return new Promise((resolve, reject) => {
    const thread = new Worker(work, { eval: true, workerData: { patterns, texts, seen } });
    let place = 0;
    let since = Date.now();
    const watch = setInterval(() => {
      const now = Atomics.load(at, 0);
      if (now !== place) [place, since] = [now, Date.now()];
      else if (Date.now() - since > longestMs) finish(`${patterns[place]?.file}:${patterns[place]?.line} ${patterns[place]?.source}`);
    }, 100);
    function finish(result: string | null) {
      clearInterval(watch);
      void thread.terminate();
      resolve(result);
    }
    thread.on('message', () => finish(null));
    thread.on('error', reject);
  });
}

describe('a pattern of ours', () => {
  it('is found in the sources, all of them', () => {
    expect(patterns.length).toBeGreaterThan(500);
  });

  it('never takes exponential time, whatever an attendee, a page or a file says', async () => {
    const texts = trickyTexts(200).map(([, text]) => text);
    expect(await stuckOn(texts, 5_000)).toBeNull();
  }, 60_000);

  it('is built at run time of nothing that somebody types', async () => {
    const { readFileSync, globSync } = await import('node:fs');
    const builders = globSync(['worker/**/*.ts', 'durable-objects/**/*.ts']).filter((file) =>
      /new RegExp\(/.test(readFileSync(file, 'utf8')),
    );
    expect(builders.filter((file) => !Object.keys(builtFromParts).some((known) => file.startsWith(known)))).toEqual([]);
  });
});

describe('what reads texts of any length reads a hostile one in time', () => {
  const large = trickyTexts(100_000);
  const readers: Record<string, (text: string) => unknown> = {
    'a page as plain text': plainText,
    'the blocks of a page': markdownBlocks,
    'a page in HTML': (text) => htmlToMarkdown(text),
    'what a service says': (text) => serviceText(text),
    'an inbound mail': saysOptOut,
    'a reply': (text) => readReply({ from: '', subject: text, text, headers: {} }, 0),
    'a reply in HTML': textOfHtmlMail,
    'a column name': normaliseHeader,
    'a number format of a workbook': (text) => showsDate(200, text),
    'an error message': (text) => errorFields(new Error(text)),
  };
  it.each(Object.entries(readers))(
    '%s',
    (_title, read) => {
      const slow: [string, number][] = [];
      for (const [part, text] of large) {
        const ms = cpuMs(() => read(text));
        // Square time would be minutes at this length; the limit leaves room for a slow machine.
        if (ms > 3_000) slow.push([part, Math.round(ms)]);
      }
      expect(slow).toEqual([]);
    },
    120_000,
  );
});
