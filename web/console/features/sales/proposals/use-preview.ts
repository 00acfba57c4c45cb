import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../../../worker/contract/api';
import type { ProposalContent } from '../../../../../worker/contract/sales/outreach';
import { call } from '../../../lib/client';
import { useEvent } from '../../../lib/session';

type Preview = OutputOf<'POST /events/{eventId}/proposals/{proposalId}/preview'>;

const pauseMs = 400;

/** How the draft would look and what keeps it from going out, a moment after the last key; what was shown stays until then. */
export function usePreview(proposalId: string, content: ProposalContent | null) {
  const { id: eventId } = useEvent();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [busy, setBusy] = useState(true);
  const asked = content && JSON.stringify(content);
  useEffect(() => {
    if (asked === null) return;
    const stop = new AbortController();
    setBusy(true);
    const timer = setTimeout(() => {
      call(
        'POST /events/{eventId}/proposals/{proposalId}/preview',
        { params: { eventId, proposalId }, body: { content: JSON.parse(asked) } },
        { signal: stop.signal },
      )
        .then((shown) => {
          setPreview(shown);
          setError(null);
          setBusy(false);
        })
        .catch((reason: Error) => {
          if (stop.signal.aborted) return;
          setError(reason);
          setBusy(false);
        });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [eventId, proposalId, asked]);
  return { preview, error, busy };
}
