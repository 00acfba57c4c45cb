import type { Campaign } from '../../../../../worker/contract/sales/outreach';
import { useWrite } from '../../../lib/query';
import { useEvent } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Problem } from '../../../ui/states';

export function CancelDialog({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const { id: eventId } = useEvent();
  const cancel = useWrite('POST /events/{eventId}/campaigns/{campaignId}/state', [
    'GET /events/{eventId}/campaigns/{campaignId}',
    'GET /events/{eventId}/campaigns',
  ]);
  const submit = async () => {
    const params = { eventId, campaignId: campaign.id };
    if (await cancel.mutateAsync({ params, body: { action: 'cancel' } }).catch(() => null)) onClose();
  };
  return (
    <Dialog
      title={`Cancel ${campaign.name}?`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Let it run</Button>
          <Button look="danger" busy={cancel.isPending} onClick={submit}>
            Cancel the campaign
          </Button>
        </>
      }
    >
      <p>Nothing more goes out, for good. To go on later, pause it instead. Deals, proposals and answers stay.</p>
      <Problem error={cancel.error} />
    </Dialog>
  );
}
