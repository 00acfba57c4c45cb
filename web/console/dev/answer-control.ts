import type { AgentName } from '../../../worker/contract/common';
import type { LogHead } from '../../../worker/contract/log';
import { differences } from '../lib/differences';
import { type Answer, type Asked, at, found, ok, page, problem, type Route } from './answering';
import { approvals } from './approvals';
import {
  autonomyHistory,
  autonomyRecords,
  budgets,
  contactOf,
  delegations,
  organizationLimits,
  policies,
  policyRules,
  stops,
  versionsOf,
} from './control';
import { publish } from './live-sockets';
import { agents, minutes, now, people } from './people-and-events';
import { commands } from './work';

const log: LogHead = {
  entries: 1204,
  head: '9f2b8a61c04d7be35a1f0c94e7d2836bb1f4a57e0c9d83f26a40be17d5c9e812',
  unsealed: 2,
  lastSealedAt: minutes(1),
};
const quietLog: LogHead = { entries: 0, head: null, unsealed: 0, lastSealedAt: null };
const quiet = (eventId: string | undefined) => eventId !== 'evt_harborconf';
const policyOf = (scope: string | undefined) => policies.find((one) => one.scope === scope);

/** Policy, limits, autonomy, stops, log, contacts, delegations. */
export const controlRoutes: Route[] = [
  [at('GET /api/v1/events/:e/policies'), () => ok({ items: policies })],
  [
    at('GET /api/v1/events/:e/policies/:s/versions'),
    ([, s]) => {
      const policy = policyOf(s);
      return found(policy && { items: versionsOf(policy) });
    },
  ],
  [at('POST /api/v1/events/:e/policies/:s/preview'), ([, s], asked) => preview(s, asked)],
  [
    at('(?:PUT|POST) /api/v1/events/:e/policies/:s(?:/rollback)?'),
    ([, s], { body }) => {
      const policy = policyOf(s);
      if (!policy) return found(undefined);
      const earlier = versionsOf(policy).find(({ version }) => version === body?.version);
      Object.assign(policy, {
        body: body?.body ?? earlier?.body,
        note: body?.note,
        version: policy.version + 1,
        changedAt: Date.now(),
        changedBy: 'usr_ana',
      });
      return ok(policy);
    },
  ],
  [at('GET /api/v1/policy-rules'), () => ok({ items: policyRules })],
  [at('GET /api/v1/events/:e/budgets'), ([e]) => ok({ items: quiet(e) ? [] : budgets })],
  [at('GET /api/v1/limits'), () => ok(organizationLimits)],
  [at('PUT /api/v1/limits'), (_, { body }) => ok(Object.assign(organizationLimits, body))],
  [
    at('GET /api/v1/events/:e/autonomy'),
    ([e]) => ok({ windowDays: 90, items: quiet(e) ? [] : autonomyRecords, history: quiet(e) ? [] : autonomyHistory }),
  ],
  [
    at('POST /api/v1/events/:e/autonomy/:i/decision'),
    ([, i], { body }) => {
      const proposal = autonomyHistory.find(({ id }) => id === i);
      return found(
        proposal &&
          Object.assign(proposal, {
            state: body?.decision === 'accept' ? 'accepted' : 'declined',
            decidedBy: 'usr_ana',
            decidedAt: Date.now(),
          }),
      );
    },
  ],
  [at('GET /api/v1/events/:e/stops'), ([e]) => page(quiet(e) ? [] : stops)],
  [at('POST /api/v1/events/:e/(stop|resume)'), ([, what], { body }) => pause(what === 'stop', body)],
  [
    at('POST /api/v1/events/:e/commands/:c/undo'),
    ([, c]) => {
      const command = commands.find(({ id }) => id === c);
      if (!command || (command.undoUntil ?? 0) < Date.now()) return problem(409, 'conflict', 'It is too late to take this back.');
      Object.assign(command, { state: 'cancelled', lastError: 'It was taken back.' });
      const approval = approvals.find(({ id }) => id === command.approvalId);
      if (approval) {
        Object.assign(approval, { state: 'cancelled', outcome: 'Taken back before it was sent.', version: approval.version + 1 });
        publish({ type: 'approval', approval: { ...approval, mayDecide: null, whyNot: null } });
      }
      return ok(command);
    },
  ],
  [at('GET /api/v1/events/:e/log'), ([e]) => ok(quiet(e) ? quietLog : log)],
  [
    at('POST /api/v1/events/:e/log/verify'),
    () => ok({ ok: true, entries: 1206, rows: 1190, head: log.head, unsealed: 0, pruned: 16, late: 0, firstBroken: null, ms: 84 }),
  ],
  [at('GET /api/v1/contacts/:a'), ([a]) => ok(contactOf(a ?? ''))],
  [
    at('POST /api/v1/mailbox/:m/reply'),
    (_, { body }) => ok({ kind: /unsubscribe|stop/i.test(String(body?.text)) ? 'opt_out' : 'reply', stopped: 2 }),
  ],
  [at('GET /api/v1/delegations'), () => ok({ items: delegations })],
  [
    at('POST /api/v1/delegations'),
    (_, { body }) => {
      const person = (id: unknown) => Object.values(people).find((one) => one.id === id) ?? people.ana;
      const made = {
        id: `del_${delegations.length + 1}`,
        from: person(body?.from),
        to: person(body?.to),
        startsAt: Number(body?.startsAt),
        endsAt: Number(body?.endsAt),
        createdBy: people.ana,
        createdAt: now,
        state: 'active' as const,
      };
      delegations.unshift(made);
      return ok(made);
    },
  ],
  [
    at('DELETE /api/v1/delegations/:d'),
    ([d]) => {
      const one = delegations.find(({ id }) => id === d);
      if (one) one.state = 'revoked';
      return ok({ ok: true });
    },
  ],
];

function preview(scope: string | undefined, { body }: Asked): Answer {
  const policy = policyOf(scope);
  if (!policy) return found(undefined);
  const changes = differences(policy.body, body?.body);
  const stricter = changes.some(({ path }) => path === 'autonomy' || path === 'mode');
  return ok({
    changes,
    pending: stricter
      ? [
          {
            approvalId: 'apr_transfer',
            title: 'Transfer a workshop pass to Sam Okafor',
            before: { kind: 'ask', rule: 'untrusted_control' },
            after: { kind: 'allow', rule: 'no_objection' },
          },
        ]
      : [],
    judged: 4,
    problems: changes.some(({ path, to }) => path === 'undoSeconds' && to === 599)
      ? [{ path: 'undoSeconds', message: 'must not be 599 in this example.' }]
      : [],
  });
}

function pause(on: boolean, body: Record<string, unknown> | null): Answer {
  for (const agent of agents) if (body?.scope === 'all_agents' || agent.agent === body?.agent) agent.paused = on;
  if (!on) return ok({ released: 3 });
  return ok({
    id: 'stp_new',
    kind: body?.scope,
    agents: body?.agent ? [body.agent as AgentName] : agents.map(({ agent }) => agent),
    by: 'usr_ana',
    at: Date.now(),
    liftedAt: null,
    held: 3,
    cancelled: 0,
    couldNotStop: commands.filter(({ id }) => id === 'cmd_mail'),
  });
}
