import type { Company } from '../../../../../worker/contract/sales/companies';
import type { ProposalContent } from '../../../../../worker/contract/sales/outreach';
import type { OutreachSettings, SponsorPackage } from '../../../../../worker/contract/sales/pipeline';
import { formatPrice, wordsOf } from '../../../lib/format';
import { claimWords } from '../sales-words';

type Source = ProposalContent['sections'][number]['sentences'][number]['sources'][number];

export interface StoodOn {
  key: string;
  label: string;
  sources: Source[];
}

/** The records that a sentence stands on, each once with all that is used of it: `Past sponsorship: quote, year`. Pure. */
export function recordsOf(sources: Source[]): StoodOn[] {
  const groups = new Map<string, Source[]>();
  for (const source of sources) {
    const key = `${source.kind} ${source.id}`;
    groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  return [...groups].map(([key, of]) => ({ key, label: labelOf(of), sources: of }));
}

function labelOf(sources: Source[]): string {
  const [first] = sources;
  if (!first) return '';
  const kind = claimWords[first.kind] ?? wordsOf(first.kind);
  if (first.kind === 'organizer') return kind;
  const fields = sources.map(({ field }) => wordsOf(field.split(':')[0] ?? '').toLowerCase());
  return `${kind}: ${[...new Set(fields)].join(', ')}`;
}

export interface Records {
  company: Company | undefined;
  packages: SponsorPackage[];
  facts: OutreachSettings['facts'];
}

/** What the record says that a sentence stands on, as far as this page has read it; '' where it has not. Pure. */
export function recordText({ kind, id, field }: Source, { company, packages, facts }: Records): string {
  const [name = '', part = ''] = field.split(':');
  switch (kind) {
    case 'organizer':
      return facts.find((fact) => fact.id === id)?.text ?? '';
    case 'package':
      return packageText(
        name,
        part,
        packages.find((one) => one.id === id),
      );
    case 'company':
      return company?.id === id ? companyText(name, part, company) : '';
    case 'sponsorship': {
      const one = company?.sponsorships.find((other) => other.id === id);
      return one ? [one.eventName, one.level, one.quote, one.outcome].filter(Boolean).join(', ') : '';
    }
    case 'event':
    case 'attendees':
      return '';
  }
}

function packageText(name: string, part: string, one: SponsorPackage | undefined): string {
  if (!one) return '';
  if (name === 'benefits') return one.benefits.find((benefit) => benefit.id === part)?.text ?? '';
  if (name === 'earlyBird' && one.earlyBirdMinor !== null)
    return `${one.name}, ${formatPrice({ minor: one.earlyBirdMinor, currency: one.currency })} until ${one.earlyBirdUntil}`;
  if (name === 'stock') return one.stock === null ? `${one.name}, no limit` : `${one.name}, ${one.stock - one.signed} of ${one.stock} left`;
  return `${one.name}, ${formatPrice({ minor: one.priceMinor, currency: one.currency })}`;
}

function companyText(name: string, part: string, company: Company): string {
  switch (name) {
    case 'goals': {
      const goal = company.goals[Number(part)];
      return goal ? `${goal.text} (${goal.source})` : '';
    }
    case 'topics':
      return company.topics.join(', ');
    case 'audience':
      return company.audience.join(', ');
    case 'city':
      return company.city;
    case 'industry':
      return company.industry;
    default:
      return company.name;
  }
}
