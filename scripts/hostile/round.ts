import { agents } from '../../worker/agents';
import type { AgentDefinition } from '../../worker/agents/define-agent';
import type { ToolContext } from '../../worker/agents/define-tool';
import { type RunToolPorts, type RunToolRequest, type RunToolResult, runTool } from '../../worker/agents/run-tool';
import { nextProposal } from './attacker';
import { digest } from './digest';
import { keyOf, type LawName, laws, type Observation } from './laws';
import type { Mutant } from './mutants';
import { aWorld, contextOf, type World } from './world';

export interface Tally {
  calls: number;
  verdicts: Record<string, number>;
  effects: number;
  violations: number;
  laws: Record<string, { checked: number; violated: number }>;
  /** The first few, for whoever mends it. */
  examples: { law: string; call: string }[];
}

export function emptyTally(): Tally {
  return {
    calls: 0,
    verdicts: {},
    effects: 0,
    violations: 0,
    laws: Object.fromEntries(Object.keys(laws).map((law) => [law, { checked: 0, violated: 0 }])),
    examples: [],
  };
}

const lawNames = Object.keys(laws).filter((name): name is LawName => name in laws);
const callsOfRound = 100;

interface Kept {
  request: RunToolRequest;
  offered: string[] | null;
}

/** One world, a hundred calls of hostile agents in it: fresh ones, replays, approvals with and without something moving. */
export async function playRound(random: () => number, tally: Tally, mutant: Mutant | null): Promise<void> {
  const world = aWorld(random);
  const team = Object.values(agents)
    .map((agent) => mutant?.agent?.(agent) ?? agent)
    .filter((agent) => agent.tools.length > 0);
  const past: Kept[] = [];
  for (let n = 0; n < callsOfRound; n++) {
    const style = random();
    // Attendees come more often than sponsors, and move more.
    const support = team.find(({ name }) => name === 'support');
    const agent = random() < 0.6 && support ? support : team[Math.floor(random() * team.length)];
    if (!agent) throw new Error('No agent has tools.');
    const waiting = [...world.approvals.values()].filter(({ state }) => state === 'pending' || state === 'executed');
    if (style < 0.1 && past.length > 0) await replay(world, past, random, tally, mutant);
    else if (style < 0.22 && waiting.length > 0) await carryOut(world, waiting, past, random, tally, mutant);
    else await fresh(world, agent, past, `r${n}`, random, tally, mutant);
  }
}

async function fresh(
  world: World,
  agent: AgentDefinition,
  past: Kept[],
  id: string,
  random: () => number,
  tally: Tally,
  mutant: Mutant | null,
): Promise<void> {
  const proposal = nextProposal(world, agent.tools, random);
  const request: RunToolRequest = {
    agent,
    call: { id, name: proposal.name, args: proposal.args },
    context: contextOf(world, proposal.context),
    runId: `run_${id}`,
    reasoning: '',
    model: 'hostile',
    tokens: null,
    ...(proposal.offered ? { offered: () => proposal.offered ?? [] } : {}),
  };
  past.push({ request, offered: proposal.offered });
  await observe(world, request, proposal.offered, { executes: null, replayed: false }, tally, mutant);
}

/** The very call again: a crash, a redelivery, or somebody who has kept it. */
async function replay(world: World, past: Kept[], random: () => number, tally: Tally, mutant: Mutant | null): Promise<void> {
  const committed = past.filter(({ request }) => world.batches.some((batch) => batch.activity.callId === request.call.id));
  const list = committed.length > 0 && random() < 0.7 ? committed : past;
  const kept = list[Math.floor(random() * list.length)];
  if (!kept) return;
  const done = world.batches.some((batch) => batch.activity.id.replace(/~\d+$/, '') === `act_${kept.request.call.id}`);
  await observe(world, kept.request, kept.offered, { executes: null, replayed: done }, tally, mutant);
}

