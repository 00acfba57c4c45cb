import { useState } from 'react';
import { useRead } from '../../lib/query';
import { useEvent, useEventPath } from '../../lib/session';
import { Page } from '../../ui/page';
import { States } from '../../ui/states';
import { ApprovalCards } from './approval-cards';

/** One proposal, to which reminders lead. Opening it decides nothing. */
export function ApprovalPage({ approvalId }: { approvalId: string }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const [help, setHelp] = useState(false);
  const query = useRead('GET /events/{eventId}/approvals/{approvalId}', { params: { eventId, approvalId } });
  return (
    <Page
      title={query.data ? query.data.preview.title : 'Proposal'}
      heading="One proposal"
      lead="Nothing happens until you decide below."
      back={{ to: path('/approvals'), label: 'All approvals' }}
    >
      <States query={query}>{(approval) => <ApprovalCards single approvals={[approval]} help={help} setHelp={setHelp} />}</States>
    </Page>
  );
}
