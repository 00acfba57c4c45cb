import { salesOf } from '../../../agents/sales/access';
import { draftAnswer, draftRecords, textOf } from '../../../agents/sales/domain/draft';
import type { outreachEndpoints } from '../../../contract/sales/outreach';
import { AppError } from '../../../core/errors';
import { correctReply } from '../../../db/records/outreach/replies';
import { messagesOfCompany, messageView, replyCounts, replyPage } from '../../../db/records/outreach/views';
import { announceSales } from '../../../sales/announce';
import { askAgent, type Desk, queuedOrWaiting, salesDesk } from '../../../sales/desk';
import { decodeCursor, pageFrom } from '../../cursor';
import type { Handlers } from '../../handler';

type Keys = Extract<keyof typeof outreachEndpoints, `${string}/replies${string}`>;

export const replyRoutes = {
  async 'GET /events/{eventId}/replies'({ env, identity, params, query, now }) {
    const { db, key } = await salesDesk(env, identity.organizationId, params.eventId, now);
    const open = query.open === undefined ? undefined : query.open === 'true';
    const [rows, counts] = await Promise.all([
      replyPage(db, key, { wanted: query.class, open, position: decodeCursor(query.cursor), limit: query.limit }),
      replyCounts(db, key),
    ]);
    return {
      ...pageFrom(
        rows,
        query.limit,
        ({ at, id }) => [at, id],
        (row) => row,
      ),
      ...counts,
    };
  },

  async 'GET /events/{eventId}/replies/{messageId}'({ env, identity, params, now }) {
    const desk = await salesDesk(env, identity.organizationId, params.eventId, now);
    const message = await existing(desk, params.messageId);
    const thread = (await messagesOfCompany(desk.db, desk.key, message.companyId)).toReversed();
    return { message, thread, draft: message.handledAt === null ? await draftFor(desk, message) : null };
  },

  async 'POST /events/{eventId}/replies/{messageId}/answer'({ env, identity, params, body, now }) {
    const desk = await salesDesk(env, identity.organizationId, params.eventId, now);
    const message = await existing(desk, params.messageId);
    if (!message.contactId) throw new AppError('conflict', 'Nobody in the records wrote this. Add the contact to the company first.');
    const outcome = queuedOrWaiting(
      await askAgent(env, params.eventId, {
        name: 'send_email',
        args: { companyId: message.companyId, contactId: message.contactId, inReplyTo: message.id, body: body.text },
        reasoning: `${identity.label} answered.`,
        requestedBy: identity.actor,
      }),
    );
    if (outcome.outcome === 'queued')
      await correctReply(desk.db, desk.key, message.id, { handledAt: desk.context.now, handledBy: identity.actor });
    await announceSales(env, params.eventId, 'reply', message.id);
    return outcome;
  },

  async 'POST /events/{eventId}/replies/{messageId}/class'({ env, identity, params, body, now }) {
    const desk = await salesDesk(env, identity.organizationId, params.eventId, now);
    await existing(desk, params.messageId);
    const at = desk.context.now;
    await correctReply(desk.db, desk.key, params.messageId, {
      ...(body.class === undefined ? {} : { class: body.class, classReason: `${identity.label} corrected it.`, confidence: 1 }),
      ...(body.handled === undefined ? {} : { handledAt: body.handled ? at : null, handledBy: body.handled ? identity.actor : null }),
    });
    await announceSales(env, params.eventId, 'reply', params.messageId);
    return existing(desk, params.messageId);
  },
} satisfies Pick<Handlers<typeof outreachEndpoints>, Keys>;

async function existing({ db, key }: Desk, id: string) {
  const message = await messageView(db, key, id);
  if (message?.direction !== 'in') throw new AppError('not_found', 'There is no such answer.');
  return message;
}

/** What the records would answer; null where they hold no answer to some part of it. */
async function draftFor({ context }: Desk, message: Awaited<ReturnType<typeof existing>>) {
  const sales = salesOf(context);
  const [company, contact, deal] = await Promise.all([
    sales.records.company(message.companyId),
    message.contactId ? sales.records.contact(message.contactId) : null,
    sales.records.dealOf(message.companyId),
  ]);
  if (!company) return null;
  const draft = draftAnswer({
    ...{ records: await draftRecords(sales, company), contact, packageId: deal?.packageId ?? null, message, now: context.now },
    passages: await sales.passages(message.text),
  });
  return draft ? { text: textOf(draft), citations: draft.citations } : null;
}
