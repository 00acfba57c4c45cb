import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Schema, Validator } from '@cfworker/json-schema';

const root = new URL('../../', import.meta.url);
/** The vendors' whole documents when they lie beside the repository; the trimmed copies otherwise. */
const whole = { resend: 'resend.openapi.json', stripe: 'stripe.trim.requests.json', openai: 'openai.trim.requests.json' };

export type Service = keyof typeof whole;

function read(path: string): Record<string, unknown> | null {
  const file = fileURLToPath(new URL(path, root).href);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : null;
}

function at(document: unknown, path: string[]): unknown {
  return path.reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
}

const stripeForm = ['paths', '/v1/refunds', 'post', 'requestBody', 'content', 'application/x-www-form-urlencoded', 'schema'];

function validators(service: Service, name: string): Validator[] {
  const trimmed = read(`tests/contracts/${service}.requests.json`);
  const documents = [trimmed, read(`../shared/contracts/${whole[service]}`)].filter((document) => document !== null);
  return documents.map((document) => {
    const schema = at(document, ['components', 'schemas', name]) ?? at(document, stripeForm);
    if (!schema) throw new Error(`no schema ${name} of ${service}`);
    return new Validator({ ...(schema as object), components: document.components } as Schema, '2020-12', false);
  });
}

const made = new Map<string, Validator[]>();

/** What a vendor's schema has against a request; empty when it fits. */
export function contractErrors(service: Service, name: string, body: unknown): string[] {
  const key = `${service} ${name}`;
  const list = made.get(key) ?? validators(service, name);
  made.set(key, list);
  return list.flatMap((validator) => validator.validate(body).errors.map((error) => `${error.instanceLocation}: ${error.error}`));
}
