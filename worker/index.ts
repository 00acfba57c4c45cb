// zod stays the first import: a bundler may set it up lazily, after the modules that use it, and then the worker does not start.
import { z } from 'zod';
import { lookAfterStart, startCron } from './crons/first-look';
import { sweepAll } from './crons/sweep';
import { createApp } from './http/app';
import { handlers, mounts } from './http/routes';
import { version } from './http/routes/health';
import { receiveRoutedMail } from './inbound/routed-mail';
import { consumeCommands } from './queues/commands';

export * from '../durable-objects';

// Errors in the language of the contract, whatever a dependency has set up.
z.config(z.locales.en());

const app = createApp({ handlers, mount: mounts, version });

export default {
  fetch: app.fetch,
  email: receiveRoutedMail,
  queue: consumeCommands,
  scheduled: ({ cron }, env) => (cron === startCron ? lookAfterStart(env) : sweepAll(env, Date.now())),
} satisfies ExportedHandler<Env>;
