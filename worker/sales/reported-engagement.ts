import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { MailReport } from '../connectors/resend/webhook';
import { isMachineOpen } from '../core/sales/engagement';
import type { EngagementKind } from '../core/sales-stages';
import type { Database } from '../db/database';
import type { ReportedCommand } from '../db/records/service-reports';
import { engagements, salesMessages } from '../db/schema';
import { newId } from '../random';

const kinds: Partial<Record<MailReport['outcome'], EngagementKind>> = {
  delivered: 'delivered',
  opened: 'opened',
  clicked: 'clicked',
  bounced: 'bounced',
  complained: 'complained',
};

/** What the mail service reports about a mail of sales, once for each report; nothing for other mails. */
export async function reportedEngagement(
  db: Database,
  command: ReportedCommand,
  report: MailReport,
  reportId: string,
  now: number,
): Promise<BatchItem<'sqlite'>[]> {
  const kind = kinds[report.outcome];
  if (!kind) return [];
  const [message] = await db
    .select({
      id: salesMessages.id,
      companyId: salesMessages.companyId,
      contactId: salesMessages.contactId,
      proposalId: salesMessages.proposalId,
      at: salesMessages.at,
      deliveredAt: sql<
        number | null
      >`(SELECT min(at) FROM engagements e WHERE e.sales_message_id = ${salesMessages.id} AND e.kind = 'delivered')`,
    })
    .from(salesMessages)
    .where(and(eq(salesMessages.organizationId, command.organizationId), eq(salesMessages.commandId, command.id)));
  if (!message) return [];
  const at = report.at || now;
  // The service says neither who opened nor with what: only what came faster than anybody reads is told apart.
  const looked = kind === 'opened' || kind === 'clicked';
  const secondsAfter = (at - (message.deliveredAt ?? message.at)) / 1000;
  const why = looked ? isMachineOpen({ method: 'GET', userAgent: 'not told by the mail service', secondsAfter, together: 0 }) : null;
  return [
    db
      .insert(engagements)
      .values({
        ...{ id: newId('engagement', now), organizationId: command.organizationId, eventId: command.eventId, kind, at },
        ...{ companyId: message.companyId, contactId: message.contactId, salesMessageId: message.id, proposalId: message.proposalId },
        ...{ machine: why !== null, detail: why ?? report.detail.link ?? report.detail.bounce ?? '', ref: reportId },
      })
      .onConflictDoNothing(),
  ];
}
