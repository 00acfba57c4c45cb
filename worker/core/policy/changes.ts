export interface Change {
  /** Dotted path of what changed. */
  path: string;
  from: unknown;
  to: unknown;
}

/** What differs between two plain JSON values, leaf by leaf; lists count as one leaf. In the order of the keys. */
export function changesBetween(from: unknown, to: unknown, path = ''): Change[] {
  if (isPlain(from) && isPlain(to)) {
    const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    return names.flatMap((name) => changesBetween(from[name], to[name], path ? `${path}.${name}` : name));
  }
  return canonical(from) === canonical(to) ? [] : [{ path, from: from ?? null, to: to ?? null }];
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON with the keys of objects in order, so that equal values have equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isPlain(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}
