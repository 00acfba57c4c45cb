import { writeFileSync } from 'node:fs';
import { confidenceOf, type Linear, type Weights } from '../../worker/core/embedded-model/answering/score';
import { answerAt } from '../../worker/core/embedded-model/data/answer-weights';
import { partRows, type Row } from './dev-support-fit';
import { fitConfidence } from './dev-support-logistic';

export interface Judged extends Row {
  confidence: number;
}

type Confidence = Omit<Weights, 'rank'>;

export function fitOn(messages: readonly Row[]): Confidence {
  return fitConfidence(partRows(messages));
}

/** The confidence of every question by models that have not seen its event. */
export function leaveOneEventOut(rows: readonly Row[]): Judged[] {
  const sets = [...new Set(rows.map((row) => row.set))];
  return sets.flatMap((set) => {
    const isOwn = (row: Row) => row.set === set;
    const weights = fitOn(rows.filter((row) => !isOwn(row)));
    return rows
      .filter((row) => isOwn(row) && !row.bereft)
      .map((row) => ({
        ...row,
        confidence: row.parts.reduce((sum, features) => sum + confidenceOf(features, weights), 0) / Math.max(1, row.parts.length),
      }));
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

/** The threshold that answers most within the limits of the issue: wrong at most 3 % of all, unanswerable declined at least 90 %. */
export function bestThreshold(rows: readonly Judged[]): number {
  const fits = rows
    .map((row) => row.confidence)
    .filter((threshold) => {
      const { wrong, declined } = sharesAt(rows, threshold);
      return wrong <= 0.03 && declined >= 0.9;
    });
  return Math.min(...fits);
}

/** The greatest share right at any threshold where no more than `limit` of all is wrong. */
export function rightWithin(rows: readonly Judged[], limit: number): number {
  const shares = rows.map((row) => sharesAt(rows, row.confidence)).filter((share) => share.wrong <= limit);
  return Math.max(0, ...shares.map((share) => share.right));
}

export function writeWeights(rank: Record<string, number>, fitted: Confidence, at = answerAt): void {
  const folder = 'worker/core/embedded-model/data';
  const entries = (record: Record<string, number>, indent: string) =>
    Object.entries(record)
      .map(([name, value]) => `${indent}${name}: ${value},`)
      .join('\n');
  const linear = ({ bias, weights }: Linear) => `{\n    bias: ${bias},\n    weights: {\n${entries(weights, '      ')}\n    },\n  }`;
  writeFileSync(
    `${folder}/answer-weights.ts`,
    `import type { Weights } from '../answering/score';\n\n/** Confidence from which the model answers; below it declines. Chosen on events that the fit had not seen. */\nexport const answerAt = ${at};\n\n/** Fitted by \`scripts/eval/dev-support.ts fit\` on the development sets; see there for how. */\nexport const answerWeights: Weights = {\n  rank: {\n${entries(rank, '    ')}\n  },\n  confidence: ${linear(fitted.confidence)},\n  asksYesNo: ${linear(fitted.asksYesNo)},\n  typed: ${linear(fitted.typed)},\n};\n`,
  );
}
