/** Columns with their values. */
export type SparseRow = (readonly [number, number])[];

/** Rounds of subspace iteration; the spectrum of word lists falls slowly, after these the components no longer turn. */
const rounds = 25;
/** How far the singular values are evened out: at 0 the few broadest themes decide everything, at 1 rare ones count as much as they. */
const evening = 0.65;

/**
 * Each row in the space of the `count` leading right singular vectors, evened out. Subspace iteration from a
 * fixed start (Halko, Martinsson, Tropp 2011), so that the result is the same every time up to rounding.
 */
export function leadingComponents(rows: readonly SparseRow[], columns: number, count: number): Float64Array[] {
  let basis = orthonormal(Array.from({ length: count }, (_, at) => start(columns, at)));
  for (let round = 0; round < rounds; round++) basis = orthonormal(basis.map((vector) => transposed(rows, times(rows, vector), columns)));
  const images = basis.map((vector) => times(rows, vector));
  const scales = images.map((image) => (Math.hypot(...image) || 1) ** -evening);
  return rows.map((_, row) => Float64Array.from(images, (image, at) => (image[row] ?? 0) * (scales[at] ?? 0)));
}

/** A fixed vector that has something of everything. */
function start(size: number, seed: number): Float64Array {
  let state = (seed + 1) * 2654435761;
  return Float64Array.from({ length: size }, () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

function times(rows: readonly SparseRow[], vector: Float64Array): Float64Array {
  return Float64Array.from(rows, (row) => row.reduce((sum, [column, value]) => sum + value * (vector[column] ?? 0), 0));
}

function transposed(rows: readonly SparseRow[], vector: Float64Array, columns: number): Float64Array {
  const result = new Float64Array(columns);
  rows.forEach((row, at) => {
    for (const [column, value] of row) result[column] = (result[column] ?? 0) + value * (vector[at] ?? 0);
  });
  return result;
}

/** Gram-Schmidt, twice over for the sake of rounding. */
function orthonormal(vectors: Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const vector of vectors) {
    const own = vector.slice();
    for (let pass = 0; pass < 2; pass++)
      for (const other of done) {
        let shared = 0;
        for (let at = 0; at < own.length; at++) shared += (own[at] ?? 0) * (other[at] ?? 0);
        for (let at = 0; at < own.length; at++) own[at] = (own[at] ?? 0) - shared * (other[at] ?? 0);
      }
    const length = Math.hypot(...own) || 1;
    done.push(own.map((value) => value / length));
  }
  return done;
}
