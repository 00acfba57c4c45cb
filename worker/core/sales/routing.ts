import { instantOf } from '../instant';
import type { Reply } from '../replies/read-reply';
import type { DealStage, StopReason } from '../sales-stages';
import { addWorkingDay } from './working-day';

/** Pure. What an answer of a sponsor leads to. It chooses no recipient, price, link or time: those come from records. */

export interface Route {
  /** Why nothing more goes out by itself; null where the sequence goes on. */
  ends: StopReason | null;
  /** It ends for everybody at the company, whatever the campaign says. */
  wholeCompany: boolean;
  /** The stage that its deal has reached at least; null where it says nothing of that. */
  stage: Extract<DealStage, 'engaged' | 'lost'> | null;
  lostReason: string;
  /** What the agent does about it, by policy; null for nothing. */
  act: 'answer' | 'offer_meeting' | null;
  /** What a person has to do; null for nothing. */
  task: string | null;
  /** When that is due, or the sequence goes on, in ms. */
  at: number | null;
  suppress: 'hard_bounce' | 'complaint' | 'opt_out' | null;
}

const nothing: Route = { ends: null, wholeCompany: false, stage: null, lostReason: '', act: null, task: null, at: null, suppress: null };
const human: Route = { ...nothing, ends: 'reply', stage: 'engaged' };

/** Where an answer goes, by its class. Days in it are read in `timeZone`; `now` in ms. */
export function routeReply(reply: Reply, { now, timeZone }: { now: number; timeZone: string }): Route {
  const morning = (day: string) => instantOf(`${day}T09:00`, timeZone);
  switch (reply.class) {
    case 'interested':
    case 'meeting':
      return { ...human, act: 'offer_meeting' };
    case 'question':
    case 'pricing':
    case 'objection':
      return { ...human, act: 'answer' };
    case 'wrong_person': {
      const { name = '', email = '' } = reply.referral ?? {};
      const whom = [name, email].filter((part) => part !== '').join(', ');
      return {
        ...human,
        stage: null,
        task: `They are not the right person${whom ? ` and name ${whom}` : ''}. Add whom to ask, if you agree, and write to them.`,
      };
    }
    case 'later': {
      const at = reply.laterUntil ? morning(reply.laterUntil) : null;
      return {
        ...human,
        task: `They ask to be written to later${reply.laterUntil ? `, from ${reply.laterUntil} on` : ''}. Decide whether to.`,
        at,
      };
    }
    case 'not_interested':
      return { ...human, stage: 'lost', lostReason: 'They said that they are not interested.' };
    case 'unsubscribe':
      return { ...nothing, ends: 'opt_out', wholeCompany: true, suppress: 'opt_out' };
    case 'auto_reply':
      return { ...nothing, at: reply.returnDate ? addWorkingDay(reply.returnDate, timeZone) : null };
    case 'bounce':
      return reply.bounce?.type === 'soft'
        ? { ...nothing, at: now + 2 * 86_400_000 }
        : { ...nothing, ends: 'bounce', suppress: 'hard_bounce', task: 'Their address does not work. Find another person or address.' };
    case 'complaint':
      return {
        ...nothing,
        ends: 'complaint',
        wholeCompany: true,
        suppress: 'complaint',
        task: 'They reported our mail as unwanted. Look at why.',
      };
    case 'hostile_legal':
      return { ...human, stage: null, wholeCompany: true, task: 'They threaten or speak of lawyers. Only a person answers this.' };
    case 'other':
      return { ...human, task: 'Nobody could tell what they want. Read it and answer.' };
  }
}
