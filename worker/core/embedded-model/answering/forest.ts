/** Boosted trees in arrays: node `i` splits on `names[feature[i]] <= at[i]`; a leaf has feature -1 and its value in `at`. */
export interface Forest {
  names: string[];
  feature: Int16Array;
  at: Float64Array;
  /** The left child follows its parent; this is the right one. */
  right: Int32Array;
  roots: number[];
  bias: number;
}

/** Reads one tree a line in prefix notation: `name:threshold` with its two branches after it, or a leaf's number. */
export function readForest(text: string, bias: number): Forest {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const feature: number[] = [];
  const at: number[] = [];
  const right: number[] = [];
  const roots: number[] = [];
  for (const line of text.trim().split('\n')) {
    const words = line.trim().split(' ');
    let next = 0;
    roots.push(feature.length);
    read();

    function read(): void {
      const word = words[next++] ?? '0';
      const node = feature.length;
      const colon = word.indexOf(':');
      right.push(-1);
      if (colon === -1) {
        feature.push(-1);
        at.push(Number(word));
        return;
      }
      const name = word.slice(0, colon);
      const known = numbers.get(name) ?? names.push(name) - 1;
      numbers.set(name, known);
      feature.push(known);
      at.push(Number(word.slice(colon + 1)));
      read();
      right[node] = feature.length;
      read();
    }
  }
  return { names, feature: Int16Array.from(feature), at: Float64Array.from(at), right: Int32Array.from(right), roots, bias };
}

/** Log odds. A feature that is missing counts 0. */
export function forestScore(forest: Forest, features: Record<string, number>): number {
  const values = Float64Array.from(forest.names, (name) => features[name] ?? 0);
  let sum = forest.bias;
  for (const root of forest.roots) {
    let node = root;
    for (let split = forest.feature[node] as number; split !== -1; split = forest.feature[node] as number)
      node = (values[split] as number) <= (forest.at[node] as number) ? node + 1 : (forest.right[node] as number);
    sum += forest.at[node] as number;
  }
  return sum;
}
