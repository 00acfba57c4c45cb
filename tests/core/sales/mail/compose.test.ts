import { describe, expect, test } from 'vitest';
import { composeOutreach, type OutreachInput, type OutreachMail, usableAngles } from '../../../../worker/core/sales/mail/compose';
import { composeProposal } from '../../../../worker/core/sales/proposal/compose';
import { followUpAngles } from '../../../../worker/core/sales-stages';
import { aCompany, aCrmContact, anOwnSponsorship, aPackage, aSponsoredEvent, somePackages } from '../../../support/sales-facts';
import { unsupportedNumbers } from '../../../support/supported-numbers';

const now = Date.parse('2026-11-22T12:00:00Z');
const link = 'https://events.example.org/p/abc';

function input(angle: OutreachInput['angle'], over: Partial<OutreachInput> = {}): OutreachInput {
  const facts = {
    event: aSponsoredEvent(),
    company: aCompany(),
    contact: aCrmContact(),
    packages: somePackages(),
    sponsorships: [anOwnSponsorship()],
    now,
  };
  const proposal = composeProposal({ ...facts, ...over });
  if ('problem' in proposal) throw new Error(proposal.problem);
  const thread = angle === 'first' ? null : { subject: 'Tidewater and Brightwave', angles: ['first' as const] };
  return { ...facts, angle, proposal: proposal.content, links: { proposal: link }, thread, ...over };
}
function written(angle: OutreachInput['angle'], over: Partial<OutreachInput> = {}): OutreachMail {
  const mail = composeOutreach(input(angle, over));
  if ('problem' in mail) throw new Error(mail.problem);
  return mail;
}
const problemOf = (angle: OutreachInput['angle'], over: Partial<OutreachInput> = {}) => {
  const mail = composeOutreach(input(angle, over));
  return 'problem' in mail ? mail.problem : null;
};
const textOf = ({ greeting, paragraphs, closing }: OutreachMail) => [greeting, ...paragraphs.map(({ text }) => text), closing].join('\n');

const companies = Array.from({ length: 30 }, (_, n) => aCompany({ id: `cmp_${n}x${n * 13}` }));
const all = companies.flatMap((company) =>
  (['en', 'de', 'en-US'] as const).flatMap((locale) =>
    followUpAngles.map((angle) => ({ angle, mail: written(angle, { company, locale }) })),
  ),
);

describe('every mail of every angle, for 30 companies in three locales', () => {
  test('is short, without exclamation marks and without advertising', () => {
    for (const { angle, mail } of all) {
      expect(textOf(mail).split(/\s+/).length, textOf(mail)).toBeLessThan(angle === 'first' ? 150 : 85);
      expect(`${mail.subject} ${textOf(mail)}`).not.toMatch(
        /!|circle back|touch base|just checking|hope this finds you|quick question|bump/i,
      );
    }
  });

  test('has a subject of at most 60 characters', () => {
    for (const { mail } of all) expect(mail.subject.length, mail.subject).toBeLessThanOrEqual(60);
  });

  test('states no number that its sources do not hold', () => {
    for (const { angle, mail } of all) {
      const facts = input(angle);
      for (const { text, sources } of mail.paragraphs) expect(unsupportedNumbers({ text, sources }, facts), text).toEqual([]);
    }
  });

  test('greets by the full name, not as a friend', () => {
    expect(new Set(all.map(({ mail }) => mail.greeting))).toEqual(new Set(['Dear Anna de Vries,', 'Guten Tag Anna de Vries,']));
  });

  test('has one link, to the proposal; the last one has none', () => {
    for (const { angle, mail } of all)
      expect(mail.paragraphs.flatMap((one) => one.link?.href ?? [])).toEqual(angle === 'last_word' ? [] : [link]);
  });
});

describe('follow-ups', () => {
  test('refer to the thread and never repeat an angle', () => {
    expect(written('audience').subject).toBe('Re: Tidewater and Brightwave');
    expect(written('goal', { thread: { subject: 'Re: AW: Tidewater and Brightwave', angles: ['first'] } }).subject).toBe(
      'Re: Tidewater and Brightwave',
    );
    expect(problemOf('goal', { thread: { subject: 'x', angles: ['first', 'goal'] } })).toBe('This has been said already (goal).');
    expect(problemOf('first', { thread: { subject: 'x', angles: ['first'] } })).toMatch(/has gone out already/);
    expect(problemOf('goal', { thread: null })).toMatch(/needs a first mail/);
  });

  test('do not ask with the words of the one before', () => {
    const asks = (['audience', 'social_proof', 'goal'] as const).map(
      (angle, at) => written(angle, { thread: { subject: 'x', angles: followUpAngles.slice(0, at + 1) } }).paragraphs.at(-1)?.text,
    );
    expect(new Set(asks).size).toBe(3);
  });

  test.each<[OutreachInput['angle'], string, Partial<OutreachInput>]>([
    ['scarcity', 'neither a date nor few left', { packages: [aPackage({ earlyBird: null, stock: null })] }],
    ['scarcity', 'the early price is over', { packages: [aPackage({ stock: null })], now: Date.parse('2027-03-01T00:00:00Z') }],
    ['social_proof', 'no sponsorships', { sponsorships: [] }],
    ['audience', 'nothing is known of it', { event: aSponsoredEvent({ facts: [], attendees: 0, capacity: null }) }],
    ['goal', 'no goals', { company: aCompany({ goals: [] }) }],
  ])('%s has nothing to say where %s', (angle, _why, over) => {
    expect(problemOf(angle, over)).toBe(`The records hold nothing to say for this angle (${angle}).`);
  });

  test('the angles that can be used are those that are true and new', () => {
    const { angle: _, ...bare } = input('goal', { sponsorships: [] });
    expect(usableAngles({ ...bare, thread: { subject: 'x', angles: ['first', 'audience'] } })).toEqual(['goal', 'scarcity', 'last_word']);
    expect(usableAngles({ ...bare, thread: null })).toEqual(['first']);
  });
});

test('a price that moved since the proposal was written stops the mail', () => {
  const before = input('first');
  const packages = before.packages.map((one) => ({ ...one, earlyBird: null }));
  const mail = composeOutreach({ ...before, packages });
  expect('problem' in mail && mail.problem).toMatch(/price of Current has changed/);
  const offSale = composeOutreach({ ...before, packages: [] });
  expect('problem' in offSale && offSale.problem).toMatch(/off sale/);
});

test('a long name of event and company still gives a subject that fits', () => {
  const mail = written('first', {
    event: aSponsoredEvent({ name: 'The International Conference on Everything That Matters to Makers 2027' }),
    company: aCompany({ name: 'Vereinigte Werkstätten für angewandte Messtechnik und Söhne' }),
  });
  expect(mail.subject).toBe('A proposal for you');
});
