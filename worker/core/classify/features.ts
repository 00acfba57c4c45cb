/**
 * Pure. What a short text is made of: words, pairs of neighbouring words, and pieces of words, which see through typing
 * errors, inflection and compounds. Kinds are kept apart, so that none drowns another.
 */

export const featureKinds = ['word', 'pair', 'piece'] as const;
export type FeatureKind = (typeof featureKinds)[number];

const pieceLengths = [3, 4];
/** Longer texts are read this far: what somebody wants stands near the beginning. */
const mostWords = 160;
const longestWord = 30;

export type Features = Record<FeatureKind, string[]>;

/** Features in order of appearance, with repetitions. */
export function featuresOf(tokens: readonly string[]): Features {
  const pair: string[] = [];
  for (let i = 0; i <= tokens.length; i++) pair.push(`${tokens[i - 1] ?? '^'} ${tokens[i] ?? '$'}`);
  // The word in between may be any: "cancel my transfer" and "cancel the transfer" share a pair.
  for (let i = 0; i + 2 < tokens.length; i++) pair.push(`${tokens[i]} * ${tokens[i + 2]}`);
  const piece: string[] = [];
  for (const token of tokens) {
    const padded = `<${token}>`;
    for (const length of pieceLengths) for (let i = 0; i + length <= padded.length; i++) piece.push(padded.slice(i, i + length));
  }
  return { word: [...tokens], pair, piece };
}

/** Lower-case words without accents, numbers as their number of digits, and the signs that carry meaning. */
export function tokensOf(text: string): string[] {
  const plain = text
    .slice(0, 4000)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[’'`´ʼ‘]/g, '');
  const tokens = (plain.match(/\p{L}+|\p{N}+|[?!$€£%]/gu) ?? []).slice(0, mostWords);
  return tokens.map((token) =>
    /^\p{N}/u.test(token) && token.length > 2 ? '0'.repeat(Math.min(token.length, 6)) : token.slice(0, longestWord),
  );
}
