import { beforeAll, describe, expect, it } from 'vitest';
import { api } from '../../worker/contract/api';
import type { Endpoint } from '../../worker/contract/endpoint';
import { aBrowser, anEvent, anotherOrganization, type Browser, joinAs, signIn } from '../support/http-client';

/** Every endpoint of the contract, so that a new one is covered at once. */
const endpoints = Object.entries(api as Record<string, Endpoint>).map(([key, endpoint]) => {
  const [method = '', path = ''] = key.split(' ');
  return { key, method, path, endpoint };
});
const guarded = endpoints.filter(({ endpoint }) => endpoint.access !== 'public' && endpoint.access !== 'widget');
const writes = guarded.filter(({ method }) => method !== 'GET');

const at = (path: string, eventId: string) =>
  `/api/v1${path
    .replace('{eventId}', eventId)
    .replace('{agent}', 'support')
    .replace('{scope}', 'event')
    .replace(/\{\w+\}/g, 'nothing_like_it')}`;
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
const ask = (browser: Browser, method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  method === 'GET' ? browser.get(path, headers) : browser.send(method, path, body, headers);

let owner: Browser;
let viewer: Browser;
let eventId: string;
let foreignEventId: string;

beforeAll(async () => {
  owner = aBrowser();
  await signIn(owner);
  eventId = ((await (await owner.send('POST', '/api/v1/events', anEvent())).json()) as { id: string }).id;
  viewer = await joinAs(owner, 'viewer@example.org', 'viewer');
  foreignEventId = (await anotherOrganization()).eventId;
});

describe('an endpoint that is not public', () => {
  it.each(guarded)('$key asks for an identity', async ({ method, path }) => {
    const answer = await ask(aBrowser(), method, at(path, eventId));
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await codeOf(answer)).toBe('unauthenticated');
  });

  it.each(guarded)('$key refuses a key that was never given out', async ({ method, path }) => {
    const answer = await ask(aBrowser({ authorization: `Bearer evk_${'x'.repeat(43)}` }), method, at(path, eventId));
    expect(answer.status).toBe(401);
  });

  it.each(guarded.filter(({ endpoint }) => endpoint.access !== 'viewer'))('$key is closed to a viewer', async ({ method, path }) => {
    const answer = await ask(viewer, method, at(path, eventId), {});
    expect(answer.status).toBe(403);
    expect(await codeOf(answer)).toBe('forbidden');
  });

  it.each(guarded.filter(({ path }) => path.includes('{eventId}')))(
    "$key does not know another organization's event",
    async ({ method, path }) => {
      const answer = await ask(owner, method, at(path, foreignEventId), {});
      const unknown = await ask(owner, method, at(path, 'evt_never'), {});
      expect([answer.status, unknown.status]).toEqual([404, 404]);
      const [first, second] = [await answer.json(), await unknown.json()].map((problem) => ({ ...(problem as object), requestId: '' }));
      expect(first).toEqual(second);
    },
  );
});

describe('a write with a session cookie', () => {
  it.each(writes)("$key is refused from another site's page", async ({ method, path }) => {
    const answers = await Promise.all([
      ask(owner, method, at(path, eventId), {}, { origin: 'https://evil.example' }),
      ask(owner, method, at(path, eventId), {}, { 'sec-fetch-site': 'cross-site' }),
      ask(owner, method, at(path, eventId), {}, { 'sec-fetch-site': 'same-site' }),
      ask(owner, method, at(path, eventId), {}, { origin: 'null' }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403]);
  });
});

describe('a body', () => {
  const withJson = writes.filter(({ endpoint }) => endpoint.body && endpoint.bodyKind !== 'file');
  const withFile = writes.filter(({ endpoint }) => endpoint.bodyKind === 'file');

  it.each(withJson)('$key takes at most 1 MB', async ({ method, path }) => {
    const answer = await ask(owner, method, at(path, eventId), `{"x":"${'y'.repeat(1_000_001)}"}`);
    expect(answer.status).toBe(413);
  });

  it.each(withJson)('$key takes JSON only', async ({ method, path }) => {
    const answer = await ask(owner, method, at(path, eventId), 'a=b', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(answer.status).toBe(415);
  });

  it.each(withJson)('$key says what is wrong with JSON that is none', async ({ method, path }) => {
    const answer = await ask(owner, method, at(path, eventId), '{"a":', { 'content-type': 'application/json' });
    expect(answer.status).toBe(400);
    expect(await codeOf(answer)).toBe('invalid_input');
  });

  it.each(withFile)('$key takes a raw file of at most 20 MB and no form', async ({ method, path }) => {
    const form = await ask(owner, method, at(path, eventId), 'x', { 'content-type': 'multipart/form-data; boundary=x' });
    expect(form.status).toBe(415);
    const large = await ask(owner, method, at(path, eventId), 'x', { 'content-type': 'text/csv', 'content-length': '20000001' });
    expect([400, 413]).toContain(large.status);
  });
});

describe('the OpenAPI document', () => {
  it('describes every endpoint, and every reference in it leads somewhere', async () => {
    const answer = await aBrowser().get('/api/v1/openapi.json');
    const document = (await answer.json()) as { openapi: string; paths: Record<string, Record<string, { operationId: string }>> };
    expect(document.openapi).toBe('3.1.0');
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(endpoints.map(({ key }) => key).sort());
    const ids = Object.values(document.paths).flatMap((methods) => Object.values(methods).map((operation) => operation.operationId));
    expect(new Set(ids).size).toBe(ids.length);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
    expect(new Set(references)).toEqual(new Set(['#/components/schemas/Problem']));
  });
});
