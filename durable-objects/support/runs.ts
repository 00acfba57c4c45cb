import { activityOf } from '../../worker/agents/activity';
import type { HandoverRequest } from '../../worker/agents/define-tool';
import { supportAgent } from '../../worker/agents/support/agent';
import { groundedSentences } from '../../worker/agents/support/domain/grounded-sentences';
import { type Reply, type ReplyGround, readReply } from '../../worker/agents/support/reply';
import { groundOf, standingOf, supportRequest, type TurnSituation } from '../../worker/agents/support/request';
import { embeddedModel, toolSpecsOf } from '../../worker/compose';
import { agentMaySpeak } from '../../worker/core/conversation/who-answers';
import type { SupportInput } from '../../worker/core/embedded-model/types';
import { signalsOf } from '../../worker/core/embedded-model/understanding/signals';
import { dayMs } from '../../worker/core/instant';
import { budgetExhausted, fold, isExhausted, type RunState } from '../../worker/core/loop/journal';
import type { EventPolicy } from '../../worker/core/policy/event-policy';
import { isSuspicious } from '../../worker/core/provenance/suspicious';
import type { EventScope } from '../../worker/db/records/event-scope';
import { sha256 } from '../../worker/digest';
import { configOf } from '../../worker/env';
import { errorFields, log } from '../../worker/log';
import { newId } from '../../worker/random';
import { commitFor } from '../commit-for';
import { driveRun, type RunEnd } from '../drive-run';
import type { Conversations } from './conversations';
import type { Desk } from './desk';
import { toolContext } from './effects';
import { meteredFor } from './metered';
import type { RunRow } from './mirror';
import { RunJournal } from './run-journal';
import type { StoredConversation, StoredRun } from './store';
import { say } from './texts';
import { messageOf } from './views';

/** Silence after which an answered conversation counts as resolved, and says so as an assumption. */
const assumedAfterMs = dayMs;

/** The runs of the support agent: one at a time in a conversation, durable, silent once a person has taken over. */
export class Runs {
  private readonly running = new Map<string, Promise<void>>();
  /** Conversations whose attendee was told that an answer is under way. */
  private readonly toldWorking = new Set<string>();

  constructor(
    private readonly desk: Desk,
    private readonly conversations: Conversations,
  ) {}

  get anyRunning(): boolean {
    return this.running.size > 0;
  }

  isRunning(conversationId: string): boolean {
    return this.running.has(conversationId);
  }

  tellWorking(conversationId: string): void {
    this.toldWorking.add(conversationId);
    this.conversations.status(conversationId, true);
  }

  /** Resolves when no run of the conversation is under way. */
  async settled(conversationId: string): Promise<void> {
    await this.running.get(conversationId);
  }

  /** Goes on with what a crash interrupted. */
  async resumeOpen(): Promise<void> {
    for (const run of this.desk.store.openRuns()) if (!this.running.has(run.conversationId)) await this.start(run, false);
  }

  /** Notes a new run in the conversation, which the caller saves before it awaits anything. */
  begin(conversation: StoredConversation, trigger: string): StoredRun {
    conversation.run = { id: newId('run'), conversationId: conversation.id, trigger, startedAt: Date.now() };
    return conversation.run;
  }

  /** Starts a run for what was said since the last one, unless a person answers; one run a conversation at a time. */
  async answer(id: string, trigger: string): Promise<void> {
    const under = this.running.get(id);
    if (under) return under.then(() => this.answerIfUnanswered(id));
    const conversation = this.desk.store.conversation(id);
    if (conversation?.state !== 'agent') return;
    const run = this.begin(conversation, trigger);
    this.desk.store.saveConversation(conversation);
    await this.start(run);
  }

  private async answerIfUnanswered(id: string): Promise<void> {
    const last = this.desk.store.latestMessages(id, 1).at(-1);
    if (last?.author === 'attendee' && !this.running.has(id)) await this.answer(id, 'message');
  }

  /** Drives a run to its end. `isNew` is false when it may have a journal already. */
  async start(run: StoredRun, isNew = true): Promise<void> {
    // Known as running before anything is awaited, so that a second message waits for this run.
    const work = this.desk
      .wakeWithin()
      .then(() => this.drive(run, isNew))
      .finally(() => this.running.delete(run.conversationId));
    this.running.set(run.conversationId, work);
    await work;
  }

