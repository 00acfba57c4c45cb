import type { AgentDefinition } from './agents/define-agent';
import { createCalcom } from './connectors/calcom/client';
import { createCalendly } from './connectors/calendly/client';
import { globalFetcher } from './connectors/exchange';
import { createLedger } from './connectors/ledger/ledger';
import { mailComposer } from './connectors/mail-composer';
import { parseSender } from './connectors/mail-rules';
import { createMailbox } from './connectors/mailbox/mailbox';
import { apolloSearch } from './connectors/people-search/apollo';
import { hunterSearch } from './connectors/people-search/hunter';
import { peopleDataLabsSearch } from './connectors/people-search/people-data-labs';
import { createResend } from './connectors/resend/client';
import { type ReceivedContent, receivedContent } from './connectors/resend/received';
import { createStripe } from './connectors/stripe/client';
import { AppError } from './core/errors';
import { sharedDatabase } from './db/database';
import { ledgerStore, mailboxStore } from './db/records/stand-ins';
import { type Config, configOf } from './env';
import { errorFields, log } from './log';
import { embeddedModel as createEmbeddedModel } from './models/embedded';
import { openAiEmbeddings, workersAiEmbeddings } from './models/embeddings';
import { failover } from './models/failover';
import { fencedModel } from './models/fence';
import { openAiCompatible } from './models/openai-compatible';
import { jsonSchemaOf } from './models/tool-schema';
import { aiBinding, workersAi } from './models/workers-ai';
import type { CalendarPort, SchedulingLinkPort } from './ports/calendar';
import type { Clock } from './ports/clock';
import type { EmbeddingsPort } from './ports/embeddings';
import type { MailPort, OutgoingMail } from './ports/mail';
import type { MailComposer } from './ports/mail-composer';
import type { ModelPort, ToolSpec } from './ports/model';
import type { PaymentsPort } from './ports/payments';
import type { PeopleSearchPort } from './ports/people-search';
import type { SearchPort } from './ports/search';
import type { Sql } from './ports/sql';
import { newToken } from './random';
import { embeddedSearch } from './search/embedded';
import { vectorizeSearch } from './search/vectorize';

export { renderInvitation, renderSignIn, transactionalHeaders } from './connectors/mail-templates';

/** The one place where ports meet adapters. An event on a virtual clock lives on stand-ins only. */

export type ClockKind = 'real' | 'virtual';

export const realClock: Clock = { now: () => Date.now() };

export function sender(config: Config): OutgoingMail['from'] {
  const from = parseSender(config.MAIL_FROM);
  if (!from) throw new AppError('misconfigured', 'MAIL_FROM must read `Name <address>`, the sender of all mail.');
  return from;
}

export function composerFor(env: Env): MailComposer {
  return mailComposer(sender(configOf(env)));
}

export function mailFor(env: Env, clock: ClockKind): MailPort {
  const { RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl, RESEND_IDEMPOTENCY } = configOf(env);
  return apiKey && clock === 'real'
    ? createResend({ apiKey, baseUrl, honoursKey: RESEND_IDEMPOTENCY === 'honoured' })
    : createMailbox(mailboxStore(sharedDatabase(env)));
}

/** Text and headers of a mail that came in through Resend; null when it does not give them now, or is not configured. */
export async function receivedMailOf(env: Env, emailId: string): Promise<ReceivedContent | null> {
  const { RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl } = configOf(env);
  return apiKey ? receivedContent({ apiKey, baseUrl }, emailId) : null;
}

export function paymentsFor(env: Env, clock: ClockKind): PaymentsPort {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_BASE_URL: baseUrl } = configOf(env);
  return secretKey && clock === 'real' ? createStripe({ secretKey, baseUrl }) : createLedger(ledgerStore(sharedDatabase(env)));
}

/** Where meetings are booked: Cal.com where it is configured, else the built-in calendar, which is null here. */
export function calendarFor(env: Env, clock: ClockKind): CalendarPort | null {
  const { CALCOM_API_KEY: apiKey, CALCOM_EVENT_TYPE_ID: eventTypeId, CALCOM_BASE_URL: baseUrl } = configOf(env);
  if (clock !== 'real' || !apiKey) return null;
  if (eventTypeId === undefined)
    throw new AppError('misconfigured', 'CALCOM_EVENT_TYPE_ID is missing: the event type at Cal.com that meetings are booked as.');
  return createCalcom({ apiKey, eventTypeId, baseUrl });
}

/** The service on whose own page a meeting is booked, if one is configured and no calendar is. */
export function schedulingLinkFor(env: Env, clock: ClockKind): SchedulingLinkPort | null {
  const { CALENDLY_TOKEN: token, CALENDLY_EVENT_TYPE: eventType, CALENDLY_BASE_URL: baseUrl } = configOf(env);
  if (clock !== 'real' || !token || calendarFor(env, clock)) return null;
  if (!eventType) throw new AppError('misconfigured', 'CALENDLY_EVENT_TYPE is missing: the address of the event type that guests book.');
  return createCalendly({ token, eventType, baseUrl });
}

