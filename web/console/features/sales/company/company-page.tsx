import { useState } from 'react';
import type { Company, CrmContact } from '../../../../../worker/contract/sales/companies';
import type { CompanyStory } from '../../../../../worker/contract/sales/outreach';
import { formatNumber, formatPrice } from '../../../lib/format';
import { useRead, useWrite } from '../../../lib/query';
import { useEvent, useEventPath, useMay } from '../../../lib/session';
import { Badge, Facts, Notice } from '../../../ui/bits';
import { Button } from '../../../ui/button';
import { Page, Section } from '../../../ui/page';
import { OutLink } from '../../../ui/rich-text';
import { Problem, Skeleton, States } from '../../../ui/states';
import { MeetingDialog } from '../meetings/meeting-dialog';
import { NewDeal } from '../new-deal';
import { NewProposal } from '../proposals/new-proposal';
import { sourceText, trendWords } from '../sales-words';
import { Obstacles, Score, ScoreParts } from '../score';
import { AddNote } from './add-note';
import { CompanyDialog } from './company-dialog';
import { DealPanel } from './deal-panel';
import { People } from './people';
import { Sponsorships } from './sponsorships';
import { StoryList } from './story-list';

/** A company with everything that passed between it and this event. */
export function CompanyPage({ companyId }: { companyId: string }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const may = useMay('organizer');
  const [open, setOpen] = useState<'edit' | 'deal' | 'proposal' | CrmContact | null>(null);
  const query = useRead('GET /events/{eventId}/companies/{companyId}/story', { params: { eventId, companyId } });
  const company = query.data?.company;
  const close = () => setOpen(null);
  return (
    <Page
      title={company?.name ?? 'Company'}
      wide
      back={{ to: path('/sales/companies'), label: 'Companies' }}
      lead={company && <Lead company={company} />}
      actions={
        may &&
        company && (
          <>
            <Button icon="edit" onClick={() => setOpen('edit')}>
              Edit
            </Button>
            <Button look="primary" icon="document" onClick={() => setOpen('proposal')}>
              Write a proposal
            </Button>
          </>
        )
      }
    >
      <States query={query} loading={<Skeleton rows={6} />}>
        {(story) => (
          <>
            {story.company.doNotContact && (
              <Notice tone="bad" icon="hand">
                Marked “do not contact”: no mail of outreach goes to anybody here.
              </Notice>
            )}
            <div className="company">
              <div className="company-top">
                <DealPanel story={story} onAdd={() => setOpen('deal')} />
              </div>
              <div className="company-main">
                <AddNote companyId={companyId} dealId={story.deal?.id ?? null} />
                <StoryList story={story} />
                <People company={story.company} onMeet={setOpen} />
                <Sponsorships company={story.company} />
              </div>
              <div className="company-side">
                <Fit story={story} />
                <Engaged story={story} />
                <About company={story.company} />
              </div>
            </div>
          </>
        )}
      </States>
      {company && open === 'edit' && <CompanyDialog company={company} onClose={close} />}
      {company && open === 'deal' && <NewDeal company={company} onClose={close} />}
      {company && open === 'proposal' && <NewProposal company={company} onClose={close} />}
      {open !== null && typeof open === 'object' && <MeetingDialog contact={open} onClose={close} />}
    </Page>
  );
}

function Lead({ company }: { company: Company }) {
  const place = [company.city, company.country].filter(Boolean).join(', ');
  return (
    <>
      {[company.industry, place].filter(Boolean).join(' · ')}
      {company.website && (
        <>
          {' · '}
          <OutLink href={company.website}>{company.domain || company.website}</OutLink>
        </>
      )}
    </>
  );
}

/** Score with its parts, and what stands in the way. Of a deal as it was scored, else as the company ranks now. */
function Fit({ story }: { story: CompanyStory }) {
  const { id: eventId } = useEvent();
  const may = useMay('organizer');
  const { deal, company } = story;
  const prospects = useRead('GET /events/{eventId}/prospects', {
    params: { eventId },
    query: { companyId: company.id, obstructed: 'true', limit: 1 },
  });
  const qualify = useWrite('POST /events/{eventId}/deals/{dealId}/qualify', [
    'GET /events/{eventId}/companies/{companyId}/story',
    'GET /events/{eventId}/deals',
  ]);
  const prospect = prospects.data?.items.find(({ companyId }) => companyId === company.id);
  const scored = deal !== null && deal.score !== null;
  const score = scored ? deal.score : (prospect?.score ?? null);
  return (
    <section className="panel" aria-label="Fit">
      <div className="row row-between">
        <h2>{scored ? 'Score of the deal' : 'Fit for this event'}</h2>
        <Score score={score} />
      </div>
      <Obstacles obstacles={prospect?.obstacles ?? []} />
      <ScoreParts parts={scored ? deal.scoreParts : (prospect?.parts ?? [])} probability={deal?.probability ?? null} />
      {may && deal && (
        <div className="row">
          <Button small icon="refresh" busy={qualify.isPending} onClick={() => qualify.mutate({ params: { eventId, dealId: deal.id } })}>
            Score again
          </Button>
        </div>
      )}
      <Problem error={qualify.error} />
    </section>
  );
}

function Engaged({ story: { engagement } }: { story: CompanyStory }) {
  if (!engagement) return null;
  return (
    <section className="panel" aria-label="Engagement">
      <div className="row row-between">
        <h2>Engagement</h2>
        <span className="row">
          <Badge tone={engagement.trend === 'rising' ? 'good' : engagement.trend === 'falling' ? 'warn' : 'neutral'}>
            {trendWords[engagement.trend]}
          </Badge>
          <strong>{formatNumber(engagement.score)}</strong>
        </span>
      </div>
      <p>
        <span className="muted">Do next: </span>
        {engagement.nextStep}
      </p>
      <ul className="reasons small muted">
        {engagement.because.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </section>
  );
}

function About({ company }: { company: Company }) {
  const budget =
    company.budgetMinor !== null && company.budgetCurrency
      ? formatPrice({ minor: company.budgetMinor, currency: company.budgetCurrency })
      : 'Not known';
  return (
    <Section title="About">
      {company.description && <p>{company.description}</p>}
      <Facts
        rows={[
          ['Topics', company.topics.join(', ') || 'Not known'],
          ['Reaches', company.audience.join(', ') || 'Not known'],
          ['Size', company.employees === null ? 'Not known' : `${formatNumber(company.employees)} people`],
          ['Budget', budget],
          [
            'Goals',
            company.goals.length === 0 ? (
              'Not known'
            ) : (
              <ul key="goals" className="reasons">
                {company.goals.map((goal) => (
                  <li key={goal.text}>
                    {goal.text} <span className="small muted">({goal.source})</span>
                  </li>
                ))}
              </ul>
            ),
          ],
          ['From', sourceText(company.source)],
        ]}
      />
    </Section>
  );
}
