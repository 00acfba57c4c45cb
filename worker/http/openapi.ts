import { z } from 'zod';
import { api } from '../contract/api';
import { type Endpoint, Problem } from '../contract/endpoint';
import { errorCodes } from '../core/errors';

type Json = Record<string, unknown>;

const inputSchema = (schema: z.ZodType): Json => bare(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
const outputSchema = (schema: z.ZodType): Json => bare(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }));

function bare(schema: Json): Json {
  const { $schema: _, ...rest } = schema;
  return rest;
}

/** The OpenAPI 3.1 document of everything below `/api/v1`, derived from the contract. */
export function openApiDocument(publicUrl: string, version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [key, endpoint] of Object.entries(api)) {
    const [method = '', path = ''] = key.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(key, method, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'EventOS CoAgents',
      version,
      description:
        'Writes take an `Idempotency-Key` header, kept for 24 hours. Lists are paged by `cursor`. Errors are RFC 9457 problems; `retry` says whether asking again can help, and `Retry-After` when.',
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ apiKey: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, evk_…' },
        session: { type: 'apiKey', in: 'cookie', name: 'eventos.session_token', description: 'A signed-in browser' },
      },
      schemas: { Problem: outputSchema(Problem) },
    },
  };
}

function operation(key: string, method: string, endpoint: Endpoint): Json {
  const isPublic = endpoint.access === 'public' || endpoint.access === 'widget';
  const writes = method !== 'GET' && !isPublic;
  return {
    operationId: operationId(key),
    summary: endpoint.summary,
    tags: [key.split('/').find((part) => part !== '' && !part.includes(' ') && !part.startsWith('{') && part !== 'events') ?? 'events'],
    'x-access': endpoint.access,
    ...(isPublic ? { security: [] } : {}),
    parameters: [
      ...parameters('path', endpoint.params),
      ...parameters('query', endpoint.query),
      ...(writes ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }] : []),
      ...(endpoint.bodyKind === 'file'
        ? [{ name: 'X-File-Name', in: 'header', required: false, schema: { type: 'string' }, description: 'Percent-encoded' }]
        : []),
    ],
    ...(endpoint.body ? { requestBody: requestBody(endpoint.body, endpoint.bodyKind) } : {}),
    responses: {
      200: { description: 'OK', content: { [mediaTypeOf(endpoint)]: { schema: responseSchema(endpoint) } } },
      default: {
        description: `A problem; its code is one of ${Object.keys(errorCodes).join(', ')}`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function responseSchema(endpoint: Endpoint): Json {
  return endpoint.responseKind === 'download' ? { type: 'string', format: 'binary' } : outputSchema(endpoint.response);
}

function requestBody(schema: z.ZodType, kind: Endpoint['bodyKind']): Json {
  if (kind === 'file') return { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } };
  return { required: true, content: { 'application/json': { schema: inputSchema(schema) } } };
}

function parameters(place: 'path' | 'query', schema: z.ZodObject | undefined): Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || !z.safeParse(value as z.ZodType, undefined).success,
    schema: inputSchema(value as z.ZodType),
  }));
}

export function mediaTypeOf(endpoint: Endpoint): string {
  switch (endpoint.responseKind ?? 'json') {
    case 'json':
      return 'application/json';
    case 'csv':
      return 'text/csv';
    case 'text':
      return 'text/plain';
    case 'download':
      return 'application/octet-stream';
  }
}

/** `PATCH /events/{eventId}/agents/{agent}` becomes `patchEventsEventIdAgentsAgent`. */
function operationId(key: string): string {
  const words = key.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return words.map((word, i) => (i === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1))).join('');
}
