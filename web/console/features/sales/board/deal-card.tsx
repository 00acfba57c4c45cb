import type { KeyboardEvent, PointerEvent } from 'react';
import { Link } from 'wouter';
import type { Deal } from '../../../../../worker/contract/sales/pipeline';
import { formatPrice } from '../../../lib/format';
import { useEventNow, useEventPath } from '../../../lib/session';
import { Ago } from '../../../ui/bits';
import { Icon } from '../../../ui/icon';
import { Score } from '../score';

interface Props {
  deal: Deal;
  carried: boolean;
  busy: boolean;
  may: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onPointerDown: (event: PointerEvent) => void;
  onMenu: () => void;
}

export function DealCard({ deal, carried, busy, may, onKeyDown, onPointerDown, onMenu }: Props) {
  const path = useEventPath();
  const now = useEventNow();
  const late = deal.nextActionAt !== null && deal.nextActionAt < now;
  return (
    <li
      className={carried ? 'deal deal-carried' : 'deal'}
      data-deal={deal.id}
      aria-busy={busy || undefined}
      onPointerDown={(event) => may && !busy && event.pointerType === 'mouse' && onPointerDown(event)}
    >
      <div className="deal-head">
        <Link to={path(`/sales/companies/${deal.companyId}`)} className="deal-name" draggable={false}>
          {deal.companyName}
        </Link>
        {may && (
          <button
            type="button"
            className="icon-button deal-handle"
            data-handle={deal.id}
            aria-label={`Move ${deal.companyName}`}
            aria-pressed={carried}
            title="Move: space and arrow keys, or a click for a list"
            aria-disabled={busy || undefined}
            onKeyDown={(event) => !busy && onKeyDown(event)}
            // Firefox clicks when space is let go.
            onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
            onPointerDown={(event) => !busy && event.pointerType !== 'mouse' && onPointerDown(event)}
            onClick={() => !busy && onMenu()}
          >
            <Icon name="grip" size={16} />
          </button>
        )}
      </div>
      <p className="deal-line">
        <span className="deal-amount">{formatPrice(deal.amount)}</span>
        <Score score={deal.score} />
      </p>
      <p className="small muted clip">{[deal.packageName, deal.contactName].filter(Boolean).join(' · ') || 'Nothing chosen yet'}</p>
      {deal.stage === 'lost' && deal.lostReason && <p className="small">{deal.lostReason}</p>}
      {deal.nextAction && deal.stage !== 'lost' && deal.stage !== 'signed' && (
        <p className={late ? 'small deal-next problem-text' : 'small deal-next'}>
          <Icon name="clock" size={14} />
          <span>
            {deal.nextAction}
            {deal.nextActionAt !== null && (
              <>
                {' · '}
                <Ago at={deal.nextActionAt} />
              </>
            )}
          </span>
        </p>
      )}
    </li>
  );
}
