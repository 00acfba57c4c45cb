import type { Concept } from './concept';

export type { Concept } from './concept';

export const concepts: readonly Concept[] = [];
