import type {
  Availability,
  Calibration,
  Deal,
  OutreachSettings,
  Pipeline,
  Prospect,
  ScorePart,
  SponsorPackage,
} from '../../../../worker/contract/sales/pipeline';

import { dealStages } from '../../features/sales/sales-words';
import { localDay, minutes } from '../people-and-events';
import { companies, companyOf, contactOfId } from './companies';

const euro = (major: number) => ({ minor: major * 100, currency: 'EUR' });

function sponsorPackage(id: string, name: string, price: number, more: Partial<SponsorPackage> = {}): SponsorPackage {
  return {
    id,
    name,
    priceMinor: price * 100,
    earlyBirdMinor: null,
    earlyBirdUntil: null,
    stock: null,
    benefits: [],
    exclusiveIndustry: '',
    position: 1,
    active: true,
    currency: 'EUR',
    signed: 0,
    priceNow: euro(price),
    version: 1,
    ...more,
  };
}

export const packages: SponsorPackage[] = [
  sponsorPackage('pkg_platinum', 'Platinum', 32_000, {
    stock: 1,
    signed: 1,
    exclusiveIndustry: 'Payments',
    benefits: [
      { id: 'b1', text: 'Opening words on the main stage, five minutes', goals: ['brand'] },
      { id: 'b2', text: 'A booth of 24 m² at the entrance', goals: ['leads', 'brand'] },
    ],
  }),
  sponsorPackage('pkg_gold', 'Gold', 18_000, {
    position: 2,
    stock: 4,
    signed: 1,
    earlyBirdMinor: 1_600_000,
    earlyBirdUntil: localDay(30),
    priceNow: euro(16_000),
    benefits: [
      { id: 'b3', text: 'A talk of 20 minutes in the developer track', goals: ['developers', 'brand'] },
      { id: 'b4', text: 'A table in the job corner on both days', goals: ['recruiting'] },
      { id: 'b5', text: 'A booth of 12 m²', goals: ['leads'] },
    ],
  }),
  sponsorPackage('pkg_silver', 'Silver', 9_000, {
    position: 3,
    stock: 10,
    signed: 2,
    benefits: [{ id: 'b6', text: 'A booth of 6 m² and four tickets', goals: ['leads'] }],
  }),
  sponsorPackage('pkg_coffee', 'Coffee break', 3_500, { position: 4, active: false }),
];

function partsOf(...points: number[]): ScorePart[] {
  const parts: [string, string, number, string][] = [
    ['topics', 'Topics', 30, '3 of 5 topics: cloud, developers, kubernetes'],
    ['audience', 'Audience', 15, 'Both speak to engineers'],
    ['history', 'Past sponsorships', 25, 'HarborConf 2025 (Gold), KubeDays Madrid 2026 (Platinum)'],
    ['size', 'Size and budget', 15, '1,200 people; a budget of €40,000 covers Gold'],
    ['place', 'Place', 10, 'Lisbon, the same country'],
    ['recency', 'Recency', 5, 'Last sponsored 2026'],
  ];
  return parts.map(([part, label, of, because], index) => ({ part, label, points: points[index] ?? 0, of, because }));
}

function deal(id: string, companyId: string, stage: Deal['stage'], major: number, more: Partial<Deal> = {}): Deal {
  const contact = companyOf(companyId)?.contacts[0];
  return {
    id,
    companyId,
    companyName: companyOf(companyId)?.name ?? '',
    contactId: contact?.id ?? null,
    contactName: contact?.name ?? '',
    packageId: 'pkg_gold',
    packageName: 'Gold',
    stage,
    amount: euro(major),
    score: 82,
    scoreParts: partsOf(24, 12, 20, 13, 8, 5),
    probability: 0.31,
    lostReason: '',
    owner: null,
    nextAction: '',
    nextActionAt: null,
    position: 1,
    version: 1,
    stageAt: minutes(3 * 1440),
    updatedAt: minutes(600),
    ...more,
  };
}

export const deals: Deal[] = [
  deal('dea_nimbus', 'com_nimbus', 'engaged', 16_000, {
    score: 91,
    scoreParts: partsOf(28, 15, 24, 14, 10, 0),
    probability: 0.46,
    owner: 'usr_jonas',
    nextAction: 'Answer the question about the job corner',
    nextActionAt: minutes(-240),
    version: 6,
  }),
  deal('dea_quarry', 'com_quarry', 'contacted', 16_000, {
    nextAction: 'Second mail, about their goal',
    nextActionAt: minutes(-2 * 1440),
  }),
  deal('dea_loop', 'com_loop', 'contacted', 9_000, { packageId: 'pkg_silver', packageName: 'Silver', score: 84, position: 2 }),
  deal('dea_ferrite', 'com_ferrite', 'meeting', 16_000, { score: 86, nextAction: 'Meeting', nextActionAt: minutes(-1500) }),
  deal('dea_tidal', 'com_tidal', 'signed', 32_000, { packageId: 'pkg_platinum', packageName: 'Platinum', score: 94, probability: 1 }),
  deal('dea_cumulo', 'com_cumulo', 'prospect', 16_000, { score: 77, scoreParts: partsOf(26, 14, 10, 12, 10, 5), probability: 0.2 }),
  deal('dea_ostrich', 'com_ostrich', 'qualified', 9_000, { packageId: 'pkg_silver', packageName: 'Silver', score: 80 }),
  deal('dea_vela', 'com_vela', 'lost', 9_000, {
    packageId: 'pkg_silver',
    packageName: 'Silver',
    score: 52,
    lostReason: 'No budget before summer',
    contactName: '',
    contactId: null,
  }),
];

