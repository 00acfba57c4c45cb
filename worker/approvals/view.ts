import { agentNamed } from '../agents';
import { AgentName } from '../contract/common';
import type { Approval, PersonRef } from '../contract/work';
import { Amount, formatAmount } from '../core/money';
import { approvalsNeeded, type Ballot, openRights, whyNeverMet } from '../core/policy/quorum';
import type { ApprovalRow } from '../db/records/approvals';
import { ballotOf, type Circle, votesOf } from './circle';

/** A proposal as people see it. `viewer` is who asks; null for a frame that goes to everybody. */
export function approvalView(row: ApprovalRow, circle: Circle, viewer: string | null): Approval {
  const agent = AgentName.parse(row.agent);
  const tool = agentNamed(agent).tools.find((candidate) => candidate.name === row.tool);
  const ballot = ballotOf(row, circle);
  const person = (id: string): PersonRef => ({
    id,
    name: circle.approvers.find((one) => one.actor === id)?.name ?? 'Somebody who has left',
  });
  const isOpen = row.state === 'pending';
  const open = viewer && isOpen ? openRights(ballot, viewer, circle.now) : null;
  return {
    id: row.id,
    agent,
    runId: row.runId,
    conversationId: row.conversationId,
    tool: row.tool,
    effect: tool?.effect ?? 'record',
    input: row.input,
    preview: row.preview,
    verdict: row.verdict,
    reasoning: row.reasoning,
    evidence: row.evidence,
    risk: row.risk,
    editable: (tool?.editable ?? []).filter((field) => row.editableFields.includes(field.field)),
    state: row.state,
    version: row.version,
    hash: row.hash,
    content: row.content ?? [],
    changes: changesOf(row, tool?.editable ?? []),
    required: {
      ...ballot.required,
      needed: approvalsNeeded(ballot),
      people: ballot.required.people?.map(person) ?? null,
      problem: isOpen ? whyNeverMet(ballot.required, circle.approvers, row.requestedBy) : null,
    },
    votes: votesOf(row, circle).map(({ actor, onBehalfOf, decision, reason, at }) => ({
      by: person(actor),
      onBehalfOf: onBehalfOf === actor ? null : person(onBehalfOf),
      decision,
      reason,
      at,
    })),
    deciders: isOpen
      ? decidersOf(ballot, circle.now).map(({ by, right }) => ({ by: person(by), onBehalfOf: right === by ? null : person(right) }))
      : [],
    mayDecide: viewer === null ? null : (open?.rights.length ?? 0) > 0,
    whyNot: viewer === null ? null : isOpen ? (open?.whyNot ?? null) : `This proposal is ${row.state}.`,
    requestedBy: row.requestedBy === null ? null : person(row.requestedBy),
    reminders: { sent: row.remindersSent, nextAt: isOpen ? row.nextReminderAt : null },
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt,
    decisionReason: row.decisionReason,
    outcome: row.outcome,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
  };
}

/** Who may still vote, and with whose right. */
export function decidersOf(ballot: Ballot, now: number): { by: string; right: string }[] {
  return ballot.approvers.flatMap(({ actor }) => openRights(ballot, actor, now).rights.map((right) => ({ by: actor, right })));
}

function changesOf(row: ApprovalRow, editable: { field: string; label: string }[]): Approval['changes'] {
  const { editedFrom } = row;
  if (!editedFrom) return [];
  return editable
    .map(({ field, label }) => ({ label, was: shown(editedFrom[field]), is: shown(row.input[field]) }))
    .filter(({ was, is }) => was !== is);
}

function shown(value: unknown): string {
  const amount = Amount.safeParse(value);
  return amount.success ? formatAmount(amount.data) : String(value ?? '');
}
