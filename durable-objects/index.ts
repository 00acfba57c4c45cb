export { AnalyticsAgent, MarketingAgent, OperationsAgent, SalesAgent } from './agents';
export { Importer } from './importer';
export { Orchestrator } from './orchestrator';
export { SupportAgent } from './support-agent';
