import { and, eq } from 'drizzle-orm';
import { AppError } from '../../core/errors';
import { databaseOf } from '../../db/database';
import { listMails, listSuppressions, mailById } from '../../db/records/work';
import { suppressions } from '../../db/schema';
import { newId } from '../../random';
import type { HandlerTable } from '../app';
import { decodeCursor, pageFrom } from '../cursor';

export const mailboxRoutes = {
  async 'GET /mailbox'({ env, identity, query }) {
    const rows = await listMails(
      databaseOf(env, identity.organizationId),
      identity.organizationId,
      query.eventId,
      decodeCursor(query.cursor),
      query.limit,
    );
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.at, row.id],
      ({ id, eventId, sender, recipients, subject, at }) => ({ id, eventId, from: sender, to: recipients, subject, at }),
    );
  },
  async 'GET /mailbox/{mailId}'({ env, identity, params }) {
    const mail = await mailById(databaseOf(env, identity.organizationId), identity.organizationId, params.mailId);
    if (!mail) throw new AppError('not_found', 'There is no such mail.');
    const { id, eventId, sender, recipients, subject, at, headers, text, html, attachments } = mail;
    return { id, eventId, from: sender, to: recipients, subject, at, headers, text, html, attachments };
  },
  async 'GET /suppressions'({ env, identity, query }) {
    const rows = await listSuppressions(
      databaseOf(env, identity.organizationId),
      identity.organizationId,
      decodeCursor(query.cursor),
      query.limit,
    );
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.createdAt, row.id],
      ({ id, address, reason, source, createdAt }) => ({ id, address, reason, source, createdAt }),
    );
  },
  async 'POST /suppressions'({ env, identity, body, now }) {
    const db = databaseOf(env, identity.organizationId);
    const row = {
      id: newId('suppression', now),
      organizationId: identity.organizationId,
      channel: 'mail',
      address: body.address,
      reason: 'manual' as const,
      source: identity.label,
      createdAt: now,
    };
    await db.insert(suppressions).values(row).onConflictDoNothing();
    const [kept] = await db
      .select()
      .from(suppressions)
      .where(
        and(
          eq(suppressions.organizationId, identity.organizationId),
          eq(suppressions.channel, 'mail'),
          eq(suppressions.address, body.address),
        ),
      );
    const { id, address, reason, source, createdAt } = kept ?? row;
    return { id, address, reason, source, createdAt };
  },
  async 'DELETE /suppressions/{id}'({ env, identity, params }) {
    await databaseOf(env, identity.organizationId)
      .delete(suppressions)
      .where(and(eq(suppressions.organizationId, identity.organizationId), eq(suppressions.id, params.id)));
    return { ok: true as const };
  },
} satisfies Partial<HandlerTable>;
