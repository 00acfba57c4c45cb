import { afterEach, describe, expect, it } from 'vitest';
import { formatSender, isAddress, parseSender } from '../../../worker/connectors/mail-rules';
import { createMailbox } from '../../../worker/connectors/mailbox/mailbox';
import { createResend } from '../../../worker/connectors/resend/client';
import { tagOf, textOfTag } from '../../../worker/connectors/resend/wire';
import { type FakeResend, startFakeResend } from '../../support/fake-resend';
import type { Fault } from '../../support/loopback';
import { aCall, aMail, mailConformance } from '../../support/mail-conformance';
import { memoryMailbox } from '../../support/stand-in-stores';

let fake: FakeResend | undefined;

async function open(options: { apiKey?: string; timeoutMs?: number } = {}) {
  fake = await startFakeResend('re_test');
  const mail = createResend({ apiKey: options.apiKey ?? 're_test', baseUrl: fake.url, timeoutMs: options.timeoutMs });
  return { mail, service: fake, sentCount: async () => fake?.sent.size ?? 0 };
}

afterEach(async () => {
  await fake?.close();
  expect(fake?.complaints ?? []).toEqual([]);
  fake = undefined;
});

mailConformance('Resend', open);
mailConformance('the embedded mailbox', async () => {
  const store = memoryMailbox();
  return { mail: createMailbox(store), sentCount: async () => store.entries.size };
});

describe('the mail that Resend gets', () => {
  it('has sender, parts, attachment, tags and the key as the wire wants them', async () => {
    const { mail, service } = await open();
    await mail.send(aMail({ from: { name: 'Lantern, "the" Festival', address: 'hello@lanternfest.example' } }), aCall('ticket:1'));
    expect(service.sent.get('mail-1')?.body).toMatchObject({
      from: '"Lantern, \\"the\\" Festival" <hello@lanternfest.example>',
      to: ['ana@example.org'],
      reply_to: 'team@lanternfest.example',
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: [{ filename: 'ticket.png', content: 'iVBORw0KGgo=', content_type: 'image/png', content_id: 'ticket-qr' }],
      tags: [
        { name: 'command', value: 'cmd_0001' },
        { name: 'organization', value: 'org_lantern' },
        { name: 'key', value: tagOf('ticket:1') },
      ],
    });
    expect(service.requests[0]?.headers['idempotency-key']).toBe('ticket:1');
  });
});

const outcomes: [what: string, fault: Fault, expected: object][] = [
  ['429 with seconds', { when: 'before', status: 429, headers: { 'retry-after': '7' } }, { status: 'failed', retryAfterMs: 7000 }],
  [
    '429 with ratelimit-reset',
    { when: 'before', status: 429, headers: { 'ratelimit-reset': '2' } },
    { status: 'failed', retryAfterMs: 2000 },
  ],
  [
    '429 with a date',
    {
      when: 'before',
      status: 429,
      headers: { date: 'Fri, 15 Jan 2027 08:00:00 GMT', 'retry-after': 'Fri, 15 Jan 2027 08:00:30 GMT' },
    },
    { status: 'failed', retryAfterMs: 30_000 },
  ],
  ['429 that names nothing', { when: 'before', status: 429 }, { status: 'failed', retryAfterMs: 1000 }],
  [
    '429 for the day',
    { when: 'before', status: 429, body: '{"name":"daily_quota_exceeded","message":"x"}' },
    { status: 'failed', retryAfterMs: 3_600_000 },
  ],
  [
    '400',
    { when: 'before', status: 400, body: '{"name":"validation_error","message":"no"}' },
    { status: 'failed', detail: { error: 'validation_error' } },
  ],
  ['a redirect', { when: 'before', status: 302, headers: { location: 'http://127.0.0.1:9/' } }, { status: 'failed' }],
  ['500', { when: 'after', status: 500 }, { status: 'unknown' }],
  ['502 of a gateway, in JSON', { when: 'before', status: 502, body: '{"message":"bad gateway"}' }, { status: 'unknown' }],
  ['another call under way', { when: 'before', status: 409, body: '{"name":"concurrent_idempotent_requests"}' }, { status: 'unknown' }],
  ['a reset connection', { when: 'after', fail: 'reset' }, { status: 'unknown' }],
  ['an answer that breaks off', { when: 'after', fail: 'cut' }, { status: 'unknown' }],
  ['200 with a page that is no answer', { when: 'after', fail: 'garbage' }, { status: 'unknown' }],
  ['200 without an id', { when: 'after', status: 200, body: '{"id":""}' }, { status: 'unknown' }],
  ['no answer in time', { when: 'after', fail: 'hang' }, { status: 'unknown', reason: 'Resend: no answer within 150 ms' }],
];

