import { and, eq, inArray, sql } from 'drizzle-orm';
import { AgentName } from '../contract/common';
import { type Budget, OrganizationLimits } from '../contract/policies';
import { AppError } from '../core/errors';
import { localDate } from '../core/instant';
import { reservationsFor, settingOf } from '../core/limits/reservation';
import { type Database, databaseOf } from '../db/database';
import { eventScope } from '../db/records/event-scope';
import { budgets, settings } from '../db/schema';

const kinds = (currency: string) => ['mails', 'refunds', `money:${currency.toLowerCase()}`, 'tokens'];

/** Every limit of today for an event: of each agent that has one, of the event, of the organization. */
export async function budgetsToday(env: Env, key: { organizationId: string; eventId: string }, realNow: number): Promise<Budget[]> {
  const db = databaseOf(env, key.organizationId);
  const scopes = await Promise.all(AgentName.options.map((agent) => eventScope(db, key.eventId, agent)));
  const [first] = scopes;
  if (!first || first.event.organizationId !== key.organizationId) throw new AppError('not_found', 'There is no such event.');
  const { timeZone, currency, clockNow } = first.event;
  const now = clockNow ?? realNow;
  const days = { local: localDate(now, timeZone), utc: localDate(now, 'UTC') };
  const [rows, ofOrganization] = await Promise.all([
    db
      .select()
      .from(budgets)
      .where(
        and(
          eq(budgets.organizationId, key.organizationId),
          inArray(budgets.scope, ['', key.eventId, ...AgentName.options.map((agent) => `${key.eventId}/${agent}`)]),
          inArray(budgets.period, [days.local, days.utc]),
        ),
      ),
    organizationLimits(db, key.organizationId),
  ]);
  const seen = new Set<string>();
  return AgentName.options.flatMap((agent, index) => {
    const policy = scopes[index]?.policy;
    if (!policy) return [];
    const sources = { agent, eventId: key.eventId, timeZone, currency, agentLimits: policy.limits, eventLimits: policy.event.limits };
    const none = kinds(currency).map((kind) => ({ kind, amount: 0 }));
    return reservationsFor(none, sources, days).flatMap(({ level, scope, kind, period, limit: stated, name }): Budget[] => {
      const limit = level === 'organization' ? ofOrganization[name] : stated;
      const row = rows.find((candidate) => candidate.scope === scope && candidate.kind === kind && candidate.period === period);
      const once = `${scope} ${kind}`;
      // Event and organization come up with every agent; an agent without limit or spending is no news.
      if (seen.has(once) || (limit === null && !row)) return [];
      seen.add(once);
      const taken = (row?.reserved ?? 0) + (row?.spent ?? 0);
      return [
        {
          scope: level,
          agent: level === 'agent' ? agent : null,
          kind,
          period,
          limit,
          reserved: row?.reserved ?? 0,
          spent: row?.spent ?? 0,
          left: limit === null ? null : Math.max(0, limit - taken),
          setting: settingOf(level, name),
        },
      ];
    });
  });
}

export async function organizationLimits(db: Database, organizationId: string): Promise<OrganizationLimits> {
  const [row] = await db
    .select({ value: settings.value })
    .from(settings)
    .where(and(eq(settings.organizationId, organizationId), eq(settings.scope, ''), eq(settings.key, 'limits')));
  return OrganizationLimits.parse(row?.value ?? {});
}

export async function setOrganizationLimits(
  db: Database,
  organizationId: string,
  limits: OrganizationLimits,
  by: { by: string; now: number },
): Promise<OrganizationLimits> {
  const row = { organizationId, scope: '', key: 'limits', value: limits, updatedAt: by.now, updatedBy: by.by };
  await db
    .insert(settings)
    .values(row)
    .onConflictDoUpdate({
      target: [settings.organizationId, settings.scope, settings.key],
      set: { value: sql`excluded.value`, updatedAt: by.now, updatedBy: by.by },
    });
  return limits;
}
