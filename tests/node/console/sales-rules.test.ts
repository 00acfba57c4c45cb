import { describe, expect, test } from 'vitest';
import { companyOf } from '../../../web/console/dev/sales/companies';
import { messages } from '../../../web/console/dev/sales/outreach';
import { columnOf, positionAt, stepped, withDeal } from '../../../web/console/features/sales/board/board-order';
import { membersIn, reached } from '../../../web/console/features/sales/campaigns/funnel';
import { settingsOf, settingsProblems, usualSettings } from '../../../web/console/features/sales/campaigns/settings-draft';
import { shownItems, storyItems } from '../../../web/console/features/sales/company/story-items';
import { goalsOf, termsOf } from '../../../web/console/features/sales/company/terms';
import { hoursProblem, onWorkingDays, weeklyHours, withStretch } from '../../../web/console/features/sales/meetings/hours';
import { instantIn } from '../../../web/console/features/sales/meetings/local-time';
import { placeOf } from '../../../web/console/features/sales/place-of';
import { contentDiff } from '../../../web/console/features/sales/proposals/content-diff';
import { freshSectionId, sendable, shifted } from '../../../web/console/features/sales/proposals/draft';
import { recordsOf } from '../../../web/console/features/sales/proposals/source-words';
import { wordDiff } from '../../../web/console/features/sales/proposals/word-diff';
import { foundRows } from '../../../web/console/features/sales/replies/found-words';
import { dealStages } from '../../../web/console/features/sales/sales-words';
import { daysToMost } from '../../../web/console/features/sales/settings/ramp';
import { salesItemOf } from '../../../web/console/routes/sales-items';
import type { CampaignMember, CompanyStory, ProposalContent } from '../../../worker/contract/sales/outreach';
import type { Deal, Pipeline } from '../../../worker/contract/sales/pipeline';
import { dealStages as stagesOfRecords } from '../../../worker/core/sales-stages';

const deal = (id: string, stage: Deal['stage'], position: number, minor = 100): Deal => ({
  id,
  companyId: `com_${id}`,
  companyName: id,
  contactId: null,
  contactName: '',
  packageId: null,
  packageName: '',
  stage,
  amount: { minor, currency: 'EUR' },
  score: null,
  scoreParts: [],
  probability: null,
  lostReason: '',
  owner: null,
  nextAction: '',
  nextActionAt: null,
  position,
  version: 1,
  stageAt: 0,
  updatedAt: 0,
});

test('the board has the stages of the records in their order', () => {
  expect(dealStages).toEqual(stagesOfRecords);
});

describe('a place on the board', () => {
  const column = [deal('a', 'contacted', 1), deal('b', 'contacted', 2), deal('c', 'contacted', 4)];

  test.each([
    [0, 0],
    [1, 1.5],
    [2, 3],
    [3, 5],
  ])('at index %i is position %d', (index, position) => {
    expect(positionAt(column, index)).toBe(position);
  });

  test('in an empty column is position 1', () => expect(positionAt([], 0)).toBe(1));

  test('puts a deal between the two that it was dropped between', () => {
    const moved = { ...deal('x', 'contacted', positionAt(column, 1)) };
    expect(columnOf([...column, moved], 'contacted').map(({ id }) => id)).toEqual(['a', 'x', 'b', 'c']);
  });

  test('is left by arrow keys only as far as the board reaches', () => {
    const others = () => column;
    const from = { stage: 'prospect', index: 3 } as const;
    expect(stepped(from, 'ArrowLeft', dealStages, others)).toEqual(from);
    expect(stepped(from, 'ArrowDown', dealStages, others)).toEqual(from);
    expect(stepped(from, 'ArrowRight', dealStages, () => [])).toEqual({ stage: 'qualified', index: 0 });
    expect(stepped({ stage: 'lost', index: 0 }, 'ArrowUp', dealStages, others)).toEqual({ stage: 'lost', index: 0 });
  });
});

