import { Link } from 'wouter';
import { wordsOf } from '../../lib/format';
import { useRead } from '../../lib/query';
import { useEvent, useEventPath } from '../../lib/session';
import { Notice } from '../../ui/bits';
import { agentWords } from '../../ui/words';

/** Which of today's limits hold agents back. */
export function SpentLimits() {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const budgets = useRead('GET /events/{eventId}/budgets', { params: { eventId } }, { staleTime: 60_000 });
  const spent = (budgets.data?.items ?? []).filter(({ left }) => left === 0);
  if (spent.length === 0) return null;
  const names = spent.map(({ agent, scope, kind }) => {
    const whose = agent ? agentWords[agent] : scope === 'event' ? 'This event' : 'The organization';
    return `${whose}: ${kind.startsWith('money:') ? 'refunded money' : wordsOf(kind).toLowerCase()}`;
  });
  return (
    <Notice tone="warn" icon="alert">
      <span>
        <strong>Spent for today.</strong> {names.join('; ')}. What needs more is refused until tomorrow or until somebody raises the{' '}
        <Link to={path('/settings/limits')}>limits</Link>.
      </span>
    </Notice>
  );
}
