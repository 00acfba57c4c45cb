import { describe, expect, test } from 'vitest';
import { answerType, isAsked, typesOffered, typesWanted } from '../../../worker/core/knowledge/answer-types';
import { conceptMark, conceptMarks, conceptsOf } from '../../../worker/core/knowledge/concepts';
import { languageOf, stemOf } from '../../../worker/core/knowledge/languages';
import { concepts, eventConcepts } from '../../../worker/core/knowledge/lexicon';
import { closestWord, editDistance } from '../../../worker/core/knowledge/spelling';
import { stemEnglish } from '../../../worker/core/knowledge/stem-english';
import { tokensOf } from '../../../worker/core/knowledge/tokens';

describe('stemEnglish', () => {
  // The sample vocabulary of the algorithm's page and the pairs that matter here.
  test.each([
    ['consistency', 'consist'],
    ['knightly', 'knight'],
    ['knots', 'knot'],
    ['generally', 'general'],
    ['communities', 'communiti'],
    ['happy', 'happi'],
    ['by', 'by'],
    ['say', 'say'],
    ['ties', 'tie'],
    ['cries', 'cri'],
    ['gas', 'gas'],
    ['this', 'this'],
    ['hopping', 'hop'],
    ['hoping', 'hope'],
    ['luxuriated', 'luxuri'],
    ['proceed', 'proceed'],
    ['skies', 'sky'],
    ['allergies', 'allergi'],
  ])('%s becomes %s', (word, stem) => expect(stemEnglish(word)).toBe(stem));

  test.each([
    ['selection', 'select'],
    ['registration', 'registrations'],
    ['cancelled', 'cancel'],
    ['refundable', 'refund'],
    ['vaccination', 'vaccinated'],
  ])('%s and %s share a stem', (a, b) => expect(stemEnglish(a)).toBe(stemEnglish(b)));
});

describe('tokensOf', () => {
  const stems = (text: string, language: 'en' | 'de' | 'fr' | 'es' | 'pt' = 'en') =>
    tokensOf(text, language)
      .filter((token) => !token.stop)
      .map((token) => token.stem);

  test.each([
    ['Wi-Fi', ['wi', 'fi', 'wifi']],
    ["the organisers' t-shirts", ['organ', 't', 'shirt', 'tshirt']],
    ['$20 for 1,200 people at 9:30', ['usd', '20', '1200', 'peopl', '9d30']],
    ['my vax card', ['vaccin', 'card']],
    ['on Wed', ['wednesday']],
    ['東京タワー', ['東京', '京タ', 'タワ', 'ワー']],
  ])('%j', (text, expected) => expect(stems(text)).toEqual(expected));

  test('a text of any length costs at most the given number of words', () => {
    expect(tokensOf('word '.repeat(50_000), 'en', 100)).toHaveLength(100);
  });

  test('words of five languages meet under their stems', () => {
    expect(stems('Parkplätze', 'de')).toEqual(stems('Parkplatz', 'de'));
    expect(stems("l'entrée", 'fr')).toEqual(stems('entrée', 'fr'));
    expect(stemOf('entradas', 'es')).toBe(stemOf('entrada', 'es'));
    expect(stemOf('ingressos', 'pt')).toBe(stemOf('ingresso', 'pt'));
  });
});

describe('languageOf', () => {
  test.each([
    ['Wo kann ich parken?', 'de'],
    ['où est le parking', 'fr'],
    ['¿dónde puedo aparcar el coche?', 'es'],
    ['onde posso estacionar o carro?', 'pt'],
    ['where can i park', 'en'],
    ['parking', 'en'],
  ])('%s is %s', (text, language) => expect(languageOf(text)).toBe(language));
});

describe('the lexicon', () => {
  const asked = (text: string, language = languageOf(text)) => conceptsOf(tokensOf(text, language), language).map((match) => match.concept);

  test('every concept has its own id and no list has an empty or repeated phrase', () => {
    expect(new Set(concepts.map((concept) => concept.id)).size).toBe(concepts.length);
    for (const { id, names, cues, signs, de, fr, es, pt } of eventConcepts) {
      for (const list of [names, cues, signs, de, fr, es, pt]) {
        const phrases = (list ?? '').split(',').map((phrase) => phrase.trim());
        if (list !== undefined) expect(phrases, id).not.toContain('');
        expect(new Set(phrases).size, `${id}: ${list}`).toBe(phrases.length);
      }
    }
  });

  test.each([
    ['how hot does it get there that time of year', 'weather'],
    ['which door do I go in', 'entrance'],
    ['is it ok to bring a few beers', 'alcohol'],
    ['can my friend go instead of me', 'ticket-transfer'],
    ['where do i leave my suitcase', 'luggage'],
    ['will someone look after my kids', 'childcare'],
    ['wo kann ich mein auto abstellen', 'parking'],
    ['¿hay comida vegetariana?', 'diet'],
    ['puis-je amener mon chien', 'pets'],
    ['tem estacionamento no local?', 'parking'],
  ])('%j asks for %s', (question, concept) => expect(asked(question)).toContain(concept));

  test('a passage is marked for what it names in its own language, and a question in another finds the mark', () => {
    expect(conceptMarks(tokensOf('Parkplätze gibt es hinter der Halle.', 'de'), 'de')).toContain(conceptMark('parking', 'name'));
    expect(asked('is there a car park')).toContain('parking');
  });
});

describe('answer types', () => {
  test.each([
    ['when does it start', answerType.date],
    ['how much is a ticket', answerType.money],
    ['wo ist der Eingang', answerType.place],
    ['who do i write to', answerType.contact],
    ['can i bring my dog', answerType.permission],
    ['how far is the hotel', answerType.duration],
  ])('%j wants its type', (question, type) => expect(typesWanted(question) & type).toBe(type));

  test.each([
    ['14 – 20 July 2025', answerType.date | answerType.dateRange],
    ['October 23rd & 24th, 2026', answerType.dateRange],
    ['vom 3. bis 5. Juni', answerType.dateRange],
    ['Doors open at 7 pm', answerType.time],
    ['A camping ticket costs €10', answerType.money],
    ['Entry is free of charge', answerType.free],
    ['Write to info@fest.example', answerType.contact],
    ['It is a 16 minute walk', answerType.duration],
    ['Details will be announced soon', answerType.unknownYet],
  ])('%j offers its type', (sentence, type) => expect(typesOffered(sentence) & type).toBe(type));

  test('a statement is not asked', () => {
    expect(isAsked('0-dimensional biomaterials show inductive properties.')).toBe(false);
    expect(isAsked('how do I reset it')).toBe(true);
  });
});

describe('spelling', () => {
  test.each([
    ['acommodation', 'accommodation'],
    ['refudn', 'refund'],
    ['regsitration', 'registration'],
    ['xylophone', undefined],
  ])('%s may stand for %s', (word, expected) => {
    expect(closestWord(word, ['accommodation', 'refund', 'registration', 'parking'])).toBe(expected);
  });

  test('a swap of neighbours is one edit and the limit ends the work', () => {
    expect(editDistance('abcd', 'abdc', 3)).toBe(1);
    expect(editDistance('aaaa', 'bbbb', 2)).toBe(2);
  });
});
