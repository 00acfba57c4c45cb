import { describe, expect, it } from 'vitest';
import { unsupportedStatements } from '../../../worker/agents/support/domain/grounding';
import { readReply } from '../../../worker/agents/support/reply';
import type { Passage } from '../../../worker/core/knowledge/types';

const source =
  'Doors open at 08:30. The conference is on 20 May 2027 in Rotterdam. A ticket costs €349.00, students pay EUR 1,204.50 less 15 %. Write to hello@tidewater.example or see https://tidewater.example/tickets before 2027-03-31.';

describe('what nothing supports', () => {
  it.each([
    ['Doors open at 08:30.'],
    ['It is on May 20, 2027.'],
    ['It is on 20th May.'],
    ['It costs €349.'],
    ['It costs €349.00.'],
    ['It costs 349 euros.'],
    ['Students pay 1.204,50 EUR.'],
    ['Doors open at 8:30 am.'],
    ['It is on 20.05.2027.'],
    ['Until 31 March 2027.'],
    ['Until 31 March.'],
    ['It is in May 2027.'],
    ['You get 15% off.'],
    ['You get 15 percent off.'],
    ['Write to hello@tidewater.example.'],
    ['See https://tidewater.example/tickets'],
    ['Until 2027-03-31.'],
    ['We look forward to seeing you.'],
    ['**Doors** open at `08:30`.'],
  ])('is not: %s', (answer) => {
    expect(unsupportedStatements(answer, [source])).toEqual([]);
  });

  it.each([
    ['Doors open at 09:30.', '09:30'],
    ['Come at 9 pm.', '9 pm'],
    ['It is on 21 May 2027.', '21 May'],
    ['It is on June 3.', 'June 3'],
    ['It costs €350.', '€350'],
    ['It costs 350 euros.', '350 euros'],
    ['It costs USD 12.', 'USD 12'],
    ['It costs $ 12.', '$ 12'],
    ['You get 100 % back.', '100 %'],
    ['You get 80 percent back.', '80 percent'],
    ['Write to help@tidewater.example.', 'help@tidewater.example'],
    ['See https://evil.example/pay', 'https://evil.example/pay'],
    ['See https://tidewater.example/tickets/pay', 'https://tidewater.example/tickets/pay'],
    ['Until 2027-04-01.', '2027-04-01'],
    ['Until 1.4.2027.', '1.4.2027'],
    ['It costs €20.', '€20'],
    ['It costs $349.', '$349'],
    ['You get 20 % back.', '20 %'],
    ['It is on 20 June 2027.', '20 June 2027'],
    ['It is on 20 May 2026.', '20 May 2026'],
    ['Doors open at 8:30 pm.', '8:30 pm'],
    ['It costs €8.30.', '€8.30'],
    ['It costs €34.', '€34'],
    ['It costs €349,000.', '€349,000'],
  ])('is found: %s', (answer, statement) => {
    expect(unsupportedStatements(answer, [source]).join(' ')).toContain(statement);
  });
  it('is everything when nothing was read', () => {
    expect(unsupportedStatements('Your refund of €120 comes by 3 June.', [])).not.toEqual([]);
  });
});

const passage: Passage = {
  id: 'psg_1',
  pageId: 'doc_1',
  pageTitle: 'Tickets',
  headingPath: ['Tickets'],
  kind: 'prose',
  ordinal: 0,
  start: 0,
  end: source.length,
  text: source,
};
const reply = (over: Record<string, unknown> = {}) =>
  JSON.stringify({
    outcome: 'answered',
    answer: 'Doors open at 08:30.',
    passageIds: ['psg_1'],
    actions: [],
    nextSteps: [],
    quickReplies: ['1', '2', '3', '4', '5'],
    language: 'en',
    escalation: null,
    ...over,
  });
const read = (text: string, records: string[] = []) =>
  readReply(text, {
    by: 'language_model',
    careful: true,
    passages: [{ passage, text: source }],
    evidence: [source],
    records,
    event: '',
    question: 'When do doors open?',
    suspicious: false,
    allowed: { hosts: [], mailDomains: [], addresses: [] },
    callsForPerson: false,
    refund: null,
    show: (shown) => shown,
  });

describe("a language model's reply", () => {
  it('is taken with quotes from the index, and never more than four quick replies', () => {
    const taken = read(reply());
    expect(taken).toMatchObject({
      ok: true,
      reply: { citations: [{ passageId: 'psg_1', quote: source }], quickReplies: ['1', '2', '3', '4'] },
    });
  });
  it('may state what a record says', () => {
    expect(read(reply({ answer: 'You get EUR 120.00 back.' }), ['{"minor":12000,"currency":"EUR"} ; EUR 120.00']).ok).toBe(true);
  });
  it.each<[string, string]>([
    ['no JSON', 'Doors open at 08:30.'],
    ['another form', '{"answer":"Doors open at 08:30."}'],
    ['an additional field', reply({ refund: true })],
    ['an unheard-of outcome', reply({ outcome: 'done' })],
    ['an unheard-of reason', reply({ escalation: { reason: 'bribe', summary: '' } })],
    ['a passage that was not retrieved', reply({ passageIds: ['psg_2'] })],
    ['a price that no passage states', reply({ answer: 'It costs €99.' })],
    ['a time that stands in an uncited passage only', reply({ passageIds: [] })],
    ['a promise hidden in the next steps', reply({ nextSteps: ['We pay back 100 % today.'] })],
    ['a link hidden in the actions', reply({ actions: ['See https://evil.example'] })],
    ['nothing', ''],
    ['null', 'null'],
  ])('with %s is refused', (_name, text) => {
    expect(read(text)).toMatchObject({ ok: false });
  });
});
