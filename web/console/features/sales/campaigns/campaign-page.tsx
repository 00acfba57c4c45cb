import { useState } from 'react';
import { Link } from 'wouter';
import type { Campaign } from '../../../../../worker/contract/sales/outreach';
import { formatDateTime, formatNumber, formatPercent } from '../../../lib/format';
import { useRead, useWrite } from '../../../lib/query';
import { useEvent, useEventPath, useMay } from '../../../lib/session';
import { Ago, Badge, Notice, Progress } from '../../../ui/bits';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { Page, Section } from '../../../ui/page';
import { Problem, Skeleton, States } from '../../../ui/states';
import { PlaceLink } from '../place-link';
import { campaignWords, memberWords } from '../sales-words';
import { CancelDialog } from './cancel-dialog';
import { clauseOf } from './clause';
import { EditCampaign } from './edit-campaign';
import { type FunnelStage, funnelStages, membersIn } from './funnel';
import { Members } from './members';

const touched = ['GET /events/{eventId}/campaigns/{campaignId}', 'GET /events/{eventId}/campaigns', 'GET /events/{eventId}/deals'] as const;

export function CampaignPage({ campaignId }: { campaignId: string }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const query = useRead('GET /events/{eventId}/campaigns/{campaignId}', { params: { eventId, campaignId } });
  const campaign = query.data;
  return (
    <Page
      title={campaign?.name ?? 'Campaign'}
      back={{ to: path('/sales/campaigns'), label: 'Campaigns' }}
      lead={campaign && <Lead campaign={campaign} />}
      actions={campaign && <Actions campaign={campaign} />}
    >
      <States query={query} loading={<Skeleton rows={6} />}>
        {(data) => (
          <>
            <Next campaign={data} />
            <NeedsPerson campaign={data} />
            <Funnel campaign={data} />
            <Under campaign={data} />
            <Members campaign={data} />
            <Timeline campaign={data} />
          </>
        )}
      </States>
    </Page>
  );
}

function Lead({ campaign }: { campaign: Campaign }) {
  const { prospects, best, minimumScore, followUpDays } = campaign.settings;
  return (
    <span className="row">
      <Badge tone={campaignWords[campaign.state].tone}>{campaignWords[campaign.state].text}</Badge>
      <span>
        {formatNumber(prospects)} looked for, the best {formatNumber(best)} from {minimumScore} on written to
        {followUpDays.length > 0 ? `, again on day ${followUpDays.join(', ')}` : ', no follow-ups'}
      </span>
    </span>
  );
}

function Actions({ campaign }: { campaign: Campaign }) {
  const { id: eventId } = useEvent();
  const may = useMay('organizer');
  const [open, setOpen] = useState<'edit' | 'cancel' | null>(null);
  const change = useWrite('POST /events/{eventId}/campaigns/{campaignId}/state', [...touched]);
  if (!may || campaign.state === 'done' || campaign.state === 'cancelled') return null;
  const act = (action: 'start' | 'pause' | 'resume') => change.mutate({ params: { eventId, campaignId: campaign.id }, body: { action } });
  return (
    <>
      <Button icon="edit" onClick={() => setOpen('edit')}>
        Edit
      </Button>
      {campaign.state !== 'draft' && (
        <Button look="danger" onClick={() => setOpen('cancel')}>
          Cancel
        </Button>
      )}
      {campaign.state === 'draft' && (
        <Button look="primary" icon="play" busy={change.isPending} onClick={() => act('start')}>
          Start
        </Button>
      )}
      {campaign.state === 'running' && (
        <Button icon="hand" busy={change.isPending} onClick={() => act('pause')}>
          Pause
        </Button>
      )}
      {campaign.state === 'paused' && (
        <Button look="primary" icon="play" busy={change.isPending} onClick={() => act('resume')}>
          Resume
        </Button>
      )}
      <Problem error={change.error} />
      {open === 'edit' && <EditCampaign campaign={campaign} onClose={() => setOpen(null)} />}
      {open === 'cancel' && <CancelDialog campaign={campaign} onClose={() => setOpen(null)} />}
    </>
  );
}

