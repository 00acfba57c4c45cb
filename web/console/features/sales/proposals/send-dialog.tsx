import type { OutputOf } from '../../../../../worker/contract/api';
import type { Proposal } from '../../../../../worker/contract/sales/outreach';
import { formatPrice } from '../../../lib/format';
import { useWrite } from '../../../lib/query';
import { useEvent } from '../../../lib/session';
import { Facts } from '../../../ui/bits';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Problem } from '../../../ui/states';

interface Props {
  proposal: Proposal;
  onSent: (outcome: OutputOf<'POST /events/{eventId}/proposals/{proposalId}/send'>) => void;
  onClose: () => void;
}

export function SendDialog({ proposal, onSent, onClose }: Props) {
  const { id: eventId } = useEvent();
  const send = useWrite('POST /events/{eventId}/proposals/{proposalId}/send', [
    'GET /events/{eventId}/proposals/{proposalId}',
    'GET /events/{eventId}/proposals',
    'GET /events/{eventId}/approvals',
    'GET /events/{eventId}/today',
  ]);
  const submit = async () => {
    const outcome = await send.mutateAsync({ params: { eventId, proposalId: proposal.id } }).catch(() => null);
    if (!outcome) return;
    onSent(outcome);
    onClose();
  };
  return (
    <Dialog
      title={`Send to ${proposal.contactName || proposal.companyName}?`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button look="primary" icon="send" busy={send.isPending} onClick={submit}>
            Send
          </Button>
        </>
      }
    >
      <Facts
        rows={[
          ['To', `${proposal.contactName || 'Whoever decides there'}, ${proposal.companyName}`],
          ['Package', `${proposal.packageName}, ${formatPrice(proposal.content.price)}`],
          ['Version', String(proposal.version)],
        ]}
      />
      <p className="muted">
        The policy decides whether it leaves at once or waits for approval. Quiet hours and the pace of the mailbox hold.
      </p>
      <Problem error={send.error} />
    </Dialog>
  );
}
