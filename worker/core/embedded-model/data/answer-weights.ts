import type { Weights } from '../answering/score';

/** Fitted by `scripts/eval/dev-support.ts fit` on the development sets; see there for how and for the held-out figures. */
export const answerWeights: Weights = { rank: {}, confidence: {}, bias: 0 };
