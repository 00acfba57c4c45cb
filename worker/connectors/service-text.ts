/**
 * A sentence of a service for our records: short, on one line, and without mail addresses, so that a person who is erased
 * does not live on in an error message.
 */
export function serviceText(text: string, longest = 200): string {
  return text
    .replace(/(?<![^\s@<>"'():;,])[^\s@<>"'():;,]+@[^\s@<>"'():;,]+/g, '(address)')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longest);
}
