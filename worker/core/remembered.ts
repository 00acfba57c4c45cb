/**
 * A pure function of texts that remembers its latest results, for what is looked at several times in a row or asked by many. Results are shared: whoever
 * gets one must not change it.
 */
export function remembered<A extends readonly (string | undefined)[], T>(of: (...texts: A) => T, most = 64): (...texts: A) => T {
  const known = new Map<string, { result: T }>();
  return (...texts) => {
    const key = texts.length === 1 ? (texts[0] ?? '') : JSON.stringify(texts);
    const before = known.get(key);
    if (before) return before.result;
    const result = of(...texts);
    if (known.size >= most) known.clear();
    known.set(key, { result });
    return result;
  };
}
