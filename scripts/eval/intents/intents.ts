import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { outOfScopeLabel, trainClassifier } from '../../../worker/core/classify/classifier';
import { seededNumbers } from '../../../worker/core/classify/seeded-numbers';
import { readJsonLines } from '../json-lines';

const Line = z.object({ text: z.string(), label: z.string() });

/**
 * `npm run eval -- intents --train FILE.jsonl --test FILE.jsonl --out RESULTS.jsonl`: trains the classifier that sorts
 * replies (`worker/core/classify`, see `worker/core/replies/sort-reply.ts`) on lines `{"text","label"}` and asks it for each line of the test. A text that is
 * none of the classes is predicted `oos`; the same label in the training lines helps to learn that. Each line of the result
 * is `{"text","label","predicted","confidence","oosScore"}`. Returns accuracies as shares and times in milliseconds.
 */
export function runIntents({ train, test, out }: { train: string; test: string; out: string }): object {
  const lines = readJsonLines(train, Line);
  const questions = readJsonLines(test, Line);
  const startedAt = performance.now();
  const classifier = trainClassifier(lines, seededNumbers(20_261_122));
  const trainedAt = performance.now();
  const results = questions.map(({ text, label }) => {
    const { label: found, confidence, outOfScope, nearest } = classifier.classify(text);
    return { text, label, predicted: found ?? outOfScopeLabel, confidence: rounded(confidence), oosScore: rounded(outOfScope), nearest };
  });
  const doneAt = performance.now();
  writeFileSync(out, results.map(({ nearest: _, ...result }) => `${JSON.stringify(result)}\n`).join(''));
  const inScope = results.filter(({ label }) => label !== outOfScopeLabel);
  const foreign = results.filter(({ label }) => label === outOfScopeLabel);
  return {
    trained: lines.length,
    classes: classifier.labels.length,
    tested: questions.length,
    inScopeAccuracy: share(inScope, ({ label, predicted }) => label === predicted),
    inScopeAccuracyIfNeverRejected: share(inScope, ({ label, nearest }) => label === nearest),
    oosRecall: share(foreign, ({ predicted }) => predicted === outOfScopeLabel),
    trainMs: Math.round(trainedAt - startedAt),
    msPerLine: rounded((doneAt - trainedAt) / Math.max(1, questions.length)),
  };
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number | null {
  return items.length === 0 ? null : rounded(items.filter(holds).length / items.length);
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