  private async drive(run: StoredRun, isNew: boolean): Promise<void> {
    const scope = await this.desk.eventScope();
    const id = run.conversationId;
    let handover: HandoverRequest | null = null;
    let reply: Reply | null = null;
    const journal = new RunJournal(this.desk.store, run.id, isNew);
    const { entries } = journal;
    try {
      const configured = meteredFor(this.desk, scope, entries);
      // What reads like instructions to a model reaches none that could follow them.
      const model = configured !== embeddedModel && isSuspicious(this.lastWords(id)) ? embeddedModel : configured;
      // The embedded model has answered before anybody could read that it is at work.
      if (model !== embeddedModel) this.tellWorking(id);
      // What is shown while it is written has to stand on what was read, like the finished answer.
      const ground = () => this.groundOf(this.situation(scope, run, fold(entries)), 'language_model');
      const shownAsWritten = groundedSentences(ground, (text) => {
        if (!agentMaySpeak(this.desk.store.conversation(id)?.state)) return;
        this.desk.show(id, { type: 'delta', runId: run.id, text });
        this.desk.tell({ type: 'delta', conversationId: id, runId: run.id, text });
      });
      const end = await driveRun({
        runId: run.id,
        agent: supportAgent,
        model,
        embedded: embeddedModel,
        entries,
        append: (entry) => journal.append(entry),
        keep: () => journal.keep(),
        request: (state) => supportRequest(supportAgent, toolSpecsOf(supportAgent), this.situation(scope, run, state)),
        // Settings are read for each call: a pause stops a run that is under way.
        context: async () =>
          toolContext(
            this.desk.bindings,
            await this.desk.eventScope(),
            this.desk.retrieval.search,
            this.conversations.present(id),
            this.desk.now(scope),
          ),
        commit: commitFor(this.desk.bindings, scope, () => this.desk.now(scope)),
        record: (activity) => journal.record(activity),
        sha256,
        committed: (commandIds) => this.desk.poked(scope, commandIds),
        proposed: async (approval) => this.desk.approvalChanged(approval.id),
        handedOver: (request) => {
          handover = request;
        },
        unusable: (text, state) => {
          const by = answeredBy(state);
          const read = readReply(text, this.groundOf(this.situation(scope, run, state), by));
          if (read.ok) reply = read.reply;
          return read.ok ? null : read.why;
        },
        standing: (state) => standingOf(supportAgent, this.situation(scope, run, state)),
        mayGoOn: () => agentMaySpeak(this.desk.store.conversation(id)?.state),
        // The embedded model has its whole answer at once.
        ...(model === embeddedModel ? {} : { onDelta: shownAsWritten }),
      });
      await this.finish(scope, journal, run, end, reply, handover);
    } catch (error) {
      log('error', 'run', { run: run.id, event: this.desk.eventId, ...errorFields(error) });
      const conversation = this.conversations.present(id);
      this.endRun(scope, journal, run, conversation, fold(entries), 'failed');
      this.conversations.add(conversation, this.desk.now(scope), { author: 'system', text: say('trouble', conversation.locale) });
      await this.conversations.handOver(scope, conversation, { reason: 'unsolved', summary: 'The run failed; see the log.' }, false);
    } finally {
      if (this.toldWorking.delete(id)) this.conversations.status(id, false);
    }
  }

  private groundOf(situation: TurnSituation, by: 'embedded' | 'language_model'): ReplyGround {
    return groundOf(situation, by, ownAddresses(this.desk, situation.policy));
  }

  private situation(scope: EventScope, run: StoredRun, state: RunState): TurnSituation {
    const conversation = this.conversations.present(run.conversationId);
    const messages = this.desk.store.latestMessages(conversation.id).filter((message) => message.author !== 'system');
    // What was said up to the attendee's last message: an answer under way starts from there after a code was entered, too.
    const last = messages.findLastIndex((message) => message.author === 'attendee');
    const turns: SupportInput['turns'] = messages.slice(Math.max(0, last - 24), last + 1).map((message) => ({
      from: message.author === 'system' ? 'agent' : message.author,
      text: message.text,
      ...(message.offer ? { offer: message.offer } : {}),
    }));
    return {
      event: scope.event,
      policy: scope.policy.event,
      now: this.desk.now(scope),
      locale: conversation.locale,
      verified: conversation.holder !== null,
      holderName: conversation.holderName,
      turns,
      run: state,
    };
  }

