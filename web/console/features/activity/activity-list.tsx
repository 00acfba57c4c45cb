import { Link } from 'wouter';
import type { ActivityRow } from '../../../../worker/contract/work';
import { formatDuration, wordsOf } from '../../lib/format';
import { useEventPath } from '../../lib/session';
import { Ago, Badge } from '../../ui/bits';
import { agentWords, statusWords } from '../../ui/words';

export function ActivityList({ items }: { items: ActivityRow[] }) {
  const path = useEventPath();
  return (
    <ul className="rows">
      {items.map((item) => {
        const status = statusWords[item.status];
        return (
          <li key={item.id}>
            <Link to={path(`/activity/${item.id}`)} className="row-link">
              <span className="row-main">
                <span className="row-title">
                  <strong>{wordsOf(item.tool ?? item.activityType)}</strong>
                  <Badge tone={status.tone}>{status.text}</Badge>
                  {item.requiredHumanReview && <Badge tone="info">Needs a person</Badge>}
                </span>
                <span className="muted clip">{item.reasoning ?? wordsOf(item.escalationReason ?? item.activityType)}</span>
              </span>
              <span className="row-side small muted">
                <span>{agentWords[item.agent]}</span>
                <Ago at={item.createdAt} />
                {item.durationMs !== null && <span>{formatDuration(item.durationMs)}</span>}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
