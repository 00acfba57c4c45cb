import { useLive } from '../lib/live-event';

const words = {
  live: ['Live', 'Changes appear at once'],
  connecting: ['Connecting', 'Connecting to live updates'],
  offline: ['Offline', 'No live updates; trying again'],
} as const;

export function LiveBadge({ short = false }: { short?: boolean }) {
  const { state } = useLive();
  const [text, explained] = words[state];
  return (
    <p className={`live live-${state}`} role="status" title={explained}>
      <span className="live-mark" aria-hidden="true" />
      {text}
      {!short && state !== 'live' && <span className="visually-hidden">: {explained}</span>}
    </p>
  );
}
