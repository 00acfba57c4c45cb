const collected: unknown[][] = [];

export function collectError(args: unknown[]): void {
  collected.push(args);
}

/** Takes what `console.error` got so far: a test that expects errors calls it, every other one fails on them. */
export function takeErrors(): unknown[][] {
  return collected.splice(0);
}
