import { type Context, Hono } from 'hono';
import { type Api, api, type EndpointKey } from '../contract/api';
import { Download, type Endpoint } from '../contract/endpoint';
import { AppError, errorCodes, invalidInput } from '../core/errors';
import { configOf } from '../env';
import { log, setLogLevel } from '../log';
import { newId } from '../random';
import { requireAccess, requireSameOrigin } from './access';
import { bodyLimits, fileOf, jsonOf, readBytes } from './body';
import { requireEvent } from './event-owner';
import type { Call, Handler, Identity } from './handler';
import { once } from './idempotency';
import { identify } from './identity';
import { connectionOf, takeFrom } from './limits';
import { allowedMethods, methodNotAllowed } from './methods';
import { mediaTypeOf, openApiDocument } from './openapi';
import { problemResponse } from './problem';
import { secure } from './security-headers';
import { answerPreflight, requireWidgetOrigin } from './widget-origins';

export type HandlerTable = { [K in EndpointKey]: Handler<K> };
export type AppEnv = {
  Bindings: Env;
  Variables: { requestId: string; organizationId: string; actorKind: Identity['kind']; route: string };
};
export type App = Hono<AppEnv>;

export interface AppParts {
  handlers: HandlerTable;
  /** Routes outside the contract: sign-in, sockets, webhooks, pages. Registered before everything else. */
  mount: ((app: App) => void)[];
  version: string;
}

/** The HTTP side of the product: every endpoint of the contract, each behind the same steps in the same order. */
export function createApp(parts: AppParts): App {
  const app: App = new Hono<AppEnv>();
  app.use(accessLog);
  // Through the context, so that headers set so far (CORS, a renewed cookie) reach the caller with the problem as well.
  app.onError((error, c) => {
    const problem = problemResponse(error, c.get('requestId'));
    return c.newResponse(problem.body, problem.status as 500, Object.fromEntries(problem.headers));
  });
  app.get('/api/v1/openapi.json', (c) => {
    c.set('route', 'GET /api/v1/openapi.json');
    return c.json(openApiDocument(configOf(c.env).PUBLIC_URL, parts.version), 200, { 'cache-control': 'public, max-age=300' });
  });
  for (const mount of parts.mount) mount(app);
  app.options('/api/v1/widget/:eventId/*', answerPreflight);
  for (const [key, endpoint] of Object.entries(api)) {
    const [method = '', path = ''] = key.split(' ');
    const handler = handlerOf(parts.handlers, key as EndpointKey);
    app.on(method, `/api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`, (c) => serve(c, key as EndpointKey, endpoint, handler));
  }
  app.all('*', async (c, next) => {
    const allowed = allowedMethods(app.routes, c.req.path);
    if (allowed.length === 0) return next();
    c.header('allow', allowed.join(', '));
    throw methodNotAllowed(c.req.method, c.req.path, allowed);
  });
  app.all('/api/*', (c) => {
    throw new AppError('not_found', `There is no ${c.req.method} ${c.req.path}. See /api/v1/openapi.json for what there is.`);
  });
  app.all('*', (c) => c.env.ASSETS.fetch(c.req.raw));
  return app;
}

type AnyHandler = (call: Call<Endpoint>) => Promise<unknown>;

/** A handler takes the call of its own endpoint only; `serve` parses by the schemas of the same key, so the two agree. */
function handlerOf(handlers: HandlerTable, key: EndpointKey): AnyHandler {
  return handlers[key] as AnyHandler;
}

