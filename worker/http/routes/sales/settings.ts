import type { pipelineEndpoints } from '../../../contract/sales/pipeline';
import { AppError } from '../../../core/errors';
import type { Availability } from '../../../core/sales/types';
import { type Database, databaseOf } from '../../../db/database';
import { type SalesSettings, salesSettings, saveSalesSettings } from '../../../db/records/sales/settings';
import type { Handlers } from '../../handler';

type SettingsEndpoints = Pick<typeof pipelineEndpoints, 'GET /events/{eventId}/sales/settings' | 'PUT /events/{eventId}/sales/settings'>;

export const salesSettingsRoutes = {
  async 'GET /events/{eventId}/sales/settings'({ env, identity, params }) {
    const { organizationId } = identity;
    return withProblems(await current(databaseOf(env, organizationId), organizationId, params.eventId));
  },

  async 'PUT /events/{eventId}/sales/settings'({ env, identity, params, body, now }) {
    const key = { organizationId: identity.organizationId, eventId: params.eventId };
    const db = databaseOf(env, key.organizationId);
    const before = await current(db, key.organizationId, key.eventId);
    const after = { outreach: { ...before.outreach, ...body.outreach }, availability: { ...before.availability, ...body.availability } };
    requirePossible(after.availability);
    if (new Set(after.outreach.facts.map(({ id }) => id)).size < after.outreach.facts.length)
      throw new AppError('invalid_input', 'Each fact needs an id of its own.', { fields: { 'outreach.facts': 'must have different ids' } });
    await saveSalesSettings(db, key, after, { by: identity.actor, now });
    return withProblems(after);
  },
} satisfies Handlers<SettingsEndpoints>;

async function current(db: Database, organizationId: string, eventId: string): Promise<SalesSettings> {
  const found = await salesSettings(db, organizationId, eventId);
  if (!found) throw new AppError('not_found', 'There is no such event.');
  return found;
}

/** Settings with what keeps mail and meetings from being good, or from happening at all. */
function withProblems(settings: SalesSettings): SalesSettings & { problems: string[] } {
  const { outreach, availability } = settings;
  const problems = [
    ...(outreach.senderName === '' ? ['No sender is named: mails of outreach need the name of a person who signs them.'] : []),
    ...(outreach.postalAddress === ''
      ? ['There is no postal address. Law asks for it below every mail of outreach; none goes out without.']
      : []),
    ...(outreach.topics.length === 0 ? ['The event has no topics: companies are matched by size, place and history only.'] : []),
    ...(outreach.rampStart > outreach.dailyMost ? ['The first day allows more mails than the most a day: the smaller number holds.'] : []),
    ...(availability.hours.length === 0 ? ['No hours are open: nobody can book a meeting.'] : []),
  ];
  return { ...settings, problems };
}

function requirePossible({ timeZone, hours, closed }: Availability): void {
  const fields: Record<string, string> = {};
  if (!isTimeZone(timeZone)) fields['availability.timeZone'] = 'must be an IANA time zone such as Europe/Berlin';
  const sorted = [...hours].sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from));
  for (const [index, span] of sorted.entries()) {
    const next = sorted[index + 1];
    if (span.from >= span.to) fields['availability.hours'] = `${span.from} to ${span.to} ends before it begins`;
    else if (next?.weekday === span.weekday && next.from < span.to)
      fields['availability.hours'] = `${span.from} to ${span.to} and ${next.from} to ${next.to} of one day overlap`;
  }
  const unreal = closed.find((date) => Number.isNaN(Date.parse(date)) || !new Date(date).toISOString().startsWith(date));
  if (unreal) fields['availability.closed'] = `${unreal} is not a date of the calendar`;
  const [first] = Object.entries(fields);
  if (first) throw new AppError('invalid_input', `The availability is not possible. ${first[0]}: ${first[1]}`, { fields });
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return !/^[+-]/.test(value);
  } catch {
    return false;
  }
}
