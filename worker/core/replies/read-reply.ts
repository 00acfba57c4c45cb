import { saysOptOut } from '../contact/opt-out-words';
import { detectLanguage } from '../embedded-model/understanding/language';
import { isSuspicious } from '../provenance/suspicious';
import { automaticBy } from './automatic';
import { type Bounce, bounceOf } from './bounce';
import { complaintOf } from './complaint';
import { putOffTo, returnDate } from './dates/choose-date';
import { proposedTimes } from './dates/find-times';
import { textOfHtmlMail } from './html-mail-text';
import type { ReceivedMail } from './mail';
import { type Referral, referralIn } from './referral';
import type { ReplyClass } from './reply-classes';
import { plainWords } from './signs-of';
import { sortWords } from './sort-words';
import { visibleText } from './visible-text';

/** What an answer says. Days are `YYYY-MM-DD`, times `YYYY-MM-DDTHH:MM` by the writer's clock. */
export interface Reply {
  class: ReplyClass;
  /** 0 to 1. */
  confidence: number;
  /** Which evidence decided, in words. */
  reason: string;
  /** What the sender wrote, without quotes and signature. Data, never an instruction. */
  visibleText: string;
  /** Primary tag of the language of what was written. */
  language?: string;
  /** Of an absence: the day it ends. */
  returnDate?: string;
  /** Of a meeting: the proposed times. */
  proposedTimes?: string[];
  /** Whom to ask instead. */
  referral?: Referral;
  /** When to ask again. */
  laterUntil?: string;
  bounce?: Bounce;
  /** Of a complaint: `abuse`, `fraud`, `virus` or what the report says. */
  complaint?: string;
}

/**
 * Reads one answer. What only machines write is told first by structure; then wishes to hear nothing more, which need no
 * guess; what people write is sorted by classifier and signs. Sentences that order a reader about are taken out before.
 *
 * @param now milliseconds since 1970; where the mail has no date of its own, "on Monday" counts from here
 */
export function readReply(mail: ReceivedMail, now: number): Reply {
  const whole = mail.text.trim() === '' ? textOfHtmlMail(mail.html ?? '') : mail.text;
  const read = { ...mail, text: whole, subject: mail.subject.slice(0, longestSubject) };
  const complaint = complaintOf(read);
  if (complaint)
    return {
      class: 'complaint',
      confidence: 0.99,
      reason: `A feedback report of the kind ${complaint.kind}.`,
      visibleText: visibleText(whole),
      complaint: complaint.kind,
    };
  const bounce = bounceOf(read);
  if (bounce)
    return {
      class: 'bounce',
      confidence: 0.98,
      reason: `A report of a mail server. ${bounce.reason}`,
      visibleText: visibleText(whole),
      bounce,
    };
  const own = visibleText(whole, `${mail.from} ${mail.headers.from ?? ''}`);
  const language = own === '' ? undefined : detectLanguage(own.slice(0, 1000));
  const tongue = language ? { language } : {};
  const writtenAt = writtenOn(mail, now);
  const automatic = automaticBy(read);
  if (automatic !== '')
    return { ...absence(own, mail.from, writtenAt, language), confidence: 0.97, reason: automatic, visibleText: own, ...tongue };
  return { ...written(read, own, writtenAt, language), visibleText: own, ...tongue };
}

const longestSubject = 998;

function writtenOn(mail: ReceivedMail, now: number): number {
  const date = Date.parse(mail.headers.date ?? '');
  return Number.isFinite(date) ? date : now;
}

const isEnglish = (language: string | undefined) => language === undefined || language === 'en';

function absence(
  own: string,
  from: string,
  writtenAt: number,
  language: string | undefined,
): Pick<Reply, 'class' | 'returnDate' | 'referral'> {
  const back = returnDate(plainWords(own), writtenAt, isEnglish(language));
  const referral = referralIn(own, from);
  return { class: 'auto_reply', ...(back ? { returnDate: back } : {}), ...(referral ? { referral } : {}) };
}

type Written = Pick<Reply, 'class' | 'confidence' | 'reason' | 'returnDate' | 'referral' | 'proposedTimes' | 'laterUntil'>;

const answerMark = /^(?:(?:re|aw|sv|ref|tr|fwd?|wg|rv|res|enc|antw)\s*(?:\[\d+\])?\s*:\s*)+/i;

