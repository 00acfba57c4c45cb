import type { AgentName } from '../../contract/common';
import type { AgentSettings } from '../../contract/events';

const purposes: Record<AgentName, string> = {
  sales: 'Finds sponsors, qualifies leads, writes proposals and follows up.',
  marketing: 'Plans content and campaigns, tests what works and adjusts.',
  operations: 'Watches tasks, deadlines, deliverables and the budget.',
  support: 'Answers attendees from the pages of the event and takes care of their tickets and refunds.',
  analytics: 'Answers questions about the figures, forecasts and points out what is unusual.',
};

/** What an agent is for and what it can do. */
export function describeAgent(agent: AgentName): Pick<AgentSettings, 'purpose' | 'tools'> {
  return { purpose: purposes[agent], tools: [] };
}
