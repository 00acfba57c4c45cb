import type {
  Campaign,
  CampaignMember,
  Meeting,
  Proposal,
  ProposalContent,
  SalesMessage,
} from '../../../../worker/contract/sales/outreach';

import { localDay, minutes } from '../people-and-events';
import { companyOf } from './companies';

const first: ProposalContent = {
  title: 'HarborConf 2027 and Nimbus Cloud',
  locale: 'en',
  greeting: 'Dear Marta,',
  packageId: 'pkg_gold',
  packageName: 'Gold',
  price: { minor: 1_600_000, currency: 'EUR', earlyBirdUntil: localDay(30) },
  sections: [
    {
      id: 'why',
      heading: 'Why us, why now',
      kind: 'text',
      sentences: [
        {
          text: 'You want to hire platform engineers in Portugal; 70 % of our 612 attendees in 2026 were engineers.',
          sources: [
            { kind: 'company', id: 'com_nimbus', field: 'goals:0' },
            { kind: 'organizer', id: 'f1', field: 'text' },
          ],
        },
        { text: 'HarborConf 2027 takes place in Porto.', sources: [{ kind: 'event', id: 'evt_harborconf', field: 'place' }] },
      ],
    },
    {
      id: 'benefits',
      heading: 'What Gold holds for you',
      kind: 'list',
      sentences: [
        { text: 'A table in the job corner on both days', sources: [{ kind: 'package', id: 'pkg_gold', field: 'benefits:b4' }] },
        { text: 'A talk of 20 minutes in the developer track', sources: [{ kind: 'package', id: 'pkg_gold', field: 'benefits:b3' }] },
      ],
    },
    {
      id: 'proof',
      heading: 'From your own team',
      kind: 'quote',
      sentences: [
        {
          text: 'We hired four engineers whom we met in the corridor. (Marta Sousa)',
          sources: [{ kind: 'sponsorship', id: 'spo_1', field: 'quote' }],
        },
      ],
    },
    {
      id: 'price',
      heading: 'Price',
      kind: 'price',
      sentences: [
        { text: 'Gold costs €16,000 while the early price holds.', sources: [{ kind: 'package', id: 'pkg_gold', field: 'price' }] },
      ],
    },
  ],
};

const second: ProposalContent = {
  ...first,
  sections: first.sections.map((section) =>
    section.id === 'why'
      ? {
          ...section,
          sentences: [
            {
              text: 'You want to hire 30 platform engineers in Portugal; 70 % of our 612 attendees in 2026 were engineers.',
              sources: section.sentences[0]?.sources ?? [],
            },
            { text: 'HarborConf 2027 takes place in Porto, three hours by train from your office.', sources: [] },
          ],
        }
      : section,
  ),
};

function proposal(id: string, companyId: string, more: Partial<Proposal> = {}): Proposal {
  const company = companyOf(companyId);
  return {
    id,
    companyId,
    companyName: company?.name ?? '',
    dealId: `dea_${companyId.slice(4)}`,
    contactId: company?.contacts[0]?.id ?? null,
    contactName: company?.contacts[0]?.name ?? '',
    packageId: 'pkg_gold',
    packageName: 'Gold',
    state: 'sent',
    version: 1,
    url: `https://events.example/p/${id}`,
    visits: 0,
    seconds: 0,
    sentAt: minutes(4 * 1440),
    createdAt: minutes(5 * 1440),
    content: { ...first, title: `HarborConf 2027 and ${company?.name ?? ''}` },
    versions: [{ version: 1, reason: 'Written by the sales agent', createdBy: 'sales', createdAt: minutes(5 * 1440) }],
    problems: [],
    sections: {},
    ...more,
  };
}