async function serve(c: Context<AppEnv>, key: EndpointKey, endpoint: Endpoint, handler: AnyHandler): Promise<Response> {
  const { env } = c;
  const request = c.req.raw;
  const config = configOf(env);
  setLogLevel(config.LOG_LEVEL);
  c.set('route', key);
  const now = Date.now();
  const isPublic = endpoint.access === 'public' || endpoint.access === 'widget';
  if (isPublic) {
    await takeFrom(env.LIMIT_PUBLIC, connectionOf(request));
    if (key.includes('/widget/')) await requireWidgetOrigin(c, c.req.param('eventId') ?? '');
  }
  const { identity, setCookies } = isPublic ? { identity: anonymous, setCookies: [] } : await identify(request, env, now);
  c.set('organizationId', identity.organizationId);
  c.set('actorKind', identity.kind);
  for (const cookie of setCookies) c.header('set-cookie', cookie, { append: true });
  if (identity.kind === 'user' && request.method !== 'GET') requireSameOrigin(request, config.PUBLIC_URL);
  requireAccess(identity, endpoint.access);
  if (!isPublic) await takeFrom(env.LIMIT_API, identity.actor);

  const params = parsed(endpoint.params, c.req.param(), 'The address');
  if (!isPublic && endpoint.params && 'eventId' in endpoint.params.shape) {
    await requireEvent(env, identity.organizationId, c.req.param('eventId') ?? '');
  }
  const query = parsed(endpoint.query, c.req.query(), 'The query');
  const bytes = endpoint.body
    ? await readBytes(request, endpoint.bodyKind === 'file' ? bodyLimits.fileBytes : bodyLimits.jsonBytes)
    : new Uint8Array();
  const contentType = request.headers.get('content-type');
  const body =
    endpoint.bodyKind === 'file'
      ? fileOf(bytes, contentType)
      : parsed(endpoint.body, endpoint.body && jsonOf(bytes, contentType), 'The body');

  const requestId = c.get('requestId');
  const call = {
    params,
    query,
    body,
    identity,
    env,
    config,
    request:
      endpoint.bodyKind === 'file' ? new Request(request.url, { method: request.method, headers: request.headers, body: bytes }) : request,
    requestId,
    now,
    waitUntil: (work: Promise<unknown>) => c.executionCtx.waitUntil(work),
  } as Call<Endpoint>;
  if (endpoint.responseKind === 'download') return downloaded(c, await handler(call));
  const answer = await once(
    { env, request, endpoint: key, path: c.req.path, identity, body: bytes, now },
    async () => ({ status: 200, body: bodyText(endpoint, await handler(call)) }),
    async (error) => {
      const code = error instanceof AppError ? error.code : 'internal';
      return { code, status: errorCodes[code], body: await problemResponse(error, requestId).text() };
    },
  );
  const headers: Record<string, string> = { 'cache-control': 'no-store' };
  const isProblem = answer.status >= 400;
  headers['content-type'] = `${isProblem ? 'application/problem+json' : mediaTypeOf(endpoint)}; charset=utf-8`;
  if (endpoint.responseKind === 'csv') headers['content-disposition'] = 'attachment; filename="rejects.csv"';
  if (answer.replayed) headers['idempotency-replayed'] = 'true';
  return c.newResponse(answer.body, answer.status as 200, headers);
}

/** Streamed, and so neither kept for a repeat nor held in memory. */
function downloaded(c: Context<AppEnv>, value: unknown): Response {
  const { fileName, mediaType, body } = Download.parse(value);
  return c.newResponse(body, 200, {
    'cache-control': 'no-store',
    'content-type': `${mediaType}; charset=utf-8`,
    'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"`,
  });
}

const anonymous: Identity = { kind: 'anonymous', actor: '', label: '', organizationId: '', role: null };

function parsed(schema: Endpoint['body'], value: unknown, what: string): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (!result.success) throw invalidInput(result.error, what);
  return result.data;
}

function bodyText(endpoint: Endpoint, value: unknown): string {
  return (endpoint.responseKind ?? 'json') === 'json' ? JSON.stringify(value) : String(value);
}

async function accessLog(c: Context<AppEnv>, next: () => Promise<void>): Promise<void> {
  const startedAt = Date.now();
  const requestId = newId('request', startedAt);
  c.set('requestId', requestId);
  await next();
  if (c.res.webSocket === null || c.res.webSocket === undefined) {
    // Answers of the assets binding have immutable headers, those made here have not.
    if (!isMutable(c.res.headers)) c.res = new Response(c.res.body, c.res);
    c.res.headers.set('x-request-id', requestId);
    secure(c.res.headers, c.req.url.startsWith('https:'));
  }
  log(c.res.status === 500 ? 'error' : 'info', 'request', {
    requestId,
    organization: c.get('organizationId') || undefined,
    actor: c.get('actorKind'),
    method: c.req.method,
    route: c.get('route') ?? '(other)',
    status: c.res.status,
    ms: Date.now() - startedAt,
  });
}

function isMutable(headers: Headers): boolean {
  try {
    headers.delete('x-request-id');
    return true;
  } catch {
    return false;
  }
}

/** Names of all endpoints, for tests and for the merge of the handler tables. */
export const endpointKeys = Object.keys(api) as (keyof Api)[];
