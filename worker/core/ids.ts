import { z } from 'zod';

export const idPrefixes = {
  organization: 'org',
  event: 'evt',
  ticketType: 'tty',
  order: 'ord',
  ticket: 'tkt',
  attendee: 'att',
  refund: 'ref',
  transfer: 'trf',
  document: 'doc',
  passage: 'psg',
  conversation: 'cnv',
  message: 'msg',
  run: 'run',
  approval: 'apr',
  activity: 'act',
  command: 'cmd',
  receipt: 'rcp',
  transition: 'ctr',
  vote: 'vot',
  delegation: 'dlg',
  stop: 'stp',
  autonomyProposal: 'aut',
  erasure: 'era',
  inboundMail: 'inb',
  suppression: 'sup',
  import: 'imp',
  mail: 'mel',
  challenge: 'otc',
  request: 'req',
  company: 'cmp',
  contact: 'con',
  sponsorship: 'spo',
  package: 'pkg',
  deal: 'dea',
  note: 'nte',
  proposal: 'pro',
  visit: 'vis',
  campaign: 'cam',
  member: 'cmb',
  salesMessage: 'sms',
  engagement: 'eng',
  meeting: 'mtg',
} as const;

export type IdKind = keyof typeof idPrefixes;
export type Id = string;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A sortable identifier: prefix, 10 characters of milliseconds since 1970 and 14 of randomness (70 bits), base 32.
 * Pure. Time and randomness are passed in; `random` holds at least 14 bytes.
 */
export function makeId(kind: IdKind, nowMs: number, random: Uint8Array): Id {
  if (random.length < 14) throw new RangeError('makeId needs 14 random bytes');
  let time = '';
  for (let rest = Math.floor(nowMs), i = 0; i < 10; i++) {
    time = alphabet[rest % 32] + time;
    rest = Math.floor(rest / 32);
  }
  let noise = '';
  for (let i = 0; i < 14; i++) noise += alphabet[(random[i] ?? 0) % 32];
  return `${idPrefixes[kind]}_${time}${noise}`;
}

/** Schema of an identifier of one kind. */
export function idSchema(kind: IdKind) {
  return z.string().regex(new RegExp(`^${idPrefixes[kind]}_[0-9a-z]{6,40}$`), `must be an id that starts with ${idPrefixes[kind]}_`);
}
