import { describe, expect, it } from 'vitest';
import { createResend } from '../../worker/connectors/resend/client';
import { embeddedModel } from '../../worker/models/embedded';
import { failover } from '../../worker/models/failover';
import { openAiCompatible } from '../../worker/models/openai-compatible';
import { aCall, aMail } from '../support/mail-conformance';
import { aModelRequest } from '../support/model-request';

const clock = { now: () => Date.now() };
const encoder = new TextEncoder();
const chunk = (delta: object, finish: string | null = null) =>
  encoder.encode(`data: ${JSON.stringify({ id: 'c', model: 'gpt-4o', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`);

/** An answer that streams these pieces and then ends, or hangs. */
function streaming(pieces: Uint8Array[], end: 'done' | 'hang') {
  const seen: AbortSignal[] = [];
  const fetcher = async (_url: string | URL | Request, init?: RequestInit) => {
    if (init?.signal) seen.push(init.signal);
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    init?.signal?.addEventListener('abort', () => void writer.abort(new Error('aborted')).catch(() => undefined));
    void (async () => {
      for (const piece of pieces) await writer.write(piece);
      if (end === 'done') await writer.close();
    })().catch(() => undefined);
    return new Response(readable, { headers: { 'content-type': 'text/event-stream' } });
  };
  return { fetcher, seen };
}

const open = (fetcher: ReturnType<typeof streaming>['fetcher'], timeoutMs = 5000) =>
  openAiCompatible({ apiKey: 'sk', baseUrl: 'https://models.example/v1', model: 'gpt-4o', timeoutMs, clock, fetcher });

describe('a language model in the runtime of the product', () => {
  it('streams its answer as it comes', async () => {
    const pieces: string[] = [];
    const { fetcher } = streaming([chunk({ content: '{"answer":"At the' }), chunk({ content: ' harbour"}' }), chunk({}, 'stop')], 'done');
    const turn = await open(fetcher).respond(aModelRequest({ onDelta: (text) => pieces.push(text) }));
    expect(pieces).toEqual(['At the', ' harbour']);
    expect(turn.text).toBe('{"answer":"At the harbour"}');
  });

  it('is given up in the middle of a stream at its limit, and the embedded model answers', async () => {
    const { fetcher, seen } = streaming([chunk({ content: '{"answer":"At the' })], 'hang');
    const model = failover(open(fetcher, 150), embeddedModel(), { clock, limitMs: 2000 });
    const turn = await model.respond(aModelRequest({ onDelta: () => undefined }));
    expect(turn).toMatchObject({ model: 'embedded', fallback: 'The language model did not answer within 150 ms.' });
    expect(seen[0]?.aborted).toBe(true);
  });
});

describe('a mail service in the runtime of the product', () => {
  const mail = (fetcher: (url: string, init: RequestInit) => Promise<Response>) =>
    createResend({ apiKey: 're', baseUrl: 'https://mail.example', fetcher, timeoutMs: 100 });

  it('that never answers leaves the outcome unknown', async () => {
    const never = (_url: string, init: RequestInit) =>
      new Promise<Response>((_, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    expect(await mail(never).send(aMail(), aCall('k'))).toEqual({ status: 'unknown', reason: 'Resend: no answer within 100 ms' });
  });

  it('whose answer breaks off leaves the outcome unknown', async () => {
    const broken = async () =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(encoder.encode('{"id":"'));
            controller.error(new Error('reset'));
          },
        }),
      );
    expect(await mail(broken).send(aMail(), aCall('k'))).toMatchObject({ status: 'unknown' });
  });

  it('that answers is believed', async () => {
    expect(await mail(async () => Response.json({ id: 'm1' })).send(aMail(), aCall('k'))).toEqual({
      status: 'confirmed',
      providerRef: 'm1',
    });
  });
});
