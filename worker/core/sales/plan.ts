import { dayMs, hourMs } from '../instant';
import type { CampaignState, DealStage, FollowUpAngle, MemberState, StopReason } from '../sales-stages';
import type { CampaignSettings } from './types';

/** Pure. What a campaign does next, and what will happen when: everything is derived from records, nothing is remembered. */

export interface PlannedCampaign {
  state: CampaignState;
  settings: CampaignSettings;
  /** When the event begins, ms. */
  eventStartsAt: number;
  eventCancelled: boolean;
}

export interface PlannedMail {
  step: number;
  angle: FollowUpAngle | null;
  /** `waiting` is on its way, `out` has left, `dead` never will. */
  state: 'waiting' | 'out' | 'dead';
  /** When it left, or when it was put on its way. */
  at: number;
}

export interface PlannedMember {
  id: string;
  companyId: string;
  companyName: string;
  state: MemberState;
  score: number | null;
  stopReason: StopReason | null;
  /** Not before; set where an absence or a person moved the next mail. */
  notBefore: number | null;
  proposalId: string | null;
  /** Somebody there who has an address; null when nobody has. */
  contactId: string | null;
  /** Why its contact gets nothing; null when they may. */
  contactStopped: StopReason | null;
  dealStage: DealStage | null;
  /** Of this campaign, by step. */
  mails: PlannedMail[];
  /** A human answer since the first mail: from the contact, or anybody at the company where that counts. */
  answered: boolean;
  booked: boolean;
  /** The latest proposal of an approval about this company: what became of it. */
  approval: { tool: string; state: 'pending' | 'approved' | 'rejected' | 'expired' | 'other' } | null;
  /** Ways to argue that the records allow, the best first; without `first` and `last_word`. */
  angles: FollowUpAngle[];
}

export type Move =
  | { move: 'search' }
  | { move: 'qualify'; memberId: string; companyId: string }
  | { move: 'choose'; chosen: string[]; dropped: string[] }
  | { move: 'find_contact'; memberId: string; companyId: string }
  | { move: 'propose'; memberId: string; companyId: string }
  | { move: 'write'; memberId: string; companyId: string; step: number; angle: FollowUpAngle }
  | { move: 'stop'; memberId: string; reason: StopReason }
  | { move: 'finish'; memberId: string }
  | { move: 'end' };

export interface Outlook {
  memberId: string;
  /** Ms; null when it waits for somebody. */
  at: number | null;
  text: string;
}

export interface Plan {
  /** What is to be done now, in this order. */
  moves: Move[];
  /** What comes next for each company that something comes for. */
  outlook: Outlook[];
  /** When to look again; null when nothing will change by itself. */
  lookAt: number | null;
}

const active: readonly MemberState[] = ['found', 'qualified', 'proposed', 'contacted'];
/** While a mail is on its way it is looked at again this often. */
const lookAgainMs = hourMs;

export function isActive(state: MemberState): boolean {
  return active.includes(state);
}

/** What to do at `now`. The same records always give the same moves; done moves show in the records and do not come again. */
export function nextMoves(campaign: PlannedCampaign, members: readonly PlannedMember[], now: number): Plan {
  if (campaign.state !== 'running') return { moves: [], outlook: pausedOutlook(campaign, members), lookAt: null };
  if (members.length === 0) return { moves: [{ move: 'search' }], outlook: [], lookAt: null };
  const moves: Move[] = [];
  const outlook: Outlook[] = [];
  const going: PlannedMember[] = [];
  for (const member of members.filter(({ state }) => isActive(state))) {
    const reason = endOf(campaign, member, now);
    if (reason) moves.push({ move: 'stop', memberId: member.id, reason });
    else going.push(member);
  }
  const isPutOff = ({ notBefore }: PlannedMember) => notBefore !== null && notBefore > now;
  const found = going.filter(({ state }) => state === 'found');
  const unscored = found.filter(({ score }) => score === null);
  for (const member of unscored) {
    if (waits(member, 'qualify_lead')) outlook.push(waiting(member, 'its score'));
    else if (isPutOff(member)) outlook.push({ memberId: member.id, at: member.notBefore, text: 'Is scored then.' });
    else moves.push({ move: 'qualify', memberId: member.id, companyId: member.companyId });
  }
  if (found.length > 0 && unscored.length === 0) moves.push(choose(campaign, found, members));
  for (const member of going) if (member.state !== 'found') step(campaign, member, now, moves, outlook);
  if (going.length === 0 && !moves.some(({ move }) => move === 'choose')) moves.push({ move: 'end' });
  const times = outlook.flatMap(({ at }) => (at === null ? [] : [at]));
  return { moves, outlook, lookAt: times.length > 0 ? Math.max(now + 1, Math.min(...times)) : null };
}

/** Why nothing more goes to a company; null while something may. */
export function endOf(campaign: PlannedCampaign, member: PlannedMember, now: number): StopReason | null {
  if (campaign.eventCancelled || now >= campaign.eventStartsAt) return 'event_past';
  if (member.dealStage === 'signed') return 'signed';
  if (member.booked) return 'booking';
  if (member.answered) return 'reply';
  if (member.contactStopped) return member.contactStopped;
  if (member.dealStage === 'lost') return 'held_by_person';
  if (member.approval?.state === 'rejected' || member.approval?.state === 'expired') return 'rejected_by_person';
  // A mail that will never leave was kept back for a reason that holds for the next one, too.
  return member.mails.some(({ state }) => state === 'dead') ? 'held_by_person' : null;
}

