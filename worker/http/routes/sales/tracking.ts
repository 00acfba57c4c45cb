import type { Context } from 'hono';
import { errorFields, log } from '../../../log';
import { countClick, countOpen, visitorOf } from '../../../sales/count-engagement';
import { readOpenPixel, readTrackedLink } from '../../../sales/tracking-address';
import type { App, AppEnv } from '../../app';
import { connectionOf } from '../../limits';
import { plainPage } from '../../plain-page';

/** A transparent picture of one dot (GIF89a). */
const dot = Uint8Array.from(atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'), (sign) => sign.charCodeAt(0));
const uncached = { 'cache-control': 'no-store, private', 'referrer-policy': 'no-referrer' };

/**
 * Links and pictures of mails of outreach. A GET changes nothing but a count, and neither a count nor its limit ever
 * keeps somebody from where the link leads. Whoever asks not to be tracked (DNT, Global Privacy Control) is not counted.
 */
export function mountTracking(app: App): void {
  app.get('/r/:token', async (c) => {
    c.set('route', 'GET /r/{token}');
    const link = await readTrackedLink(c.env, c.req.param('token'));
    if (!link)
      return plainPage({
        title: 'This link is not valid',
        body: '<h1>This link is not valid</h1><p>Please open the link from the mail again, in one piece.</p>',
        status: 404,
      });
    counted(c, (now) => countClick(c.env, link, visitorOf(c.req.raw), now));
    return new Response(null, { status: 302, headers: { ...uncached, location: link.url } });
  });
  app.get('/o/:file', async (c) => {
    c.set('route', 'GET /o/{token}.gif');
    const opened = await readOpenPixel(c.env, c.req.param('file').replace(/\.gif$/, ''));
    if (opened) counted(c, (now) => countOpen(c.env, opened, visitorOf(c.req.raw), now));
    // The same picture whether or not it is one of ours: it tells nothing.
    return new Response(dot.slice(), { headers: { ...uncached, 'content-type': 'image/gif' } });
  });
}

/** Beside the answer, within the limit of the connection. */
function counted(c: Context<AppEnv>, count: (now: number) => Promise<void>): void {
  const work = async () => {
    const { success } = await c.env.LIMIT_PUBLIC.limit({ key: connectionOf(c.req.raw) });
    if (success) await count(Date.now());
  };
  c.executionCtx.waitUntil(work().catch((error) => log('warn', 'engagement not counted', errorFields(error))));
}
