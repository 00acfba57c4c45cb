import type { AgentName } from '../contract/common';
import { analyticsAgent } from './analytics/agent';
import type { AgentDefinition } from './define-agent';
import { marketingAgent } from './marketing/agent';
import { operationsAgent } from './operations/agent';
import { salesAgent } from './sales/agent';
import { supportAgent } from './support/agent';

/** The five. */
export const agents = {
  sales: salesAgent,
  marketing: marketingAgent,
  operations: operationsAgent,
  support: supportAgent,
  analytics: analyticsAgent,
} satisfies Record<AgentName, AgentDefinition>;

export function agentNamed(name: AgentName): AgentDefinition {
  return agents[name];
}
