import { describe, expect, it } from 'vitest';
import { priorModel } from '../../../worker/core/sales/calibrate';
import { analyzeEngagement } from '../../../worker/core/sales/engagement';
import { matchCompany } from '../../../worker/core/sales/match';
import { isDecisionMaker, type LeadFacts, qualify } from '../../../worker/core/sales/qualify';
import { aCompany, aCrmContact, aDeal, aMatchSituation, eur } from './facts';

const now = Date.UTC(2027, 0, 10);
const day = 86_400_000;
const good = aCompany({
  topics: ['cloud', 'ai', 'security', 'open source'],
  audience: ['developers', 'platform engineers'],
  budget: eur(40_000),
  country: 'DE',
  goals: [{ text: 'more leads', source: 'call' }],
});
const lead = (part: Partial<LeadFacts> = {}): LeadFacts => ({
  company: good,
  contacts: [aCrmContact()],
  match: matchCompany(part.company ?? good, aMatchSituation()),
  engagement: analyzeEngagement([], now),
  deal: null,
  model: priorModel,
  ...part,
});

describe('qualifying a lead', () => {
  it('a company that fits, with somebody who can decide, is a go before the first mail', () => {
    const { score, verdict } = qualify(lead());
    expect(score).toBeGreaterThanOrEqual(80);
    expect(verdict).toBe('go');
  });

  it('its score is the sum of the parts that are shown', () => {
    const { score, parts } = qualify(lead());
    expect(score).toBe(Math.round(parts.reduce((sum, part) => sum + part.points, 0)));
    expect(parts.reduce((sum, part) => sum + part.of, 0)).toBe(100);
  });

  it('a company of which nothing is known is no go', () => {
    expect(qualify(lead({ company: aCompany({ industry: '' }), contacts: [] })).verdict).toBe('no');
  });

  it('once written to, silence costs and interest gains', () => {
    const cold = qualify(lead());
    const silent = qualify(lead({ deal: aDeal({ stage: 'contacted' }) }));
    const interested = qualify(
      lead({
        deal: aDeal({ stage: 'contacted' }),
        engagement: analyzeEngagement([{ kind: 'replied', machine: false, at: now - day }], now),
      }),
    );
    expect(silent.score).toBeLessThan(cold.score);
    expect(interested.score).toBeGreaterThan(silent.score);
    expect(interested.probability).toBeGreaterThan(cold.probability);
  });

  it('somebody to whom no mail may go decides nothing', () => {
    expect(qualify(lead({ contacts: [aCrmContact({ stopped: 'opt_out' })] })).features.decision_maker).toBe(0);
  });

  it.each([
    ['Head of Developer Relations', '', true],
    ['CMO', '', true],
    ['Chief Technology Officer', '', true],
    ['Geschäftsführerin', '', true],
    ['', 'VP', true],
    ['Software Engineer', 'entry', false],
    ['Intern', '', false],
    ['', '', false],
  ])('decides: %s %s', (title, seniority, decides) => {
    expect(isDecisionMaker({ title, seniority })).toBe(decides);
  });
});
