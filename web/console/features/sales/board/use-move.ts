import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InputOf } from '../../../../../worker/contract/api';
import type { Deal, Pipeline } from '../../../../../worker/contract/sales/pipeline';
import type { ReadKey } from '../../../lib/address';
import { call } from '../../../lib/client';
import { textOf } from '../../../lib/problem';
import { useEvent } from '../../../lib/session';
import { withDeal } from './board-order';

export type Change = Omit<InputOf<'PATCH /events/{eventId}/deals/{dealId}'>['body'], 'version'>;

const touched = [
  'GET /events/{eventId}/packages',
  'GET /events/{eventId}/prospects',
  'GET /events/{eventId}/campaigns',
] as const satisfies ReadKey[];

/** Moves deals at once on the screen and then on the server; what is refused goes back to where the server has it. */
export function useMove() {
  const { id: eventId } = useEvent();
  const client = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const key = ['GET /events/{eventId}/deals', { params: { eventId } }];
  const show = (deal: Deal) => client.setQueryData<Pipeline>(key, (old) => old && withDeal(old, deal));

  const move = async (deal: Deal, change: Change, onShown: () => void = () => undefined): Promise<boolean> => {
    setProblem(null);
    await client.cancelQueries({ queryKey: key });
    const amount = change.amountMinor === undefined ? deal.amount : { ...deal.amount, minor: change.amountMinor };
    show({ ...deal, stage: change.stage ?? deal.stage, position: change.position ?? deal.position, amount });
    // The cache tells its readers in the next task; only after that does the board itself show it.
    setTimeout(onShown);
    try {
      const params = { eventId, dealId: deal.id };
      show(await call('PATCH /events/{eventId}/deals/{dealId}', { params, body: { ...change, version: deal.version } }));
      for (const reading of touched) void client.invalidateQueries({ queryKey: [reading] });
      return true;
    } catch (error) {
      show(deal);
      void client.invalidateQueries({ queryKey: key });
      setProblem(`${deal.companyName} was not moved. ${textOf(error)}`);
      return false;
    }
  };
  return { move, problem, forget: () => setProblem(null) };
}
