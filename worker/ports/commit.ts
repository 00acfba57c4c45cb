import type { AgentName } from '../contract/common';
import type { LimitSources, SpentLimit } from '../core/limits/reservation';
import type { ApproversRequired } from '../core/policy/quorum';
import type { NewCommand } from './commands';
import type { RecordChange } from './records';

/** One row of an agent's activity log. */
export interface Activity {
  id: string;
  agent: AgentName;
  agentVersion: string;
  activityType: string;
  input: Record<string, unknown> | null;
  output: Record<string, unknown> | null;
  reasoning: string | null;
  status: 'success' | 'failed' | 'pending' | 'escalated';
  errorMessage: string | null;
  /** Nobody was asked before it was done. */
  autonomous: boolean;
  requiredHumanReview: boolean;
  escalationReason: string | null;
  durationMs: number | null;
  tokens: number | null;
  createdAt: number;
  runId: string | null;
  callId: string | null;
  tool: string | null;
  conversationId: string | null;
  approvalId: string | null;
  verdict: string | null;
  rule: string | null;
  model: string | null;
}

/** A verdict as it is kept: the rule that spoke, in words, and the facts it read. */
export interface ShownVerdict {
  kind: string;
  rule: string;
  reason: string;
  facts: Record<string, unknown>;
}

export interface NewApproval {
  id: string;
  agent: AgentName;
  runId: string;
  callId: string;
  conversationId: string | null;
  tool: string;
  input: Record<string, unknown>;
  preview: { title: string; lines: [string, string][] };
  verdict: ShownVerdict & { also?: ShownVerdict[] };
  reasoning: string;
  evidence: { label: string; text: string }[];
  risk: { score: number; parts: Record<string, number> };
  hash: string;
  boundFacts: Record<string, unknown>;
  policyVersion: number;
  editableFields: string[];
  /** What would go out, rendered without its secrets. */
  content: { kind: string; target: string; title: string; text: string }[];
  required: ApproversRequired;
  /** The person who asked an agent for it; null when the agent proposes it by itself. */
  requestedBy: string | null;
  nextReminderAt: number | null;
  createdAt: number;
  expiresAt: number;
}

export interface Batch {
  activity: Activity;
  changes: RecordChange[];
  commands: NewCommand[];
  approval: NewApproval | null;
  /** The approved proposal that this batch carries out; it must still be `approved`. */
  executes: string | null;
  /** The approved proposal that `approval` asks for anew; it must still be `approved`, and becomes stale. */
  replaces?: { approvalId: string; outcome: string };
  /** What its commands are counted against; null only for a batch without commands. `checked` false counts without holding back. */
  limits: (LimitSources & { checked: boolean }) | null;
}

export type Committed =
  | { status: 'committed'; commandIds: string[] }
  | { status: 'duplicate' }
  | { status: 'moved' }
  | { status: 'over_limit'; limit: SpentLimit };

/**
 * Writes rows, activity and commands in one batch, or nothing. `duplicate`: a command's key was used before, so the
 * effect is already on its way. `moved`: a record was no longer what the batch was made for. `over_limit`: a limit of the
 * day cannot give what the commands would take.
 */
export interface CommitPort {
  commit(batch: Batch): Promise<Committed>;
}
