/** How much each part of the score counts. Fitted on development sets of real event sites; see scripts/eval/dev-retrieval.ts. */
export interface RankWeights {
  /** BM25F: saturation, and weight and length normalisation by field. */
  k1: number;
  title: number;
  headings: number;
  text: number;
  bTitle: number;
  bHeadings: number;
  bText: number;
  /** Weight of a concept beside a word of the question (1), and of a sign beside a name. */
  concept: number;
  related: number;
  /** Weight of a group of everyday synonyms. */
  everyday: number;
  /** Weight of a word that most questions could contain. */
  weak: number;
  /** Boosts, as a share of the lexical score. */
  sentence: number;
  /** How much of the question the whole passage covers. */
  cover: number;
  pairs: number;
  type: number;
  sought: number;
  question: number;
  staleYear: number;
  headingOnly: number;
  /** What the other passages of the page score. */
  page: number;
  /** Lost for every passage of the same page that stands before: a second page answers more than a third part of the first. */
  samePage: number;
}

export const supportWeights: RankWeights = {
  k1: 3,
  title: 0.8,
  headings: 1.1,
  text: 0.7,
  bTitle: 0.3,
  bHeadings: 0.3,
  bText: 0.5,
  concept: 1.3,
  related: 0.25,
  everyday: 0.3,
  weak: 0.6,
  sentence: 0.6,
  cover: 0.4,
  pairs: 0.2,
  type: 0.6,
  sought: 0.3,
  question: 0.15,
  staleYear: 0.6,
  headingOnly: 0.5,
  page: 0.3,
  samePage: 0.08,
};

/** For collections of any subject. A statement or a list of keywords is taken at its word: no synonyms, no answer types. */
export const generalWeights: RankWeights = {
  k1: 1.2,
  title: 1,
  headings: 1,
  text: 1,
  bTitle: 0.5,
  bHeadings: 0.5,
  bText: 0.7,
  concept: 0,
  related: 0,
  everyday: 0,
  weak: 1,
  sentence: 0.1,
  cover: 0,
  pairs: 0.2,
  type: 0,
  sought: 0,
  question: 0,
  staleYear: 0,
  headingOnly: 0,
  page: 0,
  samePage: 0,
};

/** A question over such a collection comes in its asker's words: synonyms help, and titles that are questions themselves. */
export const generalQuestionWeights: RankWeights = {
  ...generalWeights,
  k1: 1,
  title: 2.2,
  bText: 0.5,
  concept: 0.5,
  related: 0.15,
  everyday: 0.25,
  type: 0.2,
  question: 0.2,
  sentence: 0.3,
};
