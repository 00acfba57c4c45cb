interface Ramp {
  rampStart: number;
  rampGrowthPercent: number;
  dailyMost: number;
}

/** After how many days the most a day is reached, growing by a share of the day before; null when never. Pure. */
export function daysToMost({ rampStart, rampGrowthPercent, dailyMost }: Ramp): number | null {
  if (rampStart >= dailyMost) return 0;
  if (rampGrowthPercent === 0) return null;
  return Math.ceil(Math.log(dailyMost / rampStart) / Math.log(1 + rampGrowthPercent / 100));
}
