import { DurableObject } from 'cloudflare:workers';

export { Importer } from './importer';

/** The objects that `wrangler.toml` binds. */
export class SupportAgent extends DurableObject<Env> {}
export class SalesAgent extends DurableObject<Env> {}
export class MarketingAgent extends DurableObject<Env> {}
export class OperationsAgent extends DurableObject<Env> {}
export class AnalyticsAgent extends DurableObject<Env> {}
export class Orchestrator extends DurableObject<Env> {}
