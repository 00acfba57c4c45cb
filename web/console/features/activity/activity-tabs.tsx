import { useEventPath } from '../../lib/session';
import { Tabs } from '../../ui/bits';

export function ActivityTabs({ current }: { current: 'activity' | 'effects' | 'stops' | 'log' }) {
  const path = useEventPath();
  return (
    <Tabs
      label="Activity"
      current={current}
      items={[
        { key: 'activity', to: path('/activity'), text: 'Actions' },
        { key: 'effects', to: path('/activity/effects'), text: 'Outbound effects' },
        { key: 'stops', to: path('/activity/stops'), text: 'Stops' },
        { key: 'log', to: path('/activity/log'), text: 'Log' },
      ]}
    />
  );
}
