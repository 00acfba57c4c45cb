import { presentableCompany } from '../proposal/presentable-facts';
import { datesIn, isKnownDate } from './dates';
import { anchorsOf, textOfHtml } from './html-text';
import type { LintContext, LintedMail } from './lint-mail';
import { foreignNames, namesThatMayOccur } from './names';
import { isAllowed, pricesIn } from './prices';

/** What one rule has found: why it must not go out, and the words that it is about. */
export interface Finding {
  text: string;
  at: string;
}

export interface LintRule {
  rule: string;
  find(mail: LintedMail, context: LintContext): Finding[];
}

/** Subject and body, which are read as one. */
const bodyOf = (mail: LintedMail) => `${mail.subject}\n${mail.text}`;

/** Without what stands in records word for word: facts, quotes and names may hold dates, sums and other companies. */
function withoutRecords(text: string, { fromRecords }: LintContext): string {
  let rest = text;
  const spoken = text.toLowerCase().replace(/\s+/g, ' ');
  for (const record of fromRecords.toSorted((a, b) => b.length - a.length)) {
    const words = record.trim().replace(/\.$/, '');
    if (words.length < 2 || !spoken.includes(words.toLowerCase().replace(/\s+/g, ' '))) continue;
    const pattern = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
    rest = rest.replace(new RegExp(pattern, 'giu'), (match) => match.replace(/[^\n]/g, '\u2422'));
  }
  return rest;
}

/** A sponsor may be named as one: in the paragraph that says of which event, not as the one who is written to. */
function wrongCompany(mail: LintedMail, context: LintContext): Finding[] {
  const body = bodyOf(mail);
  const own = namesThatMayOccur(body, [
    context.company.name,
    presentableCompany(context.company.name),
    context.contact?.name ?? '',
    ...context.fromRecords,
  ]);
  const others = namesThatMayOccur(body, context.otherCompanies);
  const sponsors = context.sponsors.filter(({ name }) => body.includes(name));
  return body
    .split('\n')
    .flatMap((paragraph) => {
      const proven = sponsors.filter(({ with: beside }) => beside.every((text) => paragraph.includes(text))).map(({ name }) => name);
      return foreignNames(paragraph, others, [...own, ...proven]);
    })
    .map(({ name, text }) => ({ text: `Names ${name}, but goes to ${context.company.name}.`, at: text }));
}

const greeting =
  /^(?:dear|hello|hi|hey|good (?:morning|afternoon|evening|day)|guten (?:tag|morgen|abend)|hallo|liebe[rs]?|sehr geehrte[rs]?|moin|servus|bonjour|cher|chère|hola|estimad[oa]|olá|caro|cara)\b[ \t]*([^\n,!:]{0,120}?)\s*[,!:]?\s*$/iu;
const forms =
  /^(?:dr|prof|mr|mrs|ms|mx|miss|sir|madam|frau|herr|herrn|damen|und|herren|team|all|everyone|everybody|colleagues|colleague|friends|there|zusammen|kolleginnen|kollegen|kolleg|innen|and|the|at|of|von|van|de|bei|ihr|your|to|again|in|dem|der|das)$/iu;

