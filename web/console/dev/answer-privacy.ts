import type { Erasure, PersonFound, Retention } from '../../../worker/contract/privacy';
import { at, ok, page, problem, type Route } from './answering';
import { minutes } from './people-and-events';

const priya: PersonFound = {
  address: 'priya@raman.example',
  names: ['Priya Raman'],
  orders: [{ eventId: 'evt_harborconf', orderId: 'ord_118', code: 'HC27-118', as: 'buyer' }],
  held: [
    { store: 'records', what: 'orders', count: 1 },
    { store: 'records', what: 'tickets', count: 2 },
    { store: 'agent_memory', what: 'messages', count: 14 },
    { store: 'outbox', what: 'mails', count: 3 },
    { store: 'mailbox', what: 'mails', count: 3 },
  ],
  others: ['sam@okafor.example'],
  obstacles: [],
};
const lena: PersonFound = {
  ...priya,
  address: 'lena@vogt.example',
  names: ['Lena Vogt'],
  orders: [],
  others: [],
  obstacles: ['A refund to this person is on its way. Wait until it is settled, or settle it.'],
};
const receipt: Erasure['receipt'] = [
  { store: 'records', what: 'tickets', count: 2, action: 'pseudonymised', note: '' },
  { store: 'agent_memory', what: 'messages', count: 14, action: 'deleted', note: '' },
  { store: 'log', what: 'activities', count: 9, action: 'key_destroyed', note: '' },
  { store: 'payments', what: 'refunds', count: 1, action: 'kept', note: 'Accounting law asks for ten years; the name is masked.' },
];
const erasures: Erasure[] = [
  { id: 'era_1', state: 'done', requestedBy: 'usr_ana', requestedAt: minutes(9_000), finishedAt: minutes(8_999), receipt },
];
const days = {
  conversations: 365,
  mailbox: 90,
  inboundMail: 365,
  activityDetail: 730,
  outboxPayloads: 90,
  receipts: 730,
  verificationCodes: 1,
  importRejects: 30,
  decidedApprovals: 365,
  salesMessages: 730,
  engagement: 730,
  meetings: 730,
};
const retention: Retention = {
  days: { ...days, conversations: 180 },
  defaults: days,
  lastRun: { at: minutes(700), deleted: { mailbox: 12, verificationCodes: 40 } },
};

/** Finding, exporting and erasing a person; retention. */
export const privacyRoutes: Route[] = [
  [
    at('POST /api/v1/people/find'),
    (_, { body }) => {
      const query = String(body?.query).toLowerCase();
      return ok({
        people: [priya, lena].filter((one) => `${one.address} ${one.names} HC27-118`.toLowerCase().includes(query)),
        more: false,
      });
    },
  ],
  [at('POST /api/v1/people/export'), () => ok(priya)],
  [
    at('POST /api/v1/people/erase'),
    (_, { body }) => {
      if (String(body?.confirm).toLowerCase() !== body?.address) return problem(422, 'invalid_input', 'Type the address to confirm.');
      const erasure: Erasure = {
        id: `era_${erasures.length + 1}`,
        state: 'done',
        requestedBy: 'usr_ana',
        requestedAt: Date.now(),
        finishedAt: Date.now(),
        receipt,
      };
      erasures.unshift(erasure);
      return ok(erasure);
    },
  ],
  [at('GET /api/v1/erasures'), () => page(erasures)],
  [at('GET /api/v1/retention'), () => ok(retention)],
  [
    at('PUT /api/v1/retention'),
    (_, { body }) => {
      Object.assign(retention.days, body?.days);
      return ok(retention);
    },
  ],
];
