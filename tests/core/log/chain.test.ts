import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { append, type ChainEntry, canonicalForm, genesis, noteRow, type StoredRow } from '../../../worker/core/log/chain';
import { noteText, stretches } from '../../../worker/core/log/notes';
import { endVerification, type Link, startVerification, verifyLinks } from '../../../worker/core/log/verify';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const eventId = 'evt_1';
const day = 86_400_000;

const aRow = (n: number, over: StoredRow = {}): StoredRow => ({
  id: `act_${n}`,
  tool: 'lookup_ticket',
  created_at: n,
  reasoning: null,
  ...over,
});

/** Five sealed rows, as the tables hold them. */
async function aLog(rows = [1, 2, 3, 4, 5].map((n) => aRow(n))): Promise<Link[]> {
  const { entries } = await append(
    digest,
    genesis(eventId),
    rows.map((row) => ({ source: 'agent_support_activities', rowId: String(row.id), row })),
  );
  return entries.map((entry, index) => ({ entry: { ...entry, sealedAt: 1000, prunedAt: null }, row: rows[index] ?? null }));
}

async function withNote(links: Link[], text: string): Promise<Link[]> {
  const last = links.at(-1)?.entry ?? { seq: 0, hash: '' };
  const { entries } = await append(digest, last, [{ source: 'log_notes', rowId: text, row: noteRow(text) }]);
  return [...links, ...entries.map((entry) => ({ entry: { ...entry, sealedAt: 1000, prunedAt: null }, row: null }))];
}

async function verdictOn(
  links: Link[],
  { remembered = null as { seq: number; hash: string } | null, pageSize = 2, realClock = true } = {},
) {
  let state = startVerification(eventId);
  for (let at = 0; at < links.length; at += pageSize)
    state = await verifyLinks(digest, state, links.slice(at, at + pageSize), { remembered, realClock });
  return endVerification(state, { remembered, realClock });
}

const changed = (links: Link[], at: number, change: (link: Link) => Link): Link[] =>
  links.map((link, index) => (index === at ? change(link) : link));
const entryWith =
  (over: Partial<ChainEntry>) =>
  (link: Link): Link => ({ ...link, entry: { ...link.entry, ...over } });

describe('the canonical form of a row', () => {
  it('is the same whatever the order of the columns', () => {
    expect(canonicalForm({ b: 1, a: 'x' })).toBe(canonicalForm({ a: 'x', b: 1 }));
    expect(canonicalForm({ b: 1, a: 'x' })).toBe('{"a":"x","b":1}');
  });
  it('leaves empty columns out, so that a column of a later version changes nothing', () => {
    expect(canonicalForm({ a: 'x', later: null })).toBe(canonicalForm({ a: 'x' }));
  });
  it.each([
    [{ a: '1' }, { a: 1 }],
    [{ a: '' }, { a: null }],
    [{ a: 'x', b: 'y' }, { a: 'x","b":"y' }],
    [{ a: 'x\ny' }, { a: 'x', y: '' }],
  ])('tells %j from %j', (one, other) => {
    expect(canonicalForm(one)).not.toBe(canonicalForm(other));
  });
});

