import { invitation } from '../../../core/sales/calendar/invitation';
import type { MailCommand } from '../../../ports/commands';
import type { Letterhead, MailComposer } from '../../../ports/mail-composer';

/** A meeting as its mails are made from it. Instants are milliseconds since 1970. */
export interface MeetingOccasion {
  id: string;
  uid: string;
  sequence: number;
  title: string;
  startsAt: number | null;
  minutes: number;
  location: string;
  token: string;
  guest: { name: string; email: string; timeZone: string | null; locale: string | null };
}

export interface MeetingNews {
  meeting: MeetingOccasion;
  /** `offered` goes to the guest alone; what was agreed goes to both sides. */
  kind: 'offered' | 'booked' | 'moved' | 'cancelled';
  letterhead: Letterhead;
  composer: MailComposer;
  now: number;
}

export const meetingAddress = (publicUrl: string, token: string) => `${publicUrl}/m/${token}`;
export const meetingUid = (publicUrl: string, meetingId: string) => `${meetingId}@${new URL(publicUrl).hostname}`;

/** The mails that tell of a meeting, one key for each side and turn of it. Pure. */
export function meetingMails(news: MeetingNews): MailCommand[] {
  const { meeting, kind, letterhead } = news;
  const organizer = { name: letterhead.name, email: letterhead.contactEmail, timeZone: letterhead.timeZone, locale: null };
  const readers: [string, MeetingOccasion['guest']][] = [
    ['guest', meeting.guest],
    ...(kind === 'offered' ? [] : [['organizer', organizer] satisfies [string, MeetingOccasion['guest']]]),
  ];
  return readers.map(([side, reader]) => ({
    kind: 'mail.send',
    target: reader.email,
    idempotencyKey: `meeting:${meeting.id}:${kind}:${meeting.sequence}:${side}`,
    payload: { mail: mailTo(news, reader), purpose: 'service' },
  }));
}

function mailTo({ meeting, kind, letterhead, composer, now }: MeetingNews, reader: MeetingOccasion['guest']) {
  const link = meetingAddress(letterhead.publicUrl, meeting.token);
  const { startsAt, minutes, title, location } = meeting;
  const method = kind === 'cancelled' ? ('CANCEL' as const) : ('REQUEST' as const);
  const calendar =
    kind === 'offered' || startsAt === null
      ? null
      : {
          method,
          text: invitation({
            ...{ method, uid: meeting.uid, sequence: meeting.sequence, title, location, url: link, startsAt, now },
            description: `${title}\n${link}`,
            endsAt: startsAt + minutes * 60_000,
            organizer: { name: letterhead.name, email: letterhead.contactEmail },
            guest: meeting.guest,
          }),
        };
  return composer.compose(
    {
      ...{ template: 'meeting', kind, readerName: reader.name, title, startsAt, minutes, location, link, calendar },
      timeZone: reader.timeZone ?? letterhead.timeZone,
    },
    { ...letterhead, locale: reader.locale },
    reader.email,
  );
}
