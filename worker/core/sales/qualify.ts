import { chanceOf, type OutcomeModel } from './calibrate';
import type { EngagementAnalysis } from './engagement';
import type { CompanyFacts, CrmContactFacts, DealFacts } from './facts';
import type { Ranked } from './match';
import type { ScorePart } from './types';

/** Pure. A lead's score: fit, engagement and the chance that it signs. */

/** From this score on the sales agent writes by itself. */
export const goScore = 80;
const nurtureScore = 50;
/** A chance as high as this is worth half of its part: about one in ten companies that are written to signs. */
const usualChance = 0.1;

export interface LeadFacts {
  company: CompanyFacts;
  contacts: readonly CrmContactFacts[];
  match: Ranked;
  engagement: EngagementAnalysis;
  deal: DealFacts | null;
  model: OutcomeModel;
}

export interface Qualification {
  /** 0 to 100. */
  score: number;
  parts: ScorePart[];
  /** Of signing, 0 to 1. */
  probability: number;
  /** What the chance was computed from: kept with the deal, so that outcomes calibrate it. */
  features: Record<string, number>;
  verdict: 'go' | 'nurture' | 'no';
}

const decides =
  /\b(?:c[a-z]o|chief|founder|owner|president|vp|vice president|head|director|leiter(?:in)?|geschäftsführer(?:in)?|partner|manager|lead)\b/i;

/** Whoever can say yes, or lead to somebody who can, by title and seniority. */
export function isDecisionMaker({ title, seniority }: Pick<CrmContactFacts, 'title' | 'seniority'>): boolean {
  return decides.test(title) || /^(?:owner|founder|c_suite|c-suite|partner|vp|head|director|manager|executive)/i.test(seniority.trim());
}

/**
 * Scores a lead. Before the first mail there is no engagement to count: fit and chance carry it alone, so that a company
 * is not held back for what it could not do yet.
 */
export function qualify({ company, contacts, match, engagement, deal, model }: LeadFacts): Qualification {
  const reachable = contacts.filter(({ email, stopped }) => email !== '' && stopped === null);
  const decider = reachable.find(isDecisionMaker);
  const written = (engagement.counts.delivered ?? 0) > 0 || engagement.score > 0 || reached.includes(deal?.stage ?? '');
  const own = company.sponsorships.filter(({ eventId }) => eventId !== null);
  const features = {
    fit: match.score / 100,
    decision_maker: decider ? 1 : 0,
    own_past: own.length > 0 ? 1 : 0,
    similar_past: own.length === 0 && company.sponsorships.length > 0 ? 1 : 0,
    engagement: engagement.score / 100,
    meeting: deal && ['meeting', 'negotiation', 'signed'].includes(deal.stage) ? 1 : 0,
  };
  const probability = chanceOf(features, model);
  const worth = written ? { fit: 45, engagement: 20, chance: 35 } : { fit: 60, engagement: 0, chance: 40 };
  const inWords = `${Math.round(probability * 100)} % by ${model.outcomes === 0 ? 'the usual course of such deals' : `the usual course and ${model.outcomes} deals of your own`}`;
  const parts: ScorePart[] = [
    part(
      'fit',
      'Fit',
      (worth.fit * match.score) / 100,
      worth.fit,
      match.parts.map(({ label, points, of }) => `${label} ${points}/${of}`).join(', '),
    ),
    ...(written
      ? [part('engagement', 'Engagement', (worth.engagement * engagement.score) / 100, worth.engagement, engagement.because.join(', '))]
      : []),
    part(
      'chance',
      'Chance of signing',
      worth.chance * (probability / (probability + usualChance)),
      worth.chance,
      `${inWords}; ${decider ? `${decider.title || decider.name} can decide` : 'no decision maker is known'}`,
    ),
  ];
  const score = Math.round(parts.reduce((sum, { points }) => sum + points, 0));
  return { score, parts, probability, features, verdict: score >= goScore ? 'go' : score >= nurtureScore ? 'nurture' : 'no' };
}

const reached: readonly string[] = ['contacted', 'engaged', 'meeting', 'negotiation', 'signed', 'lost'];

function part(name: string, label: string, points: number, of: number, because: string): ScorePart {
  return { part: name, label, points: Math.round(points * 10) / 10, of, because };
}
