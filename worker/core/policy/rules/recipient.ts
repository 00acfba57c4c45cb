import { rulesOn } from '../rule';

export interface RecipientFacts {
  /** Where the address comes from. */
  provenance: string;
  /** Why this address gets no mail; null when it may get some. */
  suppressed: string | null;
}

const trusted = ['record', 'verified_identity', 'verified_form', 'organizer'];
const rule = rulesOn<RecipientFacts>();

/** Mail goes only to addresses that are known from records or a verified form, and never to suppressed ones. */
export const recipientRules = [
  rule({
    id: 'recipient_suppressed',
    verdict: 'refuse',
    says: 'No mail goes to an address that bounced, complained, opted out or was stopped by a person.',
    reads: ['suppressed'],
    applies: ({ suppressed }) => suppressed !== null,
    reason: ({ suppressed }) => `No mail goes to this address (${suppressed}).`,
  }),
  rule({
    id: 'untrusted_recipient',
    verdict: 'ask',
    says: 'Mail to an address that comes neither from records nor from a verified holder or an organizer waits for a person.',
    reads: ['provenance'],
    applies: ({ provenance }) => !trusted.includes(provenance),
    reason: ({ provenance }) => `The address comes from ${provenance.replace('_', ' ')}.`,
  }),
];
