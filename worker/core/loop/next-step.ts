import type { RunState } from './journal';
import type { ToolCall } from './tool-call';

export const maximumIterations = 10;

export type Step =
  | { do: 'ask_model' }
  | { do: 'call_tool'; call: ToolCall }
  | { do: 'finish'; text: string }
  | { do: 'give_up'; why: 'iterations' }
  | { do: 'nothing' };

/** What a run does next. Pure: the same journal always gives the same step. */
export function nextStep(state: RunState): Step {
  if (state.finished) return { do: 'nothing' };
  const turn = state.turns.at(-1);
  if (!turn) return { do: 'ask_model' };
  const open = turn.calls.find((call) => !turn.outcomes.has(call.id));
  if (open) return { do: 'call_tool', call: open };
  if (turn.calls.length === 0) return { do: 'finish', text: turn.text };
  if (state.iterations >= maximumIterations) return { do: 'give_up', why: 'iterations' };
  return { do: 'ask_model' };
}