export function pipelineOf(items: Deal[]): Pipeline {
  return {
    items,
    stages: dealStages.map((stage) => {
      const of = items.filter((one) => one.stage === stage);
      return { stage, deals: of.length, amount: { minor: of.reduce((sum, one) => sum + one.amount.minor, 0), currency: 'EUR' } };
    }),
    more: 0,
  };
}

const scores: Record<string, [number, ScorePart[]]> = {
  com_nimbus: [91, partsOf(28, 15, 24, 14, 10, 0)],
  com_ferrite: [86, partsOf(27, 15, 18, 13, 8, 5)],
  com_loop: [84, partsOf(30, 15, 14, 11, 9, 5)],
  com_quarry: [82, partsOf(22, 14, 18, 15, 8, 5)],
  com_ostrich: [80, partsOf(20, 13, 20, 12, 10, 5)],
  com_cumulo: [77, partsOf(26, 14, 10, 12, 10, 5)],
  com_tidal: [74, partsOf(14, 12, 25, 12, 6, 5)],
  com_brightwire: [61, partsOf(18, 10, 12, 11, 6, 4)],
  com_vela: [52, partsOf(10, 10, 8, 10, 9, 5)],
};
const obstacles: Record<string, Prospect['obstacles']> = {
  com_tidal: [{ rule: 'signed', text: 'Signed Platinum already' }],
  com_brightwire: [{ rule: 'do_not_contact', text: 'Marked “do not contact” by a person' }],
  com_vela: [{ rule: 'no_contact', text: 'No person with an address is known' }],
};

export const prospectsOf = (): Prospect[] =>
  companies
    .flatMap((one): Prospect[] => {
      const [score, parts] = scores[one.id] ?? [];
      const open = deals.find((other) => other.companyId === one.id);
      return score === undefined || parts === undefined
        ? []
        : [
            {
              companyId: one.id,
              name: one.name,
              domain: one.domain,
              industry: one.industry,
              country: one.country,
              score,
              parts,
              obstacles: obstacles[one.id] ?? [],
              contacts: one.contacts.length,
              dealId: open?.id ?? null,
              stage: open?.stage ?? null,
            },
          ];
    })
    .sort((a, b) => b.score - a.score);

export function dealFor(companyId: string, contactId: unknown, packageId: unknown): Deal {
  const chosen = packages.find((one) => one.id === packageId);
  return deal(`dea_${companyId.slice(4)}`, companyId, 'prospect', (chosen?.priceNow.minor ?? 0) / 100, {
    contactId: contactOfId(contactId)?.id ?? null,
    packageId: chosen?.id ?? null,
    packageName: chosen?.name ?? '',
    score: scores[companyId]?.[0] ?? null,
    scoreParts: scores[companyId]?.[1] ?? [],
    probability: null,
  });
}

export const calibration: Calibration = {
  outcomes: 34,
  signed: 9,
  bins: [
    { from: 0, to: 0.2, predicted: 0.11, observed: 0.08, deals: 12 },
    { from: 0.2, to: 0.4, predicted: 0.29, observed: 0.33, deals: 15 },
    { from: 0.4, to: 0.6, predicted: 0.47, observed: 0.5, deals: 6 },
    { from: 0.6, to: 0.8, predicted: 0, observed: 0, deals: 0 },
    { from: 0.8, to: 1, predicted: 0.84, observed: 1, deals: 1 },
  ],
  weights: [
    { feature: 'fit', label: 'Fit with the event', prior: 1.2, fitted: 1.4 },
    { feature: 'engagement', label: 'Engagement', prior: 0.9, fitted: 1.6 },
    { feature: 'history', label: 'Sponsored before', prior: 0.8, fitted: 0.5 },
  ],
  brier: 0.142,
};

export const outreachSettings: OutreachSettings = {
  senderName: 'Jonas Weber',
  senderTitle: 'Partnerships, HarborConf',
  postalAddress: 'Harbor Events Lda, Rua do Porto 12, 4050-001 Porto, Portugal',
  rampStart: 20,
  rampGrowthPercent: 20,
  dailyMost: 120,
  gapSeconds: 90,
  topics: ['cloud', 'developers', 'kubernetes', 'ai', 'security'],
  audience: ['engineers', 'founders'],
  facts: [
    { id: 'f1', text: '612 attendees in 2026, 70 % of them engineers', goals: ['developers', 'recruiting'] },
    { id: 'f2', text: 'Talks are watched 40,000 times in the year after', goals: ['brand'] },
  ],
};

export const availability: Availability = {
  timeZone: 'Europe/Lisbon',
  hours: [
    { weekday: 1, from: '09:30', to: '12:30' },
    { weekday: 1, from: '14:00', to: '17:30' },
    { weekday: 2, from: '09:30', to: '17:30' },
    { weekday: 3, from: '09:30', to: '17:30' },
    { weekday: 4, from: '09:30', to: '17:30' },
    { weekday: 5, from: '09:30', to: '13:00' },
  ],
  bufferBeforeMinutes: 10,
  bufferAfterMinutes: 10,
  stepMinutes: 30,
  noticeHours: 24,
  horizonDays: 21,
  perDay: 5,
  closed: [localDay(33), localDay(34)],
  location: 'Video call; the link comes with the invitation',
};
