import type { AgentSettings, Event, Today } from '../../../worker/contract/events';
import type { ApiKey, Invitation, Me, Member } from '../../../worker/contract/people';

export const now = Date.now();
export const minutes = (count: number) => now - count * 60_000;
export const localDay = (inDays: number) => new Date(now + inDays * 86_400_000).toISOString().slice(0, 10);

export const me: Me = {
  user: { id: 'usr_ana', email: 'ana@harborconf.example', name: 'Ana Duarte' },
  organization: { id: 'org_harbor', name: 'Harbor Events' },
  organizations: [
    { id: 'org_harbor', name: 'Harbor Events', role: 'owner' },
    { id: 'org_meetup', name: 'Riverside Meetups', role: 'organizer' },
  ],
  role: 'owner',
  via: 'session',
  services: { model: 'stand-in', mail: 'stand-in', payments: 'stand-in', search: 'stand-in' },
};

/** As proposals and votes name them. */
export const people = {
  ana: { id: 'usr_ana', name: 'Ana Duarte' },
  rui: { id: 'usr_rui', name: 'Rui Costa' },
  jonas: { id: 'usr_jonas', name: 'Jonas Weber' },
};

export const members: Member[] = [
  { id: 'mem_1', userId: 'usr_ana', email: 'ana@harborconf.example', name: 'Ana Duarte', role: 'owner', since: minutes(90_000) },
  { id: 'mem_2', userId: 'usr_jonas', email: 'jonas@harborconf.example', name: 'Jonas Weber', role: 'organizer', since: minutes(60_000) },
  { id: 'mem_4', userId: 'usr_rui', email: 'rui@harborconf.example', name: 'Rui Costa', role: 'owner', since: minutes(88_000) },
  {
    id: 'mem_3',
    userId: 'usr_mei',
    email: 'mei.lin.of.the.long.address@harborconf.example',
    name: '',
    role: 'viewer',
    since: minutes(20_000),
  },
];
export const invitations: Invitation[] = [
  { id: 'inv_1', email: 'tom@harborconf.example', role: 'organizer', expiresAt: now + 3 * 86_400_000 },
];
export const apiKeys: ApiKey[] = [
  { id: 'key_1', name: 'Check-in app', start: 'evk_4fK2', role: 'viewer', createdAt: minutes(30_000), lastUsedAt: minutes(12) },
];

export const events: Event[] = [
  {
    id: 'evt_harborconf',
    name: 'HarborConf 2027',
    startsAt: `${localDay(96)}T09:00`,
    endsAt: `${localDay(98)}T18:00`,
    timeZone: 'Europe/Lisbon',
    venue: 'Alfândega Hall, Rua do Porto 12, Porto',
    capacity: 600,
    currency: 'EUR',
    refundPolicy: [
      { until: localDay(36), percent: 100 },
      { until: localDay(82), percent: 50 },
    ],
    brandColor: '#1d5fd1',
    contactEmail: 'hello@harborconf.example',
    websiteUrl: 'https://harborconf.example',
    allowedOrigins: ['https://harborconf.example'],
    clock: 'real',
    now,
    state: 'active',
    createdAt: minutes(80_000),
  },
  {
    id: 'evt_rehearsal',
    name: 'HarborConf rehearsal with a rather long name that has to fit somewhere',
    startsAt: `${localDay(20)}T10:00`,
    endsAt: `${localDay(20)}T18:00`,
    timeZone: 'Europe/Lisbon',
    venue: '',
    capacity: null,
    currency: 'EUR',
    refundPolicy: [],
    brandColor: '#0f6b5c',
    contactEmail: 'hello@harborconf.example',
    websiteUrl: null,
    allowedOrigins: [],
    clock: 'virtual',
    now: now + 9 * 86_400_000,
    state: 'active',
    createdAt: minutes(500),
  },
];

export const today: Today = {
  approvalsPending: 0,
  conversationsWaiting: 2,
  conversationsOpen: 7,
  unknownEffects: 1,
  documentProblems: 1,
  lastDay: { questions: 148, answered: 131, declined: 11, escalated: 6, mails: 57, refunds: 4, medianAnswerMs: 240 },
  resolution: { confirmed: 74, assumed: 38, abandoned: 9, handedOver: 6, reopened: 3, open: 7 },
  tickets: { orders: 312, valid: 402, capacity: 600 },
  setup: [
    { key: 'knowledge', done: true },
    { key: 'attendees', done: true },
    { key: 'refund_policy', done: true },
    { key: 'widget', done: false },
    { key: 'model', done: true },
    { key: 'mail', done: true },
  ],
};

/** What Today says of an event in which nothing has happened yet. */
export const quietToday: Today = {
  ...today,
  conversationsWaiting: 0,
  conversationsOpen: 0,
  unknownEffects: 0,
  documentProblems: 0,
  lastDay: { questions: 0, answered: 0, declined: 0, escalated: 0, mails: 0, refunds: 0, medianAnswerMs: null },
  resolution: { confirmed: 0, assumed: 0, abandoned: 0, handedOver: 0, reopened: 0, open: 0 },
  tickets: { orders: 0, valid: 0, capacity: null },
  setup: today.setup.map((step) => ({ ...step, done: step.key === 'model' || step.key === 'mail' })),
};

const purposes: Record<AgentSettings['agent'], string> = {
  support: 'Answers attendees, looks up, resends, transfers and refunds tickets.',
  sales: 'Finds and writes to sponsors, follows up, prepares offers.',
  marketing: 'Plans and sends campaigns to people who agreed to get them.',
  operations: 'Watches schedule, vendors and capacity, and warns early.',
  analytics: 'Counts, forecasts and explains.',
};

export const agents: AgentSettings[] = (['support', 'sales', 'marketing', 'operations', 'analytics'] as const).map(
  (agent, index): AgentSettings => ({
    agent,
    mode: agent === 'sales' || agent === 'marketing' ? 'assisted' : 'full_auto',
    autonomy: [85, 70, 80, 90, 60][index] ?? 70,
    paused: agent === 'marketing',
    limits: agent === 'support' ? { refundPerOrderMinor: 50_000, refundsPerDay: 50, mailsPerDay: 500 } : { mailsPerDay: 200 },
    version: 3,
    purpose: purposes[agent],
    tools:
      agent === 'support'
        ? [
            { name: 'search_knowledge_base', description: 'Find passages that answer a question.', effect: 'read' },
            {
              name: 'process_refund',
              description: 'Refund one paid order, in whole or in part, according to the refund policy of the event.',
              effect: 'money',
            },
            { name: 'transfer_ticket', description: 'Give a ticket to another holder.', effect: 'access' },
          ]
        : [{ name: 'record_note', description: 'Write a note for the team.', effect: 'record' }],
  }),
);
