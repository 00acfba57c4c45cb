import { limitSources, type SpentLimit } from '../core/limits/reservation';
import { budgetExhausted, type ToolOutcome } from '../core/loop/journal';
import type { ToolCall } from '../core/loop/tool-call';
import { afterApproval } from '../core/policy/approval';
import { spoken, strictest, type Verdict } from '../core/policy/verdict';
import type { Activity, CommitPort, NewApproval } from '../ports/commit';
import { activityOf } from './activity';
import { type Binding, bindingOf, type MovedFact, movedSince } from './binding';
import type { AgentDefinition } from './define-agent';
import type { HandoverRequest, PreparedCall, StagedCall, Tool, ToolContext } from './define-tool';
import { judge } from './judge';
import { propose } from './propose';

export interface RunToolRequest {
  agent: AgentDefinition;
  call: ToolCall;
  context: ToolContext;
  runId: string;
  reasoning: string;
  model: string;
  tokens: number | null;
  /** Set when a person approved this call: the proposal it carries out, everything it was bound to, and when it was proposed. */
  approved?: Binding & { approvalId: string; proposedAt: number };
  /** Set when an approved call has to be asked for anew: it waits for a person whatever policy says, who is shown why. */
  again?: { verdict: Verdict; evidence: { label: string; text: string }[] };
  /** The person who asked the agent for this, if one did: they do not approve it themselves. */
  requestedBy?: string | null;
  /** Names of the tools that the step held; a call of another that does more than read is refused. Absent where no model chose. */
  offered?(): readonly string[];
}

export interface RunToolPorts {
  commit: CommitPort;
  /** Keeps an activity without an effect; it reaches the log in batches. */
  record(activity: Activity): void;
  newId(kind: 'activity' | 'approval'): string;
  sha256(text: string): Promise<string>;
  /** Milliseconds for durations; may be coarse. */
  stopwatch(): number;
}

export interface RunToolResult {
  outcome: ToolOutcome | { kind: 'moved'; moved: MovedFact[] };
  handover: HandoverRequest | null;
  commandIds: string[];
  approval: NewApproval | null;
}

/**
 * The one pipeline of every call of every agent, whoever proposed it: parse, facts, policy, then execute, wait for a
 * person, or refuse. With `approved` the same checks run again: what refuses still refuses, and facts that moved since
 * the person looked end the call without an effect.
 */
export async function runTool(request: RunToolRequest, ports: RunToolPorts): Promise<RunToolResult> {
  const started = ports.stopwatch();
  const { agent, call, context } = request;
  const tool = agent.tools.find((candidate) => candidate.name === call.name);
  if (!tool)
    return nothing({
      kind: 'refused',
      rule: 'unknown_tool',
      reason: `There is no tool ${call.name}.`,
      advice: `Use one of: ${agent.tools.map((known) => known.name).join(', ')}.`,
    });

  const log = (part: Partial<Activity>) => activityOfCall(request, tool, ports, started, part);
  if (tool.effect !== 'read' && request.offered && !request.offered().includes(tool.name)) {
    const reason = `${tool.name} was not on offer: a step that has read text of others only reads.`;
    ports.record(log({ status: 'failed', errorMessage: reason, verdict: 'refuse', rule: 'not_offered' }));
    return nothing({
      kind: 'refused',
      rule: 'not_offered',
      reason,
      advice: 'Answer from what was read; ask the attendee to say what to do.',
    });
  }
  const prepared = await tool.prepare(call.args, context);
  if ('problem' in prepared) {
    const outcome: ToolOutcome = {
      kind: 'refused',
      rule: 'invalid_arguments',
      reason: prepared.problem,
      advice: 'Correct the arguments and call again, or answer without this tool.',
    };
    ports.record(log({ status: 'failed', errorMessage: prepared.problem, verdict: 'refuse', rule: 'invalid_arguments' }));
    return nothing(outcome);
  }
  if ('done' in prepared) {
    ports.record(log({ input: asRecord(call.args), output: tool.forLog(prepared.done) }));
    return nothing({ kind: 'done', output: asRecord(prepared.done) });
  }

  const judged = await judge({ agent, tool, prepared, context });
  const { risk } = judged;
  const verdict = request.again ? strictest([request.again.verdict, judged.verdict]) : judged.verdict;

  if (request.approved) return carryOutApproved(request, tool, prepared, verdict, log, ports);
  switch (verdict.kind) {
    case 'refuse':
      ports.record(
        log({
          input: prepared.input,
          output: { rules: spoken(verdict) },
          status: 'failed',
          errorMessage: verdict.reason,
          verdict: 'refuse',
          rule: verdict.rule,
        }),
      );
      return nothing({
        kind: 'refused',
        rule: verdict.rule,
        reason: verdict.reason,
        advice: 'Tell the attendee what is missing, or hand over to a person.',
      });
    case 'ask':
    case 'escalate':
      return propose(request, tool, prepared, verdict, risk, log, ports);
    case 'allow':
      return execute(request, tool, prepared, log({ input: prepared.input, verdict: 'allow', rule: verdict.rule }), null, ports);
  }
}

