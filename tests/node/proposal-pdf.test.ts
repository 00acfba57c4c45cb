import { extractText, getMeta } from 'unpdf';
import { expect, test } from 'vitest';
import type { ProposalContent } from '../../worker/core/sales/types';
import { proposalPdf } from '../../worker/pages/proposal-pdf';

const now = Date.parse('2026-11-22T12:00:00Z');
const frame = {
  companyName: 'Brightwave',
  event: { name: 'Tidewater 2027', brandColor: '#0b6e79', contactEmail: 'hello@tidewater.example' },
  notice: '',
};
const section = (id: string, kind: ProposalContent['sections'][number]['kind'], ...texts: string[]) => ({
  id,
  heading: `Heading of ${id}`,
  kind,
  sentences: texts.map((text) => ({ text, sources: [] })),
});
const content = (sections: ProposalContent['sections'], over: Partial<ProposalContent> = {}): ProposalContent => ({
  ...{ title: 'Brightwave at Tidewater', locale: 'de-DE', greeting: 'Guten Tag,', packageId: 'p', packageName: 'Current' },
  ...{ price: { minor: 820_000, currency: 'EUR', earlyBirdUntil: null }, sections },
  ...over,
});
const pagesOf = async (bytes: Uint8Array) =>
  (await extractText(bytes.slice(), { mergePages: false })).text.map((text) => text.replace(/\s+/g, ' '));

test('it holds every word of the proposal, its language, its title and page numbers', async () => {
  const bytes = await proposalPdf(
    content([
      section('fit', 'text', 'One.', 'Two.'),
      section('list', 'list', 'A stand'),
      section('price', 'price', 'It costs 8.200 €.'),
      section('voices', 'quote', '“Good.” — Łukasz'),
    ]),
    frame,
    now,
  );
  const pages = await pagesOf(bytes);
  const text = pages.join(' ');
  for (const words of [
    'Tidewater 2027',
    'Vorschlag für Brightwave',
    'Brightwave at Tidewater',
    'Guten Tag,',
    'One. Two.',
    'A stand',
    'Current',
    '8.200 €',
    '“Good.” — Lukasz',
    'hello@tidewater.example',
  ])
    expect(text).toContain(words);
  expect(pages.map((page, at) => page.includes(`Seite ${at + 1} von ${pages.length}`))).toEqual(pages.map(() => true));
  const { info } = await getMeta(bytes.slice());
  expect([info.Title, info.Language, info.Author]).toEqual(['Brightwave at Tidewater', 'de-DE', 'Tidewater 2027']);
});

test('a long proposal goes on over pages and loses no word; a word wider than the page is broken', async () => {
  const words = Array.from({ length: 2500 }, (_, n) => `word${n}`);
  const sentences = Array.from({ length: 25 }, (_, n) => words.slice(n * 100, n * 100 + 100).join(' '));
  const wide = 'm'.repeat(300);
  const bytes = await proposalPdf(
    content([
      section('fit', 'text', ...sentences),
      section('list', 'list', wide, ...sentences.slice(0, 5)),
      section('said', 'quote', ...sentences.slice(0, 3)),
    ]),
    frame,
    now,
  );
  const pages = await pagesOf(bytes);
  expect(pages.length).toBeGreaterThan(4);
  const text = pages.join(' ');
  for (const word of words) expect(text).toContain(word);
  expect(text.replace(/ /g, '')).toContain(wide);
});

test('the same proposal gives the same bytes', async () => {
  const one = content([section('fit', 'text', 'One.')]);
  expect(Buffer.from(await proposalPdf(one, frame, now)).equals(Buffer.from(await proposalPdf(one, frame, now)))).toBe(true);
});

test('texts at their longest, without spaces or in other scripts, neither throw nor leave the page', async () => {
  const long = 'Ж'.repeat(1000);
  const bytes = await proposalPdf(
    content([section('fit', 'price', long, '東京'.repeat(200))], { title: 'T'.repeat(160), packageName: 'P'.repeat(120), greeting: '' }),
    {
      ...frame,
      companyName: 'C'.repeat(200),
      notice: 'N'.repeat(200),
      event: { ...frame.event, name: 'E'.repeat(200), brandColor: 'red' },
    },
    now,
  );
  expect((await pagesOf(bytes)).length).toBeGreaterThan(0);
});
