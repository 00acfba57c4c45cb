import { eq } from 'drizzle-orm';
import { salesOf } from '../../../agents/sales/access';
import { meetingAddress } from '../../../agents/sales/domain/meeting-mails';
import type { outreachEndpoints } from '../../../contract/sales/outreach';
import { AppError } from '../../../core/errors';
import { analyzeEngagement } from '../../../core/sales/engagement';
import { messagesOfCompany, proposalRows } from '../../../db/records/outreach/views';
import { dealViews } from '../../../db/records/sales/deals';
import { meetingRow, meetingsOfCompany, meetingView } from '../../../db/records/sales/meeting-list';
import { notesOf } from '../../../db/records/sales/notes';
import { sponsorProposals } from '../../../db/schema';
import { announceSales } from '../../../sales/announce';
import { askAgent, queuedOrWaiting, salesDesk } from '../../../sales/desk';
import type { Handlers } from '../../handler';
import { campaignRoutes } from './campaigns';
import { shown as companyShown } from './companies';
import { proposalRoutes } from './proposals';
import { replyRoutes } from './replies';

type Own = 'GET /events/{eventId}/companies/{companyId}/story' | 'POST /events/{eventId}/meetings';

export const outreachRoutes = {
  ...proposalRoutes,
  ...campaignRoutes,
  ...replyRoutes,

  async 'GET /events/{eventId}/companies/{companyId}/story'({ env, config, identity, params, now }) {
    const { db, key, context } = await salesDesk(env, identity.organizationId, params.eventId, now);
    const { organizationId } = identity;
    const { companyId } = params;
    const { records } = salesOf(context);
    const [company, deal, happened, proposals, messages, meetings, notes] = await Promise.all([
      companyShown(db, organizationId, companyId),
      records.dealOf(companyId),
      records.engagementOf(companyId),
      proposalRows(db, key, config.PUBLIC_URL, { where: eq(sponsorProposals.companyId, companyId), limit: 50 }),
      messagesOfCompany(db, key, companyId),
      meetingsOfCompany(db, organizationId, params.eventId, companyId),
      notesOf(db, organizationId, companyId),
    ]);
    const [dealView] = deal ? await dealViews(db, organizationId, params.eventId, deal.id) : [];
    return {
      company,
      deal: dealView ?? null,
      engagement: happened.length > 0 ? analyzeEngagement(happened, context.now) : null,
      ...{ proposals, messages, notes },
      meetings: meetings.map((row) => meetingView(row, meetingAddress(config.PUBLIC_URL, row.token))),
    };
  },

  async 'POST /events/{eventId}/meetings'({ env, config, identity, params, body, now }) {
    const { db, context } = await salesDesk(env, identity.organizationId, params.eventId, now);
    const contact = await salesOf(context).records.contact(body.contactId);
    if (!contact) throw new AppError('not_found', 'There is no such contact.');
    const outcome = await askAgent(env, params.eventId, {
      name: 'schedule_meeting',
      args: { companyId: contact.companyId, contactId: contact.id, minutes: body.minutes, startsAt: body.startsAt },
      reasoning: `${identity.label} asked for a meeting.`,
      requestedBy: identity.actor,
    });
    const id = outcome.kind === 'done' ? String(outcome.output.meetingId) : null;
    const row = id ? await meetingRow(db, identity.organizationId, params.eventId, id) : null;
    if (id) await announceSales(env, params.eventId, 'meeting', id);
    return { ...queuedOrWaiting(outcome), meeting: row ? meetingView(row, meetingAddress(config.PUBLIC_URL, row.token)) : null };
  },
} satisfies Pick<Handlers<typeof outreachEndpoints>, Own> & Partial<Handlers<typeof outreachEndpoints>>;
