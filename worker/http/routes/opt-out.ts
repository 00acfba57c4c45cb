import { optOut, readOptOutToken } from '../../inbound/opt-out';
import type { App } from '../app';
import { connectionOf, takeFrom } from '../limits';
import { optOutPage } from './opt-out-page';

/** No login and no origin: the token is the proof, and mail programs post it themselves (RFC 8058). */
export function mountOptOut(app: App): void {
  app.get('/api/v1/opt-out/:token', async (c) => {
    c.set('route', 'GET /opt-out/{token}');
    await takeFrom(c.env.LIMIT_PUBLIC, connectionOf(c.req.raw));
    return optOutPage((await readOptOutToken(c.env, c.req.param('token'))) ? 'ask' : 'unknown');
  });
  app.post('/api/v1/opt-out/:token', async (c) => {
    c.set('route', 'POST /opt-out/{token}');
    await takeFrom(c.env.LIMIT_PUBLIC, connectionOf(c.req.raw));
    const contact = await readOptOutToken(c.env, c.req.param('token'));
    if (!contact) return optOutPage('unknown');
    await optOut(c.env, contact, Date.now());
    return optOutPage('done');
  });
}
