import { htmlTokens } from '../knowledge/html-tokens';

/** Pure. The text of a mail that came as HTML only, with quotes marked as plain mail marks them. */

const lineBreaks = new Set('p div br tr li ul ol table h1 h2 h3 h4 h5 h6 blockquote hr pre section article'.split(' '));
const voids = new Set('br hr img input meta link area base col embed source track wbr'.split(' '));
/** What is not for reading, and what mail programs mark as signature or as the answered mail. */
const signature = /(?:^|[\s_-])(?:gmail_signature|moz-signature|x?_?signature|ms-outlook-mobile-signature)(?:$|[\s_-])/i;
const history =
  /(?:^|[\s_-])(?:yahoo_quoted|gmail_quote_container|divrplyfwdmsg|appendonsend|olk_src_body_section|protonmail_quote|zmail_extra|history_container)(?:$|[\s_-])/i;
const hiddenStyle =
  /(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden|font-size\s{0,5}:\s{0,5}0(?:px|pt|em|%)?\s{0,5}(?:;|$)|opacity\s{0,5}:\s{0,5}0\s{0,5}(?:;|$))/i;
const longestHtml = 400_000;

export function textOfHtmlMail(html: string): string {
  let text = '';
  let quotes = 0;
  let lineIsNew = true;
  /** Elements that are open inside of one that is left out. */
  let skipping: string[] = [];
  const newLine = () => {
    if (!lineIsNew) text += '\n';
    lineIsNew = true;
  };
  for (const token of htmlTokens(html.slice(0, longestHtml))) {
    if (skipping.length > 0) {
      if (token.kind === 'open' && !voids.has(token.name)) skipping.push(token.name);
      if (token.kind === 'close') {
        const at = skipping.lastIndexOf(token.name);
        if (at >= 0) skipping = skipping.slice(0, at);
      }
      if (skipping.length > 2000) skipping = skipping.slice(0, 1000);
      continue;
    }
    if (token.kind === 'text') {
      const words = token.text.replace(/[\s\u00a0]+/g, ' ');
      if (words === '' || (lineIsNew && words === ' ')) continue;
      text += lineIsNew ? '> '.repeat(Math.min(quotes, 3)) + words.trimStart() : words;
      lineIsNew = false;
      continue;
    }
    const { kind, name } = token;
    if (lineBreaks.has(name)) newLine();
    if (kind === 'close') {
      if (name === 'blockquote') quotes = Math.max(0, quotes - 1);
      if (name === 'p' || name === 'blockquote') text += '\n';
      if (name === 'td' || name === 'th') text += ' ';
      continue;
    }
    const marks = `${token.attributes.get('class') ?? ''} ${token.attributes.get('id') ?? ''}`;
    if (history.test(marks)) return text.trim();
    if (name === 'head' || signature.test(marks) || hiddenStyle.test(token.attributes.get('style') ?? '')) {
      if (!voids.has(name)) skipping = [name];
    } else if (name === 'blockquote') quotes++;
    else if (name === 'br' && text.endsWith('\n')) text += '\n';
  }
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
