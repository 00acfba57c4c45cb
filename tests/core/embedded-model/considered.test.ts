import { describe, expect, it } from 'vitest';
import { consider, type Found } from '../../../worker/core/embedded-model/answering/ask';
import { considered } from '../../../worker/core/embedded-model/answering/considered';
import type { Question } from '../../../worker/core/embedded-model/understanding/questions';
import { chunkPage } from '../../../worker/core/knowledge/chunk-page';

const event = { name: 'Lantern Days', year: 2027 };
const question: Question = {
  ...{ text: 'when do the doors open', setting: '', query: 'when do the doors open', type: 'time', yesNo: false, leans: false },
};
const pages = (opening: string): Found =>
  chunkPage({ id: 'venue', title: 'Venue', markdown: `# Venue\n\n## Doors\n\nThe doors open at ${opening} on both days.` }).map(
    (passage) => ({
      passage,
      score: 1,
    }),
  );

describe('a question that was asked before', () => {
  it('is answered from what was considered then, as it would be anew', () => {
    const found = pages('08:30');
    const first = considered(question, found, event);
    expect(first).toEqual(consider(question, found, event));
    expect(considered({ ...question }, [...found], event)).toBe(first);
  });

  it.each<[string, (found: Found) => Consideration]>([
    ['the page has changed', () => considered(question, pages('09:15'), event)],
    [
      'the passages are scored otherwise',
      (found) =>
        considered(
          question,
          found.map((hit) => ({ ...hit, score: 2 })),
          event,
        ),
    ],
    ['fewer passages are found', () => considered(question, [], event)],
    ['it is of another type', (found) => considered({ ...question, type: 'place' }, found, event)],
    ['it is of another event', (found) => considered(question, found, { ...event, name: 'Harbour Days' })],
  ])('is considered anew when %s', (_name, again) => {
    const found = pages('08:30');
    const first = considered(question, found, event);
    expect(again(found)).not.toBe(first);
  });

  it('is forgotten after many others', () => {
    const found = pages('08:30');
    const first = considered(question, found, event);
    for (let other = 0; other < 100; other++) considered({ ...question, text: `${other}` }, found, event);
    expect(considered(question, found, event)).not.toBe(first);
  });
});

type Consideration = ReturnType<typeof considered>;
