export interface Span {
  start: number;
  end: number;
}

const abbreviations = new Set(
  'mr mrs ms dr prof st ave rd blvd no nr vs etc eg ie approx incl excl max min tel fax e.g i.e a.m p.m u.s u.k jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun bzw ca z.b u.a inkl zzgl str av sr sra dra'.split(
    ' ',
  ),
);

/** German and Nordic dates: "am 3. Mai", "den 3. juni". */
const monthNext = /^\s(?:jan|feb|mär|mar|apr|mai|maj|jun|jul|aug|sep|okt|nov|dez|des)/i;

/**
 * The sentences of a text as offsets, in order. A sentence ends at `.`, `!`, `?` or `…` before white space, at a blank line, at the end of
 * a list item or table row. Abbreviations, initials, decimals and addresses do not end one. Linear time.
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    const from = skipSpace(text, start, end);
    let to = end;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    if (to > from) spans.push({ start: from, end: to });
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (char === '\n') {
      if (endsLine(text, i)) close(i + 1);
    } else if (char === '.' || char === '!' || char === '?' || char === '…') {
      const end = closers(text, i + 1);
      if ((end >= text.length || isSpace(text.charCodeAt(end))) && !(char === '.' && continues(text, start, i, end))) {
        close(end);
        i = end - 1;
      }
    }
  }
  close(text.length);
  return spans;
}

function closers(text: string, from: number): number {
  let end = from;
  while (end < text.length && '.!?…"\')]”’*_~`'.includes(text[end] as string)) end++;
  return end;
}

/** Whether the full stop at `dot` belongs to an abbreviation, an initial or an enumeration. */
function continues(text: string, start: number, dot: number, end: number): boolean {
  let from = dot;
  while (from > start && !isSpace(text.charCodeAt(from - 1)) && dot - from < 12) from--;
  const word = text
    .slice(from, dot)
    .replace(/^[("'*_[]+/, '')
    .toLowerCase();
  const next = text[skipSpace(text, end, text.length)] ?? '';
  if (/^\d{1,2}$/.test(word) && monthNext.test(text.slice(end, end + 14))) return true;
  if (/^\d{1,3}$/.test(word)) return from === start || text[from - 1] === '\n' || /\p{Ll}/u.test(next) || /\d/.test(next);
  if (/^(?:a\.m|p\.m|etc)$/.test(word)) return !/\p{Lu}/u.test(next);
  return abbreviations.has(word) || /^\p{L}$/u.test(word);
}

function endsLine(text: string, newline: number): boolean {
  const rest = text.slice(newline + 1, newline + 1 + 200);
  return (
    /^[ \t]*(?:\r?\n|$|[-*+•]\s|\d{1,3}[.)]\s|\||#{1,6}\s|>)/.test(rest) ||
    /\|[ \t\r]*$/.test(text.slice(Math.max(0, newline - 8), newline)) ||
    headingLine(text, newline)
  );
}

function headingLine(text: string, newline: number): boolean {
  const start = text.lastIndexOf('\n', newline - 1) + 1;
  return /^ {0,3}#{1,6}\s/.test(text.slice(start, Math.min(newline, start + 12)));
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}
