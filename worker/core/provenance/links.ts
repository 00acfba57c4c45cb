import { remembered } from '../remembered';
import { readable } from './hidden-characters';
import { hostOf, isForeignHost } from './hosts';

/** Everything in outgoing text that leads somewhere, found the way mail programs, browsers and chat windows find it, and more. Pure. */
export interface FoundLink {
  kind: 'link' | 'address' | 'script';
  /** As found, shortened; for people. */
  text: string;
  /** Lower case, in Punycode; null where there is none (`javascript:`, `data:`, a relative path). */
  host: string | null;
}

export interface Allowed {
  /** `example.org` stands for itself and its `www.`; `*.example.org` for everything below it as well. */
  hosts: readonly string[];
  /** Domains whose addresses may be named. */
  mailDomains: readonly string[];
  /** Single addresses that may be named, lower case. */
  addresses: readonly string[];
}

/** What leads outside the allowed hosts and domains, each once. */
export function foreignLinks(text: string, form: 'text' | 'html', allowed: Allowed): FoundLink[] {
  const found = form === 'html' ? linksInHtml(text) : linksInText(text);
  const foreign = found.filter((link) => {
    if (link.kind === 'script') return true;
    if (link.host === null) return false;
    if (link.kind === 'link') return isForeignHost(link.host, allowed.hosts);
    return !allowed.addresses.includes(link.text.toLowerCase()) && isForeignHost(link.host, allowed.mailDomains);
  });
  return [...new Map(foreign.map((link) => [`${link.kind} ${link.host} ${link.text}`, link])).values()];
}

