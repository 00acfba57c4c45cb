import { AppError } from '../../../core/errors';
import type { HandlerTable } from '../../app';

/** Customer records live in this product's own tables; no other CRM can be connected yet. */
const embedded = { provider: 'embedded' as const, links: {}, conflicts: 0, lastSyncAt: null, lastProblem: null };

const nothingToSync = () =>
  new AppError('unavailable', 'Customer records live here alone: no other CRM is connected, so there is nothing to sync or to decide.');

export const crmRoutes = {
  async 'GET /crm'() {
    return embedded;
  },
  async 'GET /crm/conflicts'() {
    return { items: [] };
  },
  async 'POST /crm/sync'() {
    throw nothingToSync();
  },
  async 'POST /crm/conflicts'() {
    throw nothingToSync();
  },
} satisfies Partial<HandlerTable>;
