import type { Approval } from '../../../../worker/contract/work';
import { formatMoney, wordsOf } from '../../lib/format';
import { provenanceWords } from '../../ui/words';
import { approvalsSoFar } from './standing';

/** Facts of a verdict or an input as text: amounts as money, lists by comma, everything else as it is. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isAmount(value)) return formatMoney(value);
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

export function factRows(facts: Record<string, unknown>): [string, string][] {
  return Object.entries(facts).map(([name, value]) => [
    wordsOf(name),
    name === 'provenance' ? (provenanceWords[String(value)] ?? valueText(value)) : valueText(value),
  ]);
}

export function isAmount(value: unknown): value is { minor: number; currency: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'minor' in value &&
    typeof value.minor === 'number' &&
    'currency' in value &&
    typeof value.currency === 'string'
  );
}

export type RiskLevel = 'low' | 'medium' | 'high';
/** Scores run from 0 to 100. */
export const riskLevel = (score: number): RiskLevel => (score >= 70 ? 'high' : score >= 40 ? 'medium' : 'low');

export function decisionText(approval: Approval, who: string): string {
  switch (approval.state) {
    case 'approved':
      return `Approved by ${who}; being carried out`;
    case 'executed':
      return `Approved by ${who} and carried out`;
    case 'rejected':
      return `Rejected by ${who}`;
    case 'stale':
      return 'A fact has moved since it was approved; nothing was sent';
    case 'expired':
      return 'Nobody decided in time; nothing was sent';
    case 'cancelled':
      return 'Cancelled; nothing was sent';
    case 'pending':
      return 'Waits for a decision';
  }
}

/** What a decision that was just made came to. Pure. */
export function castText(approval: Approval, decision: 'approve' | 'reject'): string {
  const { title } = approval.preview;
  if (decision === 'reject') return `Rejected: ${title}`;
  const missing = approval.required.needed - approvalsSoFar(approval);
  if (approval.state !== 'pending' || missing <= 0) return `Approved: ${title}`;
  return `Your approval counts. ${missing === 1 ? 'One more is' : `${missing} more are`} needed: ${title}`;
}
