/** Pure. What makes two company names one. */

/** Legal forms and words that say no more than "company", without dots and accents. */
const forms = new Set(
  `gmbh ag kg ohg gbr ug se ev eg kgaa mbh co inc incorporated corp corporation company llc llp lp ltd limited plc pbc sa sas sarl sasu eurl snc
  srl rl spa sl slu sociedad ltda eireli bv nv vof cv ab as asa aps oy oyj sp z o oo zoo doo kft zrt pty pte pvt private public kk
  holding group gruppe groupe grupo the haftungsbeschrankt`.split(/\s+/),
);

const connectives = new Set(['and', 'und', 'et', 'y', 'e', 'i', 'en', 'og', 'och']);

/**
 * A name as it is compared: lower case, umlauts in either spelling, without accents and punctuation, legal forms cut from its end and articles from
 * its start. A name that is nothing but such words stays whole.
 */
export function comparableName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/\((?:haftungs)?beschr[^)]*\)/g, ' ')
    .replace(/\bs\.?\s?a\.?\s?r\.?\s?l\.?$/, 'sarl')
    // S.A., s.r.l. and z o.o. are one word each.
    .replace(/\b(?:\p{L}\.\s?){2,}/gu, (letters) => `${letters.replace(/[.\s]/g, '')} `)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/([aou])e/g, '$1')
    .trim()
    .split(' ')
    .filter((word, index) => index === 0 || !connectives.has(word));
  let end = words.length;
  while (end > 1 && forms.has(words[end - 1] ?? '')) end--;
  let start = 0;
  while (start < end - 1 && words[start] === 'the') start++;
  return words.slice(start, end).join(' ');
}
