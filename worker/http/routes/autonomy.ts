import { trackRecords } from '../../autonomy/records';
import { decidePromotion } from '../../autonomy/review';
import type { AutonomyProposal } from '../../contract/autonomy';
import { AgentName } from '../../contract/common';
import { standingOf, windowMs } from '../../core/autonomy/review';
import { dayMs } from '../../core/instant';
import { databaseOf } from '../../db/database';
import type { AutonomyProposalRow } from '../../db/records/autonomy';
import type { HandlerTable } from '../app';

export const autonomyRoutes = {
  async 'GET /events/{eventId}/autonomy'({ env, identity, params, now }) {
    const { organizationId } = identity;
    const { tools, history } = await trackRecords(databaseOf(env, organizationId), { organizationId, eventId: params.eventId }, now);
    return {
      windowDays: windowMs / dayMs,
      items: tools.map(({ agent, tool, effect, volume, record, proposal }) => ({
        agent,
        tool,
        effect,
        volume,
        allowance: record.allowance,
        proposal: proposal && proposalView(proposal),
        ...standingOf(record, now),
      })),
      history: history.map(proposalView),
    };
  },

  async 'POST /events/{eventId}/autonomy/{id}/decision'({ env, identity, params, body, now }) {
    const key = { organizationId: identity.organizationId, eventId: params.eventId };
    return proposalView(await decidePromotion(env, key, params.id, body.decision, identity.actor, now));
  },
} satisfies Partial<HandlerTable>;

function proposalView({ organizationId: _organization, eventId: _event, agent, ...row }: AutonomyProposalRow): AutonomyProposal {
  return { ...row, agent: AgentName.parse(agent) };
}
