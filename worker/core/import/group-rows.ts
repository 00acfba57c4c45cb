import type { ImportField, Row } from './fields';
import type { Plan } from './plan';
import { clean } from './values/person';

/**
 * Which order a row belongs to: its order id, else its order code, else its ticket id. A row with none of them is an order of its own, known again in a later import by
 * person and ticket type; `seen` numbers the equal ones.
 */
export function orderKey(plan: Plan, row: Row, seen: Map<string, number>): string {
  const value = (field: ImportField) => {
    for (const index of plan.fields[field] ?? []) {
      const text = clean(row.cells[index] ?? '');
      if (text !== '') return text;
    }
    return '';
  };
  const given = value('order_id').replace(/^#/, '') || value('order_code') || value('ticket_id');
  if (given !== '') return given;
  const person = [
    value('attendee_email') || value('buyer_email'),
    value('attendee_name') || `${value('attendee_first_name')} ${value('attendee_last_name')}`.trim(),
    value('buyer_name') || `${value('buyer_first_name')} ${value('buyer_last_name')}`.trim(),
    value('ticket_type'),
  ]
    .join('|')
    .toLowerCase();
  const times = (seen.get(person) ?? 0) + 1;
  seen.set(person, times);
  return `row-${fingerprint(`${person}|${times}`)}`;
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Twelve characters that stand for a text: two 32-bit FNV-1a hashes (RFC draft-eastlake-fnv) with different offsets. Not for secrets. */
export function fingerprint(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x01000193 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193) >>> 0;
    high = Math.imul(high ^ (code + i), 0x85ebca6b) >>> 0;
  }
  let result = '';
  for (let value of [low, high]) {
    for (let i = 0; i < 6; i++) {
      result += alphabet[value & 31];
      value >>>= 5;
    }
  }
  return result;
}
