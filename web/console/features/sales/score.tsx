import type { Prospect } from '../../../../worker/contract/sales/pipeline';
import { formatNumber, formatPercent } from '../../lib/format';
import { Bar } from '../../ui/bar';
import { Icon } from '../../ui/icon';

const go = 80;
const chance = 'Chance of signing';

/** A score of 0 to 100; from 80 on it is a "go". */
export function Score({ score }: { score: number | null }) {
  if (score === null) return <span className="score score-none">Not scored</span>;
  const rounded = Math.round(score);
  return (
    <span className={rounded >= go ? 'score score-go' : 'score'}>
      <span className="visually-hidden">Score </span>
      {formatNumber(rounded)}
      {rounded >= go && <Icon name="check" size={12} />}
      {rounded >= go && <span className="visually-hidden">, go</span>}
    </span>
  );
}

/** What a score is made of: each part with what was compared. */
export function ScoreParts({ parts, probability }: { parts: Prospect['parts']; probability?: number | null }) {
  if (parts.length === 0) return <p className="muted small">Not scored yet.</p>;
  return (
    <ul className="part-list" aria-label="Parts of the score">
      {parts.map((part) => (
        <li key={part.part}>
          <span className="part-name">{part.label}</span>
          <Bar label={part.label} value={part.points} max={part.of} />
          <span className="number small">
            {formatNumber(part.points)} of {formatNumber(part.of)}
          </span>
          <span className="part-because small muted">{part.because}</span>
        </li>
      ))}
      {probability !== null && probability !== undefined && !parts.some(({ label }) => label === chance) && (
        <li>
          <span className="part-name">{chance}</span>
          <Bar label={chance} value={probability} max={1} />
          <span className="number small">{formatPercent(probability)}</span>
        </li>
      )}
    </ul>
  );
}

/** Why a company must not or cannot be written to now. */
export function Obstacles({ obstacles }: { obstacles: Prospect['obstacles'] }) {
  if (obstacles.length === 0) return null;
  return (
    <ul className="obstacles" aria-label="Why not">
      {obstacles.map((obstacle) => (
        <li key={obstacle.rule}>
          <Icon name="hand" size={16} />
          <span>{obstacle.text}</span>
        </li>
      ))}
    </ul>
  );
}
