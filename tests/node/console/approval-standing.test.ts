import { describe, expect, test } from 'vitest';
import { approvals } from '../../../web/console/dev/approvals';
import { commands } from '../../../web/console/dev/work';
import { castText, factRows } from '../../../web/console/features/approvals/approval-words';
import { firstRight, standingOf, stillAsked } from '../../../web/console/features/approvals/standing';
import { undoable } from '../../../web/console/features/approvals/undoable';
import type { Approval, CommandView } from '../../../worker/contract/work';

const ana = { id: 'usr_ana', name: 'Ana' };
const rui = { id: 'usr_rui', name: 'Rui' };
const jonas = { id: 'usr_jonas', name: 'Jonas' };

function anApproval(more: Partial<Approval>): Approval {
  const [first] = approvals;
  if (!first) throw new Error('the invented data has no proposal');
  return { ...first, ...more };
}
function aCommand(more: Partial<CommandView>): CommandView {
  const [first] = commands;
  if (!first) throw new Error('the invented data has no effect');
  return { ...first, approvalId: 'apr_1', state: 'authorised', undoUntil: 1000, ...more };
}

describe('where a person stands towards a proposal', () => {
  const open = { mayDecide: null, whyNot: null, votes: [], requestedBy: null };

  test('is their own right first, then the rights delegated to them', () => {
    const approval = anApproval({
      ...open,
      deciders: [
        { by: ana, onBehalfOf: rui },
        { by: ana, onBehalfOf: null },
        { by: jonas, onBehalfOf: null },
      ],
    });
    expect(standingOf(approval, 'usr_ana').rights).toEqual([null, rui]);
    expect(firstRight(approval, 'usr_ana')).toEqual({});
    expect(stillAsked(approval)).toEqual([ana, jonas]);
  });

  test('names whose right is used where there is only a delegated one', () => {
    expect(firstRight(anApproval({ ...open, deciders: [{ by: ana, onBehalfOf: rui }] }), 'usr_ana')).toEqual({ onBehalfOf: 'usr_rui' });
  });

  test.each<[string, Partial<Approval>, string]>([
    [
      'has voted',
      { votes: [{ by: ana, onBehalfOf: null, decision: 'approve', reason: null, at: 1 }] },
      'You have voted on this version already.',
    ],
    ['asked for it', { requestedBy: ana }, 'Whoever asked for something does not approve it.'],
    ['is no owner', { required: { ...anApproval({}).required, role: 'owner' } }, 'Only owners decide on this.'],
    ['is told by the server', { mayDecide: false, whyNot: 'Above your limit.' }, 'Above your limit.'],
  ])('says why a person who %s may not decide, though frames of the socket do not', (_, more, why) => {
    expect(standingOf(anApproval({ ...open, deciders: [{ by: jonas, onBehalfOf: null }], ...more }), 'usr_ana')).toEqual({
      rights: [],
      whyNot: why,
    });
  });
});

test('an approval that is not enough yet says how many are missing', () => {
  const vote = { by: ana, onBehalfOf: null, decision: 'approve' as const, reason: null, at: 1 };
  const approval = anApproval({ votes: [vote], required: { ...anApproval({}).required, needed: 3 } });
  expect(castText(approval, 'approve')).toMatch(/^Your approval counts\. 2 more are needed: /);
  expect(castText({ ...approval, state: 'approved' }, 'approve')).toMatch(/^Approved: /);
});

test('facts of provenance are words, and money has its currency', () => {
  expect(factRows({ provenance: 'untrusted_text', percentToday: 50 })).toEqual([
    ['Provenance', 'Typed by somebody, unproved'],
    ['Percent today', '50'],
  ]);
});

describe('an approval can be taken back', () => {
  test('while all that it put on its way waits for the end of the undo window', () => {
    expect(undoable([aCommand({ id: 'a' }), aCommand({ id: 'b', approvalId: 'apr_2', state: 'confirmed' })], 'apr_1', 999)?.id).toBe('a');
  });

  test.each<[string, CommandView[], number]>([
    ['the window is over', [aCommand({})], 1000],
    ['one effect has left', [aCommand({}), aCommand({ state: 'claimed' })], 0],
    ['nothing is on its way', [aCommand({ approvalId: null })], 0],
    ['it has no window', [aCommand({ undoUntil: null })], 0],
  ])('not when %s', (_, list, now) => expect(undoable(list, 'apr_1', now)).toBeNull());
});