describe('a chain', () => {
  it('verifies as it was sealed, in pages of any size', async () => {
    const links = await aLog();
    const head = { seq: 5, hash: links[4]?.entry.hash ?? '' };
    for (const pageSize of [1, 2, 5, 100])
      expect(await verdictOn(links, { remembered: head, pageSize })).toMatchObject({ broken: null, entries: 5, rows: 5, head });
  });

  it('that is empty verifies, and so does one that nobody remembers', async () => {
    expect(await verdictOn([])).toMatchObject({ broken: null, entries: 0 });
    expect((await verdictOn(await aLog())).broken).toBeNull();
  });

  it('of another event does not verify as this one', async () => {
    const { entries } = await append(digest, genesis('evt_2'), [{ source: 'command_transitions', rowId: 'x', row: aRow(1) }]);
    const links = entries.map((entry) => ({ entry: { ...entry, sealedAt: 0, prunedAt: null }, row: aRow(1) }));
    expect((await verdictOn(links)).broken).toMatchObject({ seq: 1, problem: 'entry_changed' });
  });

  const tampering: [string, (links: Link[]) => Link[] | Promise<Link[]>, object][] = [
    [
      'a changed row',
      (l) => changed(l, 2, (link) => ({ ...link, row: aRow(3, { tool: 'process_refund' }) })),
      { seq: 3, problem: 'row_changed', rowId: 'act_3' },
    ],
    [
      'a column that was emptied',
      (l) => changed(l, 2, (link) => ({ ...link, row: aRow(3, { tool: null }) })),
      { seq: 3, problem: 'row_changed' },
    ],
    ['a deleted row', (l) => changed(l, 1, (link) => ({ ...link, row: null })), { seq: 2, problem: 'row_deleted' }],
    [
      'a deleted row whose entry says that it was pruned',
      (l) => changed(l, 1, (link) => ({ row: null, entry: { ...link.entry, prunedAt: 9 } })),
      { seq: 2, problem: 'row_deleted' },
    ],
    ['a deleted entry', (l) => l.filter((_, index) => index !== 2), { seq: 3, problem: 'entry_missing' }],
    ['a deleted first entry', (l) => l.slice(1), { seq: 1, problem: 'entry_missing' }],
    ['an entry that was inserted in between', (l) => [...l.slice(0, 2), ...l.slice(1)], { seq: 2, problem: 'entry_out_of_order' }],
    [
      'a row and its hash changed together',
      async (l) =>
        changed(
          changed(l, 2, (link) => ({ ...link, row: aRow(9) })),
          2,
          entryWith({ rowHash: digest(canonicalForm(aRow(9))) }),
        ),
      { seq: 3, problem: 'entry_changed' },
    ],
    [
      'two entries that changed places',
      (l) => [l[0], l[2], l[1], l[3], l[4]].flatMap((link) => link ?? []),
      { seq: 2, problem: 'entry_missing' },
    ],
    [
      'two rows that changed places under their numbers',
      (l) => l.map((link, i) => ({ ...link, row: l[i === 1 ? 2 : i === 2 ? 1 : i]?.row ?? null })),
      { seq: 2, problem: 'row_changed' },
    ],
    ['an entry that names another row', (l) => changed(l, 1, entryWith({ rowId: 'act_1' })), { seq: 2, problem: 'entry_changed' }],
    [
      'an entry that names another table',
      (l) => changed(l, 1, entryWith({ source: 'command_transitions' })),
      { seq: 2, problem: 'entry_changed' },
    ],
    ['a changed hash', (l) => changed(l, 4, entryWith({ hash: digest('x') })), { seq: 5, problem: 'entry_changed' }],
    ['entries cut off at the end', (l) => l.slice(0, 3), { seq: 4, problem: 'truncated' }],
    ['all entries gone', () => [], { seq: 1, problem: 'truncated' }],
  ];
  it.each(tampering)('shows %s', async (_name, tamper, broken) => {
    const links = await aLog();
    const remembered = { seq: 5, hash: links[4]?.entry.hash ?? '' };
    for (const pageSize of [1, 2, 100])
      expect((await verdictOn(await tamper(links), { remembered, pageSize })).broken).toMatchObject(broken);
  });

  it('that was rewritten from some entry on, all hashes right, is not the one that was remembered', async () => {
    const links = await aLog();
    const remembered = { seq: 5, hash: links[4]?.entry.hash ?? '' };
    const forged = await aLog([aRow(1), aRow(2), aRow(3, { tool: 'nothing' }), aRow(4), aRow(5), aRow(6)]);
    expect((await verdictOn(forged)).broken).toBeNull();
    expect((await verdictOn(forged, { remembered })).broken).toMatchObject({ seq: 5, problem: 'not_the_remembered_head' });
  });

  it('that was rewritten together with what is remembered is not the one that an earlier export shows', async () => {
    const links = await aLog();
    const forged = await aLog([aRow(1), aRow(2, { tool: 'nothing' }), aRow(3)]);
    const options = { remembered: { seq: 3, hash: forged[2]?.entry.hash ?? '' }, realClock: true };
    const verdict = async (witness: { seq: number; hash: string }) =>
      endVerification(await verifyLinks(digest, startVerification(eventId), forged, { ...options, witness }), { ...options, witness })
        .broken;
    expect(await verdict({ seq: 1, hash: links[0]?.entry.hash ?? '' })).toBeNull();
    expect(await verdict({ seq: 2, hash: links[1]?.entry.hash ?? '' })).toMatchObject({ seq: 2, problem: 'not_the_remembered_head' });
    expect(await verdict({ seq: 5, hash: links[4]?.entry.hash ?? '' })).toMatchObject({ seq: 4, problem: 'truncated' });
  });

  it('goes on behind the remembered head: what was sealed since is no fault', async () => {
    const links = await aLog();
    expect((await verdictOn(links, { remembered: { seq: 3, hash: links[2]?.entry.hash ?? '' } })).broken).toBeNull();
  });

  it('still verifies after retention deleted rows and noted it', async () => {
    const note = noteText({ kind: 'pruned', at: 5, ranges: stretches([1, 2]) });
    const links = (await withNote(await aLog(), note)).map((link, index) =>
      index < 2 ? { row: null, entry: { ...link.entry, prunedAt: 5 } } : link,
    );
    expect(await verdictOn(links)).toMatchObject({ broken: null, entries: 6, rows: 4, pruned: 2 });
  });

  it('counts rows that were sealed more than a day after they say they were written, on a real clock only', async () => {
    const links = (await aLog()).map((link) => ({ ...link, entry: { ...link.entry, sealedAt: 2 * day } }));
    expect((await verdictOn(links)).late).toBe(5);
    expect((await verdictOn(links, { realClock: false })).late).toBe(0);
  });
});

it.each([
  [[], []],
  [[4], [[4, 4]]],
  [
    [1, 2, 3, 7, 8, 10],
    [
      [1, 3],
      [7, 8],
      [10, 10],
    ],
  ],
] as [number[], [number, number][]][])('stretches of %j are %j', (seqs, expected) => {
  expect(stretches(seqs)).toEqual(expected);
});
