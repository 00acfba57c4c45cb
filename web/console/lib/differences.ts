export interface Difference {
  /** Dotted path of what differs. */
  path: string;
  from: unknown;
  to: unknown;
}

/** What differs between two plain JSON values, leaf by leaf; a list counts as one leaf. In the order of the keys. Pure. */
export function differences(from: unknown, to: unknown, path = ''): Difference[] {
  if (isPlain(from) && isPlain(to)) {
    const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    return names.flatMap((name) => differences(from[name], to[name], path ? `${path}.${name}` : name));
  }
  return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ path, from, to }];
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
