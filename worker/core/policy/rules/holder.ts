import { refuseWhen, type Verdict } from '../verdict';

/** Tickets move only for their holder, who proved to be it with a code sent to the address on file. */
export function holderRules(facts: {
  verified: boolean;
  ownsTicket: boolean;
  ticketState: string;
  movable?: readonly string[];
}): Verdict[] {
  const movable = facts.movable ?? ['valid'];
  return [
    refuseWhen(!facts.verified, 'holder_not_verified', 'The holder has to enter the one-time code first.', {}),
    refuseWhen(facts.verified && !facts.ownsTicket, 'not_their_ticket', 'This ticket belongs to somebody else.', {}),
    refuseWhen(
      facts.ownsTicket && !movable.includes(facts.ticketState),
      'ticket_not_valid',
      `The ticket is ${facts.ticketState.replace('_', ' ')}.`,
      { state: facts.ticketState },
    ),
  ];
}
