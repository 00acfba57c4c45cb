export { AnalyticsAgent, MarketingAgent, OperationsAgent } from './agents';
export { Importer } from './importer';
export { Orchestrator } from './orchestrator';
export { SalesAgent } from './sales-agent';
export { SupportAgent } from './support-agent';
