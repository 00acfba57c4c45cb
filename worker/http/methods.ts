import { AppError } from '../core/errors';

interface Route {
  method: string;
  path: string;
}

const patterns = new Map<string, RegExp>();

/** A route's path as a pattern: a parameter is one segment, a star at the end the rest. */
function patternOf(path: string): RegExp {
  const known = patterns.get(path);
  if (known) return known;
  const source = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+');
  const pattern = new RegExp(`^${source.replace(/\/\*$/, '(?:/.*)?')}$`);
  patterns.set(path, pattern);
  return pattern;
}

/** Methods that these routes take at a path, for the Allow header; empty where there is no such path. Routes for every method do not count. */
export function allowedMethods(routes: readonly Route[], path: string): string[] {
  const found = new Set(
    routes.filter((route) => !['ALL', 'OPTIONS'].includes(route.method) && patternOf(route.path).test(path)).map((route) => route.method),
  );
  if (found.has('GET')) found.add('HEAD');
  return [...found].sort();
}

export function methodNotAllowed(method: string, path: string, allowed: string[]): AppError {
  return new AppError('method_not_allowed', `${path} does not take ${method}. It takes ${allowed.join(', ')}.`);
}
