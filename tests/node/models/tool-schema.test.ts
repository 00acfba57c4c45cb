import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerDeltas } from '../../../worker/models/answer-deltas';
import { jsonSchemaOf, strictSchema, withoutNulls } from '../../../worker/models/tool-schema';

const Input = z.object({
  orderId: z.string().min(6).max(40).describe('From lookup_ticket.'),
  amount: z.object({ minor: z.number().int(), currency: z.string().optional() }),
  reason: z.enum(['asked', 'duplicate']).default('asked'),
  note: z.string().nullable(),
  tags: z.array(z.object({ name: z.string(), value: z.string().optional() })).optional(),
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('one'), id: z.string().optional() }),
  ]),
});

describe('the strict form of a schema', () => {
  const schema = jsonSchemaOf(Input);
  const strict = strictSchema(schema);

  it('requires every property of every object and allows no other', () => {
    const objects: Record<string, unknown>[] = [];
    JSON.stringify(strict, (_key, value) => {
      if (value?.type === 'object') objects.push(value);
      return value;
    });
    expect(objects).toHaveLength(5);
    for (const object of objects) {
      expect(object.additionalProperties).toBe(false);
      expect(object.required).toEqual(Object.keys(object.properties as object));
    }
  });

  it('has only keywords that strict function calling knows', () => {
    expect(JSON.stringify(strict)).not.toMatch(/"(minLength|maxLength|minimum|maximum|default|oneOf|\$schema)"/);
    expect(strict).toMatchObject({ properties: { orderId: { type: 'string', description: 'From lookup_ticket.' } } });
  });

  it('makes the optional nullable, and the nullable not twice', () => {
    expect(strict).toMatchObject({
      properties: {
        reason: { anyOf: [{ enum: ['asked', 'duplicate'] }, { type: 'null' }] },
        note: { type: ['string', 'null'] },
      },
    });
  });

  it.each([
    ['a record with free keys', z.object({ any: z.record(z.string(), z.string()) })],
    ['a value of any kind', z.object({ any: z.unknown() })],
    ['an object that takes more', z.looseObject({ a: z.string() })],
    ['a tuple', z.object({ pair: z.tuple([z.string(), z.number()]) })],
  ])('is not there for %s', (_what, input) => {
    expect(strictSchema(jsonSchemaOf(input))).toBeNull();
  });

  it('gives back arguments as the tool itself takes them', () => {
    const written = {
      ...{ orderId: 'ord_000001', amount: { minor: 1, currency: null }, reason: null, note: null },
      ...{ tags: [{ name: 'a', value: null }], target: { kind: 'one', id: null } },
    };
    const args = withoutNulls(written, schema);
    expect(args).toEqual({
      ...{ orderId: 'ord_000001', amount: { minor: 1 }, note: null },
      ...{ tags: [{ name: 'a' }], target: { kind: 'one' } },
    });
    expect(Input.safeParse(args).success).toBe(true);
  });

  it.each([[null], ['text'], [[1, null]], [{ orderId: null, unknown: null }], [{ tags: 'no list', target: 7 }]])(
    'leaves %j for the pipeline to refuse',
    (written) => {
      const args = withoutNulls(written, schema);
      expect(args).toEqual(written);
      expect(Input.safeParse(args).success).toBe(false);
    },
  );
});

describe('the answer inside a structured reply', () => {
  const texts = ['', 'plain', 'with "quotes" and \\ and \n lines', 'lantern 🏮 and é and \u2028', '{"answer":"nested"}', '\\u0041 \\\\"'];
  const wrap = (text: string) => [
    JSON.stringify({ answer: text, language: 'en' }),
    JSON.stringify(
      { outcome: 'answered', nested: { answer: 'no' }, list: ['answer', { answer: 'no' }], answer: text, actions: ['x'] },
      null,
      2,
    ),
    JSON.stringify({ answer: text }).replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  ];

  it.each(texts)('comes out whole however it is cut: %j', (text) => {
    for (const json of wrap(text)) {
      for (const length of [1, 2, 3, 7, 1000]) {
        const pieces: string[] = [];
        const feed = answerDeltas('answer', (piece) => pieces.push(piece));
        for (let at = 0; at < json.length; at += length) feed(json.slice(at, at + length));
        expect(pieces.join('')).toBe(text);
        expect(pieces.every((piece) => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(piece))).toBe(true);
      }
    }
  });

  it('is nothing when the text is no object', () => {
    const pieces: string[] = [];
    for (const text of ['answer', '"answer": "x"', '[{"answer":"x"}]', '']) answerDeltas('answer', (piece) => pieces.push(piece))(text);
    expect(pieces).toEqual([]);
  });
});
