/** A header as words to compare: lower case, no accents, no punctuation (`#` stays), `e-mail` as `email`; a unit or remark in brackets dropped. */
export function normaliseHeader(header: string): string {
  const plain = header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\be[-\s]mail/g, 'email');
  const words = (text: string) =>
    text
      .replace(/[*:](?:in|innen)\b/g, '')
      .replace(/[^\p{L}\p{N}#]+/gu, ' ')
      .trim();
  return words(plain.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')) || words(plain);
}
