import { eq } from 'drizzle-orm';
import type { CalendlyReport } from '../connectors/calendly/webhook';
import { sharedDatabase } from '../db/database';
import { meetings } from '../db/schema';
import { offeredMeeting } from './offered';
import { setMeeting } from './set-meeting';

/**
 * What Calendly says of a booking, folded into the meeting that it belongs to; Calendly has told both sides itself. A
 * report that comes twice or late changes nothing more: a booking that a later one replaced is not cancelled by it.
 */
export async function calendlyReported(env: Env, report: CalendlyReport, realNow: number): Promise<'applied' | 'nothing'> {
  const { happened: state, startsAt, endsAt, timeZone, providerRef } = report;
  if (!state || !report.meetingId) return 'nothing';
  const [row] = await sharedDatabase(env).select({ token: meetings.token }).from(meetings).where(eq(meetings.id, report.meetingId));
  const offered = row && (await offeredMeeting(env, row.token, realNow));
  if (!offered) return 'nothing';
  const { meeting } = offered;
  const isThisOne = meeting.state === 'booked' && meeting.providerRef === providerRef;
  if ((state === 'booked') === isThisOne) return 'nothing';
  const sequence = meeting.sequence + 1;
  const status = await setMeeting(env, offered, {
    activity: {
      input: { startsAt },
      output: { state, sequence, provider: 'calendly' },
      reasoning: `The guest has ${state} it at Calendly.`,
      rule: state === 'booked' ? 'booked_by_guest' : 'cancelled',
    },
    to: {
      ...{ state, startsAt, endsAt, timeZone, sequence, location: meeting.location, provider: 'calendly', host: 'calendly' },
      // After a cancellation a fresh link is made when the guest asks again.
      providerRef: state === 'booked' ? providerRef : null,
    },
    commands: [],
  });
  return status === 'committed' ? 'applied' : 'nothing';
}
