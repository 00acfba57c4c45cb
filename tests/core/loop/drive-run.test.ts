import { describe, expect, it } from 'vitest';
import { driveRun, type RunDriver } from '../../../durable-objects/drive-run';
import type { ToolContext } from '../../../worker/agents/define-tool';
import { supportAgent } from '../../../worker/agents/support/agent';
import { readReply } from '../../../worker/agents/support/reply';
import { groundOf, supportRequest, type TurnSituation } from '../../../worker/agents/support/request';
import type { JournalEntry, RunState } from '../../../worker/core/loop/journal';
import { embeddedModel } from '../../../worker/models/embedded';
import type { ModelPort } from '../../../worker/ports/model';
import { anOrder, aTicket, eur } from '../../support/a-order';
import { aToolContext, memoryCommit } from '../../support/a-tool-context';
import { modelReply, scriptedModel } from '../../support/scripted-model';

const ada = { orderId: 'ord_ada', email: 'ada@example.org' };
const order = anOrder({ tickets: [aTicket(), aTicket({ ticketId: 'tkt_ada2' })] });
const embedded = embeddedModel();
class Crash extends Error {}

interface Stage {
  model: ModelPort;
  context?: Partial<ToolContext>;
  says?: string;
  memory?: ReturnType<typeof memoryCommit>;
  /** The process dies when it wants to keep entry number so many. */
  crashAt?: number;
  journal?: JournalEntry[];
  mayGoOn?: () => boolean;
}

/** One run over in-memory ports; what it leaves behind is what a crash leaves behind. */
async function drive({
  model,
  context = {},
  says = 'hello',
  memory = memoryCommit(),
  crashAt = -1,
  journal = [],
  mayGoOn = () => true,
}: Stage) {
  const tools = aToolContext([order], { holder: ada, ...context });
  const inMemory: JournalEntry[] = [];
  const situation = (run: RunState): TurnSituation => ({
    event: tools.event,
    policy: tools.policy.event,
    now: tools.now,
    locale: 'en',
    verified: tools.holder !== null,
    holderName: null,
    turns: [{ from: 'attendee', text: says }],
    run,
  });
  const driver: RunDriver = {
    runId: 'run_1',
    agent: supportAgent,
    model,
    embedded,
    entries: [...journal],
    append: (entry) => inMemory.push(entry),
    keep() {
      if (crashAt >= journal.length && crashAt < journal.length + inMemory.length) throw new Crash();
      journal.push(...inMemory.splice(0));
    },
    request: (run) => supportRequest(supportAgent, [], situation(run)),
    context: async () => tools,
    commit: memory.commit,
    record: (activity) => memory.activities.push(activity),
    sha256: memory.ports.sha256,
    committed: async () => {},
    proposed: async () => {},
    handedOver: () => {},
    unusable(text, run) {
      const by = run.embeddedOnly || run.model === 'embedded' ? 'embedded' : 'language_model';
      const read = readReply(
        text,
        groundOf(situation(run), by, { publicUrl: 'https://events.example.org', pageHosts: [], policy: tools.policy.event }),
      );
      return read.ok ? null : read.why;
    },
    mayGoOn,
  };
  return { end: await driveRun(driver), memory, journal: journal.concat(inMemory), kept: journal };
}

const resend = { name: 'resend_ticket', args: { ticketId: 'tkt_ada1' } };
const refund = { name: 'process_refund', args: { orderId: 'ord_ada', ticketId: 'tkt_ada2', amount: eur(120), reason: 'ill' } };
const script = () =>
  scriptedModel({ calls: [{ name: 'lookup_ticket', args: {} }] }, { calls: [resend, refund] }, modelReply('Both are on their way.'));

describe('a run that is killed', () => {
  it('before any entry of its journal was written goes on from there, with every effect once', async () => {
    const whole = await drive({ model: script() });
    expect(whole.end).toMatchObject({ end: 'text' });
    const effects = whole.memory.commands().map((command) => command.idempotencyKey);
    expect(effects).toHaveLength(2);

    for (let crashAt = 0; crashAt < whole.journal.length; crashAt++) {
      const memory = memoryCommit();
      const journal: JournalEntry[] = [];
      await expect(drive({ model: script(), memory, crashAt, journal })).rejects.toThrow(Crash);
      // What the model says after a crash is what it would have said: the turns that are not journaled yet.
      const turns = journal.filter((entry) => entry.kind === 'model').length;
      const rest = [{ calls: [{ name: 'lookup_ticket', args: {} }] }, { calls: [resend, refund] }, modelReply('Both are on their way.')];
      const after = await drive({ model: scriptedModel(...rest.slice(turns)), memory, journal });
      expect(after.end, `killed at ${crashAt}`).toMatchObject({ end: 'text' });
      expect(memory.commands().map((command) => command.idempotencyKey)).toEqual(effects);
    }
  });
});