export const proposals: Proposal[] = [
  proposal('pro_nimbus', 'com_nimbus', {
    version: 2,
    content: second,
    visits: 5,
    seconds: 412,
    sections: { why: 120, benefits: 201, proof: 40, price: 51 },
    versions: [
      { version: 2, reason: 'Their goal in numbers', createdBy: 'usr_jonas', createdAt: minutes(4.5 * 1440) },
      { version: 1, reason: 'Written by the sales agent', createdBy: 'sales', createdAt: minutes(5 * 1440) },
    ],
  }),
  proposal('pro_quarry', 'com_quarry', { visits: 1, seconds: 31 }),
  proposal('pro_loop', 'com_loop', {
    state: 'draft',
    sentAt: null,
    packageId: 'pkg_silver',
    packageName: 'Silver',
    problems: [{ rule: 'placeholder', text: 'The greeting still holds an empty placeholder.', at: 'greeting' }],
  }),
  proposal('pro_tidal', 'com_tidal', { state: 'accepted', packageId: 'pkg_platinum', packageName: 'Platinum', visits: 11, seconds: 1240 }),
];
/** By `id version`. */
export const earlier: Record<string, ProposalContent> = { 'pro_nimbus 1': first };

function message(id: string, companyId: string, direction: 'out' | 'in', subject: string, text: string, more: Partial<SalesMessage> = {}) {
  const company = companyOf(companyId);
  const made: SalesMessage = {
    id,
    companyId,
    companyName: company?.name ?? '',
    contactId: company?.contacts[0]?.id ?? null,
    contactName: company?.contacts[0]?.name ?? '',
    dealId: `dea_${companyId.slice(4)}`,
    campaignId: 'cam_autumn',
    proposalId: null,
    direction,
    step: null,
    angle: null,
    subject,
    text,
    state: direction === 'out' ? 'confirmed' : null,
    class: null,
    confidence: null,
    classReason: '',
    found: {},
    handledAt: null,
    handledBy: null,
    engagements: [],
    at: minutes(60),
    ...more,
  };
  return made;
}

export const messages: SalesMessage[] = [
  message(
    'msg_n3',
    'com_nimbus',
    'in',
    'Re: HarborConf 2027 and Nimbus Cloud',
    'Hi Jonas,\n\nthanks, this looks good. Is the table in the job corner staffed by you, or do we bring somebody? And could we talk next Tuesday at 15:00?\n\nMarta',
    {
      class: 'question',
      confidence: 0.93,
      classReason: 'Asks two things: “Is the table in the job corner staffed by you” and “could we talk next Tuesday”.',
      found: {
        questions: ['Is the table in the job corner staffed by you, or do we bring somebody?'],
        proposedTimes: ['next Tuesday at 15:00'],
      },
      at: minutes(38),
    },
  ),
  message('msg_q2', 'com_quarry', 'in', 'Automatic reply: HarborConf 2027', 'Je suis absent jusqu’au 1er décembre.', {
    class: 'auto_reply',
    confidence: 0.99,
    classReason: 'Header Auto-Submitted: auto-replied, and “absent jusqu’au 1er décembre”.',
    found: { returnDate: localDay(9) },
    handledAt: minutes(1400),
    handledBy: null,
    at: minutes(1400),
  }),
  message('msg_v1', 'com_vela', 'in', 'Re: HarborConf 2027', 'We have no budget before summer. Perhaps write again in June?', {
    class: 'later',
    confidence: 0.88,
    classReason: '“no budget before summer”, “write again in June”.',
    found: { returnDate: localDay(190) },
    at: minutes(2 * 1440),
  }),
  message('msg_c1', 'com_cumulo', 'in', 'Re: HarborConf 2027', 'Great, yet another AI mail. Exactly what I was missing today.', {
    class: 'not_interested',
    confidence: 0.58,
    classReason: 'Praise beside a complaint reads as irony: “Great, yet another”.',
    at: minutes(300),
  }),
  message('msg_o1', 'com_ostrich', 'in', 'Re: HarborConf 2027', 'What would Silver plus a talk cost? Our board needs a number.', {
    class: 'pricing',
    confidence: 0.9,
    classReason: 'Asks for a price: “What would Silver plus a talk cost”.',
    at: minutes(95),
  }),
  message(
    'msg_n1',
    'com_nimbus',
    'out',
    'HarborConf 2027 and Nimbus Cloud',
    'Dear Marta,\n\nyou want to hire 30 platform engineers in Portugal. 70 % of our 612 attendees in 2026 were engineers.\n\nThe proposal: https://events.example/r/abc\n\nJonas Weber',
    {
      step: 0,
      angle: 'first',
      proposalId: 'pro_nimbus',
      at: minutes(4 * 1440),
      engagements: [
        { id: 'e1', kind: 'delivered', machine: false, detail: '', at: minutes(4 * 1440 - 1) },
        { id: 'e2', kind: 'opened', machine: true, detail: 'Apple Mail Privacy Protection', at: minutes(4 * 1440 - 2) },
        { id: 'e3', kind: 'clicked', machine: false, detail: 'proposal', at: minutes(3 * 1440 + 10) },
        {
          id: 'e4',
          kind: 'visited',
          machine: false,
          detail: '3 min 21 s, longest on “What Gold holds for you”',
          at: minutes(3 * 1440 + 6),
        },
        { id: 'e5', kind: 'downloaded', machine: false, detail: 'proposal.pdf', at: minutes(3 * 1440 + 4) },
      ],
    },
  ),
  message('msg_q1', 'com_quarry', 'out', 'HarborConf 2027 and Quarry Security', 'Dear Hugo, …', {
    step: 0,
    angle: 'first',
    at: minutes(4 * 1440),
  }),
];

