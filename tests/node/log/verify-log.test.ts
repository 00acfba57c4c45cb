import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readExport } from '../../../scripts/verify-log/from-file';
import { resultLine, verified } from '../../../scripts/verify-log/verified';
import { append, genesis } from '../../../worker/core/log/chain';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

async function anExport(change: (file: { entries: { row: { tool: string } }[]; remembered: unknown }) => void = () => {}): Promise<string> {
  const rows = ['a', 'b', 'c'].map((tool, n) => ({ id: `act_${n}`, tool, created_at: n }));
  const { entries, head } = await append(
    digest,
    genesis('evt_1'),
    rows.map((row) => ({ source: 'agent_support_activities', rowId: row.id, row })),
  );
  const file = {
    format: 'eventos-log-1',
    eventId: 'evt_1',
    eventName: 'Days',
    clock: 'real',
    remembered: head,
    entries: entries.map((entry, n) => ({ ...entry, sealedAt: 5, prunedAt: null, row: rows[n] ?? { id: '', tool: '', created_at: 0 } })),
  };
  change(file);
  return JSON.stringify(file);
}

async function lineFor(text: string): Promise<string> {
  const log = readExport(text, 'log.json');
  return resultLine(log, await verified(log));
}

describe('an exported log', () => {
  it('that is whole is told so, with its head', async () => {
    expect(await lineFor(await anExport())).toMatch(/^evt_1 \(Days\): ok, 3 entries, 3 rows, head [0-9a-f]{64}$/);
  });

  it('with a changed row is broken at that row', async () => {
    const text = await anExport((file) => {
      for (const entry of file.entries.slice(1, 2)) entry.row.tool = 'x';
    });
    expect(await lineFor(text)).toBe(
      'evt_1 (Days): BROKEN at entry 2: The row act_1 of agent_support_activities was changed after it was sealed.',
    );
  });

  it('that was cut off is broken at its end', async () => {
    const text = await anExport((file) => {
      file.entries.pop();
    });
    expect(await lineFor(text)).toBe('evt_1 (Days): BROKEN at entry 3: The chain ends at entry 2; 3 were sealed.');
  });

  it('whose remembered head was taken out says that its end is not compared', async () => {
    const text = await anExport((file) => {
      file.remembered = null;
    });
    expect(await lineFor(text)).toContain('the end is not compared');
  });

  it.each([
    ['not JSON', '{"format":', 'is not JSON, or was cut off'],
    ['something else', '{"orders":[]}', 'is not an export of a log'],
  ])('that is %s is refused with what to do', (_name, text, message) => {
    expect(() => readExport(text, 'log.json')).toThrow(message);
  });
});
