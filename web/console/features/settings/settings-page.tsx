import { useEventPath, useMay } from '../../lib/session';
import { Tabs } from '../../ui/bits';
import { Page } from '../../ui/page';
import { AgentSettingsTab } from './agents';
import { EventTab } from './event-tab';
import { KeysTab } from './keys';
import { MembersTab } from './members';
import { SuppressionsTab } from './suppressions';
import { WidgetTab } from './widget-tab';

/** One tab an address. */
export function SettingsPage({ tab }: { tab: string }) {
  const path = useEventPath();
  const owner = useMay('owner');
  const tabs = [
    { key: 'agents', text: 'Agents', page: <AgentSettingsTab /> },
    { key: 'event', text: 'Event and refunds', page: <EventTab /> },
    { key: 'widget', text: 'Widget', page: <WidgetTab /> },
    { key: 'members', text: 'Members', page: <MembersTab /> },
    ...(owner ? [{ key: 'keys', text: 'API keys', page: <KeysTab /> }] : []),
    { key: 'no-mail', text: 'No mail to', page: <SuppressionsTab /> },
  ];
  const current = tabs.find((other) => other.key === tab) ?? tabs[0];
  return (
    <Page title="Settings">
      <Tabs
        label="Settings"
        current={current?.key ?? ''}
        items={tabs.map(({ key, text }) => ({ key, text, to: path(`/settings/${key}`) }))}
      />
      {current?.page}
    </Page>
  );
}
