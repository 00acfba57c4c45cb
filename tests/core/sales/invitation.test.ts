import { describe, expect, it } from 'vitest';
import { type Invitation, invitation } from '../../../worker/core/sales/calendar/invitation';

const meeting: Invitation = {
  ...{
    method: 'REQUEST',
    uid: 'mtg_1@events.example',
    sequence: 0,
    title: 'Sponsoring, "Gold"; Cloud Days',
    description: 'See you.\nBring questions.',
  },
  ...{ location: 'Video, https://meet.example/1', url: 'https://events.example/m/abc', now: Date.UTC(2027, 0, 10) },
  ...{ startsAt: Date.UTC(2027, 2, 2, 9), endsAt: Date.UTC(2027, 2, 2, 9, 30) },
  organizer: { name: 'Cloud Days', email: 'partners@clouddays.example' },
  guest: { name: 'Ada Berg', email: 'ada@nordlicht.example' },
};

/** Unfolded content lines, as RFC 5545 reads them. */
const linesOf = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n');
const propertyOf = (lines: string[], name: string) => lines.find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));

describe('an invitation', () => {
  const lines = linesOf(invitation(meeting));

  it.each([
    ['METHOD', 'METHOD:REQUEST'],
    ['UID', 'UID:mtg_1@events.example'],
    ['SEQUENCE', 'SEQUENCE:0'],
    ['DTSTART', 'DTSTART:20270302T090000Z'],
    ['DTEND', 'DTEND:20270302T093000Z'],
    ['DTSTAMP', 'DTSTAMP:20270110T000000Z'],
    ['SUMMARY', String.raw`SUMMARY:Sponsoring\, "Gold"\; Cloud Days`],
    ['DESCRIPTION', String.raw`DESCRIPTION:See you.\nBring questions.`],
    ['STATUS', 'STATUS:CONFIRMED'],
  ])('says %s', (name, line) => {
    expect(propertyOf(lines, name)).toBe(line);
  });

  it('names who invites and who is asked to answer', () => {
    expect(propertyOf(lines, 'ORGANIZER')?.toLowerCase()).toContain('mailto:partners@clouddays.example');
    const guest = propertyOf(lines, 'ATTENDEE') ?? '';
    expect(guest).toContain('RSVP=TRUE');
    expect(guest.toLowerCase()).toContain('mailto:ada@nordlicht.example');
  });

  it('a new time and a cancellation keep the uid and carry a higher sequence', () => {
    const moved = linesOf(
      invitation({ ...meeting, sequence: 1, startsAt: meeting.startsAt + 3_600_000, endsAt: meeting.endsAt + 3_600_000 }),
    );
    const cancelled = linesOf(invitation({ ...meeting, method: 'CANCEL', sequence: 2 }));
    expect([propertyOf(moved, 'UID'), propertyOf(cancelled, 'UID')]).toEqual([propertyOf(lines, 'UID'), propertyOf(lines, 'UID')]);
    expect([propertyOf(moved, 'SEQUENCE'), propertyOf(cancelled, 'SEQUENCE')]).toEqual(['SEQUENCE:1', 'SEQUENCE:2']);
    expect([propertyOf(cancelled, 'METHOD'), propertyOf(cancelled, 'STATUS')]).toEqual(['METHOD:CANCEL', 'STATUS:CANCELLED']);
  });

  it('a name with a line break adds no property', () => {
    const attacked = invitation({
      ...meeting,
      title: 'Hi\r\nATTENDEE:mailto:x@evil.example',
      guest: { name: 'A\r\nURL:https://evil.example', email: 'a@b.example' },
    });
    expect(linesOf(attacked).filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
    expect(linesOf(attacked).some((line) => line.startsWith('URL:https://evil'))).toBe(false);
  });

  it('no line is longer than 75 octets', () => {
    const long = invitation({ ...meeting, description: 'Grüße aus Köln. '.repeat(40) });
    for (const line of long.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });
});
