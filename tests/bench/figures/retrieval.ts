import { join } from 'node:path';
import { call } from '../http';
import { bundleWorker, startInstance } from '../instance';
import { percentile, report } from '../report';
import { manyPages, manyQuestions } from '../retrieval/corpus';
import type { Stage } from '../stage';

const wantedPassages = 5_000;
const pagesAtOnce = 5;

/** The embedded retrieval over 5,000 passages inside workerd; a question's time is the median of five. */
export async function retrieval(stage: Stage): Promise<void> {
  const folder = join(stage.folder, 'retrieval');
  const script = await bundleWorker('retrieval/worker.ts', join(folder, 'worker.js'));
  const { url, instance } = await startInstance(script, folder, { INDEX: 'Index' });
  try {
    let passages = 0;
    const startedAt = performance.now();
    for (const pages = manyPages(400); passages < wantedPassages && pages.length > 0; )
      passages += (await call<{ passages: number }>(url, { body: { pages: pages.splice(0, pagesAtOnce) } })).passages;
    if (passages < wantedPassages) throw new Error(`only ${passages} passages`);
    const indexedMs = performance.now() - startedAt;
    const { took } = await call<{ took: number[] }>(url, { body: { questions: manyQuestions(240) } });
    const total = took.reduce((sum, ms) => sum + ms, 0);
    if (total === 0) throw new Error('the clock stands still inside workerd: nothing was measured');
    report({ figure: 'retrieval, passages in the index', unit: 'passages', ours: passages });
    report({ figure: 'retrieval, passages indexed', unit: '1/s', ours: passages / (indexedMs / 1000) });
    report({ figure: 'retrieval at 5,000 passages, p50', unit: 'ms', ours: percentile(took, 0.5) });
    report({ figure: 'retrieval at 5,000 passages, p99', unit: 'ms', ours: percentile(took, 0.99) });
  } finally {
    await instance.dispose();
  }
}
