/**
 * The candidate that a misspelt word most likely stands for, or undefined. Candidates share the first letter (or its neighbour swapped); one edit is allowed
 * up to seven letters, two above; a swap of neighbours is one edit (Damerau 1964, optimal string alignment).
 */
export function closestWord(word: string, candidates: Iterable<string>): string | undefined {
  const allowed = word.length <= 7 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > allowed || !plausibleStart(word, candidate)) continue;
    const distance = editDistance(word, candidate, bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function plausibleStart(word: string, candidate: string): boolean {
  return word[0] === candidate[0] || (word[0] === candidate[1] && word[1] === candidate[0]);
}

/** Edits between two words, or `limit` when there are at least that many. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((previous[j] as number) + 1, (row[j - 1] as number) + 1, (previous[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, (before[j - 2] as number) + 1);
      row.push(value);
      if (value < least) least = value;
    }
    if (least >= limit) return limit;
    before = previous;
    previous = row;
  }
  return Math.min(limit, previous[b.length] as number);
}

/** The distinct runs of three letters of a word, as they are searched for. */
export function trigramsOf(word: string): string[] {
  const found = new Set<string>();
  for (let i = 0; i + 3 <= word.length; i++) found.add(word.slice(i, i + 3));
  return [...found];
}
