import type { Handler } from '../handler';

export const version = '0.1.0';

export const healthRoutes = {
  /** Also asks the database, so that a deployment without it does not count as running. */
  async 'GET /health'({ env }) {
    await env.DB.prepare('SELECT 1').first();
    return { ok: true as const, version };
  },
} satisfies { 'GET /health': Handler<'GET /health'> };
