import { lazy, Suspense } from 'react';
import { useEventPath } from '../../lib/session';
import { salesItemOf, salesItems } from '../../routes/sales-items';
import { Tabs } from '../../ui/bits';
import { Skeleton } from '../../ui/states';
import { BoardPage } from './board/board-page';
import { CampaignPage } from './campaigns/campaign-page';
import { CampaignsPage } from './campaigns/campaigns-page';
import { CompaniesPage } from './companies/companies-page';
import { DuplicatesPage } from './companies/duplicates-page';
import { CompanyPage } from './company/company-page';
import { MeetingsPage } from './meetings/meetings-page';
import { ProposalsPage } from './proposals/proposals-page';
import { ProspectsPage } from './prospects/prospects-page';
import { RepliesPage } from './replies/replies-page';
import { SalesSettingsPage } from './settings/sales-settings-page';

const ImportsPage = lazy(() => import('../attendees/imports-page').then((module) => ({ default: module.ImportsPage })));
const ImportPage = lazy(() => import('../attendees/import-page').then((module) => ({ default: module.ImportPage })));
const ProposalPage = lazy(() => import('./proposals/proposal-page').then((module) => ({ default: module.ProposalPage })));

/** Which page of sales stands at which address; a phone gets them as tabs too, as its navigation is a tap away. */
export function SalesPages({ place }: { place: string }) {
  const path = useEventPath();
  const tabs = salesItems.map((item) => ({ key: item.path, text: item.text, to: path(item.path) }));
  return (
    <>
      <div className="sales-tabs">
        <Tabs label="Sales" current={salesItemOf(`/sales${place ? `/${place}` : ''}`)} items={tabs} />
      </div>
      <Suspense fallback={<Skeleton />}>
        <Place place={place} />
      </Suspense>
    </>
  );
}

function Place({ place }: { place: string }) {
  const [page = '', id, part] = place.split('/');
  switch (page) {
    case 'prospects':
      return <ProspectsPage />;
    case 'companies':
      if (id === 'duplicates') return <DuplicatesPage />;
      if (id === 'imports') return part ? <ImportPage importId={part} /> : <ImportsPage of="companies" />;
      return id ? <CompanyPage key={id} companyId={id} /> : <CompaniesPage />;
    case 'proposals':
      return id ? <ProposalPage key={id} proposalId={id} /> : <ProposalsPage />;
    case 'campaigns':
      return id ? <CampaignPage key={id} campaignId={id} /> : <CampaignsPage />;
    case 'replies':
      return <RepliesPage messageId={id ?? null} />;
    case 'meetings':
      return <MeetingsPage part={id ?? ''} />;
    case 'settings':
      return <SalesSettingsPage tab={id ?? ''} />;
    default:
      return <BoardPage />;
  }
}
