import { remembered } from '../remembered';
import { hiddenMessage, readable, withoutDisguise, withoutHidden } from './hidden-characters';
import { families } from './suspicious-patterns';

export interface Suspicion {
  /** 0 and up. */
  score: number;
  /** Families that were recognised, for people. */
  reasons: string[];
}

/** Longer texts are read in their beginning, and piece by piece where they are passages. */
const longest = 20_000;

/**
 * How much a text looks like instructions to a language model, in plain sight or disguised: hidden characters, look-alike
 * letters, letters set apart, digits for letters, Base64, hexadecimal, percent signs, ROT13, written backwards. Pure. A
 * defence in depth: nothing relies on it alone.
 */
export function suspicionOf(text: string): Suspicion {
  const cut = text.slice(0, longest);
  const plain = withoutDisguise(cut).toLowerCase();
  const foreign = readable(cut).toLowerCase();
  const versions = foreign === plain ? [plain] : [plain, foreign];
  const disguised = disguises(cut, plain);
  const found = weighed([...versions, ...disguised]);
  const reasons = [...found.keys()];
  let score = [...found.values()].reduce((sum, weight) => sum + weight, 0);
  const hidden = cut.length - withoutHidden(cut).length;
  const orders = (texts: string[]) => sum(weighed(texts)) >= threshold;
  if (hiddenMessage(cut).length > 3 || (disguised.length > 0 && orders(disguised) && !orders(versions))) {
    score += threshold;
    reasons.push('is disguised');
  } else if (hidden > 8 && hidden > cut.length / 200) {
    score += threshold / 2;
    reasons.push('has hidden characters');
  }
  return { score, reasons };
}

/** From this score on. Orders to a model reach it with one clear phrase; ordinary mails reach half of it at most. */
const threshold = 0.7;

export function isSuspicious(text: string): boolean {
  return text.length <= longestRemembered ? suspiciousOnce(text) : suspicionOf(text).score >= threshold;
}

/** Every turn of a conversation looks again at what was said before. */
const suspiciousOnce = remembered((text: string) => suspicionOf(text).score >= threshold, 200);
const longestRemembered = 2000;

/** The weight of each family that speaks: its strongest phrase, and half of the next. */
function weighed(texts: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { name, hits } of families) {
    const weights = hits.filter(([pattern]) => texts.some((text) => pattern.test(text))).map(([, weight]) => weight);
    weights.sort((a, b) => b - a);
    if (weights.length > 0) found.set(name, (weights[0] ?? 0) + (weights[1] ?? 0) / 2);
  }
  return found;
}

function sum(weights: ReadonlyMap<string, number>): number {
  return [...weights.values()].reduce((total, weight) => total + weight, 0);
}

/** What the text says when it is read as somebody who hides something may have meant it; only readings that differ. */
function disguises(text: string, plain: string): string[] {
  const versions: string[] = [];
  const hidden = hiddenMessage(text);
  if (hidden) versions.push(hidden.toLowerCase());
  const spaced = plain.replace(
    /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][\s.*_-]{1,2}){4,}[\p{L}\p{N}](?![\p{L}\p{N}])/gu,
    (run) =>
      ` ${run
        .replace(/[\s.*_-]{2}/g, '\u0001')
        .replace(/[\s.*_-]/g, '')
        .replaceAll('\u0001', ' ')} `,
  );
  if (spaced !== plain) versions.push(spaced.replace(/\s+/g, ' '));
  const marked = plain.replace(/[*_~`]+/g, '').replace(/<!--|-->/g, ' ');
  if (marked !== plain) versions.push(marked);
  if (/\p{L}[013457@$]\p{L}|\b[013457@$]\p{L}{2}/u.test(plain)) versions.push(plain.replace(/[013457@$]/g, (sign) => leet[sign] ?? sign));
  for (const [chunk] of text.matchAll(/[A-Za-z0-9+/_-]{24,}={0,2}/g)) {
    const decoded = fromBase64(chunk);
    if (decoded) versions.push(decoded.toLowerCase());
  }
  for (const [chunk] of text.matchAll(/(?:[0-9a-f]{2}[\s:]?){16,}/gi)) versions.push(printable(fromHex(chunk)).toLowerCase());
  if (/(?:%[0-9a-f]{2}){3,}/i.test(text)) versions.push(percentDecoded(text).toLowerCase());
  if (/&#x?[0-9a-f]{2,6};/i.test(text))
    versions.push(
      plain.replace(/&#(x?)([0-9a-f]{1,6});?/gi, (_, hex, code) => codePoint(Number.parseInt(code, hex ? 16 : 10)).toLowerCase()),
    );
  if (/\\u[0-9a-f]{4}|\\x[0-9a-f]{2}/i.test(text))
    versions.push(plain.replace(/\\[ux]([0-9a-f]{2,4})/gi, (_, code) => codePoint(Number.parseInt(code, 16)).toLowerCase()));
  if (/\b(?:vtaber|cerivbhf|vafgehpgvba|flfgrz|nffvfgnag)/.test(plain)) versions.push(rotated(plain));
  if (/(?:erongi|snoitcurtsni|tpmorp|metsys)/.test(plain)) versions.push([...plain].reverse().join(''));
  return versions;
}

const leet: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' };

function fromBase64(chunk: string): string | null {
  try {
    const text = atob(chunk.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
    const shown = printable(text);
    return shown.length >= text.length * 0.9 && / /.test(shown) ? shown : null;
  } catch {
    return null;
  }
}

function fromHex(chunk: string): string {
  return (chunk.replace(/[\s:]/g, '').match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('');
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e\n]/g, '');
}

function percentDecoded(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

function codePoint(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function rotated(text: string): string {
  return text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));
}
