import { describe, expect, it } from 'vitest';
import { AppError } from '../../../worker/core/errors';
import { failover } from '../../../worker/models/failover';
import type { ModelPort, ModelTurn } from '../../../worker/ports/model';
import { aModelRequest } from '../../support/model-request';

const turn = (model: string, text = '{"answer":"x"}'): ModelTurn => ({
  text,
  toolCalls: [],
  usage: { inputTokens: 0, outputTokens: 0 },
  model,
});
type Answer = ModelTurn | Error | 'never';

/** A model that gives these answers in turn and fails the test when it is asked more often. */
function scripted(name: string, answers: Answer[]): ModelPort & { asked: number } {
  const model = {
    name,
    asked: 0,
    respond(): Promise<ModelTurn> {
      const answer = answers[model.asked++];
      if (answer === undefined) throw new Error(`${name} was asked once too often`);
      if (answer === 'never') return new Promise(() => undefined);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
  return model;
}

const down = new AppError('unavailable', 'The language model could not be reached.');

function open(answers: Answer[], fallbacks: number) {
  const clock = { at: 0, now: () => clock.at };
  const primary = scripted('gpt', answers);
  const fallback = scripted(
    'embedded',
    Array.from({ length: fallbacks }, () => turn('embedded')),
  );
  return { clock, primary, fallback, model: failover(primary, fallback, { clock, limitMs: 50 }) };
}

describe('a language model with the embedded one behind it', () => {
  it('answers alone while it works', async () => {
    const { model } = open([turn('gpt')], 0);
    const answer = await model.respond(aModelRequest());
    expect(answer.model).toBe('gpt');
    expect(answer.fallback).toBeUndefined();
  });

  it.each([
    ['fails', down, 'The language model could not be reached.'],
    ['fails with what nobody foresaw', new TypeError('secret detail'), 'The language model failed.'],
    ['never answers', 'never', 'The language model did not answer within 50 ms.'],
    ['says nothing', turn('gpt', ' '), 'The language model sent an empty answer.'],
    ['talks without the agreed form', turn('gpt', 'Sure! Here you go'), 'The language model did not answer in the agreed form.'],
    ['gives a list where an object was agreed', turn('gpt', '[]'), 'The language model did not answer in the agreed form.'],
  ] as [string, Answer, string][])('is replaced when it %s, and the turn says why', async (_what, answer, why) => {
    const { model } = open([answer], 1);
    expect(await model.respond(aModelRequest())).toMatchObject({ model: 'embedded', fallback: why });
  });

  it('hands on nothing more of a model that was given up', async () => {
    const pieces: string[] = [];
    let late: ((text: string) => void) | undefined;
    const primary: ModelPort = {
      name: 'gpt',
      respond: (request) => {
        late = request.onDelta;
        return new Promise(() => undefined);
      },
    };
    const fallback = scripted('embedded', [turn('embedded')]);
    await failover(primary, fallback, { clock: { now: () => 0 }, limitMs: 20 }).respond(
      aModelRequest({ onDelta: (text) => pieces.push(text) }),
    );
    late?.('too late');
    expect(pieces).toEqual([]);
  });

  it('tells the model that was given up to stop', async () => {
    let signal: AbortSignal | undefined;
    const primary: ModelPort = {
      name: 'gpt',
      respond: (request) => {
        signal = request.signal;
        return new Promise(() => undefined);
      },
    };
    await failover(primary, scripted('embedded', [turn('embedded')]), { clock: { now: () => 0 }, limitMs: 20 }).respond(aModelRequest());
    expect(signal?.aborted).toBe(true);
  });

  it('is left alone for 30 s after three failures in a row, then tried by one call', async () => {
    const { model, primary, clock } = open([down, down, down, down, turn('gpt')], 7);
    for (let i = 0; i < 5; i++) await model.respond(aModelRequest());
    expect(primary.asked).toBe(3);
    clock.at = 29_999;
    await model.respond(aModelRequest());
    expect(primary.asked).toBe(3);
    clock.at = 30_000;
    await model.respond(aModelRequest());
    expect(primary.asked).toBe(4);
    clock.at = 60_000;
    expect((await model.respond(aModelRequest())).model).toBe('gpt');
  });

  it('is asked by one call alone when its rest is over', async () => {
    const { model, primary, clock } = open([down, down, down, 'never'], 6);
    for (let i = 0; i < 3; i++) await model.respond(aModelRequest());
    clock.at = 30_000;
    await Promise.all([model.respond(aModelRequest()), model.respond(aModelRequest()), model.respond(aModelRequest())]);
    expect(primary.asked).toBe(4);
  });

  it('is trusted again after one success', async () => {
    const { model, primary } = open([down, down, turn('gpt'), down, down, turn('gpt')], 4);
    for (let i = 0; i < 6; i++) await model.respond(aModelRequest());
    expect(primary.asked).toBe(6);
  });

  it('is not blamed when the caller gives up', async () => {
    const { model, fallback } = open(['never', turn('gpt')], 0);
    const caller = new AbortController();
    const asked = model.respond(aModelRequest({ signal: caller.signal }));
    caller.abort();
    await expect(asked).rejects.toMatchObject({ code: 'unavailable' });
    expect(fallback.asked).toBe(0);
    expect((await model.respond(aModelRequest())).model).toBe('gpt');
  });
});
