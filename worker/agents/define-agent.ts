import type { AgentName } from '../contract/common';
import type { Tool } from './define-tool';

export interface AgentDefinition {
  name: AgentName;
  /** One line for the console. */
  purpose: string;
  /** Instructions for a language model. */
  prompt: string;
  /** Goes up with every change of prompt, tools or rules; written to each activity. */
  version: string;
  temperature: number;
  /** The dial's first position, from the specification. */
  autonomy: number;
  mode: 'full_auto' | 'assisted' | 'review_only';
  limits: Record<string, number>;
  tools: readonly Tool[];
}

export function defineAgent<A extends AgentDefinition>(agent: A): A {
  const names = agent.tools.map((tool) => tool.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Agent ${agent.name} lists the tool ${twice} twice`);
  return agent;
}