describe('the journal', () => {
  const passages = { search: { index: async () => 0, remove: async () => {}, search: async () => [] } };

  it('keeps nothing of a turn of reads and free decisions, which lead to the same again', async () => {
    const { end, journal, kept } = await drive({ model: embedded, says: 'When do the doors open?', context: passages });
    expect(end).toMatchObject({ end: 'text' });
    expect(journal.length).toBeGreaterThan(1);
    expect(kept).toEqual([]);
  });

  it('holds a turn that was paid for, and what came before it, when the next one fails', async () => {
    const kept: JournalEntry[] = [];
    const model = scriptedModel({ calls: [{ name: 'lookup_ticket', args: {} }] }, () => {
      throw new Crash();
    });
    await expect(drive({ model, journal: kept })).rejects.toThrow(Crash);
    expect(kept.map((entry) => entry.kind)).toEqual(['model', 'tool']);
  });

  it('holds a call with an effect before the next is made', async () => {
    const kept: JournalEntry[] = [];
    const stops = { steps: 0 };
    const model = scriptedModel({ calls: [resend, refund] });
    await drive({ model, journal: kept, mayGoOn: () => ++stops.steps <= 2 });
    expect(kept.map((entry) => entry.kind)).toEqual(['model', 'tool']);
  });
});

describe('a language model', () => {
  const passages = { search: { index: async () => 0, remove: async () => {}, search: async () => [] } };

  it.each([
    ['promises what nothing supports', modelReply('You get 100 % back until 3 June.')],
    ['cites what it never read', modelReply('Doors open early.', { passageIds: ['psg_invented'] })],
    ['does not keep to the form', { text: 'Sure, I refunded you!' }],
  ])('that %s is out, the embedded one finishes, and the run says so', async (_name, turn) => {
    const model = scriptedModel(turn);
    const { end, journal } = await drive({ model, says: 'When do the doors open?', context: passages });
    model.verify();
    expect(end).toMatchObject({ end: 'text', run: { embeddedOnly: true, model: 'embedded' } });
    expect(end.run.fallback).toMatch(/supports|cites|form/);
    expect(journal.filter((entry) => entry.kind === 'rejected')).toHaveLength(1);
  });

  it('that wants tools for ever is given up after ten turns', async () => {
    const model = scriptedModel(...Array.from({ length: 10 }, () => ({ calls: [{ name: 'lookup_ticket', args: {} }] })));
    expect((await drive({ model })).end).toMatchObject({ end: 'given_up' });
    model.verify();
  });

  it('that asks for a hundred calls at once gets eight of them', async () => {
    const model = scriptedModel({ calls: Array.from({ length: 100 }, () => ({ name: 'lookup_ticket', args: {} })) }, modelReply('Done.'));
    const { journal } = await drive({ model });
    expect(journal.filter((entry) => entry.kind === 'tool')).toHaveLength(8);
  });

  it('that invents tools and arguments is told so and changes nothing', async () => {
    const model = scriptedModel(
      {
        calls: [
          { name: 'drop_tables', args: {} },
          { name: 'process_refund', args: { ...refund.args, amount: eur(1e9) } },
          { name: 'process_refund', args: 'all of it' },
          { name: 'resend_ticket', args: { ticketId: 'tkt_ada1', to: 'eve@evil.example' } },
          { name: 'transfer_ticket', args: { ticketId: 'tkt_ada1', email: 'eve@evil.example' } },
        ],
      },
      (request) => {
        const results = request.messages.filter((message) => message.role === 'tool').map((message) => JSON.parse(message.text));
        expect(results.map((result) => result.kind)).toEqual(Array(5).fill('refused'));
        return modelReply('I could not do that.');
      },
    );
    const { memory } = await drive({ model });
    model.verify();
    expect(memory.batches).toEqual([]);
  });

  it('that repeats a refund in one turn makes one', async () => {
    const model = scriptedModel({ calls: [refund, refund, refund] }, modelReply('Done.'));
    const { memory } = await drive({ model });
    expect(memory.commands()).toHaveLength(1);
  });

  it('takes no further step after a person took over', async () => {
    let steps = 0;
    const model = scriptedModel({ calls: [resend, refund] });
    const { end, memory } = await drive({ model, mayGoOn: () => ++steps <= 2 });
    expect(end).toMatchObject({ end: 'stopped' });
    expect(memory.commands()).toHaveLength(1);
  });
});
