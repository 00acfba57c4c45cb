import { calendlyReport, verifyCalendly } from '../../../connectors/calendly/webhook';
import { AppError } from '../../../core/errors';
import { configOf } from '../../../env';
import { log } from '../../../log';
import { calendlyReported } from '../../../meetings/reported';
import type { App } from '../../app';
import { readBytes } from '../../body';

const mostBytes = 100_000;

/** What Calendly reports about bookings; its signature is the proof. */
export function mountCalendlyWebhook(app: App): void {
  app.post('/api/v1/webhooks/calendly', async (c) => {
    c.set('route', 'POST /webhooks/calendly');
    const secret = configOf(c.env).CALENDLY_WEBHOOK_SIGNING_KEY;
    if (!secret)
      throw new AppError(
        'unavailable',
        'CALENDLY_WEBHOOK_SIGNING_KEY is not set. Set it with `wrangler secret put CALENDLY_WEBHOOK_SIGNING_KEY`.',
        {
          retry: 'later',
        },
      );
    const now = Date.now();
    const body = new TextDecoder().decode(await readBytes(c.req.raw, mostBytes));
    await verifyCalendly(body, c.req.header('calendly-webhook-signature') ?? '', secret, now);
    const report = calendlyReport(body);
    const outcome = await calendlyReported(c.env, report, now);
    log('info', 'calendly', { kind: report.kind, outcome });
    return c.json({ ok: true });
  });
}
