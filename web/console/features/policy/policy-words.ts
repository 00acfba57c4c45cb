import type { EventPolicy, PolicyScope } from '../../../../worker/contract/policies';
import { formatMoney, formatNumber, wordsOf } from '../../lib/format';
import { agentWords, modeWords } from '../../ui/words';
import { isMoney } from '../settings/limits';

export type Tier = EventPolicy['approvals'][number];

export const scopeText = (scope: PolicyScope) => (scope === 'event' ? 'The whole event' : agentWords[scope]);

const pathNames: Record<string, string> = {
  autonomy: 'Dial',
  approvals: 'Who approves',
  undoSeconds: 'Undo window, seconds',
  reminderMinutes: 'Reminders, minutes',
  contact: 'Contact',
  quietFrom: 'quiet from',
  quietTo: 'quiet until',
  quietWeekends: 'quiet at weekends',
  perDay: 'per day',
  perWeek: 'per week',
  gapHours: 'hours between two',
  allowedHosts: 'Allowed hosts',
};

/** The path of a setting as words: `agent.limits.refundPerOrderMinor` as `Limits, refund per order`. Pure. */
export function pathText(path: string): string {
  const parts = path.replace(/^(agent|event|organization)\./, '').split('.');
  const words = parts.map(
    (part) => pathNames[part] ?? (/^\d+$/.test(part) ? `row ${Number(part) + 1}` : wordsOf(part.replace(/Minor($|Per)/, '$1'))),
  );
  return words.map((word, index) => (index === 0 ? word : word.charAt(0).toLowerCase() + word.slice(1))).join(', ');
}

interface Names {
  currency: string;
  nameOf: (userId: string) => string;
}

/** Who approves what, in a sentence. Pure. */
export function tierText(tier: Tier, { currency, nameOf }: Names): string {
  const what = tier.tool ? wordsOf(tier.tool) : tier.agent ? `What ${wordsOf(tier.agent)} proposes` : 'Every action';
  const above = tier.aboveMinor === undefined ? '' : ` above ${formatMoney({ minor: tier.aboveMinor, currency })}`;
  const who = tier.people ? tier.people.map(nameOf).join(', ') : `${tier.role}s`;
  return `${what}${above}: ${tier.quorum === 'all' ? 'all' : formatNumber(tier.quorum)} of ${who}`;
}

/** The value of a setting, as a person reads it. Pure. */
export function settingText(path: string, value: unknown, names: Names): string {
  if (value === null || value === undefined) return 'not set';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (path === 'mode' && typeof value === 'string' && value in modeWords) return modeWords[value as keyof typeof modeWords].text;
  if (path === 'approvals' && Array.isArray(value))
    return value.length === 0 ? 'one organizer approves everything' : value.map((tier: Tier) => tierText(tier, names)).join('; ');
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  if (typeof value === 'number') return isMoney(path) ? formatMoney({ minor: value, currency: names.currency }) : formatNumber(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
