import { z } from 'zod';
import { AppError } from '../../core/errors';
import type { SchedulingLinkPort } from '../../ports/calendar';
import { exchange, exchangeLimits, type Fetcher, globalFetcher, jsonOf } from '../exchange';

const Answer = z.object({ resource: z.object({ booking_url: z.url({ protocol: /^https?$/ }) }) });

export interface CalendlyOptions {
  token: string;
  baseUrl: string;
  /** Address of the event type, `https://api.calendly.com/event_types/…`. */
  eventType: string;
  fetcher?: Fetcher;
}

/** Calendly's single-use links (`POST /scheduling_links`): each is good for one booking on Calendly's own page. */
export function createCalendly({ token, baseUrl, eventType, fetcher = globalFetcher }: CalendlyOptions): SchedulingLinkPort {
  return {
    provider: 'calendly',
    async singleUseLink() {
      const answer = await exchange(
        fetcher,
        `${baseUrl}/scheduling_links`,
        {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({ max_event_count: 1, owner: eventType, owner_type: 'EventType' }),
        },
        exchangeLimits,
      );
      if (answer.kind === 'answer' && (answer.status === 401 || answer.status === 403))
        throw new AppError(
          'misconfigured',
          'Calendly refuses the token in CALENDLY_TOKEN, or it may not use the event type in CALENDLY_EVENT_TYPE.',
        );
      const link =
        answer.kind === 'answer' && answer.status === 201 && !answer.cut ? Answer.safeParse(jsonOf(answer.text)).data : undefined;
      if (!link) throw new AppError('upstream', 'Calendly cannot offer times now. Try again in a few minutes.', { retry: 'later' });
      return link.resource.booking_url;
    },
  };
}