  private async finish(
    scope: EventScope,
    journal: RunJournal,
    run: StoredRun,
    end: RunEnd,
    final: Reply | null,
    handover: HandoverRequest | null,
  ): Promise<void> {
    const conversation = this.conversations.present(run.conversationId);
    if (end.end === 'stopped' || !agentMaySpeak(conversation.state)) {
      this.endRun(scope, journal, run, conversation, end.run, 'stopped');
      this.desk.store.saveConversation(conversation);
      return;
    }
    const spent = isExhausted(end.run) ? budgetHandover(end.run) : null;
    if (end.end === 'given_up') {
      this.endRun(scope, journal, run, conversation, end.run, spent ? budgetExhausted : 'given_up');
      this.conversations.add(conversation, this.desk.now(scope), {
        author: 'agent',
        text: say('trouble', conversation.locale),
        outcome: 'escalated',
        runId: run.id,
      });
      await this.conversations.handOver(
        scope,
        conversation,
        spent ?? { reason: 'unsolved', summary: 'The agent did not finish within ten steps.' },
        false,
      );
      return;
    }
    if (!final) throw new Error('A run ended with a text that was not read');
    const reply = this.withAddresses(final);
    const request =
      handover ??
      spent ??
      (reply.escalation
        ? { reason: reply.escalation.reason, summary: reply.escalation.summary }
        : mustHandOver(this.lastWords(conversation.id)));
    if (scope.policy.mode === 'review_only') {
      this.endRun(scope, journal, run, conversation, end.run, 'proposed');
      await this.conversations.handOver(scope, conversation, {
        reason: request?.reason ?? 'review_only',
        summary: request?.summary ?? 'In review-only mode a person answers.',
        proposal: reply.answer,
      });
      return;
    }
    if (run.trigger === 'transfer_form') conversation.transferForm = null;
    // What was found is kept and said; what a spent limit refused goes to a person.
    this.endRun(scope, journal, run, conversation, end.run, spent ? budgetExhausted : reply.outcome, reply);
    this.conversations.add(conversation, this.desk.now(scope), { author: 'agent', ...messageOf(reply, end.run, run, conversation) });
    const silence = `assume:${conversation.id}`;
    if (request) await this.conversations.handOver(scope, conversation, { ...request, proposal: reply.answer }, false);
    else if (reply.outcome === 'answered')
      this.desk.timers.set(silence, 'assume', this.desk.now(scope) + assumedAfterMs, { conversationId: conversation.id });
    else this.desk.timers.clear(silence);
  }

  /** Logs the run and takes it from its conversation, which the caller saves before it awaits anything. */
  private endRun(
    scope: EventScope,
    journal: RunJournal,
    run: StoredRun,
    conversation: StoredConversation,
    state: RunState,
    outcome: string,
    reply?: Reply,
  ): void {
    const finishedAt = Date.now();
    const activities = journal.end();
    const row: RunRow = {
      id: run.id,
      agent: 'support',
      trigger: run.trigger,
      conversationId: run.conversationId,
      state: 'finished',
      outcome,
      model: state.model,
      iterations: state.iterations,
      inputTokens: state.inputTokens,
      outputTokens: state.outputTokens,
      startedAt: run.startedAt,
      finishedAt,
    };
    if (reply && (reply.outcome === 'answered' || reply.outcome === 'declined'))
      activities.push(
        activityOf(supportAgent, {
          id: `act_${run.id.slice(4)}end`,
          activityType: reply.outcome === 'answered' ? 'question_answered' : 'question_declined',
          input: { question: this.lastWords(run.conversationId) },
          output: { answer: reply.answer, citations: reply.citations.map((citation) => citation.passageId), confidence: reply.confidence },
          reasoning: state.fallback ? `${reply.reason} (the configured model was not used: ${state.fallback})` : reply.reason,
          durationMs: finishedAt - run.startedAt,
          tokens: state.inputTokens + state.outputTokens || null,
          createdAt: this.desk.now(scope),
          runId: run.id,
          conversationId: run.conversationId,
          model: state.model,
        }),
      );
    if (conversation.run?.id === run.id) conversation.run = null;
    this.desk.store.log({ run: row, activities });
  }

  /** Citations say where their page can be read. */
  private withAddresses(reply: Reply): Reply {
    const citations = reply.citations.map((citation) => {
      const url = this.desk.store.addressOf(citation.pageId);
      return url ? { ...citation, url } : citation;
    });
    return { ...reply, citations };
  }

  private lastWords(conversationId: string): string {
    return this.desk.store.latestMessages(conversationId, 10).findLast((message) => message.author === 'attendee')?.text ?? '';
  }
}

/** What a person is told of a run that a spent limit ended: which actions are left to do. */
function budgetHandover(run: RunState): HandoverRequest {
  const refused = run.turns.flatMap(({ calls, outcomes }) =>
    calls.filter((call) => {
      const outcome = outcomes.get(call.id);
      return outcome?.kind === 'refused' && outcome.rule === budgetExhausted;
    }),
  );
  const left = [...new Set(refused.map(({ name }) => name.replaceAll('_', ' ')))].join(', ');
  return {
    reason: budgetExhausted,
    summary: `A limit of the day is spent, so this was not done: ${left}. Settings shows which; do it by hand, or raise the limit.`,
  };
}

export function answeredBy(run: RunState): 'embedded' | 'language_model' {
  return run.embeddedOnly || run.model === embeddedModel.name ? 'embedded' : 'language_model';
}

/** Where answers of an event may lead beside what its record says. */
export function ownAddresses(desk: Desk, policy: EventPolicy) {
  return { publicUrl: configOf(desk.bindings).PUBLIC_URL, pageHosts: desk.store.pageHosts(), policy };
}

/** The escalation rules of the specification hold whatever the model did. */
function mustHandOver(text: string): HandoverRequest | null {
  const signal = signalsOf(text).find((candidate) => candidate !== 'injection');
  return signal ? { reason: signal, summary: `The message calls for a person: ${signal.replaceAll('_', ' ')}.` } : null;
}
