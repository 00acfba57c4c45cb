import type { Context } from 'hono';
import { AppError } from '../core/errors';
import { sharedDatabase } from '../db/database';
import { widgetOrigins } from '../db/records/events';
import { configOf } from '../env';
import { ownOrigins } from './access';
import type { AppEnv } from './app';

const cache = new Map<string, { origins: string[]; until: number }>();
const keptMs = 10_000;
const remembered = 1_000;

/**
 * Whether a page of `origin` may use the widget of this event: our own pages, and the origins that the organizer has
 * listed. Programs send no Origin and are not kept out here. Also to be asked before a widget socket is accepted.
 */
export async function mayUseWidget(env: Env, request: Request, eventId: string): Promise<boolean> {
  const origin = request.headers.get('origin');
  if (origin === null || ownOrigins(request, configOf(env).PUBLIC_URL).has(origin)) return true;
  const now = Date.now();
  let known = cache.get(eventId);
  if (!known || known.until <= now) {
    if (cache.size >= remembered) cache.clear();
    known = { origins: await widgetOrigins(sharedDatabase(env), eventId), until: now + keptMs };
    cache.set(eventId, known);
  }
  return known.origins.includes(origin);
}

/** Sets the CORS headers for an allowed origin. Throws `forbidden` for any other. */
export async function requireWidgetOrigin(c: Context<AppEnv>, eventId: string): Promise<void> {
  c.header('vary', 'Origin');
  const origin = c.req.header('origin');
  if (origin === undefined) return;
  if (!(await mayUseWidget(c.env, c.req.raw, eventId))) {
    throw new AppError('forbidden', 'This site is not among the allowed origins of the event. Add it under Settings, Widget.');
  }
  c.header('access-control-allow-origin', origin);
  c.header('access-control-expose-headers', 'Retry-After');
}

export async function answerPreflight(c: Context<AppEnv>): Promise<Response> {
  c.set('route', 'OPTIONS /widget');
  await requireWidgetOrigin(c, c.req.param('eventId') ?? '');
  return c.body(null, 204, {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '600',
  });
}
