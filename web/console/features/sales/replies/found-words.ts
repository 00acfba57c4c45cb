import type { SalesMessage } from '../../../../../worker/contract/sales/outreach';
import { formatDateTime, formatDay, wordsOf } from '../../../lib/format';

const labels: Record<string, string> = {
  returnDate: 'Back on',
  laterUntil: 'Ask again on',
  proposedTimes: 'Times they propose',
  referral: 'Ask instead',
  language: 'Language',
  bounce: 'Why it bounced',
  complaint: 'Kind of complaint',
};

/** What was found in a reply, in the order it was found. Days and times are by the writer's clock. Pure. */
export function foundRows(found: SalesMessage['found']): [label: string, text: string][] {
  const { act, acted, ...read } = found;
  const rows = Object.entries(read).map(([name, value]): [string, string] => [
    labels[name] ?? wordsOf(name),
    name === 'language' ? languageOf(value) : textOf(value),
  ]);
  const did = didText(act, acted);
  return [...rows, ...(did ? [['The agent', did] as [string, string]] : [])].filter(([, text]) => text !== '');
}

const acts: Record<string, string> = { answer: 'answer', offer_meeting: 'offer a meeting' };

function didText(act: unknown, acted: unknown): string {
  if (typeof act !== 'string') return '';
  const what = acts[act] ?? wordsOf(act).toLowerCase();
  if (acted === 'waiting' || acted === 'escalated') return `wants to ${what}; it waits for approval`;
  if (acted === 'done') return `did it: ${what}`;
  return acted === undefined ? `is about to ${what}` : `could not ${what}`;
}

function languageOf(value: unknown): string {
  if (typeof value !== 'string') return '';
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(value) ?? value;
  } catch {
    return value;
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
    return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value) ? formatDateTime(Date.parse(`${value}Z`), 'UTC') : value;
  }
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('; ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(textOf).filter(Boolean).join(', ');
  return '';
}
