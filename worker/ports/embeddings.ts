/** Vectors for texts, in order. All vectors of one adapter have `dimensions` numbers. */
export interface EmbeddingsPort {
  readonly dimensions: number;
  embed(texts: string[]): Promise<number[][]>;
}
