import { describe, expect, it } from 'vitest';
import { configOf, Variables } from '../../worker/env';

const complete = { AUTH_SECRET: 'a'.repeat(32), OWNER_EMAIL: 'Owner@Harbour.example', PUBLIC_URL: 'https://events.harbour.example/' };

/** The worker's bindings are many; the configuration reads the variables among them only. */
function withVariables(variables: Record<string, string>): Env {
  return variables as unknown as Env;
}

describe('the configuration', () => {
  it('needs three variables, and takes the stand-ins for what is not set', () => {
    const config = configOf(withVariables(complete));
    expect(config).toMatchObject({
      OWNER_EMAIL: 'owner@harbour.example',
      PUBLIC_URL: 'https://events.harbour.example',
      EMBEDDINGS: 'none',
    });
    expect(config.RESEND_API_KEY ?? config.STRIPE_SECRET_KEY ?? config.OPENAI_API_KEY ?? config.WORKERS_AI_MODEL).toBeUndefined();
  });

  it.each<[string, Record<string, string | undefined>, RegExp]>([
    ['a missing secret', { AUTH_SECRET: undefined }, /AUTH_SECRET is missing \(Signs sessions/],
    ['a short secret', { AUTH_SECRET: 'short' }, /AUTH_SECRET must have at least 32 characters \(Signs sessions/],
    ['a missing address', { PUBLIC_URL: undefined }, /PUBLIC_URL is missing \(Address under which/],
    [
      'a malformed base address',
      { RESEND_BASE_URL: 'resend' },
      /RESEND_BASE_URL must be an http or https address \(Base address of Resend\)/,
    ],
    ['a secret of another kind', { STRIPE_WEBHOOK_SECRET: 'sk_1' }, /STRIPE_WEBHOOK_SECRET must start with whsec_ \(Verifies what Stripe/],
    ['two at once', { OWNER_EMAIL: 'nobody', EMBEDDINGS: 'some' }, /OWNER_EMAIL .*; EMBEDDINGS /],
  ])('names %s and what it is for', (_what, change, message) => {
    const variables = Object.entries({ ...complete, ...change }).filter((entry): entry is [string, string] => entry[1] !== undefined);
    expect(() => configOf(withVariables(Object.fromEntries(variables)))).toThrow(message);
  });

  it('says of every variable what it is for', () => {
    for (const [name, schema] of Object.entries(Variables.shape)) expect(schema.description, name).toBeTruthy();
  });

  it('never repeats the value of a wrong secret', () => {
    expect(() => configOf(withVariables({ ...complete, AUTH_SECRET: 'hunter2' }))).toThrow(/^(?!.*hunter2)/s);
  });
});
