/** Asks again until the answer is neither null, undefined, false nor a throw. The one place where tests wait: with a deadline, never for a fixed time. */
export async function eventually<T>(what: string, ask: () => T | Promise<T>, withinMs = 30_000): Promise<Exclude<NonNullable<T>, false>> {
  const deadline = Date.now() + withinMs;
  let last: unknown;
  for (;;) {
    try {
      const found = await ask();
      if (found !== null && found !== undefined && found !== false) return found as Exclude<NonNullable<T>, false>;
      last = found;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
