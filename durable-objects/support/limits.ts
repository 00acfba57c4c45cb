/** Token buckets in memory: a burst, then a steady rate. Lost on eviction, which only forgives. */
export class Buckets {
  private readonly levels = new Map<string, { level: number; at: number }>();
  constructor(
    private readonly burst: number,
    private readonly perMinute: number,
    private readonly most = 5000,
  ) {}

  /** Takes one token. Returns 0, or after how many seconds one is there again. */
  take(key: string, now: number): number {
    const rate = this.perMinute / 60_000;
    const known = this.levels.get(key);
    const level = known ? Math.min(this.burst, known.level + (now - known.at) * rate) : this.burst;
    if (level < 1) return Math.ceil((1 - level) / rate / 1000);
    this.levels.delete(key);
    this.levels.set(key, { level: level - 1, at: now });
    if (this.levels.size > this.most)
      for (const oldest of this.levels.keys()) {
        this.levels.delete(oldest);
        break;
      }
    return 0;
  }
}
