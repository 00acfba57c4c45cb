import { rulesOn } from '../rule';

export interface MeetingFacts {
  /** Local reading of the wished time; null where the guest chooses. */
  wished: string | null;
  isFree: boolean;
  eventPast: boolean;
  alreadyBooked: boolean;
}

const rule = rulesOn<MeetingFacts>();

/** Meetings at times that are free, before the event, one at a time. */
export const meetingRules = [
  rule({
    id: 'time_not_free',
    verdict: 'refuse',
    says: 'A meeting is booked only at a time that the availability gives and nothing else takes.',
    reads: ['wished', 'isFree'],
    applies: ({ wished, isFree }) => wished !== null && !isFree,
    reason: ({ wished }) => `${wished} is not free. Offer the scheduling page, or choose another time.`,
  }),
  rule({
    id: 'event_over',
    verdict: 'refuse',
    says: 'No meeting about an event is offered once it has begun.',
    reads: ['eventPast'],
    applies: ({ eventPast }) => eventPast,
    reason: () => 'The event has begun or was cancelled.',
  }),
  rule({
    id: 'meeting_booked',
    verdict: 'refuse',
    says: 'Whoever has a meeting booked is not asked for another one.',
    reads: ['alreadyBooked'],
    applies: ({ alreadyBooked }) => alreadyBooked,
    reason: () => 'A meeting with this company is booked already.',
  }),
];
