import { eq } from 'drizzle-orm';
import { activityOf } from '../../../agents/activity';
import type { ToolContext } from '../../../agents/define-tool';
import { salesOf } from '../../../agents/sales/access';
import { salesAgent } from '../../../agents/sales/agent';
import { draftRecords } from '../../../agents/sales/domain/draft';
import { bestContact } from '../../../agents/sales/domain/situation';
import type { Lint, outreachEndpoints, Proposal, ProposalContent } from '../../../contract/sales/outreach';
import { AppError } from '../../../core/errors';
import { lintContext } from '../../../core/sales/lint/lint-mail';
import { lintProposal } from '../../../core/sales/lint/lint-proposal';
import { leftOf } from '../../../core/sales/proposal/price-now';
import { commitPort } from '../../../db/commit';
import { proposalRows, secondsBySection, versionsOf, withdrawProposal } from '../../../db/records/outreach/views';
import { sponsorProposals } from '../../../db/schema';
import { proposalPage } from '../../../pages/proposal-page';
import { newId } from '../../../random';
import { announceSales } from '../../../sales/announce';
import { askAgent, type Desk, queuedOrWaiting, salesDesk } from '../../../sales/desk';
import { decodeCursor, pageFrom } from '../../cursor';
import type { Handlers } from '../../handler';

type Keys = Extract<keyof typeof outreachEndpoints, `${string}/proposals${string}`>;

export const proposalRoutes = {
  async 'GET /events/{eventId}/proposals'({ env, config, identity, params, query, now }) {
    const { db, key } = await salesDesk(env, identity.organizationId, params.eventId, now);
    const rows = await proposalRows(db, key, config.PUBLIC_URL, {
      where: query.state ? eq(sponsorProposals.state, query.state) : undefined,
      position: decodeCursor(query.cursor),
      limit: query.limit + 1,
    });
    return pageFrom(
      rows,
      query.limit,
      ({ createdAt, id }) => [createdAt, id],
      (row) => row,
    );
  },

  async 'POST /events/{eventId}/proposals'({ env, config, identity, params, body, now }) {
    const desk = await salesDesk(env, identity.organizationId, params.eventId, now);
    const outcome = await askAgent(env, params.eventId, {
      name: 'generate_proposal',
      args: { companyId: body.companyId, packageId: body.packageId, contactId: body.contactId },
      reasoning: `${identity.label} asked for a proposal.`,
      requestedBy: identity.actor,
    });
    if (outcome.kind !== 'done') throw refusal(outcome);
    const id = String(outcome.output.proposalId);
    await announceSales(env, params.eventId, 'proposal', id);
    return shown(desk, config.PUBLIC_URL, id);
  },

  async 'GET /events/{eventId}/proposals/{proposalId}'({ env, config, identity, params, now }) {
    return shown(await salesDesk(env, identity.organizationId, params.eventId, now), config.PUBLIC_URL, params.proposalId);
  },

  async 'GET /events/{eventId}/proposals/{proposalId}/versions/{version}'({ env, identity, params, now }) {
    const desk = await salesDesk(env, identity.organizationId, params.eventId, now);
    await existing(desk, params.proposalId);
    const version = (await versionsOf(desk.db, identity.organizationId, params.proposalId)).find(
      (one) => String(one.version) === params.version,
    );
    if (!version) throw new AppError('not_found', 'There is no such version.');
    return version.content;
  },

  async 'PUT /events/{eventId}/proposals/{proposalId}'({ env, config, identity, params, body, now }) {
    const desk = await salesDesk(env, identity.organizationId, params.eventId, now);
    const proposal = await existing(desk, params.proposalId);
    const at = desk.context.now;
    const port = commitPort({ db: desk.db, ...desk.key, newCommandId: () => newId('command'), now: () => at });
    const { id, companyId, dealId, contactId, token } = proposal;
    const result = await port.commit({
      activity: activityOf(salesAgent, {
        ...{ id: newId('activity', now), activityType: 'proposal_generation', createdAt: at, autonomous: false, requiredHumanReview: true },
        ...{ input: { companyId, proposalId: id }, output: { version: body.version + 1 } },
        reasoning: `${identity.label} edited the proposal: ${body.reason}`,
      }),
      changes: [
        {
          change: 'proposal_written',
          ...{ proposalId: id, isNew: false, version: body.version + 1, companyId, dealId, contactId, token },
          ...{ packageId: body.content.packageId, content: body.content, reason: body.reason },
        },
      ],
      ...{ commands: [], approval: null, executes: null, limits: null },
    });
    if (result.status !== 'committed')
      throw new AppError(
        'conflict',
        'Somebody else has saved this proposal meanwhile, or it was withdrawn. Load it again and repeat your edit.',
      );
    await announceSales(env, params.eventId, 'proposal', id);
    return shown(desk, config.PUBLIC_URL, id);
  },

  async 'POST /events/{eventId}/proposals/{proposalId}/preview'({ env, identity, params, body, now }) {
    const desk = await salesDesk(env, identity.organizationId, params.eventId, now);
    const proposal = await existing(desk, params.proposalId);
    const company = await salesOf(desk.context).records.company(proposal.companyId);
    const { event } = desk.context;
    const html = proposalPage(body.content, {
      ...{ companyName: company?.name ?? '', event, notice: '', pdfLink: null, meetingLink: null, visits: null },
    });
    return { html, problems: await problemsOf(desk.context, proposal, body.content) };
  },

  async 'POST /events/{eventId}/proposals/{proposalId}/withdraw'({ env, config, identity, params, now }) {
    const desk = await salesDesk(env, identity.organizationId, params.eventId, now);
    await existing(desk, params.proposalId);
    if (!(await withdrawProposal(desk.db, desk.key, params.proposalId, desk.context.now)))
      throw new AppError('conflict', 'Only a draft or a proposal that was sent can be withdrawn.');
    await announceSales(env, params.eventId, 'proposal', params.proposalId);
    return shown(desk, config.PUBLIC_URL, params.proposalId);
  },

  async 'POST /events/{eventId}/proposals/{proposalId}/send'({ env, identity, params, now }) {
    const desk = await salesDesk(env, identity.organizationId, params.eventId, now);
    const proposal = await existing(desk, params.proposalId);
    const contact = proposal.contactId ?? bestContact(await salesOf(desk.context).records.contactsOf(proposal.companyId))?.id;
    if (!contact) throw new AppError('conflict', 'Nobody at this company has an address that may be written to. Add a contact first.');
    const outcome = await askAgent(env, params.eventId, {
      name: 'send_email',
      args: { companyId: proposal.companyId, contactId: contact, proposalId: proposal.id, angle: 'first' },
      reasoning: `${identity.label} sent the proposal.`,
      requestedBy: identity.actor,
    });
    await announceSales(env, params.eventId, 'proposal', proposal.id);
    return queuedOrWaiting(outcome);
  },
} satisfies Pick<Handlers<typeof outreachEndpoints>, Keys>;