/** The first people-search service with a key; null without one, and for rehearsals. There is no stand-in: people are not made up. */
export function peopleSearchFor(env: Env, clock: ClockKind): PeopleSearchPort | null {
  const config = configOf(env);
  if (clock !== 'real') return null;
  const at = (apiKey: string, baseUrl: string) => ({ apiKey, baseUrl, fetcher: globalFetcher });
  if (config.HUNTER_API_KEY) return hunterSearch(at(config.HUNTER_API_KEY, config.HUNTER_BASE_URL));
  if (config.APOLLO_API_KEY) return apolloSearch(at(config.APOLLO_API_KEY, config.APOLLO_BASE_URL));
  if (config.PEOPLE_DATA_LABS_API_KEY) return peopleDataLabsSearch(at(config.PEOPLE_DATA_LABS_API_KEY, config.PEOPLE_DATA_LABS_BASE_URL));
  return null;
}

export const embeddedModel: ModelPort = createEmbeddedModel();

const models = new WeakMap<Env, ModelPort>();

/** The configured model with the embedded one behind it; the embedded one alone where none is configured. */
export function modelFor(env: Env, clock: ClockKind): ModelPort {
  if (clock === 'virtual') return embeddedModel;
  const known = models.get(env);
  if (known) return known;
  const model = createModel(env);
  models.set(env, model);
  return model;
}

function createModel(env: Env): ModelPort {
  const config = configOf(env);
  const timeoutMs = config.OPENAI_TIMEOUT_MS;
  const primary = config.OPENAI_API_KEY
    ? openAiCompatible({
        apiKey: config.OPENAI_API_KEY,
        baseUrl: config.OPENAI_BASE_URL,
        model: config.OPENAI_MODEL,
        timeoutMs,
        clock: realClock,
      })
    : config.WORKERS_AI_MODEL && env.AI
      ? workersAi({ ai: aiBinding(env.AI), model: config.WORKERS_AI_MODEL, timeoutMs })
      : null;
  if (!primary) return embeddedModel;
  return failover(fencedModel(primary, newToken), embeddedModel, {
    clock: realClock,
    limitMs: timeoutMs,
    onFailure: (error) => log('warn', 'model', errorFields(error)),
  });
}

const toolSpecs = new WeakMap<AgentDefinition, ToolSpec[]>();

/** Made once an agent: turning schemas into JSON Schema costs as much as answering a question. */
export function toolSpecsOf(agent: AgentDefinition): ToolSpec[] {
  const known = toolSpecs.get(agent);
  if (known) return known;
  const specs = agent.tools.map(({ name, description, input }) => ({ name, description, parameters: jsonSchemaOf(input) }));
  toolSpecs.set(agent, specs);
  return specs;
}

export interface Retrieval {
  search: SearchPort;
  /** Brings the vectors up to date with the pages; nothing to do for the embedded index. */
  settle(): Promise<void>;
}

/** Retrieval over one event's knowledge: the lexical index in the object's memory, fused with Vectorize where embeddings are configured. */
export function retrievalFor(env: Env, memory: Sql, eventId: string): Retrieval {
  const lexical = embeddedSearch(memory);
  const embeddings = embeddingsFor(env);
  if (!embeddings || !env.VECTORS) return { search: lexical, settle: async () => {} };
  const onDegraded = (error: unknown) => log('warn', 'vectorize', { event: eventId, ...errorFields(error) });
  const search = vectorizeSearch({ vectors: env.VECTORS, embeddings, lexical, sql: memory, namespace: eventId, onDegraded });
  return { search, settle: () => search.settle().catch(onDegraded) };
}

function embeddingsFor(env: Env): EmbeddingsPort | null {
  const config = configOf(env);
  const common = { model: config.EMBEDDINGS_MODEL, dimensions: config.EMBEDDINGS_DIMENSIONS, timeoutMs: config.OPENAI_TIMEOUT_MS };
  if (config.EMBEDDINGS === 'workers-ai' && env.AI) return workersAiEmbeddings({ ai: aiBinding(env.AI), ...common });
  if (config.EMBEDDINGS === 'openai' && config.OPENAI_API_KEY)
    return openAiEmbeddings({ apiKey: config.OPENAI_API_KEY, baseUrl: config.OPENAI_BASE_URL, ...common });
  return null;
}

/** Which outside services are real in this deployment, for the console. */
export function servicesOf(env: Env): Record<string, 'real' | 'stand-in'> {
  const config = configOf(env);
  const real = (condition: unknown) => (condition ? 'real' : 'stand-in');
  return {
    mail: real(config.RESEND_API_KEY),
    payments: real(config.STRIPE_SECRET_KEY),
    model: real(config.OPENAI_API_KEY ?? config.WORKERS_AI_MODEL),
    search: real(env.VECTORS && embeddingsFor(env)),
  };
}
