/** A node splits on `feature <= at` to the left; a leaf has a value only. Values are log odds. */
export type Tree = { feature: string; at: number; left: Tree; right: Tree } | number;

export interface BoostRow {
  features: Record<string, number>;
  right: boolean;
  weight: number;
}

export interface BoostOptions {
  trees: number;
  depth: number;
  rate: number;
  /** Least sum of second derivatives in a leaf. */
  least: number;
  penalty: number;
  rows: number;
  columns: number;
  bins: number;
  seed: number;
  /** By feature, 1 when more of it can only speak for, -1 when only against. */
  signs: Readonly<Record<string, 1 | -1>>;
}

export const boostDefaults: BoostOptions = {
  trees: 150,
  depth: 3,
  rate: 0.05,
  least: 4,
  penalty: 4,
  rows: 0.7,
  columns: 0.12,
  bins: 16,
  seed: 7,
  signs: {},
};

/** Gradient boosted trees for log loss (Friedman 2001; Newton leaves as in Chen, Guestrin 2016), deterministic by seed. */
export function boost(rows: readonly BoostRow[], given: Partial<BoostOptions> = {}): { bias: number; trees: Tree[] } {
  const options = { ...boostDefaults, ...given };
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.features)))].sort();
  const cuts = names.map((name) =>
    cutsOf(
      rows.map((row) => row.features[name] ?? 0),
      options.bins,
    ),
  );
  const columns = names.map((name, index) => {
    const own = cuts[index] ?? [];
    return Uint8Array.from(rows, (row) => own.findIndex((cut) => (row.features[name] ?? 0) <= cut) + 1 || own.length + 1);
  });
  const random = randomFrom(options.seed);
  const weight = Float64Array.from(rows, (row) => row.weight);
  const right = Float64Array.from(rows, (row) => (row.right ? 1 : 0));
  const mean = rows.reduce((sum, row) => sum + (row.right ? row.weight : 0), 0) / rows.reduce((sum, row) => sum + row.weight, 0);
  const bias = Math.log(mean / (1 - mean));
  const scores = new Float64Array(rows.length).fill(bias);
  const g = new Float64Array(rows.length);
  const h = new Float64Array(rows.length);
  const trees: Tree[] = [];
  for (let round = 0; round < options.trees; round++) {
    for (let i = 0; i < rows.length; i++) {
      const p = 1 / (1 + Math.exp(-(scores[i] as number)));
      g[i] = (weight[i] as number) * ((right[i] as number) - p);
      h[i] = (weight[i] as number) * p * (1 - p);
    }
    const all = [...rows.keys()];
    const sample = all.filter(() => random() < options.rows);
    const offered = [...names.keys()].filter(() => random() < options.columns);
    const tree = grow(sample, all, options.depth);
    trees.push(tree);

    function grow(members: number[], carried: number[], depth: number): Tree {
      let sumG = 0;
      let sumH = 0;
      for (const i of members) {
        sumG += g[i] as number;
        sumH += h[i] as number;
      }
      const best = depth === 0 ? undefined : split(members, sumG, sumH);
      if (best === undefined) {
        const value = (options.rate * sumG) / (sumH + options.penalty);
        for (const i of carried) scores[i] = (scores[i] as number) + value;
        return Number(value.toFixed(4));
      }
      const column = columns[best.column] as Uint8Array;
      const isLeft = (i: number) => (column[i] as number) <= best.bin;
      const left = grow(members.filter(isLeft), carried.filter(isLeft), depth - 1);
      const other = grow(
        members.filter((i) => !isLeft(i)),
        carried.filter((i) => !isLeft(i)),
        depth - 1,
      );
      return { feature: names[best.column] as string, at: cuts[best.column]?.[best.bin - 1] as number, left, right: other };
    }

    function split(members: number[], sumG: number, sumH: number): { column: number; bin: number } | undefined {
      const whole = (sumG * sumG) / (sumH + options.penalty);
      let most = 1e-6;
      let found: { column: number; bin: number } | undefined;
      const binG = new Float64Array(options.bins + 2);
      const binH = new Float64Array(options.bins + 2);
      for (const index of offered) {
        const column = columns[index] as Uint8Array;
        binG.fill(0);
        binH.fill(0);
        for (const i of members) {
          const bin = column[i] as number;
          binG[bin] = (binG[bin] as number) + (g[i] as number);
          binH[bin] = (binH[bin] as number) + (h[i] as number);
        }
        let leftG = 0;
        let leftH = 0;
        for (let bin = 1; bin <= (cuts[index]?.length ?? 0); bin++) {
          leftG += binG[bin] as number;
          leftH += binH[bin] as number;
          const rightG = sumG - leftG;
          const rightH = sumH - leftH;
          if (leftH < options.least || rightH < options.least) continue;
          const gain = (leftG * leftG) / (leftH + options.penalty) + (rightG * rightG) / (rightH + options.penalty) - whole;
          const direction = options.signs[names[index] as string];
          if (direction !== undefined && direction * (rightG / (rightH + options.penalty) - leftG / (leftH + options.penalty)) < 0)
            continue;
          if (gain > most) {
            most = gain;
            found = { column: index, bin };
          }
        }
      }
      return found;
    }
  }
  return { bias: Number(bias.toFixed(4)), trees };
}

/** At most `bins` thresholds between the values that occur, at quantiles. */
function cutsOf(values: number[], bins: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const cuts = new Set<number>();
  for (let bin = 1; bin <= bins; bin++) {
    const value = sorted[Math.floor((bin * sorted.length) / (bins + 1))] as number;
    if (value < (sorted.at(-1) as number)) cuts.add(Number(value.toFixed(4)) + 5e-5);
  }
  return [...cuts].map((cut) => Number(cut.toFixed(5))).sort((a, b) => a - b);
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