async function existing({ context }: Desk, id: string) {
  const proposal = await salesOf(context).records.proposal(id);
  if (!proposal) throw new AppError('not_found', 'There is no such proposal.');
  return proposal;
}

async function shown({ db, key, context }: Desk, publicUrl: string, id: string): Promise<Proposal> {
  const [[row], versions, sections] = await Promise.all([
    proposalRows(db, key, publicUrl, { where: eq(sponsorProposals.id, id), limit: 1 }),
    versionsOf(db, key.organizationId, id),
    secondsBySection(db, key.organizationId, id),
  ]);
  const current = versions.find(({ version }) => version === row?.version);
  if (!row || !current) throw new AppError('not_found', 'There is no such proposal.');
  return {
    ...row,
    content: current.content,
    versions: versions.map(({ version, reason, createdBy, createdAt }) => ({ version, reason, createdBy, createdAt })),
    problems: await problemsOf(context, row, current.content),
    sections,
  };
}

/** What keeps a proposal from going out as it is: its package, and what the linter finds against the records. */
async function problemsOf(
  context: ToolContext,
  { companyId, contactId }: { companyId: string; contactId: string | null },
  content: ProposalContent,
): Promise<Lint[]> {
  const sales = salesOf(context);
  const company = await sales.records.company(companyId);
  if (!company) return [{ rule: 'company_gone', text: 'Its company is not in the records any more.', at: '' }];
  const [records, settings, otherCompanies, contact] = await Promise.all([
    draftRecords(sales, company),
    sales.records.settings(),
    sales.otherCompanies(companyId),
    contactId ? sales.records.contact(contactId) : null,
  ]);
  const { now } = context;
  const offered = records.packages.find(({ id }) => id === content.packageId);
  const isGone = offered !== undefined && (!offered.active || leftOf(offered) === 0);
  const known = lintContext({
    ...{ ...records, contact, otherCompanies, ownPast: company.sponsorships, goals: company.goals, sender: settings.outreach },
    ...{ organizer: context.event.name, publicUrl: context.letterhead.publicUrl, optOutLink: '', locale: content.locale, now },
  });
  return [
    ...(isGone ? [{ rule: 'package_gone', text: 'Its package is sold out or off sale.', at: content.packageName }] : []),
    ...lintProposal(content, records, known, now),
  ];
}

function refusal(outcome: Exclude<Awaited<ReturnType<typeof askAgent>>, { kind: 'done' }>): AppError {
  if (outcome.kind === 'failed') return new AppError('conflict', outcome.message, { retry: 'later' });
  return new AppError('refused', outcome.reason);
}
