/** A small generator with a seed, so that a run can be repeated. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** In [0,1). */
  next(): number {
    this.state = (Math.imul(this.state ^ (this.state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return ((this.state ^ (this.state >>> 13)) >>> 0) / 2 ** 32;
  }

  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }
}
