import { useState } from 'react';
import { Link } from 'wouter';
import type { SponsorPackage } from '../../../../../worker/contract/sales/pipeline';
import { formatDay, formatNumber, formatPrice } from '../../../lib/format';
import { useRead } from '../../../lib/query';
import { useEvent, useEventPath, useMay } from '../../../lib/session';
import { Badge } from '../../../ui/bits';
import { Button } from '../../../ui/button';
import { Section } from '../../../ui/page';
import { Empty, States } from '../../../ui/states';
import { PackageDialog } from './package-dialog';

/** What is offered at which price: the only prices that a proposal or mail may name. */
export function PackagesTab() {
  const { id: eventId } = useEvent();
  const may = useMay('organizer');
  const [open, setOpen] = useState<SponsorPackage | 'new' | null>(null);
  const query = useRead('GET /events/{eventId}/packages', { params: { eventId } });
  const add = may && (
    <Button small={(query.data?.items.length ?? 0) > 0} look="primary" icon="plus" onClick={() => setOpen('new')}>
      Add a package
    </Button>
  );
  return (
    <>
      <States
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Empty icon="document" title="No packages yet" action={add}>
            Proposals name only packages and prices that stand here.
          </Empty>
        }
      >
        {({ items }) => (
          <Section title="Packages" lead="Proposals and mails name no other price." actions={add}>
            <ul className="packages">
              {[...items]
                .sort((a, b) => a.position - b.position)
                .map((one) => (
                  <Package key={one.id} one={one} onEdit={may ? () => setOpen(one) : null} />
                ))}
            </ul>
          </Section>
        )}
      </States>
      {open && <PackageDialog saved={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}

function Package({ one, onEdit }: { one: SponsorPackage; onEdit: (() => void) | null }) {
  const path = useEventPath();
  const left = one.stock === null ? null : one.stock - one.signed;
  const early = one.earlyBirdMinor !== null && one.earlyBirdUntil !== null;
  return (
    <li className="panel">
      <div className="row row-between">
        <h3 className="package-name">{one.name}</h3>
        {!one.active && <Badge>Not offered</Badge>}
        {one.active && left === 0 && <Badge tone="warn">None left</Badge>}
      </div>
      <p className="package-price">{formatPrice(one.priceNow)}</p>
      {early && (
        <p className="small muted">
          {one.priceNow.minor === one.earlyBirdMinor
            ? `Until ${formatDay(one.earlyBirdUntil ?? '')}, then ${formatPrice({ minor: one.priceMinor, currency: one.currency })}`
            : `The early price ended on ${formatDay(one.earlyBirdUntil ?? '')}`}
        </p>
      )}
      <p className="small">
        <Link to={path('/sales')}>{formatNumber(one.signed)} signed</Link>
        {one.stock === null ? ', no limit' : ` of ${formatNumber(one.stock)}`}
      </p>
      {one.exclusiveIndustry && <p className="small muted">Exclusive in {one.exclusiveIndustry}</p>}
      <ul className="reasons small">
        {one.benefits.map((benefit) => (
          <li key={benefit.id}>
            {benefit.text} {benefit.goals.length > 0 && <span className="muted">({benefit.goals.join(', ')})</span>}
          </li>
        ))}
      </ul>
      {onEdit && (
        <div className="row">
          <Button small icon="edit" onClick={onEdit}>
            Edit<span className="visually-hidden"> {one.name}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
