import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { api } from '../../../worker/contract/api';
import type { Endpoint } from '../../../worker/contract/endpoint';

const writes = Object.entries(api as Record<string, Endpoint>).flatMap(([key, { body, bodyKind }]) =>
  body && bodyKind !== 'file' ? [{ key, body }] : [],
);

/** Bodies that hold free JSON, each with who checks it; everything else is declared field by field. */
const free: Record<string, string> = {
  'POST /events/{eventId}/approvals/{approvalId}/decision input': 'worker/approvals/edit.ts takes declared fields of the tool only',
  'POST /events/{eventId}/approvals/decisions decisions[].input': 'worker/approvals/edit.ts takes declared fields of the tool only',
  'PATCH /events/{eventId}/agents/{agent} limits': 'worker/core/policy/problems.ts takes limits that the agent has',
  'POST /events/{eventId}/policies/{scope}/preview body': 'worker/policies parses it by its scope',
  'PUT /events/{eventId}/policies/{scope} body': 'worker/policies parses it by its scope',
};

/** What nobody sets by a request: it comes from the session, the records, or the clock. */
const ours =
  /^(organizationId|organization_id|userId|createdBy|updatedBy|decidedBy|decidedAt|createdAt|updatedAt|changedBy|hash|secret|token|clockNow|boundFacts|requestedBy|takenBy|undoUntil|reservation)$/;

const meant: Record<string, string[]> = {
  // Compared with what is there, never stored.
  'POST /events/{eventId}/approvals/{approvalId}/decision': ['.hash'],
  'POST /events/{eventId}/approvals/decisions': ['decisions[].hash'],
  'POST /organization/switch': ['.organizationId'],
  // Where the clock of a rehearsal starts; refused for an event on the real clock.
  'POST /events': ['.clockNow'],
};

interface Found {
  path: string;
  kind: 'open' | 'field';
  name: string;
}

/** Every object in a schema: where it takes undeclared members, and the names that it declares. */
function* walk(schema: Record<string, unknown>, path: string): Generator<Found> {
  for (const name of ['anyOf', 'oneOf', 'allOf'] as const)
    for (const option of (schema[name] as Record<string, unknown>[] | undefined) ?? []) yield* walk(option, path);
  if (schema.items) yield* walk(schema.items as Record<string, unknown>, `${path}[]`);
  const additional = schema.additionalProperties;
  // zod drops what is not declared, and says nothing about it in JSON Schema of the input; true, or a schema, lets it in.
  if (additional === true || (typeof additional === 'object' && additional !== null)) yield { path, kind: 'open', name: '' };
  for (const [name, property] of Object.entries((schema.properties as Record<string, Record<string, unknown>> | undefined) ?? {})) {
    yield { path, kind: 'field', name };
    yield* walk(property, path === '' ? name : `${path}.${name}`);
  }
}

describe.each(writes)('$key', ({ key, body }) => {
  const found = [...walk(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>, '')];

  it('takes no member that it does not declare', () => {
    const open = found.filter(({ kind }) => kind === 'open').map(({ path }) => `${key} ${path}`);
    expect(open.filter((place) => !(place in free) && !isNumbersByName(place))).toEqual([]);
  });

  it('declares no field that is ours to set', () => {
    const named = found.filter(({ kind, name }) => kind === 'field' && ours.test(name)).map(({ path, name }) => `${path}.${name}`);
    expect(named.filter((field) => !(meant[key] ?? []).includes(field))).toEqual([]);
  });
});

/** Limits and days by name: numbers, whose names the handler checks. */
function isNumbersByName(place: string): boolean {
  return place === 'PUT /retention days';
}
