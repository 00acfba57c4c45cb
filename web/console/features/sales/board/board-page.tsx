import { useState } from 'react';
import type { Deal, Pipeline } from '../../../../../worker/contract/sales/pipeline';
import { formatCount, formatPrice } from '../../../lib/format';
import { useRead } from '../../../lib/query';
import { useEvent, useEventPath, useMay } from '../../../lib/session';
import { useFilters } from '../../../lib/use-filters';
import { Notice } from '../../../ui/bits';
import { Button, ButtonLink } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { Empty, Skeleton, States } from '../../../ui/states';
import { NewDeal } from '../new-deal';
import { Board } from './board';

export function BoardPage() {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const may = useMay('organizer');
  const { search, setFilter } = useFilters();
  const [adding, setAdding] = useState(false);
  const q = search.get('q') ?? '';
  const query = useRead('GET /events/{eventId}/deals', { params: { eventId } });
  return (
    <Page
      title="Pipeline"
      full
      lead={query.data ? summaryOf(query.data) : 'Deals by stage'}
      actions={
        <>
          <ButtonLink to={path('/sales/prospects')} icon="target">
            Find prospects
          </ButtonLink>
          {may && (
            <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
              Add a deal
            </Button>
          )}
        </>
      }
    >
      <States
        query={query}
        isEmpty={({ items }) => items.length === 0}
        loading={<Skeleton rows={6} />}
        empty={
          <Empty
            icon="sales"
            title="No deals yet"
            action={
              <ButtonLink to={path('/sales/prospects')} look="primary">
                See who fits this event
              </ButtonLink>
            }
          >
            Companies come into the pipeline from the ranked prospects, by a campaign, or one by one.
          </Empty>
        }
      >
        {(pipeline) => (
          <>
            <div className="filters">
              <TextField
                bare
                label="Search deals"
                type="search"
                placeholder="Company, person or package"
                value={q}
                onChange={(event) => setFilter('q', event.target.value)}
              />
              <p className="small muted wide-only">
                Drag a card, or focus its handle: <kbd>Space</kbd> picks it up, arrow keys carry it.
              </p>
            </div>
            <Board pipeline={{ ...pipeline, items: pipeline.items.filter((deal) => fits(deal, q)) }} all={pipeline} />
            {pipeline.more > 0 && <Notice>{formatCount(pipeline.more, 'older deal')} not shown here; search companies for them.</Notice>}
          </>
        )}
      </States>
      {adding && <NewDeal onClose={() => setAdding(false)} />}
    </Page>
  );
}

function summaryOf({ items, stages }: Pipeline): string {
  const open = items.filter(({ stage }) => stage !== 'signed' && stage !== 'lost');
  const signed = stages.find(({ stage }) => stage === 'signed');
  const worth = open.reduce((sum, deal) => sum + deal.amount.minor, 0);
  const currency = open[0]?.amount.currency ?? signed?.amount.currency;
  const text = formatCount(open.length, 'open deal');
  if (!currency) return text;
  const won = signed && signed.deals > 0 ? `, ${formatPrice(signed.amount)} signed` : '';
  return `${text}${worth > 0 ? ` worth ${formatPrice({ minor: worth, currency })}` : ''}${won}`;
}

const fits = (deal: Deal, q: string) =>
  `${deal.companyName} ${deal.contactName} ${deal.packageName}`.toLowerCase().includes(q.trim().toLowerCase());
