/** Pure. The name that all editions of an event share: lower case, without year and punctuation; `Example Days '26` and `Example Days 2027` are one. */
export function seriesOf(eventName: string): string {
  return eventName
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?:\b(?:19|20)\d\d|['’]\d\d)\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
