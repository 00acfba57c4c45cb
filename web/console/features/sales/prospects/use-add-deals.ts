import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Prospect } from '../../../../../worker/contract/sales/pipeline';
import { call } from '../../../lib/client';
import { formatCount } from '../../../lib/format';
import { useEvent } from '../../../lib/session';
import { useToast } from '../../../ui/toast';

/** Puts several companies into the pipeline, one after the other; stops at the first that is refused. */
export function useAddDeals() {
  const { id: eventId } = useEvent();
  const client = useQueryClient();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const add = async (prospects: Prospect[]) => {
    setBusy(true);
    setProblem(null);
    let done = 0;
    try {
      for (const { companyId } of prospects) {
        await call('POST /events/{eventId}/deals', { params: { eventId }, body: { companyId } });
        done += 1;
      }
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setBusy(false);
      if (done > 0) toast(`${formatCount(done, 'company', 'companies')} put into the pipeline`);
      for (const key of ['GET /events/{eventId}/deals', 'GET /events/{eventId}/prospects'])
        void client.invalidateQueries({ queryKey: [key] });
    }
  };
  return { add, busy, problem };
}
