import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Approval } from '../../../../worker/contract/work';
import { call } from '../../lib/client';
import { applyFrame } from '../../lib/live-cache';
import { ApiError, textOf } from '../../lib/problem';
import { useEvent, useSession } from '../../lib/session';
import { firstRight } from './standing';
import { tookMsOf } from './use-shown-since';

export interface Choice {
  decision: 'approve' | 'reject';
  reason?: string;
  input?: Record<string, unknown>;
  /** User id of the person whose delegated right is used. */
  onBehalfOf?: string;
}

const mostAtOnce = 100;

/** What was looked at goes back with the decision: another version or hash is a conflict. */
const seen = (approval: Approval) => ({ version: approval.version, hash: approval.hash, ...tookMsOf(approval) });

/** Decides approvals and keeps, per approval, whether it is under way and what went wrong. */
export function useDecide() {
  const { id: eventId } = useEvent();
  const me = useSession();
  const client = useQueryClient();
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<Record<string, string>>({});

  const mark = (ids: string[], under: boolean) =>
    setBusy((old) => new Set([...old].filter((id) => !ids.includes(id)).concat(under ? ids : [])));
  const show = (approval: Approval) => applyFrame(client, eventId, { type: 'approval', approval });
  const recount = () => client.invalidateQueries({ queryKey: ['GET /events/{eventId}/today'] });

  /** Somebody else decided, or a fact moved: what holds now is shown in the card. */
  const lookAgain = async (approvalId: string) =>
    show(await call('GET /events/{eventId}/approvals/{approvalId}', { params: { eventId, approvalId } }));

  const decide = async (approval: Approval, choice: Choice): Promise<Approval | null> => {
    mark([approval.id], true);
    setProblems(({ [approval.id]: _, ...rest }) => rest);
    try {
      const params = { eventId, approvalId: approval.id };
      const body = { ...seen(approval), ...choice };
      const decided = await call('POST /events/{eventId}/approvals/{approvalId}/decision', { params, body });
      show(decided);
      return decided;
    } catch (error) {
      setProblems((old) => ({ ...old, [approval.id]: textOf(error) }));
      if (error instanceof ApiError && (error.status === 409 || error.status === 410)) await lookAgain(approval.id).catch(() => undefined);
      return null;
    } finally {
      mark([approval.id], false);
      void recount();
    }
  };

  /** One request takes so many. What another one could not take is told at its card, and the rest goes on. */
  const decideAll = async (approvals: Approval[], choice: Choice): Promise<number> => {
    let done = 0;
    for (let from = 0; from < approvals.length; from += mostAtOnce)
      done += await decideSome(approvals.slice(from, from + mostAtOnce), choice);
    void recount();
    return done;
  };

  const decideSome = async (approvals: Approval[], choice: Choice): Promise<number> => {
    const ids = approvals.map((approval) => approval.id);
    mark(ids, true);
    try {
      const decisions = approvals.map((approval) => ({
        id: approval.id,
        ...seen(approval),
        ...choice,
        ...firstRight(approval, me.user?.id),
      }));
      const { items } = await call('POST /events/{eventId}/approvals/decisions', { params: { eventId }, body: { decisions } });
      for (const item of items) if (item.approval) show(item.approval);
      setProblems((old) => ({ ...old, ...Object.fromEntries(items.flatMap((item) => (item.problem ? [[item.id, item.problem]] : []))) }));
      return items.filter((item) => !item.problem).length;
    } catch (error) {
      setProblems((old) => ({ ...old, ...Object.fromEntries(ids.map((id) => [id, textOf(error)])) }));
      return 0;
    } finally {
      mark(ids, false);
    }
  };

  return { decide, decideAll, busy, problems };
}