async function execute(
  request: RunToolRequest,
  tool: Tool,
  prepared: PreparedCall,
  activity: Activity,
  executes: string | null,
  ports: RunToolPorts,
): Promise<RunToolResult> {
  const staged: StagedCall = await prepared.stage();
  const logged = { ...activity, output: tool.forLog(staged.output) };
  const outcome: ToolOutcome = { kind: 'done', output: asRecord(staged.output) };
  if (tool.effect === 'read' || (staged.changes.length === 0 && staged.commands.length === 0)) {
    ports.record(
      staged.handover ? { ...logged, status: 'escalated', requiredHumanReview: true, escalationReason: staged.handover.reason } : logged,
    );
    return { outcome, handover: staged.handover, commandIds: [], approval: null };
  }
  const result = await ports.commit.commit({
    activity: logged,
    changes: staged.changes,
    commands: staged.commands,
    approval: null,
    executes,
    limits: { ...limitSources(request.agent.name, request.context.event, request.context.policy), checked: true },
  });
  if (result.status === 'over_limit') return overLimit(result.limit, activity, executes, ports);
  if (result.status === 'moved') return nothing({ kind: 'moved', moved: [{ fact: 'record', was: 'as checked', is: 'changed meanwhile' }] });
  return { outcome, handover: staged.handover, commandIds: result.status === 'committed' ? result.commandIds : [], approval: null };
}

/**
 * A limit is spent: nothing happens. A person's approval does not lift it; raising it in Settings does, so an approved
 * call asks again and says so.
 */
function overLimit(limit: SpentLimit, activity: Activity, executes: string | null, ports: RunToolPorts): RunToolResult {
  if (executes)
    return nothing({ kind: 'moved', moved: [{ fact: `${limit.kind} left of ${limit.setting}`, was: 'enough', is: limit.text }] });
  ports.record({
    ...activity,
    status: 'failed',
    errorMessage: limit.text,
    requiredHumanReview: true,
    verdict: 'refuse',
    rule: budgetExhausted,
  });
  return nothing({
    kind: 'refused',
    rule: budgetExhausted,
    reason: "today's limit for this is reached, and a person has been told.",
    advice: 'Do not try it again. Answer what else was asked, and hand this over to a person.',
  });
}

async function carryOutApproved(
  request: RunToolRequest,
  tool: Tool,
  prepared: PreparedCall,
  verdict: Verdict,
  log: (part: Partial<Activity>) => Activity,
  ports: RunToolPorts,
): Promise<RunToolResult> {
  const { approved } = request;
  if (!approved) throw new Error('carryOutApproved without an approval');
  if (afterApproval(verdict) === 'refuse') {
    ports.record(
      log({
        input: prepared.input,
        output: { rules: spoken(verdict) },
        status: 'failed',
        errorMessage: verdict.reason,
        verdict: 'refuse',
        rule: verdict.rule,
        approvalId: approved.approvalId,
      }),
    );
    return nothing({ kind: 'refused', rule: verdict.rule, reason: verdict.reason, advice: '' });
  }
  // What would go out is rendered anew, as of when it was proposed: it has to be what was looked at.
  const moved = movedSince(approved, await bindingOf(tool, prepared, request.context, approved.proposedAt, ports.sha256));
  if (moved.length > 0) return nothing({ kind: 'moved', moved });
  const activity = log({
    input: prepared.input,
    autonomous: false,
    requiredHumanReview: true,
    approvalId: approved.approvalId,
    verdict: 'allow',
    rule: 'approved_by_person',
  });
  return execute(request, tool, prepared, activity, approved.approvalId, ports);
}

function activityOfCall(request: RunToolRequest, tool: Tool, ports: RunToolPorts, started: number, part: Partial<Activity>): Activity {
  return activityOf(request.agent, {
    id: ports.newId('activity'),
    activityType: tool.activityFor(request.call.args),
    reasoning: request.reasoning,
    durationMs: Math.max(0, Math.round(ports.stopwatch() - started)),
    tokens: request.tokens,
    createdAt: request.context.now,
    runId: request.runId,
    callId: request.call.id,
    tool: tool.name,
    conversationId: request.context.conversationId,
    verdict: tool.effect === 'read' ? null : 'allow',
    model: request.model,
    ...part,
  });
}

function nothing(outcome: RunToolResult['outcome']): RunToolResult {
  return { outcome, handover: null, commandIds: [], approval: null };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : { value };
}
