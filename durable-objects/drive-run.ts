import type { AgentDefinition } from '../worker/agents/define-agent';
import type { HandoverRequest, ToolContext } from '../worker/agents/define-tool';
import { offeredTools, readSoFar, type Standing } from '../worker/agents/reading';
import { type RunToolPorts, type RunToolRequest, runTool } from '../worker/agents/run-tool';
import { fold, type JournalEntry, type RunState, type ToolOutcome } from '../worker/core/loop/journal';
import { nextStep } from '../worker/core/loop/next-step';
import type { ToolCall } from '../worker/core/loop/tool-call';
import { errorFields, log } from '../worker/log';
import type { Activity, CommitPort, NewApproval } from '../worker/ports/commit';
import type { ModelPort, ModelRequest } from '../worker/ports/model';

export interface RunDriver {
  runId: string;
  agent: AgentDefinition;
  model: ModelPort;
  embedded: ModelPort;
  /** The journal so far. */
  entries: readonly JournalEntry[];
  append(entry: JournalEntry): void;
  /** Makes what was appended durable before it returns. Called around every step that must not be repeated: one with an effect, or one that was paid for. */
  keep(): void;
  request(run: RunState): ModelRequest;
  /** What the last model turn of a run held and had heard; where nobody is talked with, what its tools read decides alone. */
  standing?(run: RunState): Standing;
  context(): Promise<ToolContext>;
  commit: CommitPort;
  record(activity: Activity): void;
  sha256(text: string): Promise<string>;
  /** Wakes the consumer of the commands that a tool committed. */
  committed(commandIds: string[]): Promise<void>;
  proposed(approval: NewApproval): Promise<void>;
  handedOver(request: HandoverRequest): void;
  /** Why the final text of a run cannot be used, or null. */
  unusable(text: string, run: RunState): string | null;
  /** False when a person took over or the run is no longer wanted. */
  mayGoOn(): boolean;
  onDelta?(text: string): void;
}

export type RunEnd = { end: 'text'; text: string; run: RunState } | { end: 'given_up'; run: RunState } | { end: 'stopped'; run: RunState };

/**
 * Drives a run to its end, one journaled step at a time. After a crash the same journal leads to the same next step:
 * finished effects and paid model calls are not repeated, and one that was under way repeats under the same keys. Reads and the
 * embedded model's decisions may repeat: they cost nothing and lead to the same.
 */
export async function driveRun(driver: RunDriver): Promise<RunEnd> {
  const started = Date.now();
  const end = await toTheEnd(driver);
  const { model, fallback, iterations } = end.run;
  // The log of activities has every run; here are those that cost something or did not go as usual.
  log(end.end === 'text' && model === driver.embedded.name && !fallback ? 'debug' : 'info', 'run', {
    run: driver.runId,
    agent: driver.agent.name,
    end: end.end,
    model,
    fallback: Boolean(fallback),
    iterations,
    ms: Date.now() - started,
  });
  return end;
}

async function toTheEnd(driver: RunDriver): Promise<RunEnd> {
  const entries = [...driver.entries];
  const append = (entry: JournalEntry) => {
    driver.append(entry);
    entries.push(entry);
  };
  const journaled = async (mayRepeat: boolean, step: () => Promise<JournalEntry>) => {
    if (!mayRepeat) driver.keep();
    append(await step());
    if (!mayRepeat) driver.keep();
  };
  for (;;) {
    const run = fold(entries);
    if (!driver.mayGoOn()) return { end: 'stopped', run };
    const step = nextStep(run);
    switch (step.do) {
      case 'ask_model':
        await journaled(run.embeddedOnly || driver.model === driver.embedded, () => askModel(driver, run));
        break;
      case 'call_tool':
        await journaled(isRead(driver.agent, step.call), () => callTool(driver, run, step.call));
        break;
      case 'finish': {
        const why = driver.unusable(step.text, run);
        if (why === null) return { end: 'text', text: step.text, run };
        if (run.embeddedOnly || run.model === driver.embedded.name) throw new Error(`The embedded model gave an unusable reply: ${why}`);
        append({ kind: 'rejected', why });
        break;
      }
      case 'give_up':
      case 'nothing':
        return { end: 'given_up', run };
    }
  }
}

function isRead(agent: AgentDefinition, call: ToolCall): boolean {
  return agent.tools.find((tool) => tool.name === call.name)?.effect === 'read';
}

async function askModel(driver: RunDriver, run: RunState): Promise<JournalEntry> {
  const started = Date.now();
  const model = run.embeddedOnly ? driver.embedded : driver.model;
  const request = driver.request(run);
  if (driver.onDelta) request.onDelta = driver.onDelta;
  const turn = await model.respond(request);
  return {
    kind: 'model',
    text: turn.text,
    toolCalls: turn.toolCalls.slice(0, 8),
    model: turn.model,
    ...(turn.fallback ? { fallback: turn.fallback } : {}),
    inputTokens: turn.usage.inputTokens,
    outputTokens: turn.usage.outputTokens,
    ms: Date.now() - started,
  };
}

/** The context of a call with what the run has read and heard, looked at only when a call would act. */
async function situated(driver: RunDriver, run: RunState): Promise<Pick<RunToolRequest, 'context' | 'offered'>> {
  let known: Standing | null = null;
  const standing = () => {
    known ??= driver.standing?.(run) ?? { offered: offeredTools(driver.agent, run), said: [] };
    return known;
  };
  const context = {
    ...(await driver.context()),
    read: () => readSoFar(driver.agent, run, standing().said),
    agreed: () => standing().agreed,
  };
  return { context, offered: () => standing().offered };
}

async function callTool(driver: RunDriver, run: RunState, call: ToolCall): Promise<JournalEntry> {
  const started = Date.now();
  return { kind: 'tool', callId: call.id, outcome: await outcomeOf(driver, run, call), ms: Date.now() - started };
}

async function outcomeOf(driver: RunDriver, run: RunState, call: ToolCall): Promise<ToolOutcome> {
  const ids = callIds(driver.runId, run, call);
  const ports: RunToolPorts = {
    commit: driver.commit,
    record: driver.record,
    newId: (kind) => ids[kind],
    sha256: driver.sha256,
    stopwatch: () => Date.now(),
  };
  try {
    const result = await runTool(
      {
        agent: driver.agent,
        call,
        ...(await situated(driver, run)),
        runId: driver.runId,
        reasoning: run.turns.at(-1)?.text.slice(0, 500) || `${run.model} proposed ${call.name}`,
        model: run.model,
        tokens: run.inputTokens + run.outputTokens || null,
      },
      ports,
    );
    if (result.handover) driver.handedOver(result.handover);
    if (result.approval) await driver.proposed(result.approval);
    await driver.committed(result.commandIds);
    if (result.outcome.kind === 'moved') return { kind: 'failed', message: 'The record changed meanwhile. Look it up again.' };
    return result.outcome;
  } catch (error) {
    log('error', 'tool', { run: driver.runId, tool: call.name, ...errorFields(error) });
    return { kind: 'failed', message: 'This tool does not work at the moment.' };
  }
}

/** Ids that a repeat after a crash gives again: the place of the call in its run. */
function callIds(runId: string, run: RunState, call: ToolCall): Record<'activity' | 'approval', string> {
  const turn = run.turns.length - 1;
  const place = run.turns.at(-1)?.calls.indexOf(call) ?? 0;
  const suffix = `${runId.slice(4)}${turn}${String.fromCharCode(97 + place)}`;
  return { activity: `act_${suffix}`, approval: `apr_${suffix}` };
}
