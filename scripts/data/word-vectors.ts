import { writeFileSync } from 'node:fs';
import { associations } from '../../worker/core/embedded-model/data/associations';
import { kinds, synonyms } from '../../worker/core/embedded-model/data/synonyms';
import { colloquialWords, genericWords } from '../../worker/core/embedded-model/data/term-weights';
import { isStopWord, stemOf } from '../../worker/core/knowledge/languages';
import { concepts } from '../../worker/core/knowledge/lexicon';
import { tokensOf } from '../../worker/core/knowledge/tokens';
import { themes } from '../../worker/core/word-vectors/data/themes';
import { leadingComponents, type SparseRow } from './leading-components';

/**
 * `node scripts/run-ts.mjs scripts/data/word-vectors.ts` writes worker/core/word-vectors/data/vectors.ts. Words are described by the lists of this
 * product that name them (themes, synonyms, kinds, associations, the lexicon of concepts), all written for it and under its own licence: no outside
 * data. The word-by-list matrix is weighted by how short a list is and reduced to its leading components (latent semantic analysis: Deerwester et al.
 * 1990), so that words which never share a list but whose neighbours do come out close. Deterministic: the same lists give the same file.
 */

const dimensions = 96;

/** How much sharing one list of each sort says. */
const trust = { theme: 1, field: 0.35, synonym: 1.2, kind: 0.8, association: 0.6, concept: 1, everyday: 1 } as const;

/** What a phrase is about is told by its other words. */
const empty = new Set(`${colloquialWords} ${genericWords}`.split(/\s+/).map((word) => stemOf(word, 'en')));

const rows = new Map<string, Map<number, number>>();
let lists = 0;

function stemsOf(text: string): string[] {
  return [
    ...new Set(
      tokensOf(text, 'en', 2000)
        .filter((token) => !token.stop && token.stem.length > 1 && !isStopWord(token.stem, 'en'))
        .map((token) => token.stem),
    ),
  ];
}

/** A list of words that have to do with each other. A phrase counts for each of its words that say something, less than a word by itself. */
function describe(texts: readonly string[], weight: number): void {
  const strengths = new Map<string, number>();
  for (const text of texts) {
    const all = stemsOf(text);
    const stems = /\w\W+\w/.test(text.trim()) ? all.filter((stem) => !empty.has(stem)) : all;
    for (const stem of stems) strengths.set(stem, Math.max(strengths.get(stem) ?? 0, 1 / all.length));
  }
  if (strengths.size < 2) return;
  const list = lists++;
  const rarity = 1 / Math.sqrt(Math.log2(2 + strengths.size));
  for (const [stem, strength] of strengths) {
    const row = rows.get(stem) ?? new Map<number, number>();
    row.set(list, weight * rarity * strength);
    rows.set(stem, row);
  }
}

for (const field of themes.trim().split(/\n\s*\n/)) {
  const words: string[] = [];
  for (const line of field.split('\n')) {
    const theme = line.replace(/^[a-z]+: /, '').split(' ');
    describe(theme, trust.theme);
    words.push(...theme);
  }
  describe(words, trust.field);
}
for (const line of synonyms.trim().split('\n')) describe(line.split(','), trust.synonym);
for (const line of kinds.trim().split('\n')) describe(line.split(/[:,]/), trust.kind);
for (const line of associations.trim().split('\n')) describe(line.split(/ : |,/), trust.association);
for (const concept of concepts)
  describe([concept.names, concept.cues].filter(Boolean).join(',').split(','), concept.everyday ? trust.everyday : trust.concept);

const words = [...rows.keys()].filter((word) => /^[a-z0-9]+$/.test(word)).sort();
const matrix: SparseRow[] = words.map((word) => {
  const entries = [...(rows.get(word) ?? [])];
  const length = Math.hypot(...entries.map(([, value]) => value));
  return entries.map(([list, value]) => [list, value / length] as const);
});
const reduced = leadingComponents(matrix, lists, dimensions);
const bytes = new Int8Array(words.length * dimensions);
reduced.forEach((vector, at) => {
  const length = Math.hypot(...vector) || 1;
  vector.forEach((value, dimension) => {
    bytes[at * dimensions + dimension] = Math.round((127 * value) / length);
  });
});

const table = Buffer.from(bytes.buffer).toString('base64');
writeFileSync(
  'worker/core/word-vectors/data/vectors.ts',
  `/** Made by scripts/data/word-vectors.ts from the lists of this product; see there for how. */\nexport const dimensions = ${dimensions};\n\n/** Stems, in the order of the table. */\nexport const words =\n  '${words.join(' ')}';\n\n/** Unit vectors times 127 as signed bytes, a row of ${dimensions} for each word; base64. */\nexport const table =\n  '${table}';\n`,
);
console.log(JSON.stringify({ words: words.length, lists, dimensions, bytes: bytes.length, base64: table.length }));
