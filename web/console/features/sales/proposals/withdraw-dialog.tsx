import type { Proposal } from '../../../../../worker/contract/sales/outreach';
import { useWrite } from '../../../lib/query';
import { useEvent } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Problem } from '../../../ui/states';

export function WithdrawDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const { id: eventId } = useEvent();
  const withdraw = useWrite('POST /events/{eventId}/proposals/{proposalId}/withdraw', [
    'GET /events/{eventId}/proposals/{proposalId}',
    'GET /events/{eventId}/proposals',
  ]);
  const submit = async () => {
    if (await withdraw.mutateAsync({ params: { eventId, proposalId: proposal.id } }).catch(() => null)) onClose();
  };
  return (
    <Dialog
      title="Withdraw this proposal?"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button look="danger" busy={withdraw.isPending} onClick={submit}>
            Withdraw
          </Button>
        </>
      }
    >
      <p>Its page then says that it was withdrawn. Nobody is written to about it.</p>
      <Problem error={withdraw.error} />
    </Dialog>
  );
}
