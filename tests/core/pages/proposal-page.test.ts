import { describe, expect, test } from 'vitest';
import type { ProposalContent } from '../../../worker/core/sales/types';
import { brandStyle } from '../../../worker/pages/brand-style';
import { proposalPage } from '../../../worker/pages/proposal-page';
import { winAnsi } from '../../../worker/pages/win-ansi';

const hostile = '"><img src=x onerror=alert(1)></title><script>alert(1)</script>&amp;{{x}}';
const content = (text: string): ProposalContent => ({
  title: text,
  locale: 'en',
  greeting: text,
  packageId: 'pkg_1',
  packageName: text,
  price: { minor: 820_000, currency: 'EUR', earlyBirdUntil: null },
  sections: (['text', 'list', 'price', 'quote'] as const).map((kind) => ({
    id: kind,
    heading: text,
    kind,
    sentences: [{ text, sources: [] }],
  })),
});
const page = (text: string) =>
  proposalPage(content(text), {
    companyName: text,
    event: { name: text, brandColor: text, contactEmail: text },
    notice: text,
    pdfLink: '/p/x/proposal.pdf',
    meetingLink: '/m/x',
    visits: { address: '/p/x/visit', version: 3 },
  });

describe('the page', () => {
  test('escapes every text wherever it goes', () => {
    const html = page(hostile);
    expect(html).not.toMatch(/<img|<script>|onerror=alert\(1\)>|<\/title><script/);
    expect((html.match(/&#60;img src=x/g) ?? []).length).toBeGreaterThan(12);
    expect((html.match(/<script/g) ?? []).length).toBe(1);
  });

  test('has one h1, headings that name their sections, a language and no inline script or style', () => {
    const html = page('Plain');
    expect(html.match(/<h1>/g)?.length).toBe(1);
    expect(html).toContain('<html lang="en">');
    for (const id of ['text', 'list', 'price', 'quote']) expect(html).toContain(`data-section="${id}" aria-labelledby="h-${id}"`);
    expect(html).not.toMatch(/ style=| on\w+=|<style/);
  });

  test('gives a quote to who said it', () => {
    const quoted = {
      ...content('x'),
      sections: [{ id: 'q', heading: '', kind: 'quote' as const, sentences: [{ text: '“A — B.” — Mara, Northlight', sources: [] }] }],
    };
    const html = proposalPage(quoted, {
      ...{ companyName: 'C', event: { name: 'E', brandColor: '#000000', contactEmail: 'a@b.example' }, notice: '' },
      ...{ pdfLink: null, meetingLink: null, visits: null },
    });
    expect(html).toContain('<blockquote><p>“A — B.”</p></blockquote><figcaption>Mara, Northlight</figcaption>');
    expect(html).not.toMatch(/<script|proposal\.pdf|\/m\//);
  });
});

test.each([
  ['0b6e79.css', '#fff'],
  ['f2b705.css', '#000'],
  ['ffffff.css', '#000'],
  ['777777.css', '#000'],
  ['757575.css', '#fff'],
])('%s is written on in %s', (file, color) => expect(brandStyle(file)).toContain(`--on-brand:${color}}`));
test.each(['red.css', '0B6E79.css', '0b6e79', '0b6e79.css}', '../x.css'])('%s is no colour', (file) => expect(brandStyle(file)).toBeNull());

test.each([
  ['plain Ångström – “quoted” €5 … ™', 'plain Ångström – “quoted” €5 … ™'],
  ['Łukasz Żółć, Đorđe, İstanbul, ő', 'Lukasz Zólc, Dorde, Istanbul, o'],
  ['Яндекс, Щука, Київ', 'Yandeks, Shchuka, Kiyiv'],
  ['Αθήνα', 'Athina'],
  ['20\u2009–\u200921 May, 9.500\u202f€', '20 – 21 May, 9.500 €'],
  ['a\u200bb\u202ec', 'abc'],
  ['東京', '??'],
  ['→ ✓ ≤ −5', '-> + <= -5'],
  ['e\u0301', 'é'],
  ['😀', '?'],
])('in the fonts of PDF, %s reads %s', (text, read) => expect(winAnsi(text)).toBe(read));
