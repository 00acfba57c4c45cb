import type { Mode } from '../../../../worker/contract/common';
import type { AgentPolicyBody, EventPolicy } from '../../../../worker/contract/policies';
import { limitOf, limitText } from '../settings/limits';
import type { Tier } from './policy-words';

/** Forms of policies: texts as typed, and the policy they stand for. A message per path that cannot be read. Pure. */
export interface Read<T> {
  body: T;
  problems: Record<string, string>;
}

type Texts = Record<string, string>;

export interface AgentDraft {
  mode: Mode;
  autonomy: number;
  limits: Texts;
  /** Points above the dial, by tool; empty for none. */
  allowances: Texts;
}

export function agentDraft(body: AgentPolicyBody, tools: string[], currency: string): AgentDraft {
  const points = (tool: string) => [tool, String(body.allowances[tool] ?? 0)];
  return {
    mode: body.mode,
    autonomy: body.autonomy,
    limits: textsOf(body.limits, currency),
    allowances: Object.fromEntries(tools.map(points)),
  };
}

export function agentBody(draft: AgentDraft, currency: string): Read<AgentPolicyBody> {
  const problems: Record<string, string> = {};
  const limits = numbersOf('limits', draft.limits, currency, problems);
  const points = numbersOf('allowances', draft.allowances, currency, problems);
  for (const [tool, value] of Object.entries(points)) if (value > 89) problems[`allowances.${tool}`] = 'At most 89';
  const allowances = Object.fromEntries(Object.entries(points).filter(([, value]) => value > 0));
  return { body: { mode: draft.mode, autonomy: draft.autonomy, limits, allowances }, problems };
}

export interface TierDraft {
  agent: string;
  tool: string;
  above: string;
  quorum: string;
  role: 'organizer' | 'owner';
  people: string[];
}
export interface EventDraft {
  approvals: TierDraft[];
  undoSeconds: string;
  reminderMinutes: string;
  contact: { perDay: string; perWeek: string; gapHours: string; quietFrom: string; quietTo: string; quietWeekends: boolean };
  /** One a line. */
  allowedHosts: string;
  limits: Texts;
}

export const newTier: TierDraft = { agent: '', tool: '', above: '', quorum: '2', role: 'organizer', people: [] };

export function eventDraft(body: EventPolicy, currency: string): EventDraft {
  const { perDay, perWeek, gapHours, quietFrom, quietTo, quietWeekends } = body.contact;
  return {
    approvals: body.approvals.map((tier) => ({
      agent: tier.agent ?? '',
      tool: tier.tool ?? '',
      above: tier.aboveMinor === undefined ? '' : limitText('aboveMinor', tier.aboveMinor, currency),
      quorum: String(tier.quorum),
      role: tier.role,
      people: tier.people ?? [],
    })),
    undoSeconds: String(body.undoSeconds),
    reminderMinutes: body.reminderMinutes.join(', '),
    contact: { perDay: String(perDay), perWeek: String(perWeek), gapHours: String(gapHours), quietFrom, quietTo, quietWeekends },
    allowedHosts: body.allowedHosts.join('\n'),
    limits: textsOf(body.limits, currency),
  };
}

export function eventBody(draft: EventDraft, currency: string): Read<EventPolicy> {
  const problems: Record<string, string> = {};
  const number = (path: string, text: string) => numberAt(path, text, path, currency, problems);
  const { contact } = draft;
  const limits = numbersOf('limits', draft.limits, currency, problems);
  const of = (name: string) => limits[name] ?? 0;
  const reminders = draft.reminderMinutes.split(/[\s,;]+/).filter((part) => part !== '');
  const body: EventPolicy = {
    approvals: draft.approvals.map((tier, index) => tierOf(tier, `approvals.${index}`, currency, problems)),
    undoSeconds: number('undoSeconds', draft.undoSeconds),
    reminderMinutes: reminders.map((part) => number('reminderMinutes', part)),
    contact: {
      perDay: number('contact.perDay', contact.perDay),
      perWeek: number('contact.perWeek', contact.perWeek),
      gapHours: number('contact.gapHours', contact.gapHours),
      quietFrom: contact.quietFrom,
      quietTo: contact.quietTo,
      quietWeekends: contact.quietWeekends,
    },
    allowedHosts: draft.allowedHosts
      .split(/[\s,;]+/)
      .filter((host) => host !== '')
      .map((host) => host.toLowerCase()),
    limits: {
      tokensPerRun: of('tokensPerRun'),
      tokensPerDay: of('tokensPerDay'),
      mailsPerDay: of('mailsPerDay'),
      refundsPerDay: of('refundsPerDay'),
      refundMinorPerDay: of('refundMinorPerDay'),
    },
  };
  if (body.undoSeconds > 600) problems.undoSeconds = 'At most 600 seconds';
  if (body.reminderMinutes.length > 6) problems.reminderMinutes = 'At most six reminders';
  if (!contact.quietFrom) problems['contact.quietFrom'] = 'Enter a time';
  if (!contact.quietTo) problems['contact.quietTo'] = 'Enter a time';
  return { body, problems };
}

function tierOf(draft: TierDraft, path: string, currency: string, problems: Record<string, string>): Tier {
  const quorum = draft.quorum === 'all' ? 'all' : numberAt(`${path}.quorum`, draft.quorum, 'quorum', currency, problems);
  if (quorum !== 'all' && (quorum < 1 || quorum > 10)) problems[`${path}.quorum`] = 'From 1 to 10';
  return {
    ...(draft.agent && { agent: draft.agent }),
    ...(draft.tool && { tool: draft.tool }),
    ...(draft.above.trim() && { aboveMinor: numberAt(`${path}.aboveMinor`, draft.above, 'aboveMinor', currency, problems) }),
    quorum,
    role: draft.role,
    people: draft.people.length > 0 ? draft.people : null,
  };
}

const textsOf = (limits: Record<string, number>, currency: string): Texts =>
  Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, limitText(name, value, currency)]));

function numbersOf(at: string, texts: Texts, currency: string, problems: Record<string, string>): Record<string, number> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, numberAt(`${at}.${name}`, text, name, currency, problems)]));
}

function numberAt(path: string, text: string, name: string, currency: string, problems: Record<string, string>): number {
  const value = limitOf(name, text, currency);
  if (value === null) problems[path] = 'Enter a whole number, or an amount';
  return value ?? 0;
}
