import { writeFileSync } from 'node:fs';
import { signNames } from '../../../worker/core/replies/data/signs';
import { otherSigns, signCount, signsOf } from '../../../worker/core/replies/signs-of';
import { exampleReplies, learnReplies, logsOf, type SignWeights, scoresOf, writtenClasses } from '../../../worker/core/replies/sort-words';

/**
 * Fits what the signs and the classifier count beside one another, and writes `worker/core/replies/data/sign-weights.ts`.
 * The classifier's part comes from folds that it has not seen. Run it after a change of examples or signs:
 * `node scripts/run-ts.mjs scripts/eval/replies/fit.ts`.
 */
const folds = 8;
const ridge = 0.002;
const rounds = 1500;
const rate = 0.5;

interface Row {
  text: string;
  logs: Float64Array;
  signs: Float64Array;
  label: number;
}

function rowsOf(): Row[] {
  const rows: Row[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const classifier = learnReplies(exampleReplies.filter((_, i) => i % folds !== fold));
    exampleReplies.forEach(({ text, label }, i) => {
      if (i % folds === fold)
        rows.push({ text, logs: logsOf(classifier, text), signs: signsOf(text), label: writtenClasses.indexOf(label) });
    });
  }
  return rows;
}

/** Gradient descent on the ridge-regularised log-loss. */
function fitted(rows: readonly Row[]): SignWeights {
  const signs = writtenClasses.map(() => new Array<number>(signCount).fill(0));
  let classifier = 0.7;
  for (let round = 0; round < rounds; round++) {
    const slopes = signs.map((row) => row.map((weight) => ridge * weight));
    let slope = 0;
    for (const row of rows) {
      const p = softmax(scoresOf(row.logs, row.signs, { classifier, signs }));
      p.forEach((probability, k) => {
        const error = (probability - (k === row.label ? 1 : 0)) / rows.length;
        slope += error * (row.logs[k] ?? 0);
        const own = slopes[k] ?? [];
        row.signs.forEach((value, j) => {
          own[j] = (own[j] ?? 0) + error * value;
        });
      });
    }
    classifier -= 0.05 * slope;
    signs.forEach((row, k) => {
      row.forEach((weight, j) => {
        row[j] = weight - rate * 10 * (slopes[k]?.[j] ?? 0) * 0.5;
      });
    });
  }
  return { classifier, signs };
}

function softmax(scores: Float64Array): Float64Array {
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const sum = raised.reduce((total, value) => total + value, 0);
  return raised.map((value) => value / sum);
}

function share(rows: readonly Row[], weights: SignWeights): number {
  const right = rows.filter(({ logs, signs, label }) => {
    const scores = scoresOf(logs, signs, weights);
    return scores.indexOf(Math.max(...scores)) === label;
  });
  return right.length / rows.length;
}

const rows = rowsOf();
const weights = fitted(rows);
const row = (values: readonly number[]) => `[${values.map((value) => Math.round(value * 100) / 100).join(', ')}]`;
const columns = [...signNames, ...otherSigns];
writeFileSync(
  'worker/core/replies/data/sign-weights.ts',
  `import type { SignWeights } from '../sort-words';

/** Made by scripts/eval/replies/fit.ts. Columns: ${columns.join(', ')}. */
export const weights: SignWeights = {
  classifier: ${Math.round(weights.classifier * 100) / 100},
  signs: [
${weights.signs.map((values, k) => `    // ${writtenClasses[k]}\n    ${row(values)},`).join('\n')}
  ],
};
`,
);
console.log(JSON.stringify({ examples: rows.length, inSample: share(rows, weights), classifier: weights.classifier }));
if (process.argv[2] === 'errors')
  rows.forEach(({ logs, signs, label }, i) => {
    const scores = scoresOf(logs, signs, weights);
    const best = scores.indexOf(Math.max(...scores));
    if (best !== label) console.log(`${writtenClasses[label]} -> ${writtenClasses[best]}: ${rows[i]?.text}`);
  });
