import type { Stop } from '../../../../worker/contract/stops';
import { formatCount } from '../../lib/format';
import { Notice } from '../../ui/bits';
import { Command } from '../activity/command';

/** What a stop reached, and what was under way or done already, with the receipts of the services. */
export function Reached({ stop }: { stop: Stop }) {
  return (
    <div className="stack">
      <p>
        {formatCount(stop.held, 'effect')} on the way {stop.held === 1 ? 'is' : 'are'} held
        {stop.cancelled > 0 && `, ${formatCount(stop.cancelled, 'effect or proposal', 'effects and proposals')} cancelled`}.
      </p>
      {stop.couldNotStop.length === 0 ? (
        <Notice tone="good" icon="check">
          Nothing slipped through.
        </Notice>
      ) : (
        <>
          <Notice tone="warn" icon="alert">
            {formatCount(stop.couldNotStop.length, 'effect')} could no longer be stopped: under way, or out in the two minutes before. This
            is what the services answered.
          </Notice>
          {stop.couldNotStop.map((command) => (
            <Command key={command.id} command={command} />
          ))}
        </>
      )}
    </div>
  );
}
