/** Pure. Small dense systems of equations. */

/**
 * Solves `matrix · x = right` for several right sides, by Cholesky's decomposition. `matrix` is symmetric and positive
 * definite, `size` × `size`, row by row.
 */
export function solvePositive(matrix: Float64Array, size: number, rights: readonly Float64Array[]): Float64Array[] {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j] as number;
      for (let k = 0; k < j; k++) sum -= (lower[i * size + k] as number) * (lower[j * size + k] as number);
      lower[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (lower[j * size + j] as number);
    }
  }
  return rights.map((right) => {
    const x = Float64Array.from(right);
    for (let i = 0; i < size; i++) {
      for (let k = 0; k < i; k++) x[i] = (x[i] as number) - (lower[i * size + k] as number) * (x[k] as number);
      x[i] = (x[i] as number) / (lower[i * size + i] as number);
    }
    for (let i = size - 1; i >= 0; i--) {
      for (let k = i + 1; k < size; k++) x[i] = (x[i] as number) - (lower[k * size + i] as number) * (x[k] as number);
      x[i] = (x[i] as number) / (lower[i * size + i] as number);
    }
    return x;
  });
}

/** One step of Newton's method for a ridge-regularised fit: gradient and Hessian are summed by `add`, the ridge pulls towards `home`. */
export class NewtonStep {
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;

  constructor(
    readonly weights: Float64Array,
    home: Float64Array,
    ridge: number,
  ) {
    const size = weights.length;
    this.gradient = Float64Array.from(weights, (weight, i) => ridge * ((home[i] as number) - weight));
    this.hessian = new Float64Array(size * size);
    for (let i = 0; i < size; i++) this.hessian[i * size + i] = ridge;
  }

  /** `slope` along each weight, times `error`; curvature `x · x` times `curvature`. */
  add(x: readonly number[], error: number, curvature: number): void {
    const size = this.weights.length;
    for (let i = 0; i < size; i++) {
      const xi = x[i] as number;
      this.gradient[i] = (this.gradient[i] as number) + error * xi;
      for (let j = 0; j < size; j++)
        this.hessian[i * size + j] = (this.hessian[i * size + j] as number) + curvature * xi * (x[j] as number);
    }
  }

  /** Moves the weights; returns the longest move. */
  take(): number {
    const [step] = solvePositive(this.hessian, this.weights.length, [this.gradient]);
    let longest = 0;
    step?.forEach((move, i) => {
      this.weights[i] = (this.weights[i] as number) + move;
      longest = Math.max(longest, Math.abs(move));
    });
    return longest;
  }
}
