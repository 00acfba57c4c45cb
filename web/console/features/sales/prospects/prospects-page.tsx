import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import type { Prospect } from '../../../../../worker/contract/sales/pipeline';
import { formatCount, formatNumber } from '../../../lib/format';
import { useRead } from '../../../lib/query';
import { useEvent, useEventPath, useMay } from '../../../lib/session';
import { useFilters } from '../../../lib/use-filters';
import { Badge, Notice } from '../../../ui/bits';
import { Button, ButtonLink } from '../../../ui/button';
import { CheckField, TextField } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { Empty, Problem, States } from '../../../ui/states';
import { NewCampaign } from '../campaigns/new-campaign';
import { stageWords } from '../sales-words';
import { Obstacles, Score, ScoreParts } from '../score';
import { useAddDeals } from './use-add-deals';

const shown = 100;

export function ProspectsPage() {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const may = useMay('organizer');
  const { search, setFilter } = useFilters();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [campaign, setCampaign] = useState(false);
  const { add, busy, problem } = useAddDeals();
  const filters = { q: search.get('q') ?? '', industry: search.get('industry') ?? '', country: search.get('country') ?? '' };
  const obstructed = search.get('obstructed') === 'true';
  const asked = useDeferredValue(filters);
  const query = useRead('GET /events/{eventId}/prospects', {
    params: { eventId },
    query: { limit: shown, obstructed: obstructed ? 'true' : 'false', ...given(asked) },
  });
  const chosen = query.data?.items.filter(({ companyId }) => picked.has(companyId)) ?? [];
  const toggle = (id: string, on: boolean) => setPicked((old) => new Set(on ? [...old, id] : [...old].filter((other) => other !== id)));
  const addChosen = async () => {
    await add(chosen.filter(({ dealId }) => dealId === null));
    setPicked(new Set());
  };
  return (
    <Page
      title="Prospects"
      lead="Companies ranked for this event. Every score says what it stands on."
      actions={
        <ButtonLink to={path('/sales/settings')} icon="settings">
          What they are matched with
        </ButtonLink>
      }
    >
      <div className="filters">
        {(['q', 'industry', 'country'] as const).map((name) => (
          <TextField
            key={name}
            bare
            label={{ q: 'Search prospects', industry: 'Industry', country: 'Country' }[name]}
            type={name === 'q' ? 'search' : 'text'}
            placeholder={{ q: 'Name or domain', industry: 'Industry', country: 'Country, e.g. PT' }[name]}
            maxLength={name === 'country' ? 2 : 120}
            value={filters[name]}
            onChange={(event) => setFilter(name, name === 'country' ? event.target.value.toUpperCase() : event.target.value)}
          />
        ))}
        <CheckField
          label="Also those we cannot write to, and why"
          checked={obstructed}
          onChange={(event) => setFilter('obstructed', event.target.checked ? 'true' : '')}
        />
      </div>
      <Problem error={problem} />
      <States
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={<NoProspects considered={query.data?.considered ?? 0} obstructed={query.data?.obstructed ?? 0} may={may} />}
      >
        {({ items, considered, obstructed: kept }) => (
          <>
            <p className="small muted" role="status">
              {formatCount(items.length, 'prospect')} of {formatCount(considered, 'company', 'companies')} considered
              {!obstructed && kept > 0 && `; ${formatNumber(kept)} cannot be written to now`}
            </p>
            {chosen.length > 0 && (
              <div className="selection-bar">
                <strong>{formatNumber(chosen.length)} chosen</strong>
                <Button small busy={busy} disabled={chosen.every(({ dealId }) => dealId !== null)} onClick={addChosen}>
                  Put into the pipeline
                </Button>
                <Button small look="primary" onClick={() => setCampaign(true)}>
                  Start a campaign
                </Button>
              </div>
            )}
            <ol className="rows">
              {items.map((prospect, index) => (
                <Row
                  key={prospect.companyId}
                  prospect={prospect}
                  rank={index + 1}
                  picked={picked.has(prospect.companyId)}
                  onPick={may ? (on) => toggle(prospect.companyId, on) : null}
                />
              ))}
            </ol>
            {items.length === shown && <Notice>The best {shown} are shown. Filters find the others.</Notice>}
          </>
        )}
      </States>
      {campaign && <NewCampaign include={chosen} onClose={() => setCampaign(false)} />}
    </Page>
  );
}

function given(filters: Record<string, string>): Record<string, string> {
  const set = Object.entries(filters).filter(([name, value]) => value !== '' && (name !== 'country' || value.length === 2));
  return Object.fromEntries(set);
}

function NoProspects({ considered, obstructed, may }: { considered: number; obstructed: number; may: boolean }) {
  const path = useEventPath();
  if (considered > 0) {
    return (
      <Empty icon="target" title="Nobody is left">
        {obstructed > 0
          ? `${formatCount(obstructed, 'company', 'companies')} cannot be written to now. Tick the box above to see why.`
          : 'Try fewer filters.'}
      </Empty>
    );
  }
  return (
    <Empty
      icon="target"
      title="No companies to rank yet"
      action={
        may && (
          <ButtonLink to={path('/sales/companies/imports')} look="primary">
            Import companies
          </ButtonLink>
        )
      }
    >
      Import an export of HubSpot, Apollo or LinkedIn Sales Navigator, or any spreadsheet of companies.
    </Empty>
  );
}

interface RowProps {
  prospect: Prospect;
  rank: number;
  picked: boolean;
  onPick: ((on: boolean) => void) | null;
}

function Row({ prospect, rank, picked, onPick }: RowProps) {
  const path = useEventPath();
  return (
    <li className="prospect">
      {onPick && (
        <input
          type="checkbox"
          aria-label={`Choose ${prospect.name}`}
          checked={picked}
          disabled={prospect.obstacles.length > 0}
          onChange={(event) => onPick(event.target.checked)}
        />
      )}
      <span className="prospect-rank small muted">{rank}</span>
      <div className="prospect-body">
        <div className="row-title">
          <Link to={path(`/sales/companies/${prospect.companyId}`)} className="strong-link">
            {prospect.name}
          </Link>
          {prospect.stage && <Badge tone={stageWords[prospect.stage].tone}>{stageWords[prospect.stage].text}</Badge>}
        </div>
        <p className="small muted">
          {[prospect.industry, prospect.country, formatCount(prospect.contacts, 'person', 'people')].filter(Boolean).join(' · ')}
        </p>
        <Obstacles obstacles={prospect.obstacles} />
        <details>
          <summary className="small">{bestReason(prospect)}</summary>
          <ScoreParts parts={prospect.parts} />
        </details>
      </div>
      <Score score={prospect.score} />
    </li>
  );
}

/** The part that speaks loudest for the company, in its own words. */
function bestReason({ parts }: Prospect): string {
  const best = [...parts].sort((a, b) => b.points - a.points)[0];
  return best ? `${best.label}: ${best.because}` : 'Why this score';
}