const scheme = /(?:\b|^)(?:h(?:tt|xx|XX)ps?|ftps?|wss?):[\\/]{0,3}[^\s<>"'`)\]}|]+/gi;
const dangerous = /\b(?:javascript|vbscript|data|file|blob|about|intent|ms-\w+):(?=\S)[^\s<>"')\]]{0,200}/gi;
const protocolRelative = /(?<![:\w/\\])[\\/]{2}(?=[\p{L}\p{N}-]+\.)[^\s<>"'`)\]}|]+/giu;
const address = /(?:mailto:\s?)?[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){0,8}[\p{L}\p{N}-]{1,63}/giu;
const bareHost =
  /(?<![@\p{L}\p{N}._/-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}[\p{L}][\p{L}\p{N}-]{1,62}(?![\p{L}\p{N}@-])(?:[:/?#][^\s<>"'`)\]}|]*)?/giu;
const numericHost = /(?<![\d.,:/-])(?:\d{1,3}\.){3}\d{1,3}(?![\d.,])(?:[:/][^\s<>"'`)\]}|]*)?/g;

export function linksInText(raw: string): readonly FoundLink[] {
  return raw.length <= longestRemembered ? linksOnce(raw) : linksIn(raw);
}

/** The same quotes and the event's own words stand in many answers. */
const linksOnce = remembered((raw: string) => linksIn(raw), 200);
const longestRemembered = 2000;

function linksIn(raw: string): FoundLink[] {
  const text = refanged(readable(raw));
  const found: FoundLink[] = [];
  const taken: [number, number][] = [];
  const free = (from: number, to: number) => !taken.some(([start, end]) => from < end && to > start);
  const collect = (pattern: RegExp, read: (match: string) => FoundLink | null) => {
    for (const match of text.matchAll(pattern)) {
      const to = match.index + match[0].length;
      if (!free(match.index, to)) continue;
      const link = read(match[0]);
      if (!link) continue;
      taken.push([match.index, to]);
      found.push(link);
    }
  };
  collect(scheme, (match) => ({ kind: 'link', text: short(match), host: hostOf(match) }));
  collect(dangerous, (match) => (isRealScheme(match) ? { kind: 'script', text: short(match), host: null } : null));
  collect(address, (match) => addressIn(match));
  collect(protocolRelative, (match) => ({ kind: 'link', text: short(match), host: hostOf(match) }));
  collect(numericHost, (match) => ({ kind: 'link', text: short(match), host: hostOf(match) }));
  collect(bareHost, (match) => {
    const host = hostOf(match);
    return host !== null && looksRegistered(host, match) ? { kind: 'link', text: short(match), host } : null;
  });
  return found;
}

/** Attributes, style sheets and the text between the tags; comments and what scripts hold are read as text. */
export function linksInHtml(raw: string): FoundLink[] {
  const html = raw.replace(/<!doctype[^>]*>/gi, '');
  const found: FoundLink[] = [];
  for (const [, name = '', quoted = '', single = '', bare = ''] of html.matchAll(attribute)) {
    const value = decoded(quoted || single || bare);
    if (/^xmlns/i.test(name) || value.trim() === '') continue;
    if (leading.has(name.toLowerCase())) found.push(...leads(value));
    else if (name.toLowerCase() === 'srcset') for (const part of value.split(',')) found.push(...leads(part.trim().split(/\s/)[0] ?? ''));
    else if (/^on/i.test(name)) found.push({ kind: 'script', text: short(`${name}=${value}`), host: null });
    else found.push(...styleLinks(value), ...linksInText(value));
  }
  if (/<\s*(?:script|iframe|object|embed|form|base)\b/i.test(html)) found.push({ kind: 'script', text: 'active content', host: null });
  for (const [, sheet = ''] of html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)) found.push(...styleLinks(decoded(sheet)));
  const text = html
    .replace(/<style[^>]*>[\s\S]*?<\/style>/gi, ' ')
    .replace(/<!--|-->/g, ' ')
    .replace(/<\/?(?:a|b|i|u|em|strong|span|font|small|wbr|mark|code)\b[^>]*>/gi, '')
    .replace(/<[^>]*>/g, ' ');
  return [...found, ...linksInText(decoded(text))];
}

const attribute = /([a-z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const leading = new Set('href src action formaction poster background data cite ping longdesc xlink:href manifest codebase'.split(' '));

/** The value of an attribute that leads somewhere: what has no host stays within the page and is no matter. */
function leads(value: string): FoundLink[] {
  const target = readable(value)
    .replace(/[\t\n\r]/g, '')
    .trim();
  if (/^(?:cid:|#|tel:)/i.test(target) || target === '') return [];
  if (/^mailto:/i.test(target)) {
    const addresses = decodeURIComponentSafely(target.slice(7))
      .split(/[,?&=;]/)
      .flatMap((part) => (part.includes('@') ? [addressIn(part)] : []));
    return addresses.filter((link) => link !== null);
  }
  if (/^(?:https?|ftps?|wss?):/i.test(target) || /^[\\/]{2}/.test(target))
    return [{ kind: 'link', text: short(target), host: hostOf(target) ?? 'unreadable' }];
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return [{ kind: 'script', text: short(target), host: null }];
  return [];
}

function styleLinks(value: string): FoundLink[] {
  const unescaped = value.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code) =>
    String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code, 16))),
  );
  const urls = [...unescaped.matchAll(/url\(\s*["']?([^"')]*)["']?\s*\)|@import\s+["']([^"']+)["']|image-set\(\s*["']([^"']+)["']/gi)];
  return urls.flatMap(([, url, imported, set]) => leads(url ?? imported ?? set ?? ''));
}

function addressIn(match: string): FoundLink | null {
  const at = match.lastIndexOf('@');
  const host = hostOf(match.slice(at + 1));
  return host === null ? null : { kind: 'address', text: short(match.replace(/^mailto:\s?/i, '')), host };
}

/** `data: 5` in a sentence is no scheme; `data:text/html` is. */
function isRealScheme(match: string): boolean {
  return (
    !/^(?:data|file|about|blob|intent):/i.test(match) ||
    /^(?:data:[\w+-]+\/|data:[^,]{0,60},|file:[\\/]|blob:http|about:\w|intent:[\\/])/i.test(match)
  );
}

/** `evil[.]com`, `evil (dot) com` and `eve (at) evil.com` are read as what they stand for. */
function refanged(text: string): string {
  return text
    .replace(/\s?[[({]\s?(?:\.|dot|punkt|point|punto|ponto)\s?[\])}]\s?/gi, '.')
    .replace(/\s?[[({]\s?(?:@|at|arroba)\s?[\])}]\s?/gi, '@')
    .replace(/(?<=[\p{L}\p{N}])\s(?:dot)\s(?=(?:com|org|net|io|example|test|dev|app|co)\b)/giu, '.')
    .replace(/%2e/gi, '.')
    .replace(/%2f/gi, '/')
    .replace(/%3a/gi, ':');
}

/** Whether a bare word with dots is a host and not a file, a version, an abbreviation or a full stop without its space. */
function looksRegistered(host: string, written: string): boolean {
  const labels = host.split('.');
  const top = labels.at(-1) ?? '';
  const name = labels.at(-2) ?? '';
  if (top.startsWith('xn--')) return foreignTop.test(written);
  if (name.length < 2 || /^\d+$/.test(name) || noTop.has(top)) return false;
  if (commonTop.has(top)) return true;
  const path = /[/?#]/.test(written);
  // A country's ending may be a word: "doors open.At nine" is none, "bit.ly" is.
  return /^[a-z]{2}$/.test(top) && (path || (written === written.toLowerCase() && !wordsLikeCountries.has(top)));
}

const commonTop = new Set(
  (
    'com org net edu gov mil int info biz name pro mobi asia jobs travel cat io ai app dev web xyz online site website store shop tech cloud space live life world today news blog media events event tickets ' +
    'club group team network agency digital studio design email support help social chat link click top win vip fun icu buzz rest bar art film music tv me cc co gg ly to ws fm am page pages zip mov foo bot ' +
    'finance bank money cash credit loan pay exchange market markets trade trading capital fund ventures solutions services systems software center zone wiki one best plus pink red blue green black ' +
    'eu us uk de at ch fr nl be lu es pt it ie dk se no fi is pl cz sk hu ro bg gr hr si ee lv lt ru ua by tr il ae sa in pk cn hk tw jp kr sg my th vn id ph au nz za ng ke eg br ar mx cl pe ca ' +
    'example test invalid localhost local internal lan home onion'
  )
    .split(' ')
    .filter((top) => !'at be is it in no me to am my id'.split(' ').includes(top)),
);
const wordsLikeCountries = new Set('at be is it in no me to am my id as by do so us my mr ms st la de el en al ma pa et'.split(' '));

/** Endings of files that look like a country's. */
const noTop = new Set(['ts', 'js', 'db', 'wp', 'md']);
const foreignTop =
  /\.(?:рф|рус|онлайн|сайт|москва|дети|орг|ком|бг|бел|укр|срб|ею|мкд|қаз|中国|中國|公司|网络|网址|在线|香港|台灣|한국|भारत|مصر|امارات|السعودية)(?![\p{L}\p{N}])/iu;

function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_, code) => character(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});?/g, (_, code) => character(Number(code)))
    .replace(
      /&(colon|sol|period|commat|num|quest|tab|newline|lpar|rpar|quot|apos|lt|gt|nbsp|amp);/gi,
      (_, name: string) => entities[name.toLowerCase()] ?? ' ',
    );
}

const entities: Record<string, string> = {
  colon: ':',
  sol: '/',
  period: '.',
  commat: '@',
  num: '#',
  quest: '?',
  lpar: '(',
  rpar: ')',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  amp: '&',
};

function character(code: number): string {
  return code <= 0x10ffff && code > 0 ? String.fromCodePoint(code) : '';
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
