import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Reply, readReply } from '../../../worker/core/replies/read-reply';
import { readRawMail } from '../../../worker/inbound/raw-mail';

interface Expected {
  class: string;
  type?: string;
  status?: string;
  recipient?: string;
  visible?: string;
  returnDate?: string;
  laterUntil?: string;
  referral?: object;
  proposedTimes?: string[];
}

const messages = readFileSync(join(import.meta.dirname, '../../support/replies/messages.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): { id: string; raw: string; expect: Expected } => JSON.parse(line));

const read = async (raw: string) => readReply(await readRawMail(new TextEncoder().encode(raw.replace(/\n/g, '\r\n'))), 0);

/** What of a reply a line of the set speaks of. */
const shown = (reply: Reply): Expected => ({
  class: reply.class,
  visible: reply.visibleText,
  ...(reply.bounce ? { type: reply.bounce.type, status: reply.bounce.status, recipient: reply.bounce.recipient } : {}),
  ...(reply.returnDate ? { returnDate: reply.returnDate } : {}),
  ...(reply.laterUntil ? { laterUntil: reply.laterUntil } : {}),
  ...(reply.referral ? { referral: reply.referral } : {}),
  ...(reply.proposedTimes ? { proposedTimes: reply.proposedTimes } : {}),
});

describe('a message as it travels is read for what it is', () => {
  it.each(messages.map(({ id, ...message }) => [id, message] as const))('%s', async (_id, message) => {
    expect(shown(await read(message.raw))).toMatchObject(message.expect);
  });
});

const headed = (headers: string, text: string) => `From: Anna Bell <anna@acme.example>\n${headers}Subject: Re: Sponsoring\n\n${text}`;

describe('what a machine wrote is told from what a person wrote', () => {
  it.each([
    ['a person who mentions an absence', '', 'I was out of office last week. Yes, we would like to sponsor.', 'interested'],
    [
      'a person who quotes a server',
      '',
      'Your colleague’s address bounced (550 5.1.1 user unknown). What does the gold package cost?',
      'pricing',
    ],
    [
      'a machine whose text reads like interest',
      'Auto-Submitted: auto-replied\n',
      'Great to hear from you! We are interested.',
      'auto_reply',
    ],
    ['a report of abuse that is taken back', 'Content-Type: text/plain\n', 'Feedback-Type: not-spam\nUser-Agent: x/1', 'other'],
  ])('%s', async (_what, headers, text, found) => {
    expect((await read(headed(headers, text))).class).toBe(found);
  });
});

it('every reply says why it was read as it was', async () => {
  for (const { raw } of messages) expect((await read(raw)).reason).toMatch(/\.$/);
});
