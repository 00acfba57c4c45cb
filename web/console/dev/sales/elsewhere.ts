import { publish } from '../live-sockets';
import { earlier, proposals } from './outreach';
import { deals } from './pipeline';

/** Things of sales that somebody else does, by the last part of their address. */
export const salesElsewhere: Record<string, () => void> = {
  'move-deal': () => {
    moveCumulo();
    publish({ type: 'sales', what: 'deal', id: 'dea_cumulo' });
  },
  /** As `move-deal`, but this browser has not heard of it yet. */
  'move-deal-silently': moveCumulo,
  'save-proposal': () => {
    const one = proposals.find(({ id }) => id === 'pro_nimbus');
    if (!one) return;
    earlier[`${one.id} ${one.version}`] = one.content;
    one.content = { ...one.content, greeting: 'Good morning Marta,' };
    one.version += 1;
    one.versions = [{ version: one.version, reason: 'Greeting', createdBy: 'usr_jonas', createdAt: Date.now() }, ...one.versions];
    publish({ type: 'sales', what: 'proposal', id: one.id });
  },
};

function moveCumulo(): void {
  const one = deals.find(({ id }) => id === 'dea_cumulo');
  if (one) Object.assign(one, { stage: 'negotiation', version: one.version + 1 });
}