function Next({ campaign }: { campaign: Campaign }) {
  const event = useEvent();
  if (campaign.state === 'draft')
    return (
      <Notice>Nothing happens until it is started. It then finds companies, and asks before it writes where the policy says so.</Notice>
    );
  if (campaign.state === 'paused')
    return (
      <Notice tone="warn" icon="hand">
        Paused: nothing goes out. Answers are still taken in.
      </Notice>
    );
  if (!campaign.next) return null;
  return (
    <Notice icon="clock">
      <span>
        <strong>Next:</strong> {clauseOf(campaign.next.text)} · <Ago at={campaign.next.at} />{' '}
        <span className="small">({formatDateTime(campaign.next.at, event.timeZone)})</span>
      </span>
    </Notice>
  );
}

function NeedsPerson({ campaign: { report } }: { campaign: Campaign }) {
  if (report.needsPerson.length === 0) return null;
  return (
    <Section title="Needs you">
      <ul className="attention">
        {report.needsPerson.map((need) => (
          <li key={`${need.link} ${need.text}`}>
            <PlaceLink to={need.link} className="attention-line">
              <Icon name="person" />
              <span>{need.text}</span>
            </PlaceLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const funnelWords: Record<FunnelStage, string> = {
  found: 'Found',
  qualified: 'Qualified',
  proposed: 'Proposed',
  contacted: 'Contacted',
  replied: 'Replied',
  meeting: 'Meeting',
};

/** Each step leads to the companies that came so far. */
function Funnel({ campaign }: { campaign: Campaign }) {
  const path = useEventPath();
  const { members, report, settings } = campaign;
  if (members.length === 0) return null;
  const figures: [string, string, string][] = [
    ['Mails', formatNumber(report.mails), '/activity/effects'],
    [
      'Answered',
      report.responseRate === null ? '–' : formatPercent(report.responseRate),
      `/sales/campaigns/${campaign.id}?reached=replied`,
    ],
    ['Signed', formatNumber(report.signed), '/sales'],
  ];
  return (
    <Section title="How far they came">
      <ol className="funnel">
        {funnelStages.map((stage) => {
          const count = membersIn(members, stage, settings.minimumScore).length;
          return (
            <li key={stage}>
              <Link to={path(`/sales/campaigns/${campaign.id}?reached=${stage}`)}>
                <span>{funnelWords[stage]}</span>
                <span className="funnel-bar" aria-hidden="true">
                  <span style={{ inlineSize: `${(count / members.length) * 100}%` }} />
                </span>
                <strong className="number">{formatNumber(count)}</strong>
              </Link>
            </li>
          );
        })}
      </ol>
      <ul className="figures figures-3">
        {figures.map(([label, value, to]) => (
          <li key={label}>
            <Link to={path(to)}>
              <span className="figure-label">{label}</span>
              <span className="figure-value">{value}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** How much of the first round is done, while it runs. */
function Under({ campaign }: { campaign: Campaign }) {
  const { members, settings, state } = campaign;
  const due = Math.min(settings.best, membersIn(members, 'qualified', settings.minimumScore).length);
  const written = membersIn(members, 'contacted', settings.minimumScore).length;
  if (state !== 'running' || due === 0 || written >= due) return null;
  return (
    <section className="panel" aria-label="Progress">
      <Progress label="First mails" value={written} max={due} />
      <p className="small muted" role="status">
        {formatNumber(written)} of {formatNumber(due)} first mails are out; {memberWords.proposed.text.toLowerCase()}:{' '}
        {formatNumber(membersIn(members, 'proposed', settings.minimumScore).length)}
      </p>
    </section>
  );
}

function Timeline({ campaign }: { campaign: Campaign }) {
  if (campaign.timeline.length === 0) return null;
  return (
    <Section title="What was done">
      <ol className="timeline">
        {campaign.timeline.map((entry) => (
          <li key={`${entry.at} ${entry.text}`}>
            <span className="small muted">
              <Ago at={entry.at} />
            </span>
            <PlaceLink className="plain-link" to={entry.link || (entry.companyId ? `/sales/companies/${entry.companyId}` : '')}>
              {entry.text}
            </PlaceLink>
          </li>
        ))}
      </ol>
    </Section>
  );
}
