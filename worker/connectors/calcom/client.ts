import { AppError } from '../../core/errors';
import { retryAfterMs } from '../../core/retry-after';
import type { BookingRequest, CalendarPort, CancelRequest } from '../../ports/calendar';
import type { CallContext, CallOutcome, Reconciliation } from '../../ports/call-outcome';
import { type Exchange, exchange, exchangeLimits, type Fetcher, globalFetcher, jsonOf } from '../exchange';
import { serviceText } from '../service-text';
import { type Booking, BookingAnswer, BookingsAnswer, bookingsVersion, Refusal, SlotsAnswer, slotsVersion, stands } from './wire';

export interface CalcomOptions {
  apiKey: string;
  baseUrl: string;
  eventTypeId: number;
  fetcher?: Fetcher;
  timeoutMs?: number;
}

/**
 * Bookings at Cal.com by its API v2. It honours no idempotency keys: each booking carries the meeting and its turn in its
 * metadata, and what is unknown is looked up by them.
 */
export function createCalcom(options: CalcomOptions): CalendarPort {
  const { apiKey, baseUrl, eventTypeId, fetcher = globalFetcher, timeoutMs = exchangeLimits.timeoutMs } = options;
  const limits = { ...exchangeLimits, timeoutMs };
  const call = (method: string, path: string, version: string, body?: unknown) =>
    exchange(
      fetcher,
      `${baseUrl}/v2/${path}`,
      {
        method,
        headers: {
          authorization: `Bearer ${apiKey}`,
          'cal-api-version': version,
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      limits,
    );

  /** Bookings of the guest around the time, those of this turn of the meeting alone; null when Cal.com does not say. */
  async function ours(request: BookingRequest): Promise<Booking[] | null> {
    const day = 86_400_000;
    const query = new URLSearchParams({
      attendeeEmail: request.guest.email,
      afterStart: new Date(request.startsAt - day).toISOString(),
      beforeEnd: new Date(request.startsAt + 2 * day).toISOString(),
      take: '100',
    });
    const answer = await call('GET', `bookings?${query}`, bookingsVersion);
    const found = answer.kind === 'answer' && answer.status === 200 ? BookingsAnswer.safeParse(jsonOf(answer.text)).data?.data : undefined;
    return (
      found?.filter((one) => Date.parse(one.start) === request.startsAt && (isOurs(one, request) || one.uid === request.moves)) ?? null
    );
  }

  return {
    provider: 'calcom',
    reconcilability: { by: 'look_up' },

    async slots({ from, to, minutes }) {
      const query = new URLSearchParams({
        eventTypeId: String(eventTypeId),
        start: new Date(from).toISOString(),
        end: new Date(to).toISOString(),
        timeZone: 'UTC',
        format: 'range',
      });
      const answer = await call('GET', `slots?${query}`, slotsVersion);
      const data = answer.kind === 'answer' && answer.status === 200 ? SlotsAnswer.safeParse(jsonOf(answer.text)).data?.data : undefined;
      if (!data)
        throw new AppError('upstream', 'The calendar cannot say now what is free. Try again in a few minutes.', { retry: 'later' });
      return Object.values(data)
        .flat()
        .map(({ start, end }) => ({ startsAt: Date.parse(start), endsAt: end ? Date.parse(end) : Date.parse(start) + minutes * 60_000 }))
        .filter(({ startsAt, endsAt }) => Number.isFinite(startsAt) && Number.isFinite(endsAt) && startsAt >= from && startsAt <= to)
        .sort((a, b) => a.startsAt - b.startsAt);
    },

    async book(request, context) {
      const { guest, startsAt, moves } = request;
      const start = new Date(startsAt).toISOString();
      const answer = moves
        ? await call('POST', `bookings/${encodeURIComponent(moves)}/reschedule`, bookingsVersion, {
            start,
            reschedulingReason: 'Moved by the guest',
          })
        : await call('POST', 'bookings', bookingsVersion, {
            start,
            eventTypeId,
            attendee: {
              name: guest.name,
              email: guest.email,
              timeZone: guest.timeZone,
              ...(guest.locale ? { language: guest.locale.slice(0, 2) } : {}),
            },
            metadata: metadataOf(request),
          });
      return outcomeOf(answer, context, 'the booking');
    },

    async reconcileBooking(request): Promise<Reconciliation> {
      const found = await ours(request);
      if (!found) return { status: 'cannot_tell' };
      const standing = found.find(stands);
      return standing ? { status: 'happened', providerRef: standing.uid } : { status: 'did_not_happen' };
    },

    async cancel({ providerRef, reason }, context) {
      const answer = await call('POST', `bookings/${encodeURIComponent(providerRef)}/cancel`, bookingsVersion, {
        cancellationReason: reason,
      });
      return outcomeOf(answer, context, 'the cancellation');
    },

    async reconcileCancel({ providerRef }: CancelRequest): Promise<Reconciliation> {
      const answer = await call('GET', `bookings/${encodeURIComponent(providerRef)}`, bookingsVersion);
      const booking =
        answer.kind === 'answer' && answer.status === 200 ? BookingAnswer.safeParse(jsonOf(answer.text)).data?.data : undefined;
      if (!booking) return { status: 'cannot_tell' };
      return stands(booking) ? { status: 'did_not_happen' } : { status: 'happened', providerRef };
    },
  };
}

const metadataOf = ({ meetingId, sequence }: BookingRequest) => ({ meetingId, sequence: String(sequence) });

function isOurs({ metadata }: Booking, request: BookingRequest): boolean {
  const wanted = metadataOf(request);
  return metadata?.meetingId === wanted.meetingId && String(metadata.sequence) === wanted.sequence;
}

function outcomeOf(answer: Exchange, { now }: CallContext, what: string): CallOutcome {
  if (answer.kind === 'silence') return { status: 'unknown', reason: `Cal.com: ${answer.reason}` };
  const { status, headers } = answer;
  if (status >= 500 || status === 408) return { status: 'unknown', reason: `Cal.com answered ${status}` };
  if (status >= 200 && status < 300) {
    const booking = answer.cut ? undefined : BookingAnswer.safeParse(jsonOf(answer.text)).data?.data;
    return booking
      ? { status: 'confirmed', providerRef: booking.uid, detail: { state: booking.status } }
      : { status: 'unknown', reason: `Cal.com answered ${status} without a booking` };
  }
  if (status === 429)
    return { status: 'failed', reason: 'Cal.com asks to wait', retryAfterMs: retryAfterMs((name) => headers.get(name), now, 1000) };
  const refusal = Refusal.safeParse(jsonOf(answer.text)).data;
  const text = refusal?.error?.message ?? refusal?.message;
  return {
    status: 'failed',
    reason: `Cal.com refused ${what} with ${status}${text ? `: ${serviceText(text)}` : ''}`,
    detail: { httpStatus: status },
  };
}
