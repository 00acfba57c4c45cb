import type { ToWidget } from '../contract';

const types: ReadonlySet<unknown> = new Set<ToWidget['type']>(['ready', 'message', 'delta', 'status', 'problem']);

/** A frame of the server that this widget knows; null for any other, so that a newer server does not break an older page. */
export function frameFrom(data: unknown): ToWidget | null {
  try {
    const value: unknown = JSON.parse(String(data));
    return isFrame(value) ? value : null;
  } catch {
    return null;
  }
}

/** The server is the one that served this script, so that the shape is trusted once the type is known. */
function isFrame(value: unknown): value is ToWidget {
  return typeof value === 'object' && value !== null && 'type' in value && types.has(value.type);
}