describe('what is known after a call to Resend', () => {
  it.each(outcomes)('%s', async (_what, fault, expected) => {
    const { mail, service } = await open({ timeoutMs: 150 });
    service.fail(fault);
    const outcome = await mail.send(aMail(), aCall('ticket:1'));
    expect(outcome).toMatchObject(expected);
    if (!('retryAfterMs' in expected)) expect(outcome).not.toHaveProperty('retryAfterMs');
  });

  it('is told without the address that a refusal names', async () => {
    const { mail, service } = await open();
    service.fail({
      when: 'before',
      status: 422,
      body: '{"name":"validation_error","message":"Invalid `to`: <ana@example.org>,\\r\\nsee docs"}',
    });
    const outcome = await mail.send(aMail(), aCall('ticket:1'));
    expect(outcome).toMatchObject({ reason: 'Resend refused the mail with 422: Invalid `to`: <(address)>, see docs' });
  });

  it('is a refusal for good when the key is wrong', async () => {
    const { mail } = await open({ apiKey: 're_other' });
    expect(await mail.send(aMail(), aCall('ticket:1'))).toMatchObject({
      status: 'failed',
      detail: { httpStatus: 403, error: 'invalid_api_key' },
    });
  });
});

describe('a mail of which nobody knows whether it went out', () => {
  it.each(['reset', 'cut', 'garbage', 'hang'] as const)('is there once after it was reconciled: sent, then %s', async (fail) => {
    const { mail, service } = await open({ timeoutMs: 150 });
    service.fail({ when: 'after', fail });
    expect(await mail.send(aMail(), aCall('ticket:1'))).toMatchObject({ status: 'unknown' });
    expect(await mail.reconcile(aMail(), aCall('ticket:1'))).toEqual({ status: 'happened', providerRef: 'mail-1' });
    expect(service.sent.size).toBe(1);
  });

  it.each([
    ['401', 401, 'cannot_tell'],
    ['429', 429, 'cannot_tell'],
    ['503', 503, 'cannot_tell'],
    ['a refusal of the content', 422, 'did_not_happen'],
  ])('when the reconciliation meets %s', async (_what, status, expected) => {
    const { mail, service } = await open();
    service.fail({ when: 'before', status });
    expect(await mail.reconcile(aMail(), aCall('ticket:1'))).toEqual({ status: expected });
  });
});

describe('a tag', () => {
  it.each(['ticket:1', 'évènement/ñ', ''])('holds %j and gives it back', (text) => {
    expect(tagOf(text)).toMatch(/^[A-Za-z0-9_-]*$/);
    expect(textOfTag(tagOf(text))).toBe(text);
  });
  it('that nobody made is none', () => {
    expect(textOfTag('%%%')).toBeNull();
  });
});

describe('mail addresses', () => {
  it.each(['a@example.org', "o'neill+tag@mail.example.co.uk", 'events@localhost.localdomain'])('%s is one', (value) => {
    expect(isAddress(value)).toBe(true);
  });
  it.each([
    '',
    'a',
    'a@b',
    '@example.org',
    'a@-x.org',
    'a b@example.org',
    'a..b@example.org',
    'a@example.org\n',
    `${'a'.repeat(65)}@example.org`,
  ])('%j is none', (value) => {
    expect(isAddress(value)).toBe(false);
  });
  it.each([
    ['EventOS <events@localhost.localdomain>', { name: 'EventOS', address: 'events@localhost.localdomain' }],
    ['"Lantern, \\"the\\" one" <a@example.org>', { name: 'Lantern, "the" one', address: 'a@example.org' }],
    ['a@example.org', { name: '', address: 'a@example.org' }],
    ['Nobody <nowhere>', null],
    ['a@example.org, b@example.org', null],
  ])('the sender %s is read', (value, expected) => {
    expect(parseSender(value)).toEqual(expected);
    if (expected) expect(parseSender(formatSender(expected))).toEqual(expected);
  });
});
