import { agentNamed } from '../agents';
import { AgentName } from '../contract/common';
import { AppError } from '../core/errors';
import { Amount, formatAmount } from '../core/money';
import type { ApprovalRow } from '../db/records/approvals';
import { sha256 } from '../digest';

/**
 * The proposal with the declared fields that a person changed. Anything else in `changes` is refused; the result passes
 * the tool's own schema here and its policy again when it is carried out.
 */
export async function edited(row: ApprovalRow, changes: Record<string, unknown>) {
  const tool = agentNamed(AgentName.parse(row.agent)).tools.find((candidate) => candidate.name === row.tool);
  if (!tool) throw new AppError('conflict', 'This kind of action no longer exists.');
  const undeclared = Object.keys(changes).filter(
    (field) => JSON.stringify(changes[field]) !== JSON.stringify(row.input[field]) && !row.editableFields.includes(field),
  );
  if (undeclared.length > 0)
    throw new AppError(
      'invalid_input',
      `These fields cannot be edited: ${undeclared.join(', ')}. Reject the proposal and do it another way.`,
      {
        fields: Object.fromEntries(undeclared.map((field) => [`input.${field}`, 'cannot be edited'])),
      },
    );
  const parsed = tool.input.safeParse({ ...row.input, ...changes });
  if (!parsed.success)
    throw new AppError('invalid_input', parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  const input = { ...(parsed.data as Record<string, unknown>) };
  const preview = {
    ...row.preview,
    lines: row.preview.lines.map(([label, value]): [string, string] => [label, shownValue(tool.editable, label, input) ?? value]),
  };
  const hash = await sha256(JSON.stringify([tool.name, input, preview, row.boundFacts, row.policyVersion]));
  return { input, preview, hash };
}

function shownValue(editable: { field: string; label: string }[], label: string, input: Record<string, unknown>): string | null {
  const field = editable.find((candidate) => label === candidate.label || label.startsWith(`${candidate.label} `));
  if (!field) return null;
  const amount = Amount.safeParse(input[field.field]);
  return amount.success ? formatAmount(amount.data) : String(input[field.field] ?? '');
}
