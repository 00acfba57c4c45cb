import type { Approval } from '../../../../worker/contract/work';
import { formatNumber, wordsOf } from '../../lib/format';
import { useRead } from '../../lib/query';
import { useEvent } from '../../lib/session';
import { riskLevel } from './approval-words';

/** The risk as the sum of its parts, against the dial up to which the agent acts alone. */
export function Risk({ approval }: { approval: Approval }) {
  const { id: eventId } = useEvent();
  const agents = useRead('GET /events/{eventId}/agents', { params: { eventId } }, { staleTime: 60_000 });
  const settings = agents.data?.items.find(({ agent }) => agent === approval.agent);
  const dial = settings?.mode === 'full_auto' ? settings.autonomy : null;
  const { score, parts } = approval.risk;
  const named = Object.entries(parts).filter(([, value]) => value > 0);
  const scale = Math.max(
    100,
    named.reduce((sum, [, value]) => sum + value, 0),
  );
  return (
    <div>
      <h3>
        Risk {formatNumber(score)} of 100 <span className="muted">({riskLevel(score)})</span>
      </h3>
      <div className={`risk-bar risk-${riskLevel(score)}`} aria-hidden="true">
        {named.map(([name, value]) => (
          <span key={name} style={{ inlineSize: `${(value / scale) * 100}%` }} />
        ))}
        {dial !== null && <i style={{ insetInlineStart: `${(dial / scale) * 100}%` }} />}
      </div>
      <ul className="risk-parts">
        {named.map(([name, value]) => (
          <li key={name}>
            <span>{wordsOf(name)}</span>
            <span className="number">{formatNumber(value)}</span>
          </li>
        ))}
        {dial !== null && (
          <li>
            <span>The agent acts alone up to</span>
            <span className="number">{formatNumber(dial)}</span>
          </li>
        )}
      </ul>
    </div>
  );
}
