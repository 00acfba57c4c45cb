import { useRead } from '../lib/query';

/** What waits for a person, for the badges of the navigation; kept fresh by live frames. */
export function useCounts(eventId: string | undefined): { approvals: number; waiting: number } {
  const today = useRead('GET /events/{eventId}/today', { params: { eventId: eventId ?? '' } }, { enabled: eventId !== undefined });
  return { approvals: today.data?.approvalsPending ?? 0, waiting: today.data?.conversationsWaiting ?? 0 };
}
