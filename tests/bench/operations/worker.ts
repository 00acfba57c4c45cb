import product, {
  AnalyticsAgent as ProductAnalyticsAgent,
  Importer as ProductImporter,
  MarketingAgent as ProductMarketingAgent,
  OperationsAgent as ProductOperationsAgent,
  Orchestrator as ProductOrchestrator,
  SalesAgent as ProductSalesAgent,
  SupportAgent as ProductSupportAgent,
} from '../../../worker/index';
import { countAlarms, countBindings, counted, countStorage, nextAlarms } from './count';

/** The product's own worker and objects, with every call to the platform counted on its way. */
function countedObject<T extends new (ctx: DurableObjectState, env: Env) => object>(Product: T): T {
  countAlarms(Product.prototype);
  return new Proxy(Product, {
    construct(target, [ctx, env]: [DurableObjectState, Env], self) {
      countBindings(env);
      countStorage(ctx.storage);
      return Reflect.construct(target, [ctx, env], self);
    },
  });
}

export const SupportAgent = countedObject(ProductSupportAgent);
export const SalesAgent = countedObject(ProductSalesAgent);
export const MarketingAgent = countedObject(ProductMarketingAgent);
export const OperationsAgent = countedObject(ProductOperationsAgent);
export const AnalyticsAgent = countedObject(ProductAnalyticsAgent);
export const Orchestrator = countedObject(ProductOrchestrator);
export const Importer = countedObject(ProductImporter);

export default {
  async fetch(request, env, ctx) {
    countBindings(env);
    const { pathname } = new URL(request.url);
    if (pathname === '/api/bench/operations') return Response.json({ counted: counted(), nextAlarms: nextAlarms() });
    if (pathname === '/api/bench/scheduled') {
      await product.scheduled({ cron: '', scheduledTime: Date.now(), noRetry() {} }, env);
      return new Response('{}');
    }
    return product.fetch(request, env, ctx);
  },
  queue: (batch, env) => {
    countBindings(env);
    return product.queue(batch, env);
  },
} satisfies ExportedHandler<Env>;
