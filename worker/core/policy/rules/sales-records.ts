import { rulesOn } from '../rule';

export interface KnownCompanyFacts {
  /** The company is one of the organization's records. */
  companyKnown: boolean;
}

/** What holds for every tool of sales that names a company. */
export const companyKnownRules = [
  rulesOn<KnownCompanyFacts>()({
    id: 'company_unknown',
    verdict: 'refuse',
    says: "Sales works only with companies of the organization's own records.",
    reads: ['companyKnown'],
    applies: ({ companyKnown }) => !companyKnown,
    reason: () => 'There is no such company in the records.',
  }),
];

export interface WritingFacts {
  /** Why no proposal can be written; null when one can. */
  obstacle: string | null;
}

export const proposalRules = [
  rulesOn<WritingFacts>()({
    id: 'no_proposal_possible',
    verdict: 'refuse',
    says: 'A proposal needs a package that can be had and facts that it can stand on.',
    reads: ['obstacle'],
    applies: ({ obstacle }) => obstacle !== null,
    reason: ({ obstacle }) => obstacle ?? '',
  }),
];
