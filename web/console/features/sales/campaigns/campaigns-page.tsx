import { useState } from 'react';
import { Link } from 'wouter';
import type { Campaign, CampaignRow } from '../../../../../worker/contract/sales/outreach';
import { formatCount, formatNumber, formatPercent } from '../../../lib/format';
import { useRead } from '../../../lib/query';
import { useEvent, useEventPath, useMay } from '../../../lib/session';
import { Ago, Badge } from '../../../ui/bits';
import { Button } from '../../../ui/button';
import { Page } from '../../../ui/page';
import { Empty, States } from '../../../ui/states';
import { campaignWords } from '../sales-words';
import { clauseOf } from './clause';
import { NewCampaign } from './new-campaign';

export function CampaignsPage() {
  const { id: eventId } = useEvent();
  const may = useMay('organizer');
  const [adding, setAdding] = useState(false);
  const query = useRead('GET /events/{eventId}/campaigns', { params: { eventId } });
  const plan = may && (
    <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
      Plan a campaign
    </Button>
  );
  return (
    <Page title="Campaigns" lead="Weeks of outreach that stop for a company as soon as somebody there answers." actions={plan}>
      <States
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Empty icon="send" title="No campaigns yet" action={plan}>
            A campaign finds companies, writes each the best of them a proposal, follows up with new angles, and books meetings.
          </Empty>
        }
      >
        {({ items }) => (
          <ul className="rows">
            {items.map((campaign) => (
              <Row key={campaign.id} campaign={campaign} />
            ))}
          </ul>
        )}
      </States>
      {adding && <NewCampaign onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Row({ campaign }: { campaign: CampaignRow | Campaign }) {
  const path = useEventPath();
  const { report, next, state } = campaign;
  const word = campaignWords[state];
  return (
    <li>
      <Link to={path(`/sales/campaigns/${campaign.id}`)} className="row-link">
        <span className="row-main">
          <span className="row-title">
            <strong className="clip">{campaign.name}</strong>
            <Badge tone={word.tone}>{word.text}</Badge>
            {report.needsPerson.length > 0 && <Badge tone="warn">{formatCount(report.needsPerson.length, 'thing')} for you</Badge>}
          </span>
          <span className="muted">
            {report.prospects === 0
              ? `Looks for ${formatNumber(campaign.settings.prospects)}, writes to ${formatNumber(campaign.settings.best)}`
              : [
                  formatCount(report.prospects, 'prospect'),
                  `${formatNumber(report.contacted)} contacted`,
                  report.responseRate === null ? '' : `${formatPercent(report.responseRate)} answered`,
                  formatCount(report.meetings, 'meeting'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
          </span>
          {next && state === 'running' && (
            <span className="small">
              Next: {clauseOf(next.text)} · <Ago at={next.at} />
            </span>
          )}
        </span>
        <span className="row-side small muted">
          <Ago at={campaign.startedAt ?? campaign.createdAt} />
        </span>
      </Link>
    </li>
  );
}