test('counts and amounts of the stages follow a deal that moves', () => {
  const board: Pipeline = {
    items: [deal('a', 'contacted', 1, 700), deal('b', 'contacted', 2, 300)],
    stages: dealStages.map((stage) => ({
      stage,
      deals: stage === 'contacted' ? 2 : 0,
      amount: { minor: stage === 'contacted' ? 1000 : 0, currency: 'EUR' },
    })),
    more: 0,
  };
  const after = withDeal(board, { ...deal('a', 'meeting', 1, 900) });
  const figures = after.stages.filter(({ deals }) => deals > 0).map(({ stage, deals, amount }) => [stage, deals, amount.minor]);
  expect(figures).toEqual([
    ['contacted', 1, 300],
    ['meeting', 1, 900],
  ]);
});

describe('a difference of words', () => {
  const shown = (from: string, to: string) =>
    wordDiff(from, to)
      .map(({ kind, text }) => (kind === 'added' ? `+${text}+` : kind === 'removed' ? `-${text}-` : text))
      .join('');

  test.each([
    ['Gold costs €16,000.', 'Gold costs €18,000.', 'Gold costs €-16-+18+,000.'],
    ['hire engineers', 'hire 30 engineers', 'hire +30 +engineers'],
    ['', 'new', '+new+'],
    ['gone', '', '-gone-'],
    ['same', 'same', 'same'],
    ['Grüße aus Köln', 'Grüße aus Porto', 'Grüße aus -Köln-+Porto+'],
  ])('from %j to %j is %j', (from, to, marked) => {
    expect(shown(from, to)).toBe(marked);
  });

  test('makes both texts again, whatever they are', () => {
    const texts = ['a b c d', 'b c x d e', '  a\n\nb ', 'x', '', '👩‍🚀 to Mars, 5 %'];
    for (const from of texts) {
      for (const to of texts) {
        const pieces = wordDiff(from, to);
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([from, to]);
      }
    }
  });

  test('of texts too long for it is the whole of both', () => {
    const [from, to] = ['a ', 'b '].map((word) => word.repeat(2500));
    expect(wordDiff(`${from}1`, `${to}2`)).toHaveLength(2);
  });
});

const content = (sections: [id: string, ...sentences: string[]][]): ProposalContent => ({
  title: 'T',
  locale: 'en',
  greeting: 'Hello',
  packageId: 'p',
  packageName: 'Gold',
  price: { minor: 1_600_000, currency: 'EUR', earlyBirdUntil: null },
  sections: sections.map(([id, ...sentences]) => ({
    id,
    heading: id,
    kind: 'text',
    sentences: sentences.map((text) => ({ text, sources: [] })),
  })),
});

describe('a proposal', () => {
  test('is compared section by section by their ids, what is gone last', () => {
    const diff = contentDiff(
      content([
        ['why', 'One.'],
        ['old', 'Gone.'],
      ]),
      content([
        ['new', 'Fresh.'],
        ['why', 'Two.'],
      ]),
    );
    expect(diff.filter(({ changed }) => changed).map(({ id, from, to }) => [id, from, to])).toEqual([
      ['new', '', 'new\nFresh.'],
      ['why', 'why\nOne.', 'why\nTwo.'],
      ['old', 'old\nGone.', ''],
    ]);
  });

  test('leaves empty sentences out of what is saved, and is not saved when nothing is left', () => {
    expect(sendable(content([['why', 'One.', '  ']]))?.sections[0]?.sentences).toHaveLength(1);
    expect(sendable({ ...content([['why']]), sections: [{ id: 'x', heading: '', kind: 'text', sentences: [] }] })).toBeNull();
  });

  test('gives a new section an id that no other has', () => {
    expect(freshSectionId(content([['section-2'], ['b']]).sections)).toBe('section-3');
  });

  test('keeps its order where a section cannot move further', () => {
    expect([shifted(['a', 'b'], 0, -1), shifted(['a', 'b'], 0, 1)]).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ]);
  });
});

const member = (more: Partial<CampaignMember>): CampaignMember => ({
  id: 'mem',
  companyId: 'com',
  companyName: '',
  contactName: '',
  state: 'found',
  score: 90,
  step: 0,
  nextAt: null,
  next: '',
  approvalId: null,
  stopReason: null,
  dealId: null,
  proposalId: null,
  ...more,
});

