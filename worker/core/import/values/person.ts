import { fail, ok, type Result } from '../../result';

const suffixes = /^(?:jr|sr|ii|iii|iv|phd|md|esq|inc|ltd|llc|gmbh|ag|co|corp|sa|srl|bv)\.?$/i;

/** A person's name from a whole one or its parts; `Doe, Jane` is turned round. Control characters go, length is at most 200. */
export function readName(whole: string, first: string, last: string): string {
  const name = clean(whole);
  if (name !== '') {
    const turned = /^([^,]{1,80}), ([^,]{1,80})$/.exec(name);
    return turned && !suffixes.test(turned[2] ?? '') ? `${turned[2]} ${turned[1]}` : name;
  }
  return clean(`${first} ${last}`);
}

export function clean(text: string): string {
  return text
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}

/** An e-mail address in lower case, out of `Name <address>` or `mailto:` if need be; '' for an empty cell. */
export function readEmail(value: string): Result<string> {
  let text = clean(value).toLowerCase();
  if (text === '' || text === '-' || text === 'n/a' || text === 'none') return ok('');
  text = (/<([^<>]+)>$/.exec(text)?.[1] ?? text).replace(/^mailto:/, '').trim();
  const valid =
    text.length <= 254 &&
    /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*\.[\p{L}\p{N}-]{2,}$/u.test(
      text,
    );
  return valid && !text.includes('..') && !text.startsWith('.') && !text.includes('.@')
    ? ok(text)
    : fail(`"${value.slice(0, 80)}" is not an e-mail address`);
}
