import type { Offer } from '../core/embedded-model/types';
import { finishedCalls, type RunState } from '../core/loop/journal';
import type { Source } from '../core/provenance/ledger';
import type { AgentDefinition } from './define-agent';
import type { Tool } from './define-tool';

/** What a model turn held and had heard. */
export interface Standing {
  /** Names of the tools it was offered. */
  offered: readonly string[];
  /** What people wrote: untrusted text. */
  said: readonly string[];
  /** What the person in the conversation agreed to with their last message. */
  agreed?: Offer | null;
}

/**
 * What a run has read and heard, each with its provenance: outputs of tools as their tools declare it, what people in
 * the conversation wrote as untrusted text. Pure; the same journal gives the same ledger.
 */
export function readSoFar(agent: AgentDefinition, run: RunState, said: readonly string[]): Source[] {
  const outputs = finishedCalls(run).flatMap(({ call, outcome }): Source[] => {
    const tool = agent.tools.find((candidate) => candidate.name === call.name);
    if (!tool || outcome.kind !== 'done') return [];
    return [{ provenance: tool.provenance, from: tool.name, value: outcome.output }];
  });
  return [...outputs, ...said.map((value): Source => ({ provenance: 'untrusted_text', from: 'what was written', value }))];
}

function holdsForeignText(agent: AgentDefinition, turns: RunState['turns']): boolean {
  return turns.some((turn) =>
    turn.calls.some((call) => {
      const tool = agent.tools.find((candidate) => candidate.name === call.name);
      return tool?.provenance === 'untrusted_text' && turn.outcomes.get(call.id)?.kind === 'done';
    }),
  );
}

/**
 * The reader of untrusted text holds no tools that act: once such text is in a run's context, only reading tools are
 * offered. What the attendee wants done is asked for before anything is read, or with the next message.
 */
export function toolsAfter(agent: AgentDefinition, turns: RunState['turns']): readonly Tool[] {
  return holdsForeignText(agent, turns) ? agent.tools.filter((tool) => tool.effect === 'read') : agent.tools;
}

/** Names of the tools that the last model turn of a run was offered. */
export function offeredTools(agent: AgentDefinition, run: RunState): string[] {
  return toolsAfter(agent, run.turns.slice(0, -1)).map((tool) => tool.name);
}