describe('a company of a campaign', () => {
  test.each([
    [{ state: 'contacted' }, 'contacted'],
    [{ state: 'done', step: 4 }, 'contacted'],
    [{ state: 'stopped', stopReason: 'booking', step: 2 }, 'meeting'],
    [{ state: 'stopped', stopReason: 'reply', step: 1 }, 'replied'],
    [{ state: 'stopped', stopReason: 'bounce', step: 1 }, 'contacted'],
    [{ state: 'stopped', stopReason: 'rejected_by_person', proposalId: 'pro_1' }, 'proposed'],
    [{ state: 'stopped', stopReason: 'campaign_cancelled' }, 'qualified'],
    [{ state: 'stopped', stopReason: 'score_below_minimum', score: 79 }, 'found'],
    [{ state: 'found', score: null }, 'found'],
  ] satisfies [Partial<CampaignMember>, string][])('%j came as far as %s', (more, stage) => {
    expect(reached(member(more), 80)).toBe(stage);
  });

  test('counts in every step that it passed', () => {
    const members = [member({ state: 'meeting' }), member({ state: 'proposed', proposalId: 'pro_1' }), member({ score: 40 })];
    const counts = (['found', 'qualified', 'proposed', 'replied', 'meeting'] as const).map((stage) => membersIn(members, stage, 80).length);
    expect(counts).toEqual([3, 2, 2, 1, 1]);
  });
});

describe('settings of a campaign', () => {
  test('as proposed are without problems and mean 20, 10, 80 and days 3, 7, 14', () => {
    expect(settingsProblems(usualSettings)).toEqual({});
    expect(settingsOf(usualSettings)).toMatchObject({ prospects: 20, best: 10, minimumScore: 80, followUpDays: [3, 7, 14] });
  });

  test.each([
    [{ followUpDays: '7, 3' }, 'followUpDays'],
    [{ followUpDays: '1 2 3 4 5 6' }, 'followUpDays'],
    [{ followUpDays: 'soon' }, 'followUpDays'],
    [{ best: '21' }, 'best'],
    [{ prospects: '' }, 'prospects'],
    [{ minimumScore: '101' }, 'minimumScore'],
  ])('%j say what is wrong with %s', (part, field) => {
    expect(Object.keys(settingsProblems({ ...usualSettings, ...part }))).toEqual([field]);
  });

  test('without follow-ups are fine', () => {
    expect(settingsOf({ ...usualSettings, followUpDays: ' ' }).followUpDays).toEqual([]);
  });
});