/** Of those that reach the minimum whoever was named, then the best, together with those that are on their way already. */
function choose({ settings }: PlannedCampaign, found: readonly PlannedMember[], members: readonly PlannedMember[]): Move {
  const taken = members.filter(({ state, stopReason }) => state !== 'found' && stopReason !== 'score_below_minimum').length;
  const named = ({ companyId }: PlannedMember) => Number(settings.include.includes(companyId));
  const good = found
    .filter(({ score, companyId }) => (score ?? 0) >= settings.minimumScore && !settings.exclude.includes(companyId))
    .sort((a, b) => named(b) - named(a) || (b.score ?? 0) - (a.score ?? 0) || (a.companyId < b.companyId ? -1 : 1));
  const chosen = good.slice(0, Math.max(0, settings.best - taken)).map(({ id }) => id);
  return { move: 'choose', chosen, dropped: found.map(({ id }) => id).filter((id) => !chosen.includes(id)) };
}

function step(campaign: PlannedCampaign, member: PlannedMember, now: number, moves: Move[], outlook: Outlook[]): void {
  const { id: memberId, companyId, mails } = member;
  if (member.proposalId === null) {
    if (waits(member, 'generate_proposal')) outlook.push(waiting(member, 'its proposal'));
    else if (member.notBefore !== null && member.notBefore > now)
      outlook.push({ memberId, at: member.notBefore, text: 'Its proposal is written then.' });
    else if (member.contactId === null) moves.push({ move: 'find_contact', memberId, companyId });
    else moves.push({ move: 'propose', memberId, companyId });
    return;
  }
  if (waits(member, 'send_email')) return void outlook.push(waiting(member, mailInWords(mails.length)));
  if (mails.some(({ state }) => state === 'waiting')) {
    const place = mails.findIndex(({ state }) => state === 'waiting');
    outlook.push({ memberId, at: now + lookAgainMs, text: `${capital(mailInWords(place))} is on its way.` });
    return;
  }
  const due = dueOf(campaign.settings, member, now);
  if (due === null) {
    const over = (mails.at(-1)?.at ?? now) + campaign.settings.watchDays * dayMs;
    if (now >= over) moves.push({ move: 'finish', memberId });
    else outlook.push({ memberId, at: over, text: 'Is watched for an answer until then; nothing more is sent.' });
    return;
  }
  const angle = angleOf(campaign.settings, member);
  if (due <= now) moves.push({ move: 'write', memberId, companyId, step: mails.length, angle });
  else
    outlook.push({
      memberId,
      at: due,
      text: `${capital(mailInWords(mails.length))}${mails.length > 0 ? `, ${angleInWords[angle]}` : ''}.`,
    });
}

/** When the next mail is due; null when none is left. Days count from when the first mail left. */
function dueOf({ followUpDays }: CampaignSettings, { mails, notBefore }: PlannedMember, now: number): number | null {
  const [first] = mails;
  if (!first) return Math.max(now, notBefore ?? 0);
  const days = [...followUpDays].sort((a, b) => a - b)[mails.length - 1];
  if (days === undefined) return null;
  const last = mails.at(-1)?.at ?? first.at;
  // However late an earlier one was, two do not follow each other at once.
  return Math.max(first.at + days * dayMs, last + dayMs, notBefore ?? 0);
}

/** The last follow-up says that it is the last; those before argue with what the records hold, each in its own way. */
function angleOf({ followUpDays }: CampaignSettings, { mails, angles }: PlannedMember): FollowUpAngle {
  if (mails.length === 0) return 'first';
  const used = new Set(mails.map(({ angle }) => angle));
  const left = angles.filter((angle) => !used.has(angle));
  const isLast = mails.length >= followUpDays.length;
  return isLast && !used.has('last_word') ? 'last_word' : (left[0] ?? 'last_word');
}

const waits = ({ approval }: PlannedMember, tool: string) =>
  approval?.tool === tool && (approval.state === 'pending' || approval.state === 'approved');

const waiting = ({ id, approval }: PlannedMember, what: string): Outlook => ({
  memberId: id,
  at: null,
  text: approval?.state === 'approved' ? `A person approved ${what}; it is carried out.` : `A person decides on ${what}.`,
});

function pausedOutlook({ state }: PlannedCampaign, members: readonly PlannedMember[]): Outlook[] {
  if (state !== 'paused') return [];
  return members.filter((member) => isActive(member.state)).map(({ id }) => ({ memberId: id, at: null, text: 'Paused; nothing is sent.' }));
}

const mailInWords = (place: number) => (place === 0 ? 'the first mail' : `follow-up ${place}`);
const capital = (text: string) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
const angleInWords: Record<FollowUpAngle, string> = {
  first: 'with the proposal',
  audience: 'on whom it would reach',
  social_proof: 'on what others got from it',
  goal: 'on what it wants to reach',
  scarcity: 'on what is left',
  last_word: 'as a last word',
};
