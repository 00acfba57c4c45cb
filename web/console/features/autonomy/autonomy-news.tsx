import { Link } from 'wouter';
import { formatNumber, wordsOf } from '../../lib/format';
import { useRead } from '../../lib/query';
import { useEvent, useEventNow, useEventPath } from '../../lib/session';
import { Ago, Notice } from '../../ui/bits';
import { agentWords } from '../../ui/words';
import { Promotion } from './promotion';

const newsForMs = 3 * 86_400_000;

/** On Today: promotions that wait for the owner, and demotions of the last days. */
export function AutonomyNews() {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const now = useEventNow();
  const query = useRead('GET /events/{eventId}/autonomy', { params: { eventId } }, { staleTime: 60_000 });
  const news = (query.data?.history ?? []).filter((proposal) =>
    proposal.direction === 'promotion' ? proposal.state === 'pending' : now - proposal.createdAt < newsForMs,
  );
  return news.map((proposal) =>
    proposal.direction === 'promotion' ? (
      <Promotion key={proposal.id} proposal={proposal} />
    ) : (
      <Notice key={proposal.id} tone="warn" icon="alert">
        <span>
          <strong>
            {agentWords[proposal.agent]} lost room for {wordsOf(proposal.tool).toLowerCase()}
          </strong>{' '}
          <Ago at={proposal.createdAt} />: allowance {formatNumber(proposal.fromAllowance)} → {formatNumber(proposal.toAllowance)}.{' '}
          <Link to={path('/settings/autonomy')}>Why</Link>
        </span>
      </Notice>
    ),
  );
}
