import { z } from 'zod';
import { AppError } from './core/errors';

const Url = z
  .url({ protocol: /^https?$/, error: ({ input }) => (input === undefined ? 'is missing' : 'must be an http or https address') })
  .transform((value) => value.replace(/\/+$/, ''));
const secret = (minimum: number) => z.string({ error: 'is missing' }).min(minimum, `must have at least ${minimum} characters`);
const Flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/**
 * Every variable and secret, what it is for, and its shape. Unset optional ones select the stand-in.
 * A wrong one is told with its description; the README lists them for people.
 */
export const Variables = z.object({
  AUTH_SECRET: secret(32).describe(
    'Signs sessions, conversation tokens and one-time codes; 32 characters or more. `openssl rand -base64 32`',
  ),
  OWNER_EMAIL: z
    .email('must be the address of the first owner')
    .toLowerCase()
    .describe('Address of the first owner, who signs in first and invites the others'),
  PUBLIC_URL: Url.describe('Address under which people reach this deployment, e.g. https://events.example.org'),
  ORGANIZATION_NAME: z.string().max(120).default('My organization').describe('Name of the first organization'),
  MAIL_FROM: z
    .string()
    .max(254)
    .default('EventOS <events@localhost.localdomain>')
    .describe('Sender of all mail, `Name <address>`, on a domain verified at the mail service'),
  MAIL_REPLY_TO: z
    .email('must be a mail address')
    .optional()
    .describe(
      'Address whose mail comes back to this deployment, with plus addressing; answers of sponsors find their thread by it. Without it they go to the contact address of the event',
    ),
  RESEND_API_KEY: z.string().min(1).optional().describe('Sends mail through Resend; without it mail goes to the embedded mailbox'),
  RESEND_BASE_URL: Url.default('https://api.resend.com').describe('Base address of Resend'),
  RESEND_IDEMPOTENCY: z
    .enum(['honoured', 'ignored'])
    .default('honoured')
    .describe('`ignored` where a gateway in front of Resend swallows the Idempotency-Key: then a person decides on what is unknown'),
  RESEND_WEBHOOK_SECRET: z
    .string()
    .startsWith('whsec_', 'must start with whsec_')
    .optional()
    .describe('Verifies what Resend reports about mails'),
  STRIPE_SECRET_KEY: z.string().min(1).optional().describe('Makes refunds through Stripe; without it they go to the embedded ledger'),
  STRIPE_BASE_URL: Url.default('https://api.stripe.com').describe('Base address of Stripe'),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .startsWith('whsec_', 'must start with whsec_')
    .optional()
    .describe('Verifies what Stripe reports about refunds'),
  OPENAI_API_KEY: z.string().min(1).optional().describe('Uses an OpenAI-compatible language model; without it the embedded model answers'),
  OPENAI_BASE_URL: Url.default('https://api.openai.com/v1').describe(
    'Base address of the OpenAI-compatible endpoint (Azure, AI Gateway, vLLM, Ollama …)',
  ),
  OPENAI_MODEL: z.string().min(1).default('gpt-4o').describe('Model of all agents'),
  OPENAI_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(120_000)
    .default(20_000)
    .describe('How long a call to the model may take before the embedded model finishes the run'),
  WORKERS_AI_MODEL: z
    .string()
    .min(1)
    .optional()
    .describe('Uses this Workers AI model when no OPENAI_API_KEY is set, e.g. @cf/meta/llama-3.3-70b-instruct-fp8-fast'),
  EMBEDDINGS: z
    .enum(['workers-ai', 'openai', 'none'])
    .default('none')
    .describe('Where embeddings for Vectorize come from; `none` uses the embedded index alone'),
  EMBEDDINGS_MODEL: z
    .string()
    .min(1)
    .default('@cf/baai/bge-m3')
    .describe('Embedding model; its dimension must be that of the Vectorize index'),
  EMBEDDINGS_DIMENSIONS: z.coerce.number().int().min(32).max(1536).default(1024).describe('Dimension of the vectors'),
  HUNTER_API_KEY: z
    .string()
    .min(1)
    .optional()
    .describe('Finds people at a company by Hunter; without any of the three nobody but imported contacts is found'),
  HUNTER_BASE_URL: Url.default('https://api.hunter.io').describe('Base address of Hunter'),
  APOLLO_API_KEY: z.string().min(1).optional().describe('Finds people at a company by Apollo; a master key, which its people search wants'),
  APOLLO_BASE_URL: Url.default('https://api.apollo.io').describe('Base address of Apollo'),
  PEOPLE_DATA_LABS_API_KEY: z.string().min(1).optional().describe('Finds people at a company by People Data Labs'),
  PEOPLE_DATA_LABS_BASE_URL: Url.default('https://api.peopledatalabs.com').describe('Base address of People Data Labs'),
  CALCOM_API_KEY: z.string().min(1).optional().describe('Offers and books meetings at Cal.com; without it the built-in calendar does'),
  CALCOM_EVENT_TYPE_ID: z.coerce
    .number()
    .int()
    .positive()
    .optional()
    .describe('Number of the event type at Cal.com that meetings are booked as'),
  CALCOM_BASE_URL: Url.default('https://api.cal.com').describe('Base address of Cal.com'),
  CALENDLY_TOKEN: z
    .string()
    .min(1)
    .optional()
    .describe('Offers meetings by single-use links of Calendly; without it the built-in calendar does'),
  CALENDLY_EVENT_TYPE: z
    .string()
    .startsWith('https://')
    .optional()
    .describe('Address of the event type at Calendly, https://api.calendly.com/event_types/…'),
  CALENDLY_BASE_URL: Url.default('https://api.calendly.com').describe('Base address of Calendly'),
  CALENDLY_WEBHOOK_SIGNING_KEY: z.string().min(16).optional().describe('Verifies what Calendly reports about bookings'),
  ALLOW_PRIVATE_FETCH: Flag.default(false).describe(
    '`true` lets knowledge be fetched from private addresses: only for development on one machine',
  ),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info').describe('Least severe log line written'),
});
export type Config = z.infer<typeof Variables>;

const parsed = new WeakMap<object, Config>();

/** The configuration of this deployment; the only reader of raw variables and secrets. Throws `misconfigured`, naming each wrong one. */
export function configOf(env: Env): Config {
  const known = parsed.get(env);
  if (known) return known;
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(Variables.shape)) {
    const value = (env as unknown as Record<string, unknown>)[name];
    if (value !== undefined && value !== '') values[name] = value;
  }
  const result = Variables.safeParse(values);
  if (!result.success) {
    const list = result.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      const purpose = name in Variables.shape ? Variables.shape[name as keyof typeof Variables.shape].description : undefined;
      return purpose ? `${name} ${message} (${purpose})` : `${name} ${message}`;
    });
    throw new AppError(
      'misconfigured',
      `This deployment is not configured completely. ${list.join('; ')}. Set it with \`wrangler secret put NAME\` or in .dev.vars.`,
    );
  }
  parsed.set(env, result.data);
  return result.data;
}