function member(id: string, companyId: string, state: CampaignMember['state'], more: Partial<CampaignMember> = {}): CampaignMember {
  const company = companyOf(companyId);
  return {
    id,
    companyId,
    companyName: company?.name ?? '',
    contactName: company?.contacts[0]?.name ?? '',
    state,
    score: 82,
    step: 1,
    nextAt: null,
    next: '',
    approvalId: null,
    stopReason: null,
    dealId: `dea_${companyId.slice(4)}`,
    proposalId: `pro_${companyId.slice(4)}`,
    ...more,
  };
}

const settings: Campaign['settings'] = {
  prospects: 20,
  best: 10,
  minimumScore: 80,
  followUpDays: [3, 7, 14],
  watchDays: 7,
  minutesOfMeeting: 30,
  stopWholeCompany: true,
  include: [],
  exclude: [],
};

export const campaigns: Campaign[] = [
  {
    id: 'cam_autumn',
    name: 'Autumn outreach',
    state: 'running',
    settings,
    report: {
      prospects: 8,
      qualified: 6,
      proposals: 5,
      contacted: 4,
      mails: 6,
      replies: 2,
      responseRate: 0.5,
      meetings: 1,
      signed: 0,
      needsPerson: [
        { text: 'Nimbus Cloud asks something that the records do not answer', link: '/sales/replies/msg_n3' },
        { text: 'The proposal for Loop CI waits for approval', link: '/approvals/apr_mail' },
      ],
    },
    next: { text: 'Follow-up to Quarry Security: their goal', at: minutes(-2 * 1440) },
    version: 3,
    startedAt: minutes(5 * 1440),
    endedAt: null,
    createdAt: minutes(6 * 1440),
    members: [
      member('mem_n', 'com_nimbus', 'replied', { score: 91, stopReason: 'reply' }),
      member('mem_f', 'com_ferrite', 'meeting', { score: 86, step: 2, stopReason: 'booking' }),
      member('mem_l', 'com_loop', 'proposed', { score: 84, step: 0, approvalId: 'apr_mail', next: 'Waits for approval of the first mail' }),
      member('mem_q', 'com_quarry', 'contacted', {
        nextAt: minutes(-2 * 1440),
        next: 'Follow-up 1: their goal (moved to the day of return)',
      }),
      member('mem_o', 'com_ostrich', 'contacted', { score: 80, nextAt: minutes(-3 * 1440), next: 'Follow-up 1: who comes' }),
      member('mem_c', 'com_cumulo', 'stopped', { score: 77, step: 0, stopReason: 'score_below_minimum', proposalId: null }),
      member('mem_v', 'com_vela', 'stopped', { score: null, step: 0, stopReason: 'no_contact', proposalId: null, contactName: '' }),
      member('mem_t', 'com_tidal', 'qualified', {
        score: 83,
        step: 0,
        proposalId: null,
        next: 'Its proposal is written then.',
        nextAt: minutes(-1),
      }),
    ],
    timeline: [
      {
        at: minutes(38),
        text: 'Marta Sousa (Nimbus Cloud) answered with a question',
        companyId: 'com_nimbus',
        link: '/sales/replies/msg_n3',
      },
      {
        at: minutes(1400),
        text: 'Hugo Lambert (Quarry Security) is away; the follow-up waits for the return',
        companyId: 'com_quarry',
        link: '',
      },
      { at: minutes(2000), text: 'Lena Hoffmann (Ferrite Databases) booked a meeting', companyId: 'com_ferrite', link: '/sales/meetings' },
      {
        at: minutes(4 * 1440),
        text: 'First mail to Marta Sousa (Nimbus Cloud)',
        companyId: 'com_nimbus',
        link: '/sales/companies/com_nimbus',
      },
      { at: minutes(5 * 1440), text: '8 companies found, 6 at 80 or more', companyId: null, link: '/sales/prospects' },
    ],
  },
  {
    id: 'cam_spring',
    name: 'Local companies, spring',
    state: 'draft',
    settings: { ...settings, prospects: 10, best: 5 },
    report: {
      prospects: 0,
      qualified: 0,
      proposals: 0,
      contacted: 0,
      mails: 0,
      replies: 0,
      responseRate: null,
      meetings: 0,
      signed: 0,
      needsPerson: [],
    },
    next: null,
    version: 1,
    startedAt: null,
    endedAt: null,
    createdAt: minutes(200),
    members: [],
    timeline: [],
  },
];

