import type { AgentName } from '../worker/contract/common';
import { AgentObject } from './agent-object';

/** Agents that have no playbooks or timers yet: they hold their place, their memory and their settings. */
abstract class QuietAgent extends AgentObject {
  protected override async lookAfterWork(): Promise<void> {}
  protected override async onTimer(): Promise<void> {}
}

export class MarketingAgent extends QuietAgent {
  protected readonly agentName: AgentName = 'marketing';
}

export class OperationsAgent extends QuietAgent {
  protected readonly agentName: AgentName = 'operations';
}

export class AnalyticsAgent extends QuietAgent {
  protected readonly agentName: AgentName = 'analytics';
}