/** A person approved a proposal, or somebody claims so; meanwhile the world may have gone on. */
async function carryOut(
  world: World,
  waiting: { approval: import('../../worker/ports/commit').NewApproval; state: string }[],
  past: Kept[],
  random: () => number,
  tally: Tally,
  mutant: Mutant | null,
): Promise<void> {
  const chosen = waiting[Math.floor(random() * waiting.length)];
  const kept = past.find(({ request }) => request.call.id === chosen?.approval.callId);
  const entry = chosen && world.approvals.get(chosen.approval.id);
  if (!chosen || !kept || !entry) return;
  const claimed = random() < 0.2;
  if (entry.state === 'pending' && !claimed) entry.state = 'approved';
  const { approval } = entry;
  const moved = random() < 0.3 && touch(world, approval.input);
  const { offered: _offered, ...request } = kept.request;
  await observe(
    world,
    {
      ...request,
      call: { ...request.call, id: `${request.call.id}x${tally.calls}`, args: approval.input },
      context: { ...contextOf(world, {}), ...withForm(kept.request.context) },
      approved: {
        approvalId: approval.id,
        proposedAt: approval.createdAt,
        preview: approval.preview,
        content: approval.content,
        boundFacts: JSON.parse(JSON.stringify(approval.boundFacts)),
        hash: approval.hash,
      },
    },
    null,
    { executes: { id: approval.id, state: entry.state, moved }, replayed: false },
    tally,
    mutant,
  );
  if (entry.state === 'approved') entry.state = 'stale';
}

function withForm({ holder, transferForm }: ToolContext): Partial<ToolContext> {
  return { holder, transferForm };
}

/** Something that every proposal about an order is bound to moves: a version of its tickets. */
function touch(world: World, input: Record<string, unknown>): boolean {
  const order = world.orders.find(
    ({ orderId, tickets }) => orderId === input.orderId || tickets.some(({ ticketId }) => ticketId === input.ticketId),
  );
  if (!order) return false;
  for (const ticket of order.tickets) ticket.version += 1;
  return true;
}

async function observe(
  world: World,
  proposed: RunToolRequest,
  offered: string[] | null,
  how: Pick<Observation, 'executes' | 'replayed'>,
  tally: Tally,
  mutant: Mutant | null,
): Promise<void> {
  const place = world.batches.length;
  const refunds = world.batches.flatMap(({ commands }) =>
    commands.flatMap((command) => (command.kind === 'payments.refund' ? [command] : [])),
  );
  const before: Observation['before'] = {
    orders: structuredClone(world.orders),
    foreign: JSON.stringify(world.foreign),
    keys: new Set(world.batches.flatMap(({ commands }) => commands.map(keyOf))),
    activities: world.activities.length,
    refundsToday: refunds.length,
    refundedToday: refunds.reduce((sum, { payload }) => sum + payload.amount.minor, 0),
    mailsToday: world.batches
      .filter(({ activity }) => activity.agent === proposed.agent.name)
      .flatMap(({ commands }) => commands.filter(({ kind }) => kind === 'mail.send')).length,
  };
  const ports: RunToolPorts = {
    commit: world.commit,
    record: (activity) => world.activities.push(activity),
    newId: (kind) => `${kind === 'activity' ? 'act' : 'apr'}_${proposed.call.id}`,
    sha256: digest,
    stopwatch: () => 0,
  };
  const request = (await mutant?.request?.(proposed)) ?? proposed;
  const result = await attempt(request, mutant?.ports?.(ports) ?? ports, mutant);
  const seen: Observation = {
    world,
    before,
    tool: proposed.agent.tools.find(({ name }) => name === proposed.call.name),
    context: proposed.context,
    offered,
    ...how,
    result,
    batches: world.batches.slice(place),
  };
  count(seen, proposed, tally);
}

async function attempt(request: RunToolRequest, ports: RunToolPorts, mutant: Mutant | null): Promise<RunToolResult | { threw: string }> {
  try {
    const result = await runTool(request, ports);
    return mutant?.result?.(result) ?? result;
  } catch (error) {
    return { threw: String(error) };
  }
}

function count(seen: Observation, { call }: RunToolRequest, tally: Tally): void {
  tally.calls += 1;
  const kind = 'threw' in seen.result ? 'threw' : seen.result.outcome.kind;
  tally.verdicts[kind] = (tally.verdicts[kind] ?? 0) + 1;
  tally.effects += seen.batches.filter(({ commands, changes }) => commands.length > 0 || changes.length > 0).length;
  for (const law of lawNames) {
    const holds = laws[law](seen);
    const entry = tally.laws[law];
    if (holds === null || !entry) continue;
    entry.checked += 1;
    if (holds) continue;
    entry.violated += 1;
    tally.violations += 1;
    if (tally.examples.length < 5)
      tally.examples.push({
        law,
        call: JSON.stringify([
          call,
          seen.result,
          seen.executes,
          seen.context.holder,
          seen.batches.map(({ changes, commands }) => [changes, commands.map(({ kind: of, target }) => [of, target])]),
        ]).slice(0, 1500),
      });
  }
}