function meeting(id: string, companyId: string, state: Meeting['state'], more: Partial<Meeting> = {}): Meeting {
  const contact = companyOf(companyId)?.contacts[0];
  return {
    id,
    companyId,
    companyName: companyOf(companyId)?.name ?? '',
    dealId: `dea_${companyId.slice(4)}`,
    title: `HarborConf 2027 and ${companyOf(companyId)?.name ?? ''}`,
    guestName: contact?.name ?? '',
    guestEmail: contact?.email ?? '',
    guestTimeZone: contact?.timeZone ?? null,
    state,
    startsAt: null,
    endsAt: null,
    minutes: 30,
    location: 'Video call',
    provider: 'built_in',
    url: `https://events.example/m/${id}`,
    createdAt: minutes(2000),
    ...more,
  };
}

export const meetings: Meeting[] = [
  meeting('mee_ferrite', 'com_ferrite', 'booked', { startsAt: minutes(-1500), endsAt: minutes(-1530), guestTimeZone: 'America/New_York' }),
  meeting('mee_nimbus', 'com_nimbus', 'offered'),
  meeting('mee_tidal', 'com_tidal', 'booked', { startsAt: minutes(9 * 1440), endsAt: minutes(9 * 1440 - 30), provider: 'calcom' }),
  meeting('mee_vela', 'com_vela', 'cancelled', { startsAt: minutes(3000), endsAt: minutes(2970) }),
];

export const draftOf = (messageId: string | undefined) =>
  messageId === 'msg_n3'
    ? {
        text: 'Dear Marta,\n\nthe table in the job corner is yours for both days; you bring the people, we bring table, power and signs.\n\nTuesday at 15:00 fits. I will send the invitation.\n\nJonas',
        citations: [
          { label: 'Package Gold, benefit', quote: 'A table in the job corner on both days' },
          { label: 'Knowledge: Exhibitor guide', quote: 'Tables, power and signs are provided; staff is brought by the sponsor.' },
        ],
      }
    : null;
