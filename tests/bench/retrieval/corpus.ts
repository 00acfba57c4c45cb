import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/install.mjs';
import type { Page } from '../../../worker/core/knowledge/types';
import { questions } from '../questions';

const sectionsOfPage = 20;

/** The same pages at every run: sections of the seeded pages, told apart by names, rooms and numbers that no two share. */
export function manyPages(pages: number): Page[] {
  const folder = join(root, 'seed/knowledge');
  const sections = readdirSync(folder)
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/^## /m).slice(1))
    .flatMap((section) => section.split(/\n\n+/).filter((paragraph) => paragraph.length > 60));
  const random = generator(7);
  const word = () => syllables(random, 2 + Math.floor(random() * 2));
  const vocabulary = Array.from({ length: 6_000 }, word);
  // The more frequent a word, the shorter its place in the list: as words are spread in texts (Zipf).
  const usual = () => vocabulary[Math.floor(vocabulary.length * random() ** 3)] ?? '';
  return Array.from({ length: pages }, (_, n) => {
    const body = Array.from({ length: sectionsOfPage }, () => {
      const section = sections[Math.floor(random() * sections.length)] ?? '';
      const own = Array.from({ length: 12 }, usual).join(' ');
      return `## ${usual()} ${usual()}\n\n${section.trim()}\n\nThe ${own} is number ${Math.floor(random() * 9_000)}.`;
    });
    return { id: `page-${n}`, title: `${usual()} ${usual()}`, markdown: `# ${usual()} ${usual()}\n\n${body.join('\n\n')}` };
  });
}

/** Questions of attendees, some misspelt, some of words that few passages have. */
export function manyQuestions(count: number): string[] {
  const random = generator(11);
  return Array.from({ length: count }, (_, n) => {
    const question = questions[n % questions.length] ?? '';
    const rare = syllables(random, 2);
    if (n % 4 === 1) return question.replace(/([aeiou])(\w)/, '$2$1');
    return n % 4 === 2 ? `${question} And what about ${rare}?` : question;
  });
}

function syllables(random: () => number, count: number): string {
  const one = () => `${'bdfgklmnprstvz'[Math.floor(random() * 14)]}${'aeiou'[Math.floor(random() * 5)]}`;
  return `${Array.from({ length: count }, one).join('')}${'lnrst'[Math.floor(random() * 5)]}`;
}

/** Mulberry32: small, fast, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
