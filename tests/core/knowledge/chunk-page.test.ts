import { describe, expect, test } from 'vitest';
import { chunkPage, passageSize } from '../../../worker/core/knowledge/chunk-page';
import { sentencesOf } from '../../../worker/core/knowledge/sentences';

const page = (markdown: string) => ({ id: 'p', title: 'Page', markdown });
const textsOf = (markdown: string) => chunkPage(page(markdown)).map((passage) => passage.text);
const sentence = (n: number) => `Sentence number ${n} says something about the mill, at 9.30 a.m. or so, near St. Anne.`;

describe('chunkPage', () => {
  test('a passage is exactly a slice of its page and knows the headings above it', () => {
    const markdown = '# Fest\n\nHello.\n\n## Tickets\n\n### Refunds\n\nFull refund until May 1.\n\n## Food\n\n- Soup\n- Bread\n';
    const passages = chunkPage(page(markdown));
    for (const { text, start, end } of passages) expect(markdown.slice(start, end)).toBe(text);
    expect(passages.map((passage) => passage.headingPath)).toEqual([['Fest'], ['Fest', 'Tickets', 'Refunds'], ['Fest', 'Food']]);
    expect(passages.map((passage) => passage.kind)).toEqual(['prose', 'prose', 'list']);
  });

  test('no sentence of a long text is ever split', () => {
    const paragraph = Array.from({ length: 60 }, (_, n) => sentence(n)).join(' ');
    const texts = textsOf(`# Terms\n\n${paragraph}`);
    expect(texts.length).toBeGreaterThan(3);
    for (let n = 0; n < 60; n++) expect(texts.some((text) => text.includes(sentence(n)))).toBe(true);
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(passageSize.most + 200);
  });

  test('a long table is cut between rows only, a long list between items only', () => {
    const rows = Array.from({ length: 80 }, (_, n) => `| Ticket ${n} | €${n} | for those who come on day ${n} |`);
    const items = Array.from({ length: 80 }, (_, n) => `- Item ${n}\n  goes on over a second line`);
    const texts = textsOf(
      `# Prices\n\n| Type | Price | Who |\n| --- | --- | --- |\n${rows.join('\n')}\n\n# Rules\n\nBring:\n\n${items.join('\n')}`,
    );
    for (const whole of [...rows, ...items]) expect(texts.some((text) => text.includes(whole))).toBe(true);
    expect(texts.some((text) => text.includes('Bring:') && text.includes('- Item 0'))).toBe(true);
  });

  test.each([
    ['a heading', '## Can I bring my dog?\n\nYes, on a leash.\n\n## Is there parking?\n\nBehind the mill.'],
    ['a bold line', '**Can I bring my dog?**\n\nYes, on a leash.\n\n**Is there parking?**\n\nBehind the mill.'],
    ['a marked line', 'Q: Can I bring my dog?\n\nA: Yes, on a leash.\n\nQ: Is there parking?\n\nA: Behind the mill.'],
  ])('a question that is %s makes one passage with its answer', (_, markdown) => {
    const passages = chunkPage(page(markdown));
    expect(passages.map((passage) => [passage.kind, passage.headingPath.at(-1)])).toEqual([
      ['faq', 'Can I bring my dog?'],
      ['faq', 'Is there parking?'],
    ]);
    expect(passages[0]?.text).toContain('on a leash');
  });

  test('front matter, comments and link definitions are no passages', () => {
    expect(textsOf('---\ntitle: x\n---\n\n<!-- hidden -->\n\nHello there.\n\n[a]: https://example.org\n')).toEqual(['Hello there.']);
  });

  test('hostile and empty input gives passages in bounded time', () => {
    expect(textsOf('')).toEqual([]);
    for (const unit of ['#', '|', '- ', '`', '>', '**', '[', '\n', '. ', 'a?']) {
      const markdown = unit.repeat(100_000);
      for (const { start, end, text } of chunkPage(page(markdown))) expect(markdown.slice(start, end)).toBe(text);
    }
  });
});

describe('sentencesOf', () => {
  test.each([
    ['It opens at 9 a.m. on Friday. Bring water!', ['It opens at 9 a.m. on Friday.', 'Bring water!']],
    ['Meet Dr. Lee at St. Anne. It costs 2.50 euros.', ['Meet Dr. Lee at St. Anne.', 'It costs 2.50 euros.']],
    ['Am 3. Mai um 10 Uhr. Ende offen.', ['Am 3. Mai um 10 Uhr.', 'Ende offen.']],
    ['One\nline.\n\nNext', ['One\nline.', 'Next']],
    ['- first item\n- second item', ['- first item', '- second item']],
    ['See https://a.example/x.html for more. Ok?', ['See https://a.example/x.html for more.', 'Ok?']],
  ])('%j', (text, expected) => {
    expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
