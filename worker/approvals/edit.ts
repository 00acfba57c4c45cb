import { agentNamed } from '../agents';
import { AgentName } from '../contract/common';
import { canonicalJson } from '../core/canonical-json';
import { AppError } from '../core/errors';
import type { ApprovalRow } from '../db/records/approvals';

/**
 * The input of a proposal with the declared fields that a person changed, as the tool's own schema reads it; null when
 * nothing differs. Throws `invalid_input` for anything else in `changes`.
 */
export function declaredEdit(row: ApprovalRow, changes: Record<string, unknown>): Record<string, unknown> | null {
  const tool = agentNamed(AgentName.parse(row.agent)).tools.find((candidate) => candidate.name === row.tool);
  if (!tool) throw new AppError('conflict', 'This kind of action no longer exists.');
  const changed = Object.keys(changes).filter((field) => canonicalJson(changes[field]) !== canonicalJson(row.input[field]));
  const undeclared = changed.filter((field) => !row.editableFields.includes(field));
  if (undeclared.length > 0)
    throw new AppError(
      'invalid_input',
      `These fields cannot be edited: ${undeclared.join(', ')}. Reject the proposal and do it another way.`,
      { fields: Object.fromEntries(undeclared.map((field) => [`input.${field}`, 'cannot be edited'])) },
    );
  if (changed.length === 0) return null;
  const parsed = tool.input.safeParse({ ...row.input, ...changes });
  if (!parsed.success)
    throw new AppError('invalid_input', parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  return { ...(parsed.data as Record<string, unknown>) };
}
