/** One measured figure: `ratio` is ours divided by the baseline, which `baselineIs` describes. */
export interface Figure {
  figure: string;
  unit: string;
  ours: number;
  baseline?: number;
  baselineIs?: string;
  ratio?: number;
}

/** Prints one figure as a line of JSON, with three digits that mean something. */
export function report({ figure, unit, ours, baseline, baselineIs }: Omit<Figure, 'ratio'>): void {
  const line: Figure = { figure, unit, ours: rounded(ours) };
  if (baseline !== undefined) {
    line.baseline = rounded(baseline);
    line.baselineIs = baselineIs;
    line.ratio = rounded(ours / baseline);
  }
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function rounded(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}

/** The value below which `share` of the sample lies (nearest rank). */
export function percentile(sample: readonly number[], share: number): number {
  if (sample.length === 0) throw new Error('nothing was measured');
  const sorted = sample.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export const median = (sample: readonly number[]): number => percentile(sample, 0.5);
