import { saysOptOut } from '../contact/opt-out-words';
import { signNames, signs } from './data/signs';

/** Pure. What an answer shows, as numbers: one a sign, then a few of the whole text. */

export const signCount = signNames.length + 6;

/** Lower case, without accents and typographic signs, white space as single blanks. */
export function plainWords(text: string): string {
  return text
    .slice(0, 4000)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/[“”„*_]/g, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** 0 where a sign is missing, 1 where it is there once, 1.5 where two of its patterns are. */
export function signsOf(text: string): Float64Array {
  const plain = plainWords(text);
  const found = new Float64Array(signCount);
  signNames.forEach((name, i) => {
    const hits = signs[name].reduce((sum, pattern) => sum + (pattern.test(plain) ? 1 : 0), 0);
    found[i] = hits === 0 ? 0 : hits === 1 ? 1 : 1.5;
  });
  const at = (name: (typeof signNames)[number]) => found[signNames.indexOf(name)] as number;
  const words = plain === '' ? 0 : plain.split(' ').length;
  const rest = signNames.length;
  found[rest] = saysOptOut(text) ? 1 : 0;
  found[rest + 1] = at('call') > 0 && (at('clock') > 0 || at('day') > 0) ? 1 : 0;
  found[rest + 2] = at('clock') > 0 && at('day') > 0 ? 1 : 0;
  found[rest + 3] = at('price') > 0 && at('asks') > 0 ? 1 : 0;
  found[rest + 4] = words <= 4 ? 1 : 0;
  found[rest + 5] = 1;
  return found;
}
