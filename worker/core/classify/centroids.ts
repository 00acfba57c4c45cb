import type { SparseVector } from './vocabulary';

/** Pure. How near a text is to the middle of each class, as the cosine of their sparse vectors, into `out`. */
export type Centroids = (vector: SparseVector, out: Float64Array) => void;

export function centroidsOf(vectors: readonly SparseVector[], labels: ArrayLike<number>, classes: number, features: number): Centroids {
  const sums = new Float32Array(features * classes);
  vectors.forEach(({ indices, values }, i) => {
    const label = labels[i] as number;
    indices.forEach((feature, j) => {
      const at = feature * classes + label;
      sums[at] = (sums[at] as number) + (values[j] as number);
    });
  });
  const lengths = new Float64Array(classes);
  sums.forEach((value, at) => {
    lengths[at % classes] = (lengths[at % classes] as number) + value * value;
  });
  const scales = lengths.map((squares) => (squares > 0 ? 1 / Math.sqrt(squares) : 0));
  return ({ indices, values }, out) => {
    out.fill(0);
    for (let j = 0; j < indices.length; j++) {
      const row = (indices[j] as number) * classes;
      const value = values[j] as number;
      for (let k = 0; k < classes; k++) out[k] = (out[k] as number) + value * (sums[row + k] as number);
    }
    for (let k = 0; k < classes; k++) out[k] = (out[k] as number) * (scales[k] as number);
  };
}
