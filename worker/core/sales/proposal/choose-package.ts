import { type Amount, formatAmount } from '../../money';
import type { CompanyFacts, PackageFacts, SponsoredEvent } from '../facts';
import { folded } from '../terms';
import { serves } from './goal-terms';
import { leftOf, type PriceNow, priceNow } from './price-now';

/** Pure. Which package a company is offered, and why. */

export interface Exclusivity {
  industry: string;
  companyId: string;
}

export interface PackageSituation {
  event: Pick<SponsoredEvent, 'timeZone'>;
  company: CompanyFacts;
  packages: readonly PackageFacts[];
  /** Industries that are taken, by whom. */
  exclusivities?: readonly Exclusivity[];
  /** Milliseconds since 1970. */
  now: number;
}

export interface ConsideredPackage {
  packageId: string;
  name: string;
  /** 0 to 100; null for one that cannot be had. */
  score: number | null;
  /** Whole sentences, for the organizer. */
  because: string[];
}

export interface ChosenPackage extends PriceNow {
  package: PackageFacts;
  /** All of them, the best first, those that cannot be had last. */
  considered: ConsideredPackage[];
}

/** What the parts are worth; they add up to 100. */
const worth = { budget: 48, goals: 36, past: 12, earlyBird: 4 } as const;
/** What is left of the score of one whose price is above a known budget by more than a tenth. */
const aboveBudget = 0.4;

/**
 * The package that fits budget (or size) and goals best. `packageId` asks for one: it is taken if it can be had at all.
 * The problem says what the organizer can do about it.
 */
export function choosePackage(situation: PackageSituation, packageId?: string | null): ChosenPackage | { problem: string } {
  const { packages, event, now } = situation;
  const obstacles = new Map(packages.map((one) => [one.id, obstacleTo(one, situation)]));
  if (packageId) {
    const asked = packages.find(({ id }) => id === packageId);
    if (!asked) return { problem: 'This package is not among those of the event. Choose one that is.' };
    const obstacle = obstacles.get(asked.id);
    if (obstacle) return { problem: `${asked.name} cannot be offered: ${obstacle}` };
  }
  const free = packages.filter(({ id }) => obstacles.get(id) === null);
  const scored = free
    .map((one) => ({ one, ...scoreOf(one, free, situation) }))
    .sort((a, b) => b.score - a.score || b.one.price.minor - a.one.price.minor || (a.one.id < b.one.id ? -1 : 1));
  const chosen = packageId ? scored.find(({ one }) => one.id === packageId) : scored[0];
  if (!chosen) {
    const why = packages.map((one) => `${one.name}: ${obstacles.get(one.id)}`).join(' ');
    return {
      problem:
        packages.length === 0
          ? 'The event has no sponsorship packages yet. Add one with its price first.'
          : `No package can be offered to this company. ${why}`,
    };
  }
  const considered = [
    ...scored.map(({ one, score, because }) => ({ packageId: one.id, name: one.name, score, because })),
    ...packages.flatMap((one) => {
      const obstacle = obstacles.get(one.id);
      return obstacle ? [{ packageId: one.id, name: one.name, score: null, because: [obstacle] }] : [];
    }),
  ];
  return { package: chosen.one, ...priceNow(chosen.one, now, event.timeZone), considered };
}

function obstacleTo(one: PackageFacts, { company, exclusivities = [] }: PackageSituation): string | null {
  if (!one.active) return 'it is off sale.';
  if (leftOf(one) === 0) return `all ${one.stock} are signed.`;
  const taken = exclusivities.find(({ industry, companyId }) => companyId !== company.id && sameIndustry(industry, company.industry));
  if (taken) return `${taken.industry} is kept for another sponsor.`;
  if (one.exclusiveIndustry !== '' && !sameIndustry(one.exclusiveIndustry, company.industry))
    return `it is for a sponsor from ${one.exclusiveIndustry}.`;
  return null;
}

function sameIndustry(a: string, b: string): boolean {
  return folded(a).trim() !== '' && folded(a) === folded(b);
}

function scoreOf(one: PackageFacts, free: readonly PackageFacts[], situation: PackageSituation): { score: number; because: string[] } {
  const { company, event, now } = situation;
  const current = priceNow(one, now, event.timeZone);
  const budget = budgetFit(one, current.price, free, company);
  const served = company.goals.filter((goal) => one.benefits.some(({ goals }) => goals.some((term) => serves(term, goal.text))));
  const goals = company.goals.length === 0 ? 0.5 : served.length / company.goals.length;
  const past = pastFit(current.price, company);
  const beyond = budget.share > 1.1 ? aboveBudget : 1;
  const sum = worth.budget * budget.fit + worth.goals * goals + worth.past * past + (current.earlyBirdUntil === null ? 0 : worth.earlyBird);
  const because = [
    budget.because,
    company.goals.length === 0
      ? 'What the company wants to reach is not known.'
      : `It serves ${served.length} of ${company.goals.length} goals of the company.`,
  ];
  if (current.earlyBirdUntil !== null) because.push(`Its early price holds until ${current.earlyBirdUntil}.`);
  return { score: Math.round(sum * beyond), because };
}

/** `share` is how much of a known budget it takes, 0 where none is known. Fit by that; else whether its rank among the packages is that of the company's size. */
function budgetFit(
  one: PackageFacts,
  price: Amount,
  free: readonly PackageFacts[],
  company: CompanyFacts,
): { fit: number; share: number; because: string } {
  const { budget, employees } = company;
  const said = formatAmount(price);
  if (budget && budget.currency === price.currency && budget.minor > 0) {
    const share = price.minor / budget.minor;
    if (share > 1)
      return { fit: Math.max(0, 0.4 - (share - 1)), share, because: `${said} is above the known budget of ${formatAmount(budget)}.` };
    return { fit: 0.55 + 0.45 * Math.sqrt(share), share, because: `${said} is within the known budget of ${formatAmount(budget)}.` };
  }
  const cheaper = free.filter((other) => other.price.minor < one.price.minor).length;
  const rank = free.length < 2 ? 0.5 : cheaper / (free.length - 1);
  if (employees === null)
    return { fit: 1 - Math.abs(rank - 0.4), share: 0, because: `Neither budget nor size is known; ${said} is a middle way.` };
  // 50 people take the smallest, 5,000 the largest.
  const wanted = Math.min(1, Math.max(0, (Math.log10(Math.max(1, employees)) - Math.log10(50)) / 2));
  return {
    fit: 1 - Math.abs(rank - wanted),
    share: 0,
    because: `The budget is not known; about ${employees} people speak for a price such as ${said}.`,
  };
}

/** Near to what it paid elsewhere is better. */
function pastFit(price: Amount, { sponsorships }: CompanyFacts): number {
  const paid = sponsorships.flatMap(({ amount }) =>
    amount && amount.currency === price.currency && amount.minor > 0 ? [amount.minor] : [],
  );
  if (paid.length === 0 || price.minor <= 0) return 0.5;
  const most = Math.max(...paid);
  return Math.max(0, 1 - Math.abs(Math.log2(price.minor / most)) / 2);
}
