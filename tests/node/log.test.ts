import { describe, expect, it } from 'vitest';
import { errorFields } from '../../worker/log';

describe('what the log keeps of an error', () => {
  it.each([
    [
      'the values of a failed query',
      'Failed query: select "id" from "orders" where "buyer_name" = ?\nparams: Ada Lovelace,ada@harbour.example',
    ],
    ['an address in a message', 'cannot send to Ada.Lovelace+tickets@harbour.example: refused'],
  ])('leaves out %s', (_what, message) => {
    for (const error of [new Error(message), new Error('outer', { cause: new Error(message) }), message]) {
      const kept = JSON.stringify(errorFields(error));
      expect(kept).not.toMatch(/lovelace|harbour\.example/i);
      expect(kept).toMatch(/Failed query: select|cannot send to \(address\): refused/);
    }
  });

  it('is kind, message, cause and place', () => {
    const fields = errorFields(new TypeError('x is not a function', { cause: new Error('why') }));
    expect(fields).toMatchObject({ error: 'TypeError', detail: 'x is not a function', cause: 'why' });
    expect(fields.stack).toMatch(/^ +at .*log\.test\.ts/);
  });
});
