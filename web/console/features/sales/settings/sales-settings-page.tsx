import { useEventPath } from '../../../lib/session';
import { Tabs } from '../../../ui/bits';
import { Page } from '../../../ui/page';
import { OutreachTab } from './outreach-tab';
import { PackagesTab } from './packages-tab';
import { ScoresTab } from './scores-tab';

export function SalesSettingsPage({ tab }: { tab: string }) {
  const path = useEventPath();
  const tabs = [
    { key: '', text: 'Sender and pace', page: <OutreachTab /> },
    { key: 'packages', text: 'Packages', page: <PackagesTab /> },
    { key: 'scores', text: 'How scores hold', page: <ScoresTab /> },
  ];
  const current = tabs.find(({ key }) => key === tab) ?? tabs[0];
  return (
    <Page title="Sales settings" lead="Who writes to sponsors, how fast, with what to offer.">
      <Tabs
        label="Sales settings"
        current={current?.key ?? ''}
        items={[
          ...tabs.map(({ key, text }) => ({ key, text, to: path(`/sales/settings${key ? `/${key}` : ''}`) })),
          { key: 'availability', text: 'Availability', to: path('/sales/meetings/availability') },
        ]}
      />
      {current?.page}
    </Page>
  );
}
