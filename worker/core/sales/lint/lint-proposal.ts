import { presentableCompany } from '../proposal/presentable-facts';
import { priceNow, pricesOf } from '../proposal/price-now';
import { type ClaimRecords, sourceText } from '../proposal/source-text';
import type { ProposalContent, ProposalSentence } from '../types';
import { datesIn, isKnownDate } from './dates';
import type { Lint, LintContext } from './lint-mail';
import { foreignNames, namesThatMayOccur } from './names';
import { isAllowed, pricesIn } from './prices';

/**
 * What keeps a proposal, as a person has edited it, from going out: a price that is not the table's, sums and dates that
 * no record holds, other companies' names, and sentences that say more than the records they name. Pure.
 */
export function lintProposal(content: ProposalContent, records: ClaimRecords, wholeContext: LintContext, now: number): Lint[] {
  const all = [
    content.title,
    ...content.sections.flatMap(({ heading, sentences }) => [heading, ...sentences.map(({ text }) => text)]),
  ].join('\n');
  const context = { ...wholeContext, otherCompanies: namesThatMayOccur(all, wholeContext.otherCompanies) };
  const lints: Lint[] = priceLints(content, records, now);
  for (const { heading, sentences } of content.sections)
    for (const sentence of [{ text: heading, sources: [] }, ...sentences]) lints.push(...sentenceLints(sentence, records, context));
  return [...lints, ...sentenceLints({ text: content.title, sources: [] }, records, context), ...greetingLints(content, context)];
}

function priceLints({ packageId, packageName, price }: ProposalContent, { packages, event }: ClaimRecords, now: number): Lint[] {
  const one = packages.find(({ id }) => id === packageId);
  if (!one) return [{ rule: 'unknown_package', text: 'The package is not among those of the event.', at: packageName }];
  const isListed = pricesOf(one, now, event.timeZone).some(({ minor, currency }) => minor === price.minor && currency === price.currency);
  if (!isListed) return [{ rule: 'unknown_price', text: 'The price is not what the table of packages says today.', at: one.name }];
  const { earlyBirdUntil } = priceNow(one, now, event.timeZone);
  return price.earlyBirdUntil === null || price.earlyBirdUntil === earlyBirdUntil
    ? []
    : [{ rule: 'unknown_date', text: 'The date of the early price is not that of the table of packages.', at: price.earlyBirdUntil }];
}

function sentenceLints({ text, sources }: ProposalSentence, records: ClaimRecords, context: LintContext): Lint[] {
  const held = sources.flatMap((source) => sourceText(source, records) ?? []);
  const rest = [...context.fromRecords, ...held].reduce(
    (left, record) => (record.length > 1 ? left.replaceAll(record, '\u2422') : left),
    text,
  );
  const sponsors = context.sponsors.filter(({ with: beside }) => beside.every((part) => text.includes(part))).map(({ name }) => name);
  const allowed = [context.company.name, presentableCompany(context.company.name), ...context.fromRecords, ...held, ...sponsors];
  return [
    ...pricesIn(rest)
      .filter((price) => !isAllowed(price, context.prices))
      .map((price) => ({ rule: 'unknown_price', text: 'A price that is not in the table of packages.', at: price.text })),
    ...datesIn(rest)
      .filter((date) => !isKnownDate(date, context.dates))
      .map((date) => ({ rule: 'unknown_date', text: 'A date that is not in the records, or not on that weekday.', at: date.text })),
    ...foreignNames(text, context.otherCompanies, allowed).map((found) => ({
      rule: 'wrong_company',
      text: `Names ${found.name}, but is for ${context.company.name}.`,
      at: found.text,
    })),
    ...unfilled(text),
    ...overstated(text, sources.length > 0 ? held : null, records),
  ];
}

function unfilled(text: string): Lint[] {
  const found = /\{\{?[^}]{0,60}\}\}?|\[(?:company|name|first name|firma)\]|\b(?:undefined|NaN|null)\b|https?:\/\/\S+/i.exec(text);
  if (!found) return [];
  return /^http/i.test(found[0])
    ? [{ rule: 'broken_link', text: 'A proposal holds no links beside its own.', at: found[0] }]
    : [{ rule: 'placeholder', text: 'A placeholder was not filled in.', at: found[0] }];
}

/** A sentence that names its sources states no number that they do not hold. One without was written by a person, who answers for it. */
function overstated(text: string, held: string[] | null, { company, event, packages }: ClaimRecords): Lint[] {
  if (held === null) return [];
  const names = [company.name, event.name, ...packages.map(({ name }) => name)];
  const known = new Set([...held, ...names].flatMap(numbersIn));
  const beyond = numbersIn(text).filter((number) => !known.has(number));
  return beyond.map((number) => ({
    rule: 'beyond_sources',
    text: 'A number that is not in the records which this sentence stands on.',
    at: number,
  }));
}

/** Numbers without their grouping, and each of their parts: `8.200`, `8,200.00` and `8 200` are 8200. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(/\d+(?:[.,\u00a0\u2009\u202f']\d{3})*(?:[.,]\d{1,2})?(?!\d)/g)].map(([written]) =>
    String(Number(written.replace(/[.,]\d{1,2}$/, '').replace(/\D/g, ''))),
  );
}

function greetingLints({ greeting }: ProposalContent, { contact }: LintContext): Lint[] {
  const named = /^(?:dear|hello|hi|guten tag|hallo|sehr geehrte[rs]?)\s+(.*?)[,:!]?$/iu.exec(greeting.trim())?.[1] ?? '';
  const known = (contact?.name ?? '').toLowerCase();
  const strangers = (named.match(/\p{Lu}[\p{L}\p{M}-]+/gu) ?? []).filter(
    (word) => !/^(?:Dr|Prof|Mr|Mrs|Ms|Mx|Frau|Herr|Damen|Herren|Team)$/.test(word) && !known.includes(word.toLowerCase()),
  );
  return strangers.length === 0 ? [] : [{ rule: 'wrong_recipient', text: 'Greets somebody other than the contact.', at: greeting }];
}
