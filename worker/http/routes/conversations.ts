import { and, desc, eq, like, lt, or } from 'drizzle-orm';
import type { Conversation } from '../../contract/conversations';
import { AppError } from '../../core/errors';
import { databaseOf } from '../../db/database';
import { conversations } from '../../db/schema';
import { supportObject, supportObjects } from '../../objects';
import { newId } from '../../random';
import type { HandlerTable } from '../app';
import { decodeCursor, pageFrom } from '../cursor';

export const conversationRoutes = {
  async 'GET /events/{eventId}/conversations'({ env, identity, params, query }) {
    // Lists read the records; what the objects still hold goes there first.
    await Promise.all(supportObjects(env, params.eventId).map((object) => object.flush()));
    const position = decodeCursor(query.cursor);
    const c = conversations;
    const rows = await databaseOf(env, identity.organizationId)
      .select()
      .from(c)
      .where(
        and(
          eq(c.organizationId, identity.organizationId),
          eq(c.eventId, params.eventId),
          query.state ? eq(c.state, query.state) : undefined,
          query.q ? like(c.subject, `%${query.q.replace(/[%_]/g, ' ')}%`) : undefined,
          position ? or(lt(c.updatedAt, position[0]), and(eq(c.updatedAt, position[0]), lt(c.id, position[1]))) : undefined,
        ),
      )
      .orderBy(desc(c.updatedAt), desc(c.id))
      .limit(query.limit + 1);
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.updatedAt, row.id],
      ({ organizationId: _organization, eventId: _event, locale: _locale, ...row }) => ({ ...row, verified: row.orderId !== null }),
    );
  },
  async 'POST /events/{eventId}/conversations'({ env, params, body, identity }) {
    const { eventId } = params;
    const id = body.conversationId ?? newId('conversation');
    const object = body.conversationId ? await existing(env, { eventId, conversationId: id }) : supportObject(env, eventId, id);
    return read(await object.ask(id, body.text, body.locale ?? null, identity.actor));
  },
  async 'GET /events/{eventId}/conversations/{conversationId}'({ env, params }) {
    const json = await supportObject(env, params.eventId, params.conversationId).readConversation(params.conversationId);
    if (!json) throw new AppError('not_found', 'There is no such conversation.');
    return read(json);
  },
  async 'POST /events/{eventId}/conversations/{conversationId}/take-over'({ env, params, identity }) {
    return read(await (await existing(env, params)).takeOver(params.conversationId, identity.label));
  },
  async 'POST /events/{eventId}/conversations/{conversationId}/hand-back'({ env, params }) {
    return read(await (await existing(env, params)).handBack(params.conversationId));
  },
  async 'POST /events/{eventId}/conversations/{conversationId}/messages'({ env, params, body, identity }) {
    return read(await (await existing(env, params)).answerAsPerson(params.conversationId, identity.label, body.text));
  },
  async 'POST /events/{eventId}/conversations/{conversationId}/close'({ env, params }) {
    return read(await (await existing(env, params)).closeConversation(params.conversationId));
  },
} satisfies Partial<HandlerTable>;

/** The object that holds the conversation. Throws `not_found` here: an error that crosses from the object loses its code. */
async function existing(env: Env, { eventId, conversationId }: { eventId: string; conversationId: string }) {
  const object = supportObject(env, eventId, conversationId);
  if ((await object.readConversation(conversationId)) === null) throw new AppError('not_found', 'There is no such conversation.');
  return object;
}

/** The object made this text from a `Conversation` of its own. */
function read(text: string): Conversation {
  return JSON.parse(text) as Conversation;
}
