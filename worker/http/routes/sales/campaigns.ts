import type { outreachEndpoints } from '../../../contract/sales/outreach';
import { AppError } from '../../../core/errors';
import { CampaignSettings } from '../../../core/sales/types';
import type { CampaignState } from '../../../core/sales-stages';
import { addCampaign, campaignById, campaignsOf, changeCampaign, changeMembers } from '../../../db/records/outreach/campaigns';
import { salesObject } from '../../../objects';
import { newId } from '../../../random';
import { announceSales } from '../../../sales/announce';
import { campaignRow, campaignView, memberViews } from '../../../sales/campaign-view';
import { type Desk, salesDesk } from '../../../sales/desk';
import { planCampaign } from '../../../sales/plan-campaign';
import type { Handlers } from '../../handler';

type Keys = Extract<keyof typeof outreachEndpoints, `${string}/campaigns${string}`>;

const moves: Record<'start' | 'pause' | 'resume' | 'cancel', { from: readonly CampaignState[]; to: CampaignState }> = {
  start: { from: ['draft'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  cancel: { from: ['draft', 'running', 'paused'], to: 'cancelled' },
};

export const campaignRoutes = {
  async 'GET /events/{eventId}/campaigns'({ env, identity, params, now }) {
    const { db, key, context } = await salesDesk(env, identity.organizationId, params.eventId, now);
    const items = [];
    for (const campaign of await campaignsOf(db, key)) items.push(await campaignRow(db, key, campaign, context));
    return { items };
  },

  async 'POST /events/{eventId}/campaigns'({ env, identity, params, body, now }) {
    const desk = await salesDesk(env, identity.organizationId, params.eventId, now);
    const at = desk.context.now;
    const id = newId('campaign', now);
    const settings = CampaignSettings.parse(body.settings);
    await addCampaign(desk.db, {
      ...{ id, ...desk.key, name: body.name, state: 'draft' as const, settings },
      ...{ createdBy: identity.actor, createdAt: at, updatedAt: at },
    });
    await announceSales(env, params.eventId, 'campaign', id);
    return shown(desk, id);
  },

  async 'GET /events/{eventId}/campaigns/{campaignId}'({ env, identity, params, now }) {
    return shown(await salesDesk(env, identity.organizationId, params.eventId, now), params.campaignId);
  },

  async 'PATCH /events/{eventId}/campaigns/{campaignId}'({ env, identity, params, body, now, waitUntil }) {
    const desk = await salesDesk(env, identity.organizationId, params.eventId, now);
    const campaign = await existing(desk, params.campaignId);
    if (campaign.state === 'done' || campaign.state === 'cancelled')
      throw new AppError('conflict', 'A campaign that has ended is not edited. Plan another one.');
    const change = {
      ...(body.name === undefined ? {} : { name: body.name }),
      ...(body.settings === undefined ? {} : { settings: CampaignSettings.parse({ ...campaign.settings, ...body.settings }) }),
    };
    if (!(await changeCampaign(desk.db, desk.key, { id: campaign.id, version: body.version }, change, desk.context.now)))
      throw new AppError('conflict', 'Somebody else has changed this campaign meanwhile. Load it again and repeat your change.');
    await announceSales(env, params.eventId, 'campaign', campaign.id);
    if (campaign.state === 'running') waitUntil(salesObject(env, params.eventId).campaignsChanged());
    return shown(desk, campaign.id);
  },

  async 'POST /events/{eventId}/campaigns/{campaignId}/state'({ env, identity, params, body, now }) {
    const desk = await salesDesk(env, identity.organizationId, params.eventId, now);
    const campaign = await existing(desk, params.campaignId);
    const { from, to } = moves[body.action];
    if (!from.includes(campaign.state))
      throw new AppError('conflict', `A campaign that is ${campaign.state} cannot ${body.action}. Load it again.`);
    const at = desk.context.now;
    const changed = await changeCampaign(
      desk.db,
      desk.key,
      campaign,
      {
        state: to,
        ...(body.action === 'start' ? { startedAt: at } : {}),
        ...(to === 'cancelled' ? { endedAt: at } : {}),
      },
      at,
    );
    if (!changed) throw new AppError('conflict', 'Somebody else has changed this campaign meanwhile. Load it again.');
    await announceSales(env, params.eventId, 'campaign', campaign.id);
    // The plan is made now, so that whoever started it sees what it found.
    await salesObject(env, params.eventId).campaignsChanged();
    return shown(desk, campaign.id);
  },

  async 'POST /events/{eventId}/campaigns/{campaignId}/members/{memberId}/stop'({ env, identity, params, now }) {
    const desk = await salesDesk(env, identity.organizationId, params.eventId, now);
    const campaign = await existing(desk, params.campaignId);
    const before = await planCampaign(desk.db, desk.key, campaign, desk.context);
    const member = before.members.find(({ id }) => id === params.memberId);
    if (!member) throw new AppError('not_found', 'This campaign has no such company.');
    const change = { state: 'stopped' as const, stopReason: 'held_by_person' as const, nextAt: null, approvalId: null };
    if (member.state !== 'stopped' && member.state !== 'done')
      await changeMembers(desk.db, desk.key, [{ memberId: member.id, change }], desk.context.now);
    await announceSales(env, params.eventId, 'campaign', campaign.id);
    const after = await planCampaign(desk.db, desk.key, campaign, desk.context);
    const view = (await memberViews(after, desk.context)).find(({ id }) => id === member.id);
    if (!view) throw new AppError('not_found', 'This campaign has no such company.');
    return view;
  },
} satisfies Pick<Handlers<typeof outreachEndpoints>, Keys>;

async function existing({ db, key }: Desk, id: string) {
  const campaign = await campaignById(db, key, id);
  if (!campaign) throw new AppError('not_found', 'There is no such campaign.');
  return campaign;
}

async function shown(desk: Desk, id: string) {
  return campaignView(desk.db, desk.key, await existing(desk, id), desk.context);
}
