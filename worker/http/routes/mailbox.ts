import { and, eq } from 'drizzle-orm';
import type { Suppression } from '../../contract/work';
import { companyDomainOf } from '../../core/contact/company';
import { AppError } from '../../core/errors';
import { databaseOf } from '../../db/database';
import { cancelQueuedFor, suppress } from '../../db/records/contacts';
import { listMails, listSuppressions, mailById } from '../../db/records/work';
import { suppressions } from '../../db/schema';
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
    return pageFrom(rows, query.limit, (row) => [row.createdAt, row.id], suppressionView);
  },
  async 'POST /suppressions'({ env, identity, body, now }) {
    const { organizationId, label } = identity;
    const db = databaseOf(env, organizationId);
    const channel = 'address' in body ? ('mail' as const) : ('company' as const);
    const company = 'address' in body ? '' : companyDomainOf(`@${body.companyDomain}`);
    const address = 'address' in body ? body.address : company;
    if (address === '')
      throw new AppError(
        'invalid_input',
        'Everybody may have an address there, so that this domain is no company. Suppress single addresses.',
        {
          fields: { companyDomain: 'is a free mail service' },
        },
      );
    const cause = `suppressed by ${identity.actor}`;
    await db.batch([
      suppress(db, { organizationId, channel, address, reason: 'manual', source: label, now }),
      ...cancelQueuedFor(db, { organizationId, address: channel === 'mail' ? address : null, all: true, company }, cause, now),
    ]);
    const [kept] = await db
      .select()
      .from(suppressions)
      .where(and(eq(suppressions.organizationId, organizationId), eq(suppressions.channel, channel), eq(suppressions.address, address)));
    if (!kept) throw new AppError('internal', 'The address was not kept. Try again.', { retry: 'later' });
    return suppressionView(kept);
  },
  async 'DELETE /suppressions/{id}'({ env, identity, params }) {
    const deleted = await databaseOf(env, identity.organizationId)
      .delete(suppressions)
      .where(and(eq(suppressions.organizationId, identity.organizationId), eq(suppressions.id, params.id)))
      .returning({ id: suppressions.id });
    if (deleted.length === 0) throw new AppError('not_found', 'There is no such suppression.');
    return { ok: true as const };
  },
} satisfies Partial<HandlerTable>;

export function suppressionView({ id, channel, address, reason, source, createdAt }: typeof suppressions.$inferSelect): Suppression {
  return { id, channel: channel === 'company' || channel === 'digest' ? channel : 'mail', address, reason, source, createdAt };
}
