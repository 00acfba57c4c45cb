import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../worker/core/instant';
import { nextMoves, type PlannedCampaign, type PlannedMember } from '../../../worker/core/sales/plan';
import { CampaignSettings } from '../../../worker/core/sales/types';

const now = Date.parse('2027-03-01T10:00:00Z');
const campaign = (over: Partial<PlannedCampaign> = {}, settings: Partial<CampaignSettings> = {}): PlannedCampaign => ({
  state: 'running',
  settings: CampaignSettings.parse(settings),
  eventStartsAt: now + 90 * dayMs,
  eventCancelled: false,
  ...over,
});
const member = (over: Partial<PlannedMember> = {}): PlannedMember => ({
  id: 'cmb_1',
  companyId: 'cmp_1',
  companyName: 'Brightwave',
  state: 'contacted',
  score: 90,
  stopReason: null,
  notBefore: null,
  proposalId: 'pro_1',
  contactId: 'con_1',
  contactStopped: null,
  dealStage: 'contacted',
  mails: [],
  answered: false,
  booked: false,
  approval: null,
  angles: ['audience', 'social_proof'],
  ...over,
});
const out = (step: number, daysAgo: number, angle: 'first' | 'audience' | 'social_proof' | 'last_word') => ({
  ...{ step, angle, state: 'out' as const, at: now - daysAgo * dayMs },
});
const first = out(0, 3, 'first');

describe('what a campaign does next', () => {
  const table: [string, Partial<PlannedMember>, object[]][] = [
    ['scores what was found', { state: 'found', score: null }, [{ move: 'qualify' }]],
    ['chooses once all are scored', { state: 'found' }, [{ move: 'choose', chosen: ['cmb_1'], dropped: [] }]],
    ['drops what is below the minimum', { state: 'found', score: 79 }, [{ move: 'choose', chosen: [], dropped: ['cmb_1'] }]],
    ['looks for somebody to write to', { state: 'qualified', proposalId: null, contactId: null }, [{ move: 'find_contact' }]],
    ['writes a proposal', { state: 'qualified', proposalId: null }, [{ move: 'propose' }]],
    ['sends the first mail', { state: 'proposed' }, [{ move: 'write', step: 0, angle: 'first' }]],
    ['follows up on day 3 with another angle', { mails: [first] }, [{ move: 'write', step: 1, angle: 'audience' }]],
    ['not before day 3', { mails: [out(0, 2.9, 'first')] }, []],
    [
      'follows up on day 7 with an angle that was not used',
      { mails: [out(0, 7, 'first'), out(1, 4, 'audience')] },
      [{ step: 2, angle: 'social_proof' }],
    ],
    [
      'ends with a last word',
      { mails: [out(0, 14, 'first'), out(1, 11, 'audience'), out(2, 7, 'social_proof')] },
      [{ step: 3, angle: 'last_word' }],
    ],
    ['keeps a day between two mails', { mails: [out(0, 7, 'first'), out(1, 0.5, 'audience')] }, []],
    ['waits while a mail is on its way', { mails: [{ ...first, state: 'waiting' }] }, []],
    ['waits for a person', { mails: [first], approval: { tool: 'send_email', state: 'pending' } }, []],
    [
      'goes on after what was approved has left',
      { mails: [first], approval: { tool: 'send_email', state: 'other' } },
      [{ move: 'write', step: 1 }],
    ],
    ['waits until an absence is over', { mails: [first], notBefore: now + dayMs }, []],
    [
      'is done when all was said and watched',
      { mails: [out(0, 30, 'first'), out(1, 27, 'audience'), out(2, 23, 'social_proof'), out(3, 7, 'last_word')] },
      [{ move: 'finish' }],
    ],
    ['stops at an answer', { mails: [first], answered: true }, [{ move: 'stop', reason: 'reply' }]],
    ['stops at a booking', { mails: [first], booked: true }, [{ move: 'stop', reason: 'booking' }]],
    ['stops at a signature', { mails: [first], dealStage: 'signed' }, [{ move: 'stop', reason: 'signed' }]],
    ['stops at a bounce', { mails: [first], contactStopped: 'bounce' }, [{ move: 'stop', reason: 'bounce' }]],
    [
      'stops where a person said no',
      { approval: { tool: 'send_email', state: 'rejected' } },
      [{ move: 'stop', reason: 'rejected_by_person' }],
    ],
    [
      'stops where nobody decided',
      { approval: { tool: 'send_email', state: 'expired' } },
      [{ move: 'stop', reason: 'rejected_by_person' }],
    ],
  ];
  it.each(table)('%s', (_title, over, moves) => {
    const plan = nextMoves(campaign(), [member(over)], now);
    // When nobody is left the campaign ends as well.
    expect(plan.moves.filter(({ move }) => move !== 'end')).toMatchObject(moves);
    expect(plan.moves.filter(({ move }) => move !== 'end')).toHaveLength(moves.length);
  });
  it('searches first, and ends when nobody is left', () => {
    expect(nextMoves(campaign(), [], now).moves).toEqual([{ move: 'search' }]);
    expect(nextMoves(campaign(), [member({ state: 'done' })], now).moves).toEqual([{ move: 'end' }]);
  });
  it('does nothing while it is paused, and says so', () => {
    const plan = nextMoves(campaign({ state: 'paused' }), [member({ mails: [first] })], now);
    expect([plan.moves, plan.outlook.map(({ text }) => text)]).toEqual([[], ['Paused; nothing is sent.']]);
  });
  it('stops everything once the event begins', () => {
    expect(nextMoves(campaign({ eventStartsAt: now }), [member()], now).moves).toContainEqual({
      move: 'stop',
      memberId: 'cmb_1',
      reason: 'event_past',
    });
  });
  it('takes those that were named before better ones, and no more than it may', () => {
    const found = [1, 2, 3].map((n) => member({ id: `cmb_${n}`, companyId: `cmp_${n}`, state: 'found', score: 90 + n }));
    const plan = nextMoves(campaign({}, { best: 2, include: ['cmp_1'] }), found, now);
    expect(plan.moves).toEqual([{ move: 'choose', chosen: ['cmb_1', 'cmb_3'], dropped: ['cmb_2'] }]);
  });
  it('says when it looks again: at the earliest that something comes', () => {
    const plan = nextMoves(
      campaign(),
      [member({ mails: [out(0, 1, 'first')] }), member({ id: 'cmb_2', companyId: 'cmp_2', mails: [out(0, 2, 'first')] })],
      now,
    );
    expect(plan.lookAt).toBe(now + dayMs);
    expect(plan.outlook[1]?.text).toBe('Follow-up 1, on whom it would reach.');
  });
});