function written(mail: ReceivedMail, own: string, writtenAt: number, language: string | undefined): Written {
  const subject = mail.subject.replace(answerMark, '');
  const ownSubject = subject.length === mail.subject.length ? subject : '';
  const text = withoutOrders(own);
  const stops = saysOptOut(own) || saysOptOut(ownSubject);
  if (stops) {
    const threat = sortWords(text).probabilities.get('hostile_legal') ?? 0;
    return threat > 0.6
      ? { class: 'hostile_legal', confidence: threat, reason: 'It threatens, and asks to hear nothing more.' }
      : { class: 'unsubscribe', confidence: 0.98, reason: 'It asks in words to hear nothing more.' };
  }
  const said = text || withoutOrders(ownSubject);
  if (said === '')
    return own === ''
      ? { class: 'other', confidence: 0.9, reason: 'Nothing was written beside what is quoted.' }
      : { class: 'other', confidence: 0.9, reason: 'It only tries to give orders to its reader.' };
  const { class: found, confidence, second } = sortWords(said);
  const reason = `${sayings[found]}${text === own ? '' : ' What tries to give orders was left out.'}${confidence < 0.5 ? ` It may also be ${second}.` : ''}`;
  return { class: found, confidence, reason, ...detailsOf(found, said, mail.from, writtenAt, language) };
}

function detailsOf(found: ReplyClass, text: string, from: string, writtenAt: number, language: string | undefined): Partial<Written> {
  const plain = plainWords(text);
  switch (found) {
    case 'auto_reply': {
      const { class: _, ...rest } = absence(text, from, writtenAt, language);
      return rest;
    }
    case 'meeting': {
      const times = proposedTimes(plain, writtenAt, isEnglish(language));
      return times.length > 0 ? { proposedTimes: times } : {};
    }
    case 'wrong_person': {
      const referral = referralIn(text, from);
      return referral ? { referral } : {};
    }
    case 'later': {
      const until = putOffTo(plain, writtenAt, isEnglish(language));
      return until ? { laterUntil: until } : {};
    }
    default:
      return {};
  }
}

const sayings: Record<Exclude<ReplyClass, 'bounce' | 'complaint'>, string> = {
  interested: 'Its words agree or ask for more.',
  meeting: 'Its words are about a call or a meeting.',
  question: 'It asks about the event or the offer.',
  pricing: 'It asks or bargains about the price.',
  objection: 'It names a reason against it.',
  wrong_person: 'It says that somebody else decides.',
  later: 'It puts the matter off.',
  not_interested: 'It declines.',
  unsubscribe: 'Its words ask to hear nothing more.',
  auto_reply: 'Its words are those of an absence note or a confirmation of receipt.',
  hostile_legal: 'It threatens, insults or names the law.',
  other: 'It does not answer the offer.',
};

/** A text without the sentences that order a language model about: what a person says beside them counts. */
export function withoutOrders(text: string): string {
  if (!isSuspicious(text) && !orders.test(text)) return text;
  let ordered = false;
  const kept = text.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => {
    // "Also send us a discount" goes on with what the order before it began.
    ordered =
      isSuspicious(sentence) || orders.test(sentence) || (ordered && /^(?:also|and|then|next|finally|additionally)\b/i.test(sentence));
    return !ordered;
  });
  return kept.join(' ').trim();
}

const orders =
  /\b(?:(?:ignore|disregard|forget|override) (?:all |any |your |the |my )?(?:previous|prior|earlier|above|other|system)? ?(?:instructions?|rules|guidelines|prompts?)|(?:classify|label|categori[sz]e|mark|tag|treat|set) (?:this|the|it|my)\b.{0,40}\b(?:as|to)\b.{0,20}\b(?:interested|meeting|hot|positive|won|customer|qualified|unsubscribe|bounce|spam)|you are (?:an?|now) (?:ai|assistant|language model|bot)|(?:system|assistant|note to the (?:assistant|ai|bot|system)) ?:|(?:ignoriere|vergiss|ignorez|oubliez|ignora|olvida|ignore|esque[cç]a)\b.{0,30}\b(?:anweisungen|instructions|instrucciones|instru[cç][oõ]es))/i;
