import type { InputOf } from '../../../../worker/contract/api';
import type { Event } from '../../../../worker/contract/events';
import type { RefundStep } from './refund-steps';
import { isTimeZone, ownTimeZone } from './zones';

/** What the form holds: texts as typed. */
export interface EventDraft {
  name: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  venue: string;
  capacity: string;
  currency: string;
  refundPolicy: RefundStep[];
  brandColor: string;
  contactEmail: string;
  websiteUrl: string;
}

export const emptyDraft = (contactEmail: string): EventDraft => ({
  name: '',
  startsAt: '',
  endsAt: '',
  timeZone: ownTimeZone,
  venue: '',
  capacity: '',
  currency: 'EUR',
  refundPolicy: [],
  brandColor: '#1d5fd1',
  contactEmail,
  websiteUrl: '',
});

export const draftOfEvent = (event: Event): EventDraft => ({
  ...event,
  startsAt: event.startsAt.slice(0, 16),
  endsAt: event.endsAt.slice(0, 16),
  capacity: event.capacity === null ? '' : String(event.capacity),
  websiteUrl: event.websiteUrl ?? '',
});

/** A message per field that a person has to mend before it is sent. Pure. */
export function problemsOf(draft: EventDraft): Record<string, string> {
  const problems: Record<string, string> = {};
  if (draft.name.trim() === '') problems.name = 'Give the event a name';
  if (!draft.startsAt) problems.startsAt = 'Choose when it starts';
  if (!draft.endsAt) problems.endsAt = 'Choose when it ends';
  else if (draft.endsAt < draft.startsAt) problems.endsAt = 'It ends before it starts';
  if (!isTimeZone(draft.timeZone)) problems.timeZone = 'Choose a zone such as Europe/Berlin';
  if (draft.capacity !== '' && !/^[1-9]\d{0,6}$/.test(draft.capacity)) problems.capacity = 'A whole number, or leave it empty';
  if (!/^\S+@\S+\.\S+$/.test(draft.contactEmail.trim())) problems.contactEmail = 'Enter a mail address';
  if (draft.websiteUrl.trim() !== '' && !URL.canParse(withScheme(draft.websiteUrl)))
    problems.websiteUrl = 'Enter an address such as https://example.org';
  return problems;
}

/** The body to send. Sites of the event's own address may show the widget from the start. */
export function bodyOf(draft: EventDraft): InputOf<'POST /events'>['body'] {
  const websiteUrl = draft.websiteUrl.trim() === '' ? null : withScheme(draft.websiteUrl);
  return {
    name: draft.name.trim(),
    startsAt: draft.startsAt,
    endsAt: draft.endsAt,
    timeZone: draft.timeZone,
    venue: draft.venue.trim(),
    capacity: draft.capacity === '' ? null : Number(draft.capacity),
    currency: draft.currency,
    refundPolicy: draft.refundPolicy,
    brandColor: draft.brandColor,
    contactEmail: draft.contactEmail.trim(),
    websiteUrl,
    ...(websiteUrl && { allowedOrigins: [new URL(websiteUrl).origin] }),
  };
}

const withScheme = (text: string) => (/^https?:\/\//i.test(text.trim()) ? text.trim() : `https://${text.trim()}`);
