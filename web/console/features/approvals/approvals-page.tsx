import { useState } from 'react';
import { usePages } from '../../lib/query';
import { useEvent, useEventPath } from '../../lib/session';
import { Tabs } from '../../ui/bits';
import { Button } from '../../ui/button';
import { PagedList } from '../../ui/list';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { ApprovalCards } from './approval-cards';
import { DecidedList } from './decided-list';

export function ApprovalsPage({ view }: { view: 'pending' | 'decided' }) {
  const path = useEventPath();
  const [help, setHelp] = useState(false);
  return (
    <Page
      title="Approvals"
      lead="Actions that wait for a person. What you approve is exactly what is sent."
      actions={
        view === 'pending' && (
          <span className="wide-only">
            <Button small look="quiet" onClick={() => setHelp(true)}>
              Keyboard <kbd>?</kbd>
            </Button>
          </span>
        )
      }
    >
      <Tabs
        label="Approvals"
        current={view}
        items={[
          { key: 'pending', to: path('/approvals'), text: 'Waiting' },
          { key: 'decided', to: path('/approvals/decided'), text: 'Decided' },
        ]}
      />
      {view === 'pending' ? <Pending help={help} setHelp={setHelp} /> : <DecidedList />}
    </Page>
  );
}

function Pending({ help, setHelp }: { help: boolean; setHelp: (open: boolean) => void }) {
  const { id: eventId } = useEvent();
  const query = usePages('GET /events/{eventId}/approvals', { params: { eventId }, query: { state: 'pending' } });
  return (
    <PagedList
      query={query}
      empty={
        <Empty icon="check" title="Nothing waits for a decision">
          When an agent wants to do something that a rule reserves for people, it appears here at once, in every open browser.
        </Empty>
      }
    >
      {(approvals) => <ApprovalCards approvals={approvals} help={help} setHelp={setHelp} />}
    </PagedList>
  );
}
