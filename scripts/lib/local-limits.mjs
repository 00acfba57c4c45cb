/**
 * A module that stands before the worker and gives its `fetch` rate limiters that count in memory, as those of the platform
 * do. The ones of the local runtime write a row to the disk for every request, which costs as much as the request itself.
 *
 * @param {Record<string, { simple: { limit: number, period: number } }>} limiters by binding
 * @param {string} worker specifier of the worker's module
 */
export function withLocalLimits(limiters, worker) {
  const settings = Object.entries(limiters).map(([name, { simple }]) => [name, simple.limit, simple.period * 1000]);
  return `import worker from ${JSON.stringify(worker)};
export * from ${JSON.stringify(worker)};
const limiters = Object.fromEntries(${JSON.stringify(settings)}.map(([name, limit, periodMs]) => [name, limiter(limit, periodMs)]));
function limiter(limit, periodMs) {
  let window = 0;
  const counts = new Map();
  return {
    async limit({ key }) {
      const now = Math.floor(Date.now() / periodMs);
      if (now !== window) {
        window = now;
        counts.clear();
      }
      const count = counts.get(key) ?? 0;
      if (count >= limit) return { success: false };
      counts.set(key, count + 1);
      return { success: true };
    },
  };
}
const known = new WeakMap();
function limited(env) {
  let own = known.get(env);
  if (!own) known.set(env, (own = { ...env, ...limiters }));
  return own;
}
export default { ...worker, fetch: (request, env, ctx) => worker.fetch(request, limited(env), ctx) };
`;
}
