import { rulesOn } from '../rule';

/** Who talks, as proved with a code sent to the address on file. */
export interface HolderFacts {
  verified: boolean;
}

export interface TicketHolderFacts extends HolderFacts {
  ownsTicket: boolean;
  ticketState: string;
  /** States in which this action is possible. */
  possibleIn: readonly string[];
}

export const holderVerified = rulesOn<HolderFacts>()({
  id: 'holder_not_verified',
  verdict: 'refuse',
  says: 'Nothing about an order is shown or done before its holder entered the one-time code sent to the address on file.',
  reads: ['verified'],
  applies: ({ verified }) => !verified,
  reason: () => 'The holder has to enter the one-time code first.',
});

const rule = rulesOn<TicketHolderFacts>();

/** Tickets move only for their holder. */
export const holderRules = [
  holderVerified,
  rule({
    id: 'not_their_ticket',
    verdict: 'refuse',
    says: 'A ticket is sent or moved only for whoever holds it.',
    reads: ['verified', 'ownsTicket'],
    applies: ({ verified, ownsTicket }) => verified && !ownsTicket,
    reason: () => 'This ticket belongs to somebody else.',
  }),
  rule({
    id: 'ticket_not_valid',
    verdict: 'refuse',
    says: 'A ticket that was refunded, cancelled or used is neither sent nor moved.',
    reads: ['ownsTicket', 'ticketState', 'possibleIn'],
    applies: ({ ownsTicket, ticketState, possibleIn }) => ownsTicket && !possibleIn.includes(ticketState),
    reason: ({ ticketState }) => `The ticket is ${ticketState.replace('_', ' ')}.`,
  }),
];
