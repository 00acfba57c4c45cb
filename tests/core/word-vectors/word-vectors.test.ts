import { describe, expect, test } from 'vitest';
import { table, words } from '../../../worker/core/word-vectors/data/vectors';
import {
  cosine,
  dimensions,
  similarityOfStems,
  similarityOfTexts,
  vectorOf,
  vectorOfStem,
  vectorOfText,
} from '../../../worker/core/word-vectors/word-vectors';

describe('word vectors', () => {
  test('the table has a row for every word', () => {
    expect(atob(table).length).toBe(words.split(' ').length * dimensions);
  });

  test('a vector has the length 1', () => {
    for (const word of ['wheelchair', 'refund', 'bus']) {
      const vector = vectorOf(word);
      expect(vector?.length).toBe(dimensions);
      expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 1);
    }
  });

  test('an inflected or capitalised word has the vector of its stem', () => {
    expect(vectorOf('Sandwiches')).toEqual(vectorOf('sandwich'));
    expect(vectorOf('sandwich')).toEqual(vectorOfStem('sandwich'));
  });

  test('a word that no list names has no vector, and is close to itself only', () => {
    expect(vectorOf('xyzzy')).toBeUndefined();
    expect(similarityOfStems('xyzzi', 'xyzzi')).toBe(1);
    expect(similarityOfStems('xyzzi', 'bus')).toBe(0);
  });

  test.each([
    ['hdmi', 'projector', 'vegan'],
    ['wheelchair', 'ramp', 'invoic'],
    ['hungri', 'lunch', 'train'],
    ['refund', 'cancel', 'wifi'],
    ['toddler', 'kid', 'poster'],
  ])('%s is nearer to %s than to %s', (word, near, far) => {
    expect(similarityOfStems(word, near)).toBeGreaterThan(similarityOfStems(word, far) + 0.3);
  });

  test.each([
    ['can i get my money back', 'refund policy', 'wireless network'],
    ['where do i put my suitcase', 'cloakroom and lockers', 'call for papers'],
    ['is there anything for kids', 'childcare and family room', 'sponsorship packages'],
  ])('"%s" is nearer to "%s" than to "%s"', (text, near, far) => {
    expect(similarityOfTexts(text, near)).toBeGreaterThan(similarityOfTexts(text, far));
  });

  test('a text without a known word has no vector and is near to nothing', () => {
    expect(vectorOfText('the of and')).toBeUndefined();
    expect(similarityOfTexts('the of and', 'refund policy')).toBe(0);
  });

  test('the cosine with a zero vector is 0', () => {
    expect(cosine(new Float32Array(3), Float32Array.of(1, 0, 0))).toBe(0);
    expect(cosine(Float32Array.of(1, 0, 0), Float32Array.of(2, 0, 0))).toBe(1);
  });
});
