import { useWrite } from '../../../lib/query';
import { useEvent } from '../../../lib/session';
import { useToast } from '../../../ui/toast';

/** Says of a reply that it is dealt with, or open again. */
export function useHandled() {
  const { id: eventId } = useEvent();
  const toast = useToast();
  const write = useWrite('POST /events/{eventId}/replies/{messageId}/class', [
    'GET /events/{eventId}/replies',
    'GET /events/{eventId}/replies/{messageId}',
  ]);
  const setHandled = async (messageId: string, handled: boolean) => {
    const done = await write.mutateAsync({ params: { eventId, messageId }, body: { handled } }).catch(() => null);
    if (done) toast(handled ? 'Dealt with' : 'Open again');
  };
  return { setHandled, write };
}
