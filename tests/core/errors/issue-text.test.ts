import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { invalidInput } from '../../../worker/core/errors';

const Form = z.object({
  name: z.string().min(1).max(5),
  code: z.string().min(3),
  seats: z.number().int().min(1).max(9),
  tags: z.array(z.string()).max(1),
  site: z.url(),
  mail: z.email('must be an e-mail address'),
});
const filled = { name: 'Ada', code: 'ABC', seats: 2, tags: [], site: 'https://harbour.example', mail: 'ada@harbour.example' };

describe('what is wrong with a field is said in plain words', () => {
  it.each<[keyof typeof filled, unknown, string]>([
    ['name', '', 'must not be empty'],
    ['name', undefined, 'is missing'],
    ['name', 'Augusta', 'must have at most 5 characters'],
    ['name', 7, 'must be a string'],
    ['code', 'A', 'must have at least 3 characters'],
    ['seats', 0, 'must be at least 1'],
    ['seats', 10, 'must be at most 9'],
    ['seats', 1.5, 'must be a whole number'],
    ['seats', Number.NaN, 'must be a number'],
    ['tags', ['a', 'b'], 'must have at most 1 entry'],
    ['tags', 'a', 'must be an array'],
    ['site', 'harbour', 'must be an address such as https://example.org'],
    ['mail', 'ada', 'must be an e-mail address'],
  ])('%s: %j %s', (field, value, text) => {
    const result = Form.safeParse({ ...filled, [field]: value });
    expect(result.error && invalidInput(result.error).options.fields).toEqual({ [field]: text });
  });
});
