import type { ToolCall } from './tool-call';

/** How one tool call of a run ended; what the model is told about it. */
export type ToolOutcome =
  | { kind: 'done'; output: Record<string, unknown> }
  | { kind: 'waiting'; approvalId: string; reason: string }
  | { kind: 'escalated'; approvalId: string | null; rule: string; reason: string }
  | { kind: 'refused'; rule: string; reason: string; advice: string }
  | { kind: 'failed'; message: string };

/** The rule of a call that a spent limit refused; its run ends under this name, with what was found. */
export const budgetExhausted = 'budget_exhausted';

export interface FinishedCall {
  call: ToolCall;
  outcome: ToolOutcome;
}

/** One entry of a run's journal, written before the next step is taken. */
export type JournalEntry =
  | {
      kind: 'model';
      text: string;
      toolCalls: ToolCall[];
      model: string;
      fallback?: string;
      inputTokens: number;
      outputTokens: number;
      ms: number;
    }
  | { kind: 'tool'; callId: string; outcome: ToolOutcome; ms: number }
  /** The last model turn was unusable; from here the embedded model finishes the run. */
  | { kind: 'rejected'; why: string }
  | { kind: 'finished'; outcome: string };

export interface RunState {
  iterations: number;
  /** Model turns, by whom, and the outcomes of their calls, in order. */
  turns: { text: string; model: string; calls: ToolCall[]; outcomes: Map<string, ToolOutcome> }[];
  inputTokens: number;
  outputTokens: number;
  model: string;
  fallback: string | null;
  /** The configured model is out; the embedded one finishes. */
  embeddedOnly: boolean;
  finished: string | null;
}

/** Tokens of every model turn, also of those that were rejected. */
export function tokensUsed(entries: readonly JournalEntry[]): number {
  return entries.reduce((sum, entry) => sum + (entry.kind === 'model' ? entry.inputTokens + entry.outputTokens : 0), 0);
}

/** Whether a spent limit refused something in this run. */
export function isExhausted(run: RunState): boolean {
  return run.turns.some(({ outcomes }) =>
    [...outcomes.values()].some((outcome) => outcome.kind === 'refused' && outcome.rule === budgetExhausted),
  );
}

/** A run as a fold over its journal: after a crash the same state comes back. */
export function fold(entries: readonly JournalEntry[]): RunState {
  const state: RunState = {
    iterations: 0,
    turns: [],
    inputTokens: 0,
    outputTokens: 0,
    model: 'embedded',
    fallback: null,
    embeddedOnly: false,
    finished: null,
  };
  for (const entry of entries) {
    switch (entry.kind) {
      case 'model':
        state.iterations += 1;
        state.turns.push({ text: entry.text, model: entry.model, calls: entry.toolCalls, outcomes: new Map() });
        state.inputTokens += entry.inputTokens;
        state.outputTokens += entry.outputTokens;
        state.model = entry.model;
        state.fallback = entry.fallback ?? state.fallback;
        break;
      case 'tool':
        state.turns.at(-1)?.outcomes.set(entry.callId, entry.outcome);
        break;
      case 'rejected':
        state.turns.pop();
        state.fallback = entry.why;
        state.embeddedOnly = true;
        break;
      case 'finished':
        state.finished = entry.outcome;
        break;
    }
  }
  return state;
}

/** Finished calls of a run, in the order they were made. */
export function finishedCalls(state: RunState): FinishedCall[] {
  return state.turns.flatMap((turn) =>
    turn.calls.flatMap((call) => {
      const outcome = turn.outcomes.get(call.id);
      return outcome ? [{ call, outcome }] : [];
    }),
  );
}
