/** A sentence as part of another line: without its full stop. Pure. */
export const clauseOf = (sentence: string) => sentence.replace(/\.$/, '');