/** The greeting names the recipient or nobody. */
function wrongRecipient({ text }: LintedMail, { contact, company }: LintContext): Finding[] {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const greeted = greeting.exec(first.trim())?.[1] ?? '';
  const known = new Set([...wordsOf(contact?.name ?? ''), ...wordsOf(company.name)]);
  const strangers = wordsOf(greeted).filter((word) => word.length > 1 && !forms.test(word) && !known.has(word));
  return strangers.length === 0
    ? []
    : [
        {
          text: contact?.name ? `Greets somebody other than ${contact.name}.` : 'Greets somebody whose name is not known.',
          at: first.trim(),
        },
      ];
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

const placeholders: [pattern: RegExp, what: string][] = [
  [
    /\{\{[^}\n]{0,60}\}\}?|\$\{[^}\n]{0,60}\}?|<%[^>\n]{0,60}%>|%%?[A-Z_]{3,30}%%?|\*\|[^|\n]{0,40}\|\*/g,
    'A placeholder was not filled in.',
  ],
  [/\{[\p{L}_][\p{L}\p{N}_. ]{0,40}\}/gu, 'A placeholder was not filled in.'],
  [
    /\[(?:[A-Z][\p{L} _/'’.-]{1,40}|(?:your|the|insert|company|first|last|name|firma|vorname|name)\b[\p{L} _/'’.-]{0,40})\](?!\()/giu,
    'A placeholder in brackets was not filled in.',
  ],
  [/<(?:name|company|first ?name|last ?name|firma|vorname|nachname|event|insert[^>]{0,30})>/gi, 'A placeholder was not filled in.'],
  [/\b(?:undefined|NaN|Invalid Date|\[object \w+\])(?![\w-])|\[object Object\]/g, 'A value is missing.'],
  [/\b(?:[Ll]orem ipsum|TODO|TBD|FIXME|XXX+|dolor sit amet)\b/g, 'It is not finished.'],
  [/(?<=[\p{L}\p{N},;])[ \t]{2,}(?=[\p{L}\p{N}])/gu, 'There are two spaces where something seems to be missing.'],
  [/(?<=[\p{L}\p{N}])[ \t]+[,;.!?](?=\s|$)/gu, 'A space stands before a punctuation mark, as where a name is missing.'],
  [/\([ \t]*\)|“[ \t]*”|„[ \t]*[“”]|"[ \t]*"(?!")/g, 'Brackets or quotation marks are empty.'],
  [/(?:^|\n)(?:dear|hi|hello|liebe|lieber|sehr geehrte[r]?)[ \t]*[,!]/gi, 'The greeting lacks a name.'],
  [/\b(?:at|with|for|from|of|bei|für|mit|von)[ \t]*[.,;!?](?=\s|$)/gi, 'A name seems to be missing at the end of a phrase.'],
];
const nullEnglish = /\bnull\b/g;
/** `null` is German for zero: only where a name would stand. */
const nullGerman = /(?:\b(?:Tag|Hallo|Frau|Herr|bei|für|von|mit|an)\s+null\b|\bnull\s+null\b|\bnull(?=\s*[,.!?]))/g;

function placeholderLeft(mail: LintedMail, context: LintContext): Finding[] {
  const text = bodyOf(mail).replace(/https?:\/\/\S+/g, ' link ');
  const found = placeholders.flatMap(([pattern, what]) => around(text, pattern, what));
  const isGerman = (context.locale ?? 'en').toLowerCase().startsWith('de');
  // A greeting without a name is right where none is known.
  const named = found.filter(({ text: what }) => context.contact?.name || what !== 'The greeting lacks a name.');
  const hello = named.filter(({ text: what, at }) => what !== 'The greeting lacks a name.' || !/hello/i.test(at) || context.contact?.name);
  return [...hello, ...around(text, isGerman ? nullGerman : nullEnglish, 'A value is missing.')];
}

function around(text: string, pattern: RegExp, what: string): Finding[] {
  return [...text.matchAll(pattern)].map((match) => ({
    text: what,
    at: text
      .slice(Math.max(0, match.index - 15), match.index + match[0].length + 15)
      .replace(/\s*\n\s*/g, ' ')
      .trim(),
  }));
}

function brokenLink(mail: LintedMail, context: LintContext): Finding[] {
  const written = [...mail.text.matchAll(/\b(?:https?|ftp|javascript|data|file):[^\s<>"')\]]*/gi)].map(([link]) =>
    link.replace(/[.,;:!?]+$/, ''),
  );
  const found = [...anchorsOf(mail.html), ...written].flatMap((link) => {
    const problem = problemOfLink(link, context);
    return problem ? [{ text: problem, at: link ?? '<a>' }] : [];
  });
  return [...new Map(found.map((one) => [`${one.text} ${one.at}`, one])).values()];
}

function problemOfLink(link: string | null, { hosts }: LintContext): string | null {
  if (link === null || link === '' || link.startsWith('#')) return 'A link leads nowhere.';
  if (/^mailto:/i.test(link)) return /^mailto:[^\s@]+@[^\s@]+\.[^\s@?]+(?:\?|$)/i.test(link) ? null : 'A mail address is not one.';
  if (!/^https?:\/\/[^/]/i.test(link)) return 'A link does not begin with http:// or https://.';
  if (/https?:.*https?:\/\//i.test(link) || /[{}|\\^`<>\s]|%7[bB]|undefined|\bnull\b/.test(link))
    return 'A link is not put together right.';
  if (!URL.canParse(link)) return 'A link cannot be read.';
  const url = new URL(link);
  if (url.username !== '' || url.password !== '') return 'A link holds a name or password.';
  const host = url.hostname.toLowerCase();
  if (hosts.some((allowed) => allowed.toLowerCase() === host)) return null;
  if (/^(?:localhost|127\.|10\.|192\.168\.|0\.0\.0\.0|\[)/.test(host) || /\.(?:local|localhost|internal|lan)$/.test(host))
    return 'A link leads to a machine that only some can reach.';
  return 'A link leads to a host that mails of this event do not lead to.';
}

function unknownPrice(mail: LintedMail, context: LintContext): Finding[] {
  const text = withoutRecords(bodyOf(mail), context);
  const promised = [
    ...text.matchAll(
      /\d{1,3}\s?(?:%|percent|prozent)\s?(?:off|discount|less|rabatt|nachlass|reduction)|(?:discount|rabatt|nachlass|reduction)\s(?:of|von)\s\d{1,3}\s?(?:%|percent|prozent)|\b(?:free of charge|at no cost|for free|kostenlos|gratis|kostenfrei|half price|halber preis|zum halben preis)\b/giu,
    ),
  ];
  return [
    ...pricesIn(text)
      .filter((price) => !isAllowed(price, context.prices))
      .map((price) => ({ text: 'A price that is not in the table of packages.', at: price.text })),
    ...promised.map(([at]) => ({ text: 'A reduction that is not in the table of packages.', at })),
  ];
}

function unknownDate(mail: LintedMail, context: LintContext): Finding[] {
  return datesIn(withoutRecords(bodyOf(mail), context))
    .filter((date) => !isKnownDate(date, context.dates))
    .map((date) => ({ text: 'A date that is not in the records, or not on that weekday.', at: date.text }));
}

function noOptOut({ text, html, headers }: LintedMail, { optOutLink }: LintContext): Finding[] {
  const found: Finding[] = [];
  if (optOutLink === '' || !text.includes(optOutLink))
    found.push({ text: 'The text part lacks the link by which to opt out.', at: 'text' });
  if (optOutLink === '' || !anchorsOf(html).includes(optOutLink))
    found.push({ text: 'The HTML part lacks the link by which to opt out.', at: 'html' });
  const names = new Set(Object.keys(headers ?? {}).map((name) => name.toLowerCase()));
  if (headers && !(names.has('list-unsubscribe') && names.has('list-unsubscribe-post')))
    found.push({ text: 'The header fields of the one-click opt-out are missing (RFC 8058).', at: 'headers' });
  return found;
}

const flat = (text: string) => wordsOf(text).join(' ');

function noPostalAddress({ text, html }: LintedMail, { postalAddress }: LintContext): Finding[] {
  const wanted = flat(postalAddress);
  if (wanted === '') return [{ text: 'There is no postal address of the sender. Add one to the sales settings.', at: 'settings' }];
  return [
    ...(flat(text).includes(wanted) ? [] : [{ text: 'The postal address of the sender is missing.', at: 'text' }]),
    ...(flat(textOfHtml(html)).includes(wanted) ? [] : [{ text: 'The postal address of the sender is missing.', at: 'html' }]),
  ];
}

/** RFC 5322 section 2.1.1 asks for lines of 78 characters. */
const longestSubject = 78;
const mostWords = 350;

function badSubject({ subject }: LintedMail): Finding[] {
  const said = subject.replace(/^(?:(?:re|aw|fwd?|wg)\s*:\s*)+/i, '').trim();
  if (said === '') return [{ text: 'The subject is empty.', at: subject }];
  if (/[\r\n]/.test(subject)) return [{ text: 'The subject has more than one line.', at: subject }];
  return subject.length > longestSubject + 12 ? [{ text: `The subject is longer than ${longestSubject} characters.`, at: subject }] : [];
}

function badLength({ text }: LintedMail): Finding[] {
  const words = wordsOf(text).length;
  if (words < 8) return [{ text: 'The mail says nothing.', at: 'text' }];
  return words > mostWords ? [{ text: `The mail has ${words} words; ${mostWords} are the most.`, at: 'text' }] : [];
}

/** Both parts say the same words; links are shown as addresses in one and as labels in the other. */
function partsDiffer({ text, html }: LintedMail): Finding[] {
  const spoken = (part: string) =>
    wordsOf(part.replace(/https?:\/\/\S+/g, ' '))
      .toSorted()
      .join(' ');
  const same = spoken(text) === spoken(textOfHtml(html));
  const linked = anchorsOf(html).filter((link) => link !== null && /^https?:/i.test(link) && !text.includes(link));
  return [
    ...(same ? [] : [{ text: 'The HTML part does not say what the text part says.', at: 'html' }]),
    ...linked.map((link) => ({ text: 'The text part lacks a link of the HTML part.', at: link ?? '' })),
  ];
}

/** Every rule that keeps a mail of outreach from going out. */
export const lintRules: readonly LintRule[] = [
  { rule: 'wrong_company', find: wrongCompany },
  { rule: 'wrong_recipient', find: wrongRecipient },
  { rule: 'placeholder', find: placeholderLeft },
  { rule: 'broken_link', find: brokenLink },
  { rule: 'unknown_price', find: unknownPrice },
  { rule: 'unknown_date', find: unknownDate },
  { rule: 'no_opt_out', find: noOptOut },
  { rule: 'no_postal_address', find: noPostalAddress },
  { rule: 'bad_subject', find: badSubject },
  { rule: 'bad_length', find: badLength },
  { rule: 'parts_differ', find: partsDiffer },
];

/** What a person may want to change, without keeping the mail from going out. */
export const adviceRules: readonly LintRule[] = [
  {
    rule: 'shouting',
    find: (mail) =>
      [...bodyOf(mail).matchAll(/\b\p{Lu}{4,}(?:\s+\p{Lu}{3,}){1,}\b|!{2,}|\b\p{Lu}{4,}!/gu)].map(([at]) => ({
        text: 'It reads as shouting.',
        at,
      })),
  },
  {
    rule: 'spam_words',
    find: (mail) =>
      [
        ...bodyOf(mail).matchAll(
          /\b(?:act now|limited time|once in a lifetime|100% free|risk[- ]free|no obligation|guaranteed?|don't miss|last chance|exclusive deal|click here|buy now|winner|congratulations|jetzt zugreifen|nur heute|letzte chance|garantiert|einmalige gelegenheit|hier klicken)\b/giu,
        ),
      ].map(([at]) => ({ text: 'Filters and people take this for advertising.', at })),
  },
];
