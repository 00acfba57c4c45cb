import { useRead } from '../lib/query';

/** What waits for a person, for the badges of the navigation; kept fresh by live frames. */
export function useCounts(eventId: string | undefined): { approvals: number; waiting: number; replies: number } {
  const params = { eventId: eventId ?? '' };
  const enabled = eventId !== undefined;
  const today = useRead('GET /events/{eventId}/today', { params }, { enabled });
  const replies = useRead('GET /events/{eventId}/replies', { params, query: { open: 'true', limit: 1 } }, { enabled });
  return {
    approvals: today.data?.approvalsPending ?? 0,
    waiting: today.data?.conversationsWaiting ?? 0,
    replies: replies.data?.open ?? 0,
  };
}
