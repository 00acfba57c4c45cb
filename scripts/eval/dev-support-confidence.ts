import { writeFileSync } from 'node:fs';
import { readForest } from '../../worker/core/embedded-model/answering/forest';
import { confidenceOf, type Weights } from '../../worker/core/embedded-model/answering/score';
import { answerAt } from '../../worker/core/embedded-model/data/answer-weights';
import { boost, type Tree } from './dev-support-boost';
import { fitConfidence, type Row } from './dev-support-fit';

export interface Judged extends Row {
  confidence: number;
}

type Confidence = Omit<Weights, 'rank'> & { forestText: string };

export function fitOn(rows: readonly Row[]): Confidence {
  const { bias, trees } = boost(rows);
  const forestText = trees.map(written).join('\n');
  return { ...fitConfidence(rows), forest: readForest(forestText, bias), forestText };
}

function written(tree: Tree): string {
  return typeof tree === 'number' ? `${tree}` : `${tree.feature}:${tree.at} ${written(tree.left)} ${written(tree.right)}`;
}

/** The confidence of every question by models that have not seen its event. */
export function leaveOneEventOut(rows: readonly Row[]): Judged[] {
  return [...new Set(rows.map((row) => row.set))].flatMap((set) => {
    const weights = { rank: {}, ...fitOn(rows.filter((row) => row.set !== set)) };
    return rows
      .filter((row) => row.set === set && !row.derived)
      .map((row) => ({ ...row, confidence: confidenceOf(row.features, weights) }));
  });
}

/** Shares at a threshold: right of the answerable, wrong of all, declined of the unanswerable. */
export function sharesAt(rows: readonly Judged[], threshold: number): { right: number; wrong: number; declined: number } {
  const answered = rows.filter((row) => row.confidence >= threshold);
  const unanswerable = rows.filter((row) => !row.answerable);
  return {
    right: answered.filter((row) => row.right).length / Math.max(1, rows.length - unanswerable.length),
    wrong: answered.filter((row) => !row.right).length / Math.max(1, rows.length),
    declined: unanswerable.filter((row) => row.confidence < threshold).length / Math.max(1, unanswerable.length),
  };
}

export function writeWeights(rank: Record<string, number>, fitted: Confidence, at = answerAt): void {
  const folder = 'worker/core/embedded-model/data';
  const entries = (record: Record<string, number>) =>
    Object.entries(record)
      .map(([name, value]) => `    ${name}: ${value},`)
      .join('\n');
  writeFileSync(
    `${folder}/answer-weights.ts`,
    `import { readForest } from '../answering/forest';\nimport type { Weights } from '../answering/score';\nimport { answerForest, answerForestBias } from './answer-forest';\n\n/** Confidence from which the model answers; below it declines. Chosen on events that the fit had not seen. */\nexport const answerAt = ${at};\n\n/** Fitted by \`scripts/eval/dev-support.ts fit\` on the development sets; see there for how. */\nexport const answerWeights: Weights = {\n  rank: {\n${entries(rank)}\n  },\n  confidence: {\n${entries(fitted.confidence)}\n  },\n  bias: ${fitted.bias},\n  forest: readForest(answerForest, answerForestBias),\n};\n`,
  );
  writeFileSync(
    `${folder}/answer-forest.ts`,
    `/** Boosted trees over the confidence features, one a line; \`readForest\` says how they are written. Fitted by \`scripts/eval/dev-support.ts fit\`. */\nexport const answerForest = \`\n${fitted.forestText}\n\`;\n\n/** Log odds before any tree. */\nexport const answerForestBias = ${fitted.forest.bias};\n`,
  );
}
