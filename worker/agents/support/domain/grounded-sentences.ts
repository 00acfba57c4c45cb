import { type Ground, sentenceProblem } from './ground';

/**
 * Lets the answer of a language model through sentence by sentence, as long as each states only what the run has read:
 * once one does not, nothing more is shown before the finished reply was checked. Pure but for the text it keeps.
 */
export function groundedSentences(ground: () => Ground, emit: (text: string) => void): (piece: string) => void {
  let pending = '';
  let stopped = false;
  return (piece) => {
    if (stopped) return;
    pending += piece;
    for (let end = sentenceEnd(pending); end > 0; end = sentenceEnd(pending)) {
      const sentence = pending.slice(0, end);
      pending = pending.slice(end);
      if (sentenceProblem(sentence, ground()) !== null) {
        stopped = true;
        return;
      }
      emit(sentence);
    }
  };
}

/** Where the first complete sentence ends; 0 while there is none. A stop inside a number or an abbreviation is none. */
function sentenceEnd(text: string): number {
  const match = /[.!?…](?=\s+\S)\s+|\n+/.exec(text);
  return match ? match.index + match[0].length : 0;
}
