import type { Deal, pipelineEndpoints } from '../../../contract/sales/pipeline';
import { AppError } from '../../../core/errors';
import { fitOutcomes, outcomeFeatures, reliability } from '../../../core/sales/calibrate';
import { dealStages } from '../../../core/sales-stages';
import { databaseOf } from '../../../db/database';
import { type EventRow, eventById } from '../../../db/records/events';
import { dealsListed, dealTotals, dealViews, outcomesOf } from '../../../db/records/sales/deals';
import { newId } from '../../../random';
import { type DealDesk, editDeal, openDeal } from '../../../sales/edit-deal';
import { scoreDeal } from '../../../sales/score-deal';
import type { Call, Handlers, Identity } from '../../handler';
import type { packageRoutes } from './packages';
import type { prospectRoutes } from './prospects';
import type { salesSettingsRoutes } from './settings';

type PipelineEndpoints = Omit<
  typeof pipelineEndpoints,
  keyof typeof packageRoutes | keyof typeof prospectRoutes | keyof typeof salesSettingsRoutes
>;

export const pipelineRoutes = {
  async 'GET /events/{eventId}/deals'({ env, identity, params }) {
    const { organizationId } = identity;
    const { eventId } = params;
    const db = databaseOf(env, organizationId);
    const [event, items, totals] = await Promise.all([
      eventById(db, organizationId, eventId),
      dealViews(db, organizationId, eventId),
      dealTotals(db, organizationId, eventId),
    ]);
    const currency = event?.currency ?? 'EUR';
    const stages = dealStages.map((stage) => {
      const total = totals.find((row) => row.stage === stage);
      return { stage, deals: total?.deals ?? 0, amount: { minor: total?.minor ?? 0, currency } };
    });
    const all = stages.reduce((sum, { deals }) => sum + deals, 0);
    return { items, stages, more: Math.max(0, all - dealsListed) };
  },

  async 'POST /events/{eventId}/deals'(call) {
    const { params, body, now } = call;
    const dealId = newId('deal', now);
    await openDeal(await deskOf(call), { dealId, ...body, stage: 'prospect' });
    return oneDeal(call.env, call.identity, params.eventId, dealId);
  },

  async 'PATCH /events/{eventId}/deals/{dealId}'(call) {
    const { params, body } = call;
    await editDeal(await deskOf(call), { dealId: params.dealId, ...body });
    return oneDeal(call.env, call.identity, params.eventId, params.dealId);
  },

  async 'POST /events/{eventId}/deals/{dealId}/qualify'(call) {
    const { params } = call;
    await scoreDeal(await deskOf(call), params.dealId);
    return oneDeal(call.env, call.identity, params.eventId, params.dealId);
  },

  async 'GET /events/{eventId}/sales/calibration'({ env, identity }) {
    const outcomes = await outcomesOf(databaseOf(env, identity.organizationId), identity.organizationId);
    const model = fitOutcomes(outcomes);
    return {
      outcomes: outcomes.length,
      signed: outcomes.filter(({ signed }) => signed).length,
      ...reliability(outcomes),
      weights: outcomeFeatures.map(({ feature, label, prior }, index) => ({
        feature,
        label,
        prior,
        fitted: model.weights[index] ?? prior,
      })),
    };
  },
} satisfies Handlers<PipelineEndpoints>;

type EventCall = Pick<Call<(typeof pipelineEndpoints)['GET /events/{eventId}/deals']>, 'env' | 'identity' | 'params' | 'now'>;

async function deskOf({ env, identity, params, now }: EventCall): Promise<DealDesk> {
  const { organizationId, actor } = identity;
  const event: EventRow | null = await eventById(databaseOf(env, organizationId), organizationId, params.eventId);
  return { env, organizationId, eventId: params.eventId, by: actor, now: event?.clockNow ?? now };
}

async function oneDeal(env: Env, { organizationId }: Identity, eventId: string, dealId: string): Promise<Deal> {
  const [deal] = await dealViews(databaseOf(env, organizationId), organizationId, eventId, dealId);
  if (!deal) throw new AppError('not_found', 'There is no such deal in this event.');
  return deal;
}
