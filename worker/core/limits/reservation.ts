import { digitsOf } from '../money';

/** One unit of what is limited: `mails`, `refunds`, `tokens`, or `money:<currency>` in its minor units. */
export interface Cost {
  kind: string;
  amount: number;
}

/** What limits are read from, for one agent of one event. */
export interface LimitSources {
  agent: string;
  eventId: string;
  timeZone: string;
  /** Of the event: limits of money are stated in its minor units. */
  currency: string;
  agentLimits: Record<string, number>;
  eventLimits: { tokensPerDay: number; mailsPerDay: number; refundsPerDay: number; refundMinorPerDay: number };
}

export function limitSources(
  agent: string,
  event: { eventId: string; timeZone: string; currency: string },
  policy: { limits: LimitSources['agentLimits']; event: { limits: LimitSources['eventLimits'] } },
): LimitSources {
  const { eventId, timeZone, currency } = event;
  return { agent, eventId, timeZone, currency, agentLimits: policy.limits, eventLimits: policy.event.limits };
}

/** What is taken from one limit. `limit` null: none is set here; for the organization it is read where it is reserved. */
export interface Reservation extends Cost {
  level: 'agent' | 'event' | 'organization';
  /** '' for the organization, an event, or `<event>/<agent>`. */
  scope: string;
  /** `YYYY-MM-DD` in the event's time zone (UTC for the organization). */
  period: string;
  limit: number | null;
  /** Name of the limit in its setting, e.g. `mailsPerDay`. */
  name: 'tokensPerDay' | 'mailsPerDay' | 'refundsPerDay' | 'refundMinorPerDay';
}

/** The local and the UTC date of an instant, `YYYY-MM-DD`. */
export interface Days {
  local: string;
  utc: string;
}

/** What costs take from the limits of agent, event and organization of the day; costs of one kind are added up first. */
export function reservationsFor(costs: readonly Cost[], sources: LimitSources, days: Days): Reservation[] {
  const totals = new Map<string, number>();
  for (const { kind, amount } of costs) totals.set(kind, (totals.get(kind) ?? 0) + amount);
  return [...totals].flatMap(([kind, amount]): Reservation[] => {
    const name = limitName(kind);
    const stated = (limit: number | undefined) => (limit === undefined ? null : inCurrencyOf(kind, limit, sources.currency));
    return [
      {
        level: 'agent',
        scope: `${sources.eventId}/${sources.agent}`,
        kind,
        amount,
        period: days.local,
        limit: stated(sources.agentLimits[name]),
        name,
      },
      { level: 'event', scope: sources.eventId, kind, amount, period: days.local, limit: stated(sources.eventLimits[name]), name },
      { level: 'organization', scope: '', kind, amount, period: days.utc, limit: null, name },
    ];
  });
}

export function limitName(kind: string): Reservation['name'] {
  switch (kind) {
    case 'mails':
      return 'mailsPerDay';
    case 'refunds':
      return 'refundsPerDay';
    case 'tokens':
      return 'tokensPerDay';
    default:
      return 'refundMinorPerDay';
  }
}

/** A limit of money holds in every currency, by face value of the major unit. */
function inCurrencyOf(kind: string, limit: number, currency: string): number {
  if (!kind.startsWith('money:')) return limit;
  const of = kind.slice('money:'.length).toUpperCase();
  return Math.floor(limit * 10 ** (digitsOf(of) - digitsOf(currency)));
}

/** What one outbound command costs. */
export function costOfCommand(command: { kind: string; payload: object }): Cost[] {
  switch (command.kind) {
    case 'mail.send':
      return [{ kind: 'mails', amount: 1 }];
    case 'payments.refund': {
      const { amount } = command.payload as { amount?: { minor: number; currency: string } };
      return [
        { kind: 'refunds', amount: 1 },
        ...(amount ? [{ kind: `money:${amount.currency.toLowerCase()}`, amount: amount.minor }] : []),
      ];
    }
    default:
      return [];
  }
}

/** A limit that cannot take what was asked of it, for the log and for people. */
export interface SpentLimit {
  level: Reservation['level'];
  kind: string;
  limit: number;
  /** Path of the setting that holds it. */
  setting: string;
  text: string;
}

export function spentLimit(reservation: Pick<Reservation, 'level' | 'kind' | 'name'>, agent: string, limit: number): SpentLimit {
  const setting = settingOf(reservation.level, reservation.name);
  const whose = { agent: `the ${agent} agent`, event: 'the event', organization: 'the organization' }[reservation.level];
  const what = reservation.kind.startsWith('money:')
    ? `${reservation.kind.slice(6).toUpperCase()} (minor units) refunded`
    : reservation.kind;
  return {
    level: reservation.level,
    kind: reservation.kind,
    limit,
    setting,
    text: `The limit of ${whose}, ${limit} ${what} a day, is spent. Raise ${setting} in Settings, or wait until tomorrow.`,
  };
}

export function settingOf(level: Reservation['level'], name: Reservation['name']): string {
  return level === 'organization' ? `organization.limits.${name}` : `${level}.limits.${name}`;
}