describe('hours of a week', () => {
  const monday = { weekday: 1, from: '09:00', to: '12:00' };

  test.each([
    [[monday, { weekday: 1, from: '13:00', to: '17:00' }], null],
    [[monday, { weekday: 1, from: '11:00', to: '17:00' }], 'These overlap'],
    [[{ weekday: 1, from: '12:00', to: '12:00' }], 'Each must end after it begins'],
    [[{ weekday: 1, from: '', to: '12:00' }], 'Enter times such as 09:00'],
    [[], null],
  ])('%j on Monday: %s', (hours, problem) => {
    expect(hoursProblem(hours, 1)).toBe(problem);
  });

  test('get another stretch after the last, which is again without problems', () => {
    const more = withStretch([monday, { weekday: 2, from: '09:00', to: '10:00' }], 1);
    expect(more.map(({ weekday, from, to }) => [weekday, from, to])).toEqual([
      [1, '09:00', '12:00'],
      [1, '13:00', '15:00'],
      [2, '09:00', '10:00'],
    ]);
    expect(hoursProblem(more, 1)).toBeNull();
  });

  test('of one day are put on all working days, and weekends stay', () => {
    const week = onWorkingDays([monday, { weekday: 3, from: '08:00', to: '09:00' }, { weekday: 6, from: '10:00', to: '11:00' }], 1);
    expect(week.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(weeklyHours(week)).toBe(16);
  });
});

test.each([
  ['2027-01-15T15:00', 'Europe/Lisbon', '2027-01-15T15:00:00.000Z'],
  ['2027-07-15T15:00', 'Europe/Lisbon', '2027-07-15T14:00:00.000Z'],
  ['2027-07-15T15:00', 'America/New_York', '2027-07-15T19:00:00.000Z'],
  ['2027-03-28T02:30', 'Europe/Berlin', null],
  ['2027-10-31T02:30', 'Europe/Berlin', '2027-10-31T00:30:00.000Z'],
  ['', 'Europe/Berlin', null],
])('clocks show %j in %s at %s', (local, zone, instant) => {
  const found = instantIn(local, zone);
  expect(found === null ? null : new Date(found).toISOString()).toBe(instant);
});

test('terms are typed with commas or lines, and stand once and in lower case', () => {
  expect(termsOf('Cloud, developers;\nCLOUD , ')).toEqual(['cloud', 'developers']);
});

test('a goal that was there keeps where it came from, a new one was noted by hand', () => {
  expect(goalsOf('Hire 30\nBe known\n', [{ text: 'Hire 30', source: 'careers page' }])).toEqual([
    { text: 'Hire 30', source: 'careers page' },
    { text: 'Be known', source: 'noted by hand' },
  ]);
});

test.each([
  [{ rampStart: 20, rampGrowthPercent: 20, dailyMost: 120 }, 10],
  [{ rampStart: 120, rampGrowthPercent: 0, dailyMost: 120 }, 0],
  [{ rampStart: 20, rampGrowthPercent: 0, dailyMost: 120 }, null],
])('%j reaches its most after %j days', (ramp, days) => {
  expect(daysToMost(ramp)).toBe(days);
});

test.each([
  ['/sales', '/sales'],
  ['/sales/companies/com_1', '/sales/companies'],
  ['/sales/settings/packages', '/sales/settings'],
  ['/settings', ''],
])('%s is a page of %j', (path, item) => {
  expect(salesItemOf(path)).toBe(item);
});

test('the story tells what people did, and leaves what machines opened to the mail', () => {
  const company = companyOf('com_nimbus');
  const mail = messages.find(({ id }) => id === 'msg_n1');
  if (!company || !mail) throw new Error('the invented company has no mail');
  const story: CompanyStory = {
    company,
    deal: null,
    engagement: null,
    proposals: [],
    messages: [mail],
    meetings: [],
    notes: company.notes,
  };
  const items = storyItems(story);
  expect(items.map(({ id }) => id)).toEqual(['not_2', 'not_1', 'e5', 'e4', 'e3', 'msg_n1']);
  expect(shownItems(items, 'engagement').map(({ id }) => id)).toEqual(['e5', 'e4', 'e3']);
});

test.each([
  ['/events/evt_1/companies/com_1', '/sales/companies/com_1'],
  ['/events/evt_1/approvals/apr_1', '/approvals/apr_1'],
  ['/sales/replies/msg_1', '/sales/replies/msg_1'],
  ['//elsewhere.example', null],
  ['https://elsewhere.example', null],
  ['', null],
])('the link %j of the server leads to %j', (link, place) => {
  expect(placeOf(link)).toBe(place);
});

test('a sentence names each record that it stands on once, with all that is used of it', () => {
  const source = (kind: 'sponsorship' | 'company' | 'organizer', id: string, field: string) => ({ kind, id, field });
  const sources = [
    source('sponsorship', 'spo_1', 'quote'),
    source('company', 'com_1', 'goals:0'),
    source('sponsorship', 'spo_1', 'year'),
    source('organizer', 'f1', 'text'),
  ];
  expect(recordsOf(sources).map(({ label }) => label)).toEqual([
    'Past sponsorship: quote, year',
    'Their record: goals',
    'Fact of the organizer',
  ]);
});

test('what was found in a reply is told in words, and what the agent made of it', () => {
  expect(
    foundRows({ language: 'de', returnDate: '2026-12-01', proposedTimes: ['2026-12-01T15:00'], act: 'offer_meeting', acted: 'waiting' }),
  ).toEqual([
    ['Language', 'German'],
    ['Back on', expect.stringContaining('2026')],
    ['Times they propose', expect.stringMatching(/2026.*(15:00|3:00)/)],
    ['The agent', 'wants to offer a meeting; it waits for approval'],
  ]);
  expect(foundRows({})).toEqual([]);
});
