import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../worker/core/replies/read-reply';
import { redFlagsIn } from '../../../worker/core/sales/red-flags';
import { routeReply } from '../../../worker/core/sales/routing';

const now = Date.parse('2027-03-01T10:00:00Z');
const reply = (over: Partial<Reply>): Reply => ({ class: 'other', confidence: 0.9, reason: '', visibleText: '', ...over });

describe('where an answer leads', () => {
  it.each([
    [{ class: 'interested' }, { ends: 'reply', stage: 'engaged', act: 'offer_meeting' }],
    [{ class: 'meeting' }, { ends: 'reply', act: 'offer_meeting' }],
    [{ class: 'question' }, { ends: 'reply', act: 'answer' }],
    [{ class: 'pricing' }, { ends: 'reply', act: 'answer' }],
    [{ class: 'objection' }, { ends: 'reply', act: 'answer' }],
    [
      { class: 'wrong_person', referral: { name: 'Ines Costa', email: 'ines@x.example' } },
      { ends: 'reply', act: null, task: expect.stringContaining('Ines Costa') },
    ],
    [
      { class: 'later', laterUntil: '2027-06-01' },
      { ends: 'reply', act: null, at: Date.parse('2027-06-01T07:00:00Z') },
    ],
    [{ class: 'not_interested' }, { ends: 'reply', stage: 'lost', act: null, task: null }],
    [{ class: 'unsubscribe' }, { ends: 'opt_out', wholeCompany: true, suppress: 'opt_out' }],
    [
      { class: 'auto_reply', returnDate: '2027-03-05' },
      { ends: null, at: Date.parse('2027-03-08T08:00:00Z') },
    ],
    [{ class: 'auto_reply' }, { ends: null, at: null }],
    [
      { class: 'bounce', bounce: { type: 'hard', status: '5.1.1', reason: '', recipient: '' } },
      { ends: 'bounce', suppress: 'hard_bounce' },
    ],
    [
      { class: 'bounce', bounce: { type: 'soft', status: '4.2.2', reason: '', recipient: '' } },
      { ends: null, suppress: null, at: now + 172_800_000 },
    ],
    [{ class: 'complaint' }, { ends: 'complaint', wholeCompany: true, suppress: 'complaint' }],
    [{ class: 'hostile_legal' }, { ends: 'reply', wholeCompany: true, act: null, task: expect.stringContaining('person') }],
    [{ class: 'other' }, { ends: 'reply', act: null, task: expect.any(String) }],
  ] as [Partial<Reply>, object][])('%j', (over, route) => {
    expect(routeReply(reply(over), { now, timeZone: 'Europe/Berlin' })).toMatchObject(route);
  });
});

describe('what a person has to deal with', () => {
  it.each([
    ['Our legal department wants to review the contract terms first.', { legal: true }],
    ['Unser Anwalt meldet sich.', { legal: true }],
    ['Could you give us a 15% discount?', { otherPrice: true }],
    ['Geht es auch mit Rabatt?', { otherPrice: true }],
    ['Is there something in it for me, a small kickback?', { ethics: true }],
    ['We would like the attendee list with emails.', { ethics: true }],
    ['What does the Gold package cost, and when is the event?', { legal: false, otherPrice: false, ethics: false }],
    ['Sounds good, send me the details please.', { legal: false, otherPrice: false, ethics: false }],
  ])('%s', (text, flags) => {
    expect(redFlagsIn(text)).toMatchObject(flags);
  });
});
