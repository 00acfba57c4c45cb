import { lazy, Suspense } from 'react';
import { useEventPath, useMay } from '../../lib/session';
import { Tabs } from '../../ui/bits';
import { Page } from '../../ui/page';
import { Skeleton } from '../../ui/states';
import { AgentSettingsTab } from './agents';
import { EventTab } from './event-tab';
import { KeysTab } from './keys';
import { PeopleTab } from './people-tab';
import { SuppressionsTab } from './suppressions';
import { WidgetTab } from './widget-tab';

const PolicyTab = lazy(() => import('../policy/policy-tab').then((module) => ({ default: module.PolicyTab })));
const LimitsTab = lazy(() => import('./limits-tab').then((module) => ({ default: module.LimitsTab })));
const AutonomyTab = lazy(() => import('../autonomy/autonomy-tab').then((module) => ({ default: module.AutonomyTab })));
const PrivacyTab = lazy(() => import('../privacy/privacy-tab').then((module) => ({ default: module.PrivacyTab })));

/** One tab an address; what a tab is divided by stands behind it: `policy/support`. */
export function SettingsPage({ place }: { place: string }) {
  const [tab, part] = place.split('/');
  const path = useEventPath();
  const owner = useMay('owner');
  const organizer = useMay('organizer');
  const tabs = [
    { key: 'agents', text: 'Agents', page: <AgentSettingsTab /> },
    { key: 'policy', text: 'Policy', page: <PolicyTab scope={part} /> },
    { key: 'limits', text: 'Limits', page: <LimitsTab /> },
    { key: 'autonomy', text: 'Autonomy', page: <AutonomyTab /> },
    { key: 'event', text: 'Event', page: <EventTab /> },
    { key: 'widget', text: 'Widget', page: <WidgetTab /> },
    { key: 'members', text: 'People', page: <PeopleTab /> },
    ...(owner ? [{ key: 'keys', text: 'API keys', page: <KeysTab /> }] : []),
    { key: 'no-mail', text: 'No mail to', page: <SuppressionsTab /> },
    ...(organizer ? [{ key: 'privacy', text: 'Privacy', page: <PrivacyTab /> }] : []),
  ];
  const current = tabs.find((other) => other.key === tab) ?? tabs[0];
  return (
    <Page title="Settings">
      <Tabs
        label="Settings"
        current={current?.key ?? ''}
        items={tabs.map(({ key, text }) => ({ key, text, to: path(`/settings/${key}`) }))}
      />
      <Suspense fallback={<Skeleton />}>{current?.page}</Suspense>
    </Page>
  );
}
