import { z } from 'zod';
import { conversationToken } from '../../conversation-token';
import { AppError } from '../../core/errors';
import { sharedDatabase } from '../../db/database';
import { suggestionsOf, widgetEvent } from '../../db/records/widget';
import { mac } from '../../digest';
import { configOf } from '../../env';
import { orchestratorOf, supportObject } from '../../objects';
import { newId } from '../../random';
import { requireAccess } from '../access';
import type { App, HandlerTable } from '../app';
import { requireEvent } from '../event-owner';
import { identifySocket } from '../identity';
import { connectionOf, takeFrom } from '../limits';
import { mayUseWidget } from '../widget-origins';

export const widgetRoutes = {
  async 'GET /widget/{eventId}/config'({ env, params }) {
    const db = sharedDatabase(env);
    const event = await present(env, params.eventId);
    return {
      eventId: event.id,
      name: event.name,
      brandColor: event.brandColor,
      contactEmail: event.contactEmail,
      suggestions: await suggestionsOf(db, event.organizationId, event.id),
    };
  },
  async 'POST /widget/{eventId}/conversations'({ env, config, params, now }) {
    const event = await present(env, params.eventId);
    const conversationId = newId('conversation', now);
    return { conversationId, token: await conversationToken(config.AUTH_SECRET, event.id, conversationId) };
  },
} satisfies Partial<HandlerTable>;

async function present(env: Env, eventId: string) {
  const event = await widgetEvent(sharedDatabase(env), eventId);
  if (!event) throw new AppError('not_found', 'There is no such event.');
  return event;
}

const SocketQuery = z.object({ conversation: z.string().regex(/^cnv_[0-9a-z]{20,40}$/), locale: z.string().max(20).optional() });

/** The two sockets: an attendee's on its conversation, a console's on its event. Both are checked before the upgrade. */
export function mountSockets(app: App): void {
  app.get('/api/v1/widget/:eventId/socket', async (c) => {
    c.set('route', 'GET /widget/{eventId}/socket');
    requireUpgrade(c.req.header('upgrade'));
    const eventId = c.req.param('eventId');
    await takeFrom(c.env.LIMIT_PUBLIC, connectionOf(c.req.raw));
    if (!(await mayUseWidget(c.env, c.req.raw, eventId)))
      throw new AppError('forbidden', 'This site is not among the allowed origins of the event.');
    const query = SocketQuery.safeParse(c.req.query());
    if (!query.success) throw new AppError('invalid_input', 'The socket needs ?conversation= with the id of the conversation.');
    await present(c.env, eventId);
    const request = new Request(c.req.raw);
    // The object counts attempts per connection; it gets a keyed name, never the address.
    request.headers.set('x-connection', (await mac(configOf(c.env).AUTH_SECRET, 'connection', connectionOf(c.req.raw))).slice(0, 32));
    return supportObject(c.env, eventId, query.data.conversation).fetch(request);
  });
  app.get('/api/v1/events/:eventId/live', async (c) => {
    c.set('route', 'GET /events/{eventId}/live');
    requireUpgrade(c.req.header('upgrade'));
    const eventId = c.req.param('eventId');
    const identity = await identifySocket(c.req.raw, c.env, Date.now());
    requireAccess(identity, 'viewer');
    await takeFrom(c.env.LIMIT_API, identity.actor);
    await requireEvent(c.env, identity.organizationId, eventId);
    return orchestratorOf(c.env, eventId).fetch(c.req.raw);
  });
}

function requireUpgrade(upgrade: string | undefined): void {
  if (upgrade?.toLowerCase() !== 'websocket')
    throw new AppError('invalid_input', 'This address is a WebSocket: connect with Upgrade: websocket.');
}
