import { reviewAfter } from '../../autonomy/review';
import { sha256 } from '../../digest';
import { poke } from '../../queues/poke';
import { undoTransfer } from '../../transfers/undo';
import type { App } from '../app';
import { connectionOf, takeFrom } from '../limits';
import { undoPage } from './undo-page';

/**
 * The old holder's way back: the link in the mail opens a page, and only its button undoes, so that a mail scanner
 * which opens links decides nothing. The token in the address is the proof; it is known to the old holder alone.
 */
export function mountTransfers(app: App): void {
  app.get('/t/undo/:token', async (c) => {
    c.set('route', 'GET /t/undo/{token}');
    await takeFrom(c.env.LIMIT_PUBLIC, connectionOf(c.req.raw));
    return undoPage({ step: 'ask' });
  });
  app.post('/t/undo/:token', async (c) => {
    c.set('route', 'POST /t/undo/{token}');
    await takeFrom(c.env.LIMIT_PUBLIC, connectionOf(c.req.raw));
    const token = c.req.param('token');
    if (!/^[a-z0-9]{20,80}$/.test(token)) return undoPage({ step: 'unknown' });
    const outcome = await undoTransfer(c.env, await sha256(token), Date.now());
    if (outcome.status === 'undone') {
      await poke(c.env, outcome.organizationId, outcome.eventId, outcome.commandIds);
      c.executionCtx.waitUntil(reviewAfter(c.env, outcome, Date.now()));
    }
    return undoPage({ step: outcome.status });
  });
}
