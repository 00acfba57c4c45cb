import { describe, expect, it } from 'vitest';
import { finishedCalls, fold, type JournalEntry, type ToolOutcome } from '../../../worker/core/loop/journal';
import { maximumIterations, nextStep, type Step } from '../../../worker/core/loop/next-step';

const done: ToolOutcome = { kind: 'done', output: { ok: true } };
const model = (text: string, ...names: string[]): JournalEntry => ({
  kind: 'model',
  text,
  toolCalls: names.map((name) => ({ id: `${name}-${text}`, name, args: {} })),
  model: 'gpt-4o',
  inputTokens: 10,
  outputTokens: 5,
  ms: 1,
});
const tool = (callId: string): JournalEntry => ({ kind: 'tool', callId, outcome: done, ms: 1 });

/** A run of a model that calls `calls` tools a turn for `turns` turns and then answers, as a world answers `nextStep`. */
function world(turns: number, calls: number) {
  let asked = 0;
  return (step: Step): JournalEntry | null => {
    if (step.do === 'call_tool') return tool(step.call.id);
    if (step.do === 'ask_model') {
      asked += 1;
      return asked <= turns ? model(`turn ${asked}`, ...Array.from({ length: calls }, (_, i) => `tool_${i}`)) : model('the answer');
    }
    return null;
  };
}

function journalOf(turns: number, calls: number): { entries: JournalEntry[]; last: Step } {
  const answer = world(turns, calls);
  const entries: JournalEntry[] = [];
  for (;;) {
    const step = nextStep(fold(entries));
    const entry = answer(step);
    if (!entry) return { entries, last: step };
    entries.push(entry);
  }
}

describe('a run', () => {
  it('asks the model, calls its tools in order, and ends with the text', () => {
    const { entries, last } = journalOf(2, 2);
    expect(entries.map((entry) => entry.kind)).toEqual(['model', 'tool', 'tool', 'model', 'tool', 'tool', 'model']);
    expect(last).toEqual({ do: 'finish', text: 'the answer' });
  });
  it('after a crash anywhere takes the same steps as without it', () => {
    for (const [turns, calls] of [
      [0, 0],
      [1, 1],
      [3, 4],
      [9, 8],
    ] as const) {
      const { entries } = journalOf(turns, calls);
      for (let kept = 0; kept < entries.length; kept++) {
        const step = nextStep(fold(structuredClone(entries.slice(0, kept))));
        const next = entries[kept];
        expect(step.do).toBe(next?.kind === 'model' ? 'ask_model' : 'call_tool');
        if (step.do === 'call_tool' && next?.kind === 'tool') expect(step.call.id).toBe(next.callId);
      }
    }
  });
  it('is given up after ten model turns that all want tools, with every tool of the last turn called', () => {
    const { entries, last } = journalOf(50, 2);
    expect(entries.filter((entry) => entry.kind === 'model')).toHaveLength(maximumIterations);
    expect(entries.filter((entry) => entry.kind === 'tool')).toHaveLength(maximumIterations * 2);
    expect(last).toEqual({ do: 'give_up', why: 'iterations' });
    expect(maximumIterations).toBe(10);
  });
  it('whose tenth turn is an answer still gives it', () => {
    expect(journalOf(9, 1).last).toEqual({ do: 'finish', text: 'the answer' });
  });
  it('that is finished does nothing more', () => {
    const { entries } = journalOf(1, 1);
    expect(nextStep(fold([...entries, { kind: 'finished', outcome: 'answered' }]))).toEqual({ do: 'nothing' });
  });
  it('whose answer was rejected asks again, knows why, and only the embedded model from then on', () => {
    const { entries } = journalOf(1, 1);
    const state = fold([...entries, { kind: 'rejected', why: 'it promised 100 %' }]);
    expect(state).toMatchObject({ embeddedOnly: true, fallback: 'it promised 100 %', iterations: 2 });
    expect(nextStep(state)).toEqual({ do: 'ask_model' });
    expect(finishedCalls(state)).toHaveLength(1);
  });
  it('whose rejected answer was its tenth turn is given up, not asked for ever', () => {
    const entries = Array.from({ length: 9 }, (_, i) => [model(`turn ${i}`, 'a'), tool(`a-turn ${i}`)]).flat();
    const state = fold([...entries, model('the answer'), { kind: 'rejected', why: 'ungrounded' }]);
    expect(nextStep(state)).toEqual({ do: 'give_up', why: 'iterations' });
  });
  it('counts tokens and remembers the model that answered last and why it was another one', () => {
    const fallback: JournalEntry = {
      ...model('b'),
      kind: 'model',
      model: 'embedded',
      fallback: 'it was down',
      inputTokens: 1,
      outputTokens: 0,
    } as JournalEntry;
    expect(fold([model('a', 'x'), fallback])).toMatchObject({
      inputTokens: 11,
      outputTokens: 5,
      model: 'embedded',
      fallback: 'it was down',
    });
  });
});
