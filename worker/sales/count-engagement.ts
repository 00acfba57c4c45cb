import { isMachineOpen } from '../core/sales/engagement';
import { type Database, databaseOf } from '../db/database';
import {
  clickedSince,
  clicksWereMachine,
  countDownload,
  countEngagement,
  keepVisit,
  type PublicProposal,
  trackedMessage,
} from '../db/records/sales/tracked';
import { sha256 } from '../digest';
import { newId } from '../random';
import type { Tracked, TrackedLink } from './tracking-address';

/** What a request says of whoever made it. */
export interface Visitor {
  method: string;
  userAgent: string;
  /** `DNT: 1` or `Sec-GPC: 1`: nothing is counted. */
  untracked: boolean;
}

export function visitorOf(request: Request): Visitor {
  const { headers, method } = request;
  return {
    method,
    userAgent: (headers.get('user-agent') ?? '').slice(0, 400),
    untracked: headers.get('dnt') === '1' || headers.get('sec-gpc') === '1',
  };
}

/** Links that are followed within this time are followed by a machine. */
const atOnceMs = 2000;
const dayMs = 86_400_000;
const clickBucketMs = 600_000;

/** Counts an opening: for a mail once a day, and once for machines. */
export async function countOpen(env: Env, { organizationId, salesMessageId }: Tracked, visitor: Visitor, realNow: number): Promise<void> {
  if (visitor.untracked) return;
  const db = databaseOf(env, organizationId);
  const message = await trackedMessage(db, organizationId, salesMessageId);
  if (!message) return;
  const at = message.clockNow ?? realNow;
  const machine = isMachineOpen({ ...visitor, secondsAfter: secondsAfter(at, message.since), together: 0 });
  await count(db, organizationId, {
    ...{ of: message, kind: 'opened', why: machine, at, detail: machine ?? '' },
    ref: `open:${message.id}:${machine ? 'machine' : Math.floor(at / dayMs)}`,
  });
}

/** Counts a click: for a link of a mail once in ten minutes. A machine's are told apart, also those that only the next ones give away. */
export async function countClick(env: Env, link: TrackedLink, visitor: Visitor, realNow: number): Promise<void> {
  if (visitor.untracked) return;
  const { organizationId, salesMessageId, url } = link;
  const db = databaseOf(env, organizationId);
  const message = await trackedMessage(db, organizationId, salesMessageId);
  if (!message) return;
  const at = message.clockNow ?? realNow;
  const others = new Set(await clickedSince(db, organizationId, salesMessageId, at - atOnceMs));
  others.delete(url);
  const machine = isMachineOpen({ ...visitor, secondsAfter: secondsAfter(at, message.since), together: others.size });
  if (machine && others.size > 0) await clicksWereMachine(db, organizationId, salesMessageId, at - atOnceMs);
  const which = (await sha256(url)).slice(0, 16);
  await count(db, organizationId, {
    ...{ of: message, kind: 'clicked', why: machine, at, detail: url },
    ref: `click:${message.id}:${which}:${machine ? 'machine' : 'person'}:${Math.floor(at / clickBucketMs)}`,
  });
}

/** Keeps how long the sections of a proposal were looked at; the first report of a visit counts as one. */
export async function countVisit(
  env: Env,
  proposal: PublicProposal,
  visit: { id: string; version: number; sections: Record<string, number> },
  visitor: Visitor,
  realNow: number,
): Promise<void> {
  if (visitor.untracked) return;
  const { organizationId, id: proposalId, eventId } = proposal;
  const db = databaseOf(env, organizationId);
  const at = proposal.event.clockNow ?? realNow;
  const why = isMachineOpen({ ...visitor, secondsAfter: null, together: 0 });
  const kept = await keepVisit(db, organizationId, { ...visit, eventId, proposalId, machine: why !== null, at });
  if (kept !== 'new') return;
  await count(db, organizationId, {
    of: { ...proposal, proposalId, id: null },
    kind: 'visited',
    why,
    at,
    detail: why ?? '',
    ref: `visit:${visit.id}`,
  });
}

/** Counts that the PDF was taken: once a day. */
export async function countPdf(
  env: Env,
  proposal: PublicProposal,
  visitId: string | null,
  visitor: Visitor,
  realNow: number,
): Promise<void> {
  if (visitor.untracked) return;
  const { organizationId, id: proposalId } = proposal;
  const db = databaseOf(env, organizationId);
  const at = proposal.event.clockNow ?? realNow;
  const why = isMachineOpen({ ...visitor, secondsAfter: null, together: 0 });
  const isNew = await count(db, organizationId, {
    ...{ of: { ...proposal, proposalId, id: null }, kind: 'downloaded', why, at, detail: why ?? '' },
    ref: `download:${proposalId}:${why ? 'machine' : Math.floor(at / dayMs)}`,
  });
  if (isNew && visitId) await countDownload(db, organizationId, proposalId, visitId);
}

interface Occurrence {
  of: { id: string | null; eventId: string; companyId: string; contactId: string | null; proposalId: string | null };
  kind: 'opened' | 'clicked' | 'visited' | 'downloaded';
  /** Why it counts as a machine's; null for a person's. */
  why: string | null;
  detail: string;
  ref: string;
  at: number;
}

function count(db: Database, organizationId: string, { of, kind, why, detail, ref, at }: Occurrence): Promise<boolean> {
  const { id: salesMessageId, eventId, companyId, contactId, proposalId } = of;
  return countEngagement(db, organizationId, {
    ...{ id: newId('engagement', at), eventId, companyId, contactId, salesMessageId, proposalId },
    ...{ kind, machine: why !== null, detail: detail.slice(0, 300), ref, at },
  });
}

function secondsAfter(at: number, since: number): number {
  return Math.max(0, (at - since) / 1000);
}
