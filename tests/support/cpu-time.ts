/** Milliseconds of processor time that `work` takes: unlike those of a clock, the same on a busy machine. */
export function cpuMs(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
