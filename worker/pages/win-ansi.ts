/** Text for the standard fonts of PDF, which know the signs of Windows-1252 alone. Pure. */

const beyondLatin1 = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');
const pairs = (text: string) => Object.fromEntries(text.split(' ').map((pair) => [pair[0], pair.slice(1)]));
const spelled: Record<string, string> = {
  ...pairs(
    'łl ŁL đd ĐD ħh ħh ıi ŀl ŋng ŊNG ŧt ŦT ſs ∙· •• −- ‐- ‑- ‒– ―— ‛‘ ′’ ″” ⁄/ →-> ←<- ↔<-> ≈~ ≠!= ≤<= ≥>= ×× ✓+ ✔+ ★* ☆* №No. ₂2 ₃3',
  ),
  ...pairs('аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ьʼ эe юyu яya іi їyi єye ґg ўu'),
  ...pairs('αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo'),
};

/** Every sign that the fonts lack is replaced by what is read instead of it, and what cannot be by a question mark. */
export function winAnsi(text: string): string {
  let result = '';
  for (const sign of text
    .normalize('NFC')
    .replace(/[\u2000-\u200a\u202f\u205f\u3000\t\r\n]/g, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, ''))
    result += known(sign) ? sign : replaced(sign);
  return result;
}

function known(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  return (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff) || beyondLatin1.has(sign);
}

function replaced(sign: string): string {
  const lower = sign.toLowerCase();
  const direct = spelled[sign];
  if (direct !== undefined) return [...direct].every(known) ? direct : '';
  const cased = spelled[lower];
  if (cased !== undefined) return `${(cased[0] ?? '').toUpperCase()}${cased.slice(1)}`;
  const bare = sign.normalize('NFKD').replace(/\p{M}/gu, '');
  if (bare !== sign) return [...bare].map((part) => (known(part) ? part : (spelled[part] ?? spelled[part.toLowerCase()] ?? '?'))).join('');
  return /\p{C}|\p{M}/u.test(sign) ? '' : '?';
}
