import { circleOf } from '../../approvals/circle';
import { decideApproval } from '../../approvals/decide';
import { approvalView } from '../../approvals/view';
import { reviewAfter } from '../../autonomy/review';
import { AppError } from '../../core/errors';
import { databaseOf } from '../../db/database';
import { approvalById } from '../../db/records/approvals';
import { listApprovals } from '../../db/records/work';
import type { HandlerTable } from '../app';
import { decodeCursor, pageFrom } from '../cursor';

export const approvalRoutes = {
  async 'GET /events/{eventId}/approvals'({ env, identity, params, query, now }) {
    const { organizationId, actor } = identity;
    const db = databaseOf(env, organizationId);
    const rows = await listApprovals(db, organizationId, params.eventId, query.state, decodeCursor(query.cursor), query.limit);
    const ids = rows.map((row) => row.id);
    const circle = await circleOf(db, organizationId, ids, now);
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.createdAt, row.id],
      (row) => approvalView(row, circle, actor),
    );
  },
  async 'GET /events/{eventId}/approvals/{approvalId}'({ env, identity, params, now }) {
    const { organizationId, actor } = identity;
    const db = databaseOf(env, organizationId);
    const [row, circle] = await Promise.all([
      approvalById(db, organizationId, params.eventId, params.approvalId),
      circleOf(db, organizationId, [params.approvalId], now),
    ]);
    if (!row) throw new AppError('not_found', 'There is no such proposal.');
    return approvalView(row, circle, actor);
  },
  async 'POST /events/{eventId}/approvals/{approvalId}/decision'({ env, identity, params, body, now, waitUntil }) {
    const approval = await decideApproval(env, identity, params.eventId, params.approvalId, body, now, waitUntil);
    waitUntil(reviewAfter(env, { organizationId: identity.organizationId, eventId: params.eventId }, now));
    return approval;
  },
  async 'POST /events/{eventId}/approvals/decisions'({ env, identity, params, body, now, waitUntil }) {
    const items = [];
    for (const { id, ...decision } of body.decisions) {
      try {
        items.push({ id, approval: await decideApproval(env, identity, params.eventId, id, decision, now, waitUntil) });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        items.push({ id, problem: error.message });
      }
    }
    waitUntil(reviewAfter(env, { organizationId: identity.organizationId, eventId: params.eventId }, now));
    return { items };
  },
} satisfies Partial<HandlerTable>;
