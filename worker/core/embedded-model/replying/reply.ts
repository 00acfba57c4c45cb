import type { Offer, SupportInput, SupportReply } from '../types';
import type { Understanding } from '../understand';
import type { ReplyLanguage } from '../understanding/language';
import { phrase, replyLanguageOf } from './phrase';

/** What every step of the model works from. */
export interface Situation {
  input: SupportInput;
  text: string;
  understood: Understanding;
  language: ReplyLanguage;
  /** What the agent's last turn offered, if the attendee's message follows it directly. */
  offer: Offer | undefined;
}

export function situationOf(input: SupportInput, text: string, understood: Understanding): Situation {
  const before = input.turns.at(-2);
  const offer = before?.from === 'agent' ? before.offer : undefined;
  return { input, text, understood, language: replyLanguageOf(understood.language), offer };
}

/** A reply with what is common to all; only what differs is passed. */
export function reply(
  situation: Situation,
  parts: Pick<SupportReply, 'outcome' | 'answer' | 'reason'> & Partial<SupportReply>,
): SupportReply {
  return {
    kind: 'reply',
    citations: [],
    actions: [],
    nextSteps: [],
    quickReplies: [],
    language: situation.language,
    confidence: parts.outcome === 'answered' ? 1 : 0,
    ...parts,
  };
}

/** Ends an answer that does not solve the matter: whom to write to, and a person on offer. */
export function withPersonOffered(
  situation: Situation,
  parts: Pick<SupportReply, 'outcome' | 'answer' | 'reason'> & Partial<SupportReply>,
): SupportReply {
  const { input, language } = situation;
  const way =
    input.event.contactEmail === undefined
      ? phrase('declinedPerson', language)
      : phrase('declinedContact', language, { contact: input.event.contactEmail });
  return reply(situation, {
    offer: { kind: 'human' },
    quickReplies: [phrase('buttonPerson', language)],
    ...parts,
    answer: `${parts.answer} ${way}`,
  });
}
