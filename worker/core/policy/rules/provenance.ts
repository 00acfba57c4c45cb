import type { ControlOrigin } from '../../provenance/controls';
import { isTrusted } from '../../provenance/ledger';
import { rulesOn } from '../rule';

const control = rulesOn<ControlOrigin>();

/** Spoken once for each control value of a call. */
export const controlRules = [
  control({
    id: 'untrusted_control',
    verdict: 'ask',
    says: 'A recipient, amount, object, address or time that somebody typed or a model made up waits for a person, with its origin shown.',
    reads: ['field', 'control', 'value', 'provenance', 'from'],
    applies: ({ provenance }) => !isTrusted(provenance),
    reason: ({ field, control, provenance }) =>
      provenance === 'model'
        ? `The ${control} (${field}) stands in no record, policy or form: the model made it up.`
        : `The ${control} (${field}) was only typed by somebody.`,
  }),
];

export interface AgreementFacts {
  /** The attendee's last message said yes to exactly this. */
  agreed: boolean;
  /** What had been offered, if anything. */
  offered: unknown;
}

const agreement = rulesOn<AgreementFacts>();

/** Read where an agent that talks with somebody would move money. */
export const agreementRules = [
  agreement({
    id: 'not_agreed',
    verdict: 'ask',
    says: 'Money that the attendee was not offered, to the cent, and did not say yes to waits for a person.',
    reads: ['agreed', 'offered'],
    applies: ({ agreed }) => !agreed,
    reason: () => 'The attendee has not said yes to this amount in the message before.',
  }),
];

export interface OutgoingFacts {
  /** Addresses among the recipients of what would be sent that no trusted source holds. */
  strangers: readonly string[];
  /** Links, images and addresses in it that lead outside the allowed hosts. */
  foreignLinks: readonly string[];
}

const outgoing = rulesOn<OutgoingFacts>();

/** Read on everything that would be sent, as it would be sent. */
export const outgoingRules = [
  outgoing({
    id: 'unknown_recipient',
    verdict: 'ask',
    says: 'What would go to an address that neither records, nor a verified holder, nor an organizer gave waits for a person.',
    reads: ['strangers'],
    applies: ({ strangers }) => strangers.length > 0,
    reason: ({ strangers }) => `It would go to ${strangers.join(', ')}, which stands in no record or form.`,
  }),
  outgoing({
    id: 'foreign_link',
    verdict: 'ask',
    says: 'What links, shows an image or names an address outside the allowed hosts waits for a person.',
    reads: ['foreignLinks'],
    setting: 'event.allowedHosts',
    applies: ({ foreignLinks }) => foreignLinks.length > 0,
    reason: ({ foreignLinks }) =>
      `It would lead to ${foreignLinks.slice(0, 5).join(', ')}: not among the allowed hosts of the event (Settings, allowed hosts).`,
  }),
];
