import type { Approval } from '../../../../worker/contract/work';
import { majorText, parseMajor } from '../../lib/format';
import { isAmount } from './approval-words';

export type Editable = Approval['editable'][number];

/** The value of a declared field as text for its control. Pure. */
export function draftOf(approval: Approval, field: Editable): string {
  const value = approval.input[field.field];
  if (isAmount(value)) return majorText(value);
  return value === null || value === undefined ? '' : String(value);
}

/** The edited input: declared fields that differ from what was proposed. A message per field that cannot be read. Pure. */
export function editedInput(
  approval: Approval,
  drafts: Record<string, string>,
): { input: Record<string, unknown>; problems: Record<string, string> } {
  const input: Record<string, unknown> = {};
  const problems: Record<string, string> = {};
  for (const field of approval.editable) {
    const draft = drafts[field.field];
    if (draft === undefined || draft === draftOf(approval, field)) continue;
    const value = valueFrom(approval.input[field.field], field, draft);
    if (value === null) problems[field.field] = field.kind === 'money' ? 'Enter an amount such as 12.50' : 'Enter a number';
    else input[field.field] = value;
  }
  return { input, problems };
}

function valueFrom(old: unknown, field: Editable, draft: string): unknown {
  if (isAmount(old)) return parseMajor(draft, old.currency);
  if (field.kind !== 'number' && field.kind !== 'money') return draft;
  const number = Number(draft.trim().replace(',', '.'));
  return draft.trim() !== '' && Number.isFinite(number) ? number : null;
}
