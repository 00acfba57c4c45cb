import type { Connection, ConnectionContext } from 'agents';
import type { HandoverRequest } from '../worker/agents/define-tool';
import { supportAgent } from '../worker/agents/support/agent';
import { type Reply, readReply } from '../worker/agents/support/reply';
import { recordsRead, retrievedPassages, supportRequest, type TurnSituation } from '../worker/agents/support/request';
import { embeddedModel, modelFor, type Retrieval, retrievalFor, toolSpecsOf } from '../worker/compose';
import type { Conversation, ConversationRow, Message } from '../worker/contract/conversations';
import type { KnowledgeTest } from '../worker/contract/knowledge';
import type { ToConsole } from '../worker/contract/live';
import { FromWidget, type ToWidget } from '../worker/contract/widget';
import { conversationToken } from '../worker/conversation-token';
import type { SupportInput } from '../worker/core/embedded-model/types';
import { signalsOf } from '../worker/core/embedded-model/understanding/signals';
import { AppError, invalidInput } from '../worker/core/errors';
import { dayMs } from '../worker/core/instant';
import { fold, type RunState } from '../worker/core/loop/journal';
import type { EventScope } from '../worker/db/records/event-scope';
import { pagesOf } from '../worker/db/records/pages';
import { sameText, sha256 } from '../worker/digest';
import { configOf } from '../worker/env';
import { errorFields, log } from '../worker/log';
import { orchestratorOf, type SupportStub } from '../worker/objects';
import { poke } from '../worker/queues/carry-out';
import { newId } from '../worker/random';
import { AgentObject } from './agent-object';
import { driveRun, type RunEnd } from './drive-run';
import { carryOutApproved, commitFor, notifyOrganizer, toolContext } from './support/effects';
import { checkCode, sendCode } from './support/identity';
import { Buckets } from './support/limits';
import { mirror, type RunRow } from './support/mirror';
import { type StoredConversation, type StoredMessage, type StoredRun, SupportStore } from './support/store';
import { say } from './support/texts';
import { sweep } from './sweep';
import type { Timer } from './timers';

interface Socket {
  conversationId: string;
  /** Proved by the token of its first frame. */
  admitted: boolean;
  /** Keyed name of the connection's address. */
  connection: string;
  locale: string | null;
}

/** Silence after which an answered conversation counts as resolved, and says so as an assumption. */
const assumedAfterMs = dayMs;
const mirrorDelayMs = 2_000;

/** Answers the attendees of one event: conversations, runs, knowledge index. */
export class SupportAgent extends AgentObject implements Omit<SupportStub, 'fetch'> {
  protected readonly agentName = 'support' as const;
  private readonly store: SupportStore;
  private readonly retrieval: Retrieval;
  private readonly running = new Map<string, Promise<void>>();
  private readonly perConversation = new Buckets(8, 12);
  private readonly perConnection = new Buckets(15, 30);
  private readonly perEvent = new Buckets(2000, 20_000, 1);
  private watched: { consoles: number; conversations: string[] } = { consoles: 0, conversations: [] };

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.store = new SupportStore(this.memory);
    this.retrieval = retrievalFor(env, this.memory, this.eventId);
    this.watched = ctx.storage.kv.get<typeof this.watched>('watched') ?? this.watched;
  }

  override async onStart(): Promise<void> {
    if (this.store.openRuns().length > 0 || this.store.hasUnflushed()) await this.wakeWithin(1_000);
  }

  // --- sockets -------------------------------------------------------------------------------------------------------

  override getConnectionTags(_connection: Connection, { request }: ConnectionContext): string[] {
    return [new URL(request.url).searchParams.get('conversation') ?? ''];
  }

  override onConnect(connection: Connection<Socket>, { request }: ConnectionContext): void {
    const url = new URL(request.url);
    connection.setState({
      conversationId: url.searchParams.get('conversation') ?? '',
      admitted: false,
      connection: request.headers.get('x-connection') ?? 'unknown',
      locale: url.searchParams.get('locale'),
    });
  }

  override async onMessage(connection: Connection<Socket>, message: string | ArrayBuffer): Promise<void> {
    const problem = (code: string, text: string, retryAfterSeconds?: number) =>
      send(connection, { type: 'problem', code, text, ...(retryAfterSeconds ? { retryAfterSeconds } : {}) });
    try {
      if (typeof message !== 'string' || message.length > 20_000) return problem('too_large', 'This message is too large.');
      const parsed = FromWidget.safeParse(JSON.parse(message));
      if (!parsed.success) return problem('invalid_input', invalidInput(parsed.error, 'The message').message);
      const socket = connection.state;
      if (!socket) return problem('unauthenticated', 'Please reload the chat.');
      const frame = parsed.data;
      if (frame.type === 'hello') return await this.admit(connection, socket, frame.token, frame.lastSeq);
      if (!socket.admitted) return problem('unauthenticated', 'Please reload the chat.');
      if (frame.type === 'typing') return;
      const wait = Math.max(
        this.perConversation.take(socket.conversationId, Date.now()),
        this.perConnection.take(socket.connection, Date.now()),
        this.perEvent.take('event', Date.now()),
      );
      if (wait > 0) return problem('rate_limited', `Please wait ${wait} seconds.`, wait);
      await this.onFrame(connection, socket, frame);
    } catch (error) {
      const requestId = newId('request');
      if (error instanceof AppError) return problem(error.code, error.message);
      if (error instanceof SyntaxError) return problem('invalid_input', 'This message cannot be read.');
      log('error', 'widget frame', { requestId, event: this.eventId, ...errorFields(error) });
      problem('internal', `Something went wrong (${requestId}). Please try again.`);
    }
  }

  private async admit(connection: Connection<Socket>, socket: Socket, token: string, lastSeq: number): Promise<void> {
    const expected = await conversationToken(configOf(this.env).AUTH_SECRET, this.eventId, socket.conversationId);
    if (!sameText(expected, token)) {
      send(connection, { type: 'problem', code: 'unauthenticated', text: 'Please reload the chat.' });
      connection.close(4401, 'unauthenticated');
      return;
    }
    connection.setState({ ...socket, admitted: true });
    const conversation = this.store.conversation(socket.conversationId);
    send(connection, {
      type: 'ready',
      state: conversation?.state ?? 'agent',
      verified: conversation?.holder != null,
      messages: this.store.messages(socket.conversationId, lastSeq).map(shown),
      person: conversation?.takenBy ?? null,
    });
  }

  private async onFrame(
    connection: Connection<Socket>,
    socket: Socket,
    frame: Exclude<FromWidget, { type: 'hello' | 'typing' }>,
  ): Promise<void> {
    const id = socket.conversationId;
    switch (frame.type) {
      case 'say':
        await this.hear(id, frame.text, { clientId: frame.id, locale: socket.locale });
        return;
      case 'identify':
        await this.identify(id, socket, frame.orderCode, frame.email);
        return;
      case 'code':
        await this.enterCode(id, socket, frame.code);
        return;
      case 'transfer':
        await this.fillTransferForm(id, frame);
        return;
      case 'human': {
        const scope = await this.eventScope();
        await this.handOver(scope, this.conversationOf(id, scope, socket.locale), {
          reason: 'asked_for_person',
          summary: 'The attendee asked for a person.',
        });
        return;
      }
      case 'feedback':
        await this.takeFeedback(id, frame);
        return;
    }
    frame satisfies never;
  }

  // --- conversations -------------------------------------------------------------------------------------------------

  private conversationOf(id: string, scope: EventScope, locale: string | null): StoredConversation {
    const known = this.store.conversation(id);
    if (known) return known;
    const now = this.now(scope);
    const conversation: StoredConversation = {
      id,
      state: 'agent',
      subject: '',
      locale,
      holder: null,
      holderName: null,
      takenBy: null,
      escalationReason: null,
      handover: null,
      handovers: 0,
      resolution: 'open',
      rating: null,
      seq: 0,
      transferForm: null,
      createdAt: now,
      updatedAt: now,
    };
    this.store.saveConversation(conversation);
    return conversation;
  }

  /** Adds a message and saves the conversation with it, in one transaction. */
  private add(conversation: StoredConversation, now: number, message: Omit<StoredMessage, 'id' | 'seq' | 'at'>): StoredMessage {
    conversation.seq += 1;
    conversation.updatedAt = now;
    const stored: StoredMessage = { id: newId('message', now), seq: conversation.seq, at: now, ...message };
    this.store.transaction(() => {
      this.store.addMessage(conversation.id, stored);
      this.store.saveConversation(conversation);
    });
    this.show(conversation.id, { type: 'message', message: shown(stored), ...(stored.clientId ? { clientId: stored.clientId } : {}) });
    this.tell({ type: 'message', conversationId: conversation.id, message: shown(stored) });
    return stored;
  }

  private async hear(id: string, text: string, from: { clientId: string | null; locale: string | null }): Promise<void> {
    const scope = await this.eventScope();
    const conversation = this.conversationOf(id, scope, from.locale);
    if (from.clientId) {
      const before = this.store.messageByClientId(id, from.clientId);
      if (before) return this.show(id, { type: 'message', message: shown(before), clientId: from.clientId });
    }
    const now = this.now(scope);
    if (conversation.state === 'closed' || conversation.resolution === 'confirmed' || conversation.resolution === 'assumed') {
      if (conversation.state === 'closed') conversation.state = 'agent';
      conversation.resolution = 'reopened';
    }
    if (conversation.subject === '') conversation.subject = text.slice(0, 120);
    this.add(conversation, now, { author: 'attendee', text, ...(from.clientId ? { clientId: from.clientId } : {}) });
    this.timers.clear(`assume:${id}`);
    if (scope.policy.paused && conversation.state === 'agent') {
      await this.handOver(scope, conversation, { reason: 'unsolved', summary: 'The support agent is paused.' });
      return;
    }
    await this.answer(id, 'message');
    await this.afterwards();
  }

  /** Starts a run for what was said since the last one, unless a person answers; one run a conversation at a time. */
  private async answer(id: string, trigger: string): Promise<void> {
    const under = this.running.get(id);
    if (under) return under.then(() => this.answerIfUnanswered(id));
    const conversation = this.store.conversation(id);
    if (!conversation || conversation.state !== 'agent') return;
    const run: StoredRun = { id: newId('run'), conversationId: id, trigger, upToSeq: conversation.seq, startedAt: Date.now() };
    this.store.startRun(run);
    await this.resume(run);
  }

  private async answerIfUnanswered(id: string): Promise<void> {
    const last = this.store.messages(id).at(-1);
    if (last?.author === 'attendee' && !this.running.has(id)) await this.answer(id, 'message');
  }

  private async resume(run: StoredRun): Promise<void> {
    // Known as running before anything is awaited, so that a second message waits for this run.
    const work = this.wakeWithin()
      .then(() => this.drive(run))
      .finally(() => this.running.delete(run.conversationId));
    this.running.set(run.conversationId, work);
    await work;
  }

  private async drive(run: StoredRun): Promise<void> {
    const scope = await this.eventScope();
    const id = run.conversationId;
    let handover: HandoverRequest | null = null;
    this.status(id, true);
    try {
      let seq = this.store.journal(run.id).length;
      const end = await driveRun({
        runId: run.id,
        agent: supportAgent,
        model: modelFor(this.env, scope.event.clock),
        embedded: embeddedModel,
        entries: this.store.journal(run.id),
        append: (entry) => this.store.append(run.id, seq++, entry),
        request: (state) => supportRequest(supportAgent, toolSpecsOf(supportAgent), this.situation(scope, run, state)),
        // Settings are read for each call: a pause stops a run that is under way.
        context: async () => toolContext(this.env, await this.eventScope(), this.retrieval.search, this.present(id), this.now(scope)),
        commit: commitFor(this.env, scope, () => this.now(scope)),
        record: (activity) => this.store.buffer('activity', activity.id, activity),
        sha256,
        committed: (commandIds) => this.poked(scope, commandIds),
        proposed: async (approval) => this.orchestrator().approvalChanged(approval.id),
        handedOver: (request) => {
          handover = request;
        },
        unusable: (text, state) => unusable(text, state),
        mayGoOn: () => this.store.conversation(id)?.state === 'agent',
        onDelta: (text) => {
          if (this.store.conversation(id)?.state !== 'agent') return;
          this.show(id, { type: 'delta', runId: run.id, text });
          this.tell({ type: 'delta', conversationId: id, runId: run.id, text });
        },
      });
      await this.finish(scope, run, end, handover);
    } catch (error) {
      log('error', 'run', { run: run.id, event: this.eventId, ...errorFields(error) });
      this.endRun(scope, run, fold(this.store.journal(run.id)), 'failed');
      const conversation = this.present(id);
      this.add(conversation, this.now(scope), { author: 'system', text: say('trouble', conversation.locale) });
      await this.handOver(scope, conversation, { reason: 'unsolved', summary: 'The run failed; see the log.' }, false);
    } finally {
      this.status(id, false);
    }
  }

  private situation(scope: EventScope, run: StoredRun, state: RunState): TurnSituation {
    const conversation = this.present(run.conversationId);
    const messages = this.store.messages(conversation.id).filter((message) => message.author !== 'system');
    // What was said up to the attendee's last message: an answer under way starts from there after a code was entered, too.
    const last = messages.findLastIndex((message) => message.author === 'attendee');
    const turns: SupportInput['turns'] = messages.slice(Math.max(0, last - 24), last + 1).map((message) => ({
      from: message.author === 'system' ? 'agent' : message.author,
      text: message.text,
      ...(message.offer ? { offer: message.offer } : {}),
    }));
    return {
      event: scope.event,
      now: this.now(scope),
      locale: conversation.locale,
      verified: conversation.holder !== null,
      holderName: conversation.holderName,
      turns,
      run: state,
    };
  }

  private async finish(scope: EventScope, run: StoredRun, end: RunEnd, handover: HandoverRequest | null): Promise<void> {
    const conversation = this.present(run.conversationId);
    if (end.end === 'stopped' || conversation.state !== 'agent') {
      this.endRun(scope, run, end.run, 'stopped');
      return;
    }
    if (end.end === 'given_up') {
      this.endRun(scope, run, end.run, 'given_up');
      this.add(conversation, this.now(scope), {
        author: 'agent',
        text: say('trouble', conversation.locale),
        outcome: 'escalated',
        runId: run.id,
      });
      await this.handOver(scope, conversation, { reason: 'unsolved', summary: 'The agent did not finish within ten steps.' }, false);
      return;
    }
    const by = end.run.embeddedOnly || end.run.model === embeddedModel.name ? 'embedded' : 'language_model';
    const read = readReply(end.text, by, retrievedPassages(end.run), recordsRead(end.run));
    if (!read.ok) throw new Error(read.why);
    const { reply } = read;
    const request =
      handover ??
      (reply.escalation
        ? { reason: reply.escalation.reason, summary: reply.escalation.summary }
        : mustHandOver(this.lastWords(conversation.id)));
    if (scope.policy.mode === 'review_only') {
      this.endRun(scope, run, end.run, 'proposed');
      await this.handOver(scope, conversation, {
        reason: request?.reason ?? 'review_only',
        summary: request?.summary ?? 'In review-only mode a person answers.',
        proposal: reply.answer,
      });
      return;
    }
    this.store.transaction(() => {
      conversation.transferForm = null;
      this.add(conversation, this.now(scope), { author: 'agent', ...messageOf(reply, end.run, run, conversation) });
      this.endRun(scope, run, end.run, reply.outcome, reply);
    });
    if (request) await this.handOver(scope, conversation, { ...request, proposal: reply.answer }, false);
    else if (reply.outcome === 'answered')
      this.timers.set(`assume:${conversation.id}`, 'assume', this.now(scope) + assumedAfterMs, { conversationId: conversation.id });
  }

  private endRun(scope: EventScope, run: StoredRun, state: RunState, outcome: string, reply?: Reply): void {
    const finishedAt = Date.now();
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
    this.store.transaction(() => {
      this.store.append(run.id, this.store.journal(run.id).length, { kind: 'finished', outcome });
      this.store.endRun(run.id);
      this.store.buffer('run', run.id, row);
      if (reply && (reply.outcome === 'answered' || reply.outcome === 'declined'))
        this.store.buffer('activity', `act_${run.id.slice(4)}end`, {
          id: `act_${run.id.slice(4)}end`,
          agent: 'support',
          agentVersion: supportAgent.version,
          activityType: reply.outcome === 'answered' ? 'question_answered' : 'question_declined',
          input: { question: this.lastWords(run.conversationId) },
          output: { answer: reply.answer, citations: reply.citations.map((citation) => citation.passageId), confidence: reply.confidence },
          reasoning: state.fallback ? `${reply.reason} (the configured model was not used: ${state.fallback})` : reply.reason,
          status: 'success',
          errorMessage: null,
          autonomous: true,
          requiredHumanReview: false,
          escalationReason: null,
          durationMs: finishedAt - run.startedAt,
          tokens: state.inputTokens + state.outputTokens || null,
          createdAt: this.now(scope),
          runId: run.id,
          callId: null,
          tool: null,
          conversationId: run.conversationId,
          approvalId: null,
          verdict: null,
          rule: null,
          model: state.model,
        });
    });
  }

  private lastWords(conversationId: string): string {
    return this.store.messages(conversationId).findLast((message) => message.author === 'attendee')?.text ?? '';
  }

  // --- people --------------------------------------------------------------------------------------------------------

  /** From here on the agent is silent; the organizer is told by mail, once for each handover. */
  private async handOver(
    scope: EventScope,
    conversation: StoredConversation,
    request: HandoverRequest & { proposal?: string },
    announce = true,
  ): Promise<void> {
    if (conversation.state === 'waiting' || conversation.state === 'person') return;
    const now = this.now(scope);
    conversation.state = 'waiting';
    conversation.escalationReason = request.reason;
    conversation.resolution = 'handed_over';
    conversation.handovers += 1;
    conversation.handover = {
      summary: request.summary,
      reason: request.reason,
      tried: this.tried(conversation.id),
      proposal: request.proposal ?? '',
    };
    if (announce) this.add(conversation, now, { author: 'system', text: say('asked', conversation.locale) });
    else this.store.saveConversation(conversation);
    this.timers.clear(`assume:${conversation.id}`);
    this.status(conversation.id, false);
    this.tellConversation(conversation);
    const commandIds = await notifyOrganizer(this.env, scope, conversation, this.store.messages(conversation.id), now);
    await this.poked(scope, commandIds);
    await this.afterwards();
  }

  private tried(conversationId: string): string[] {
    return this.store
      .messages(conversationId)
      .filter((message) => message.author === 'agent')
      .flatMap((message) =>
        message.actions?.length ? message.actions : [`${message.outcome ?? 'answered'}: ${message.text.slice(0, 120)}`],
      )
      .slice(-6);
  }

  async takeOver(conversationId: string, person: string): Promise<string> {
    const scope = await this.eventScope();
    const conversation = this.present(conversationId);
    if (conversation.state !== 'person' || conversation.takenBy !== person) {
      conversation.state = 'person';
      conversation.takenBy = person;
      conversation.resolution = 'handed_over';
      this.add(conversation, this.now(scope), { author: 'system', text: say('joined', conversation.locale) });
      this.status(conversationId, false);
      this.tellConversation(conversation);
      await this.afterwards();
    }
    return JSON.stringify(this.view(conversation));
  }

  async handBack(conversationId: string): Promise<string> {
    const scope = await this.eventScope();
    const conversation = this.present(conversationId);
    if (conversation.state === 'person' || conversation.state === 'waiting') {
      conversation.state = 'agent';
      conversation.takenBy = null;
      conversation.handover = null;
      this.add(conversation, this.now(scope), { author: 'system', text: say('back', conversation.locale) });
      this.status(conversationId, false);
      this.tellConversation(conversation);
      await this.afterwards();
    }
    return JSON.stringify(this.view(conversation));
  }

  async answerAsPerson(conversationId: string, person: string, text: string): Promise<string> {
    const scope = await this.eventScope();
    await this.takeOver(conversationId, person);
    const conversation = this.present(conversationId);
    this.add(conversation, this.now(scope), { author: 'person', text });
    await this.afterwards();
    return JSON.stringify(this.view(conversation));
  }

  async closeConversation(conversationId: string): Promise<string> {
    const scope = await this.eventScope();
    const conversation = this.present(conversationId);
    if (conversation.state !== 'closed') {
      conversation.state = 'closed';
      conversation.takenBy = null;
      this.add(conversation, this.now(scope), { author: 'system', text: say('closed', conversation.locale) });
      this.status(conversationId, false);
      this.tellConversation(conversation);
      await this.afterwards();
    }
    return JSON.stringify(this.view(conversation));
  }

  /** A conversation in full as JSON of `Conversation`; null when there is none. */
  async readConversation(conversationId: string): Promise<string | null> {
    const conversation = this.store.conversation(conversationId);
    return conversation ? JSON.stringify(this.view(conversation)) : null;
  }

  /** Asks as a program and waits for the answer. */
  async ask(conversationId: string, text: string, locale: string | null): Promise<string> {
    await this.hear(conversationId, text, { clientId: null, locale });
    return JSON.stringify(this.view(this.present(conversationId)));
  }

  private async takeFeedback(id: string, { solved, rating }: { solved?: boolean; rating?: number }): Promise<void> {
    const conversation = this.store.conversation(id);
    if (!conversation) return;
    if (rating !== undefined) conversation.rating = rating;
    if (solved === true) conversation.resolution = 'confirmed';
    this.store.saveConversation(conversation);
    this.tellConversation(conversation);
    if (solved === false)
      await this.handOver(await this.eventScope(), conversation, {
        reason: 'unsolved',
        summary: 'The attendee says that the answer did not solve it.',
      });
    await this.afterwards();
  }

  // --- identity ------------------------------------------------------------------------------------------------------

  private async identify(id: string, socket: Socket, orderCode: string, email: string): Promise<void> {
    const scope = await this.eventScope();
    const conversation = this.conversationOf(id, scope, socket.locale);
    const now = this.now(scope);
    const result = await sendCode(
      {
        env: this.env,
        db: this.database(scope),
        event: scope.event,
        conversationId: id,
        connection: socket.connection,
        locale: conversation.locale,
        now,
      },
      orderCode,
      email,
    );
    if (result.status === 'limited') this.add(conversation, now, { author: 'system', text: say('tooMany', conversation.locale) });
    else this.add(conversation, now, { author: 'system', text: say('codeSent', conversation.locale), ask: 'code' });
    await this.afterwards();
  }

  private async enterCode(id: string, socket: Socket, code: string): Promise<void> {
    const scope = await this.eventScope();
    const conversation = this.conversationOf(id, scope, socket.locale);
    const now = this.now(scope);
    const result = await checkCode(
      {
        env: this.env,
        db: this.database(scope),
        event: scope.event,
        conversationId: id,
        connection: socket.connection,
        locale: conversation.locale,
        now,
      },
      code,
    );
    if (result.status !== 'verified') {
      const text = { wrong: 'codeWrong', expired: 'codeExpired', limited: 'tooMany' } as const;
      this.add(conversation, now, {
        author: 'system',
        text: say(text[result.status], conversation.locale),
        ...(result.status === 'wrong' ? { ask: 'code' as const } : result.status === 'expired' ? { ask: 'identify' as const } : {}),
      });
      return;
    }
    conversation.holder = result.holder;
    this.add(conversation, now, { author: 'system', text: say('verified', conversation.locale) });
    this.status(id, false);
    this.tellConversation(conversation);
    // What was asked before the code was needed is answered now.
    if (this.store.messages(id).some((message) => message.author === 'attendee')) await this.answer(id, 'verified');
    await this.afterwards();
  }

  private async fillTransferForm(id: string, form: { id: string; ticketId: string; name: string; email: string }): Promise<void> {
    const scope = await this.eventScope();
    const conversation = this.conversationOf(id, scope, null);
    if (this.store.messageByClientId(id, form.id)) return;
    if (!conversation.holder) throw new AppError('forbidden', 'Please enter the code first.');
    const email = form.email.trim().toLowerCase();
    if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(email))
      throw new AppError('invalid_input', 'Please enter the e-mail address of the new holder.');
    conversation.transferForm = { ticketId: form.ticketId, name: form.name.replace(/\s+/g, ' ').trim(), email };
    this.add(conversation, this.now(scope), {
      author: 'attendee',
      clientId: form.id,
      text: `${say('transferTo', conversation.locale)} ${form.name} <${email}>`,
    });
    if (conversation.state !== 'agent' || this.running.has(id)) return;
    const run: StoredRun = {
      id: newId('run'),
      conversationId: id,
      trigger: 'transfer_form',
      upToSeq: conversation.seq,
      startedAt: Date.now(),
    };
    this.store.transaction(() => {
      this.store.startRun(run);
      // The verified holder's form is the proposal: no model is needed to read it.
      this.store.append(run.id, 0, {
        kind: 'model',
        text: 'The verified holder filled in the transfer form.',
        toolCalls: [{ id: 'form', name: 'transfer_ticket', args: { ticketId: form.ticketId } }],
        model: 'form',
        inputTokens: 0,
        outputTokens: 0,
        ms: 0,
      });
    });
    await this.resume(run);
    await this.afterwards();
  }

  // --- approvals -----------------------------------------------------------------------------------------------------

  /** A person approved or rejected a proposal of this agent: carry it out, once, and tell the attendee. */
  async approvalDecided(approvalId: string): Promise<void> {
    const scope = await this.eventScope();
    const result = await carryOutApproved(
      this.env,
      scope,
      this.retrieval.search,
      (id) => this.store.conversation(id),
      approvalId,
      this.now(scope),
    );
    if (!result) return;
    await this.poked(scope, result.commandIds);
    await this.orchestrator().approvalChanged(approvalId);
    if (result.again) await this.orchestrator().approvalChanged(result.again);
    const conversation = result.conversationId ? this.store.conversation(result.conversationId) : null;
    if (conversation && result.tell) {
      // A handover that was only about this decision is over with it, unless somebody has taken over.
      if (conversation.state === 'waiting' && conversation.escalationReason === 'refund_over_limit') {
        conversation.state = 'agent';
        conversation.handover = null;
        conversation.resolution = 'open';
      }
      const lines = [say(result.tell, conversation.locale), ...result.details];
      this.add(conversation, this.now(scope), { author: 'system', text: lines.join(' '), actions: result.actions });
      this.status(conversation.id, false);
      this.tellConversation(conversation);
    }
    for (const activity of result.activities) this.store.buffer('activity', activity.id, activity);
    await this.afterwards();
  }

  // --- knowledge -----------------------------------------------------------------------------------------------------

  /** Indexes documents again; `documentIds` that no longer exist are forgotten. */
  async reindex(request: string): Promise<void> {
    const { organizationId, documentIds } = JSON.parse(request) as { organizationId: string; documentIds: string[] };
    const scope = await this.eventScope();
    if (scope.event.organizationId !== organizationId) throw new AppError('not_found', 'There is no such event.');
    const pages = await pagesOf(this.database(scope), organizationId, this.eventId, documentIds);
    const found = new Set(pages.map((page) => page.id));
    await this.retrieval.search.remove(documentIds.filter((id) => !found.has(id)));
    if (pages.length > 0) await this.retrieval.search.index(pages);
    await this.wakeWithin(1_000);
  }

  /** Answers as it would answer an attendee, without keeping anything. JSON of `KnowledgeTest`. */
  async testQuestion(organizationId: string, question: string): Promise<string> {
    const scope = await this.eventScope();
    if (scope.event.organizationId !== organizationId) throw new AppError('not_found', 'There is no such event.');
    const started = performance.now();
    const run: StoredRun = { id: newId('run'), conversationId: newId('conversation'), trigger: 'test', upToSeq: 0, startedAt: Date.now() };
    const end = await driveRun({
      runId: run.id,
      agent: supportAgent,
      model: modelFor(this.env, scope.event.clock),
      embedded: embeddedModel,
      entries: [],
      append: () => {},
      request: (state) =>
        supportRequest(supportAgent, toolSpecsOf(supportAgent), {
          event: scope.event,
          now: this.now(scope),
          locale: null,
          verified: false,
          holderName: null,
          turns: [{ from: 'attendee', text: question }],
          run: state,
        }),
      context: () => toolContext(this.env, scope, this.retrieval.search, null, this.now(scope)),
      commit: {
        async commit() {
          throw new AppError('refused', 'A test question has no effect.');
        },
      },
      record: () => {},
      sha256,
      committed: async () => {},
      proposed: async () => {},
      handedOver: () => {},
      unusable,
      mayGoOn: () => true,
    });
    const retrieved = retrievedPassages(end.run);
    const by = end.run.embeddedOnly || end.run.model === embeddedModel.name ? 'embedded' : 'language_model';
    const read = end.end === 'text' ? readReply(end.text, by, retrieved, recordsRead(end.run)) : { ok: false as const, why: 'given up' };
    const first = await this.retrieval.search.search(question, { limit: 8 });
    const result: KnowledgeTest = {
      outcome: read.ok ? read.reply.outcome : 'declined',
      answer: read.ok ? read.reply.answer : '',
      confidence: read.ok ? read.reply.confidence : 0,
      citations: read.ok ? read.reply.citations : [],
      retrieved: first.map(({ passage, score, parts }) => ({
        passage: {
          id: passage.id,
          documentId: passage.pageId,
          documentTitle: passage.pageTitle,
          headingPath: passage.headingPath,
          kind: passage.kind,
          text: passage.text,
        },
        score,
        parts,
      })),
      ms: Math.round(performance.now() - started),
      model: end.run.model,
    };
    return JSON.stringify(result);
  }

  // --- upkeep --------------------------------------------------------------------------------------------------------

  /** The consoles that are open on this event, and what they look at. */
  async watching(request: string): Promise<void> {
    this.watched = JSON.parse(request) as typeof this.watched;
    this.ctx.storage.kv.put('watched', this.watched);
  }

  /** Sends everything buffered to the records now: lists read from there. */
  async flush(): Promise<void> {
    const scope = await this.eventScope();
    while (await mirror(this.store, this.database(scope), scope.event.organizationId, this.eventId));
  }

  private async afterwards(): Promise<void> {
    if (this.store.hasUnflushed()) await this.wakeWithin(mirrorDelayMs);
  }

  protected override async lookAfterWork(): Promise<void> {
    for (const run of this.store.openRuns()) if (!this.running.has(run.conversationId)) await this.resume(run);
    await this.flush();
    await this.retrieval.settle();
    const scope = await this.eventScope();
    if (this.timers.nextDue() !== null || scope.event.clock === 'real')
      await sweep(this.env, scope, this.now(scope), () => this.wakeWithin(10_000));
  }

  protected override async onTimer(timer: Timer): Promise<void> {
    const { conversationId } = JSON.parse(timer.payload) as { conversationId?: string };
    const conversation = conversationId ? this.store.conversation(conversationId) : null;
    if (timer.kind !== 'assume' || !conversation) return;
    const last = this.store.messages(conversation.id).at(-1);
    if (conversation.state !== 'agent' || (conversation.resolution !== 'open' && conversation.resolution !== 'reopened')) return;
    conversation.resolution = last?.author === 'agent' && last.outcome === 'answered' ? 'assumed' : 'abandoned';
    this.store.saveConversation(conversation);
    await this.afterwards();
  }

  private async poked(scope: EventScope, commandIds: string[]): Promise<void> {
    if (commandIds.length === 0) return;
    await poke(this.env, scope.event.organizationId, this.eventId, commandIds);
    // A poke may be lost; looking again makes that cost seconds, not the effect.
    await this.wakeWithin(10_000);
  }

  private present(id: string): StoredConversation {
    const conversation = this.store.conversation(id);
    if (!conversation) throw new AppError('not_found', 'There is no such conversation.');
    return conversation;
  }

  private orchestrator() {
    return orchestratorOf(this.env, this.eventId);
  }

  private view(conversation: StoredConversation): Conversation {
    return { ...rowOf(conversation), messages: this.store.messages(conversation.id).map(shown), handover: conversation.handover };
  }

  private show(conversationId: string, frame: ToWidget): void {
    for (const connection of this.getConnections<Socket>(conversationId)) if (connection.state?.admitted) send(connection, frame);
  }

  private status(conversationId: string, working: boolean): void {
    const conversation = this.store.conversation(conversationId);
    if (!conversation) return;
    this.show(conversationId, {
      type: 'status',
      state: conversation.state,
      working,
      verified: conversation.holder !== null,
      person: conversation.takenBy,
    });
  }

  private tellConversation(conversation: StoredConversation): void {
    this.tell({ type: 'conversation', conversation: rowOf(conversation) });
  }

  /** Tells open consoles; whoever does not look costs nothing. */
  private tell(frame: ToConsole): void {
    if (this.watched.consoles === 0) return;
    if ((frame.type === 'message' || frame.type === 'delta') && !this.watched.conversations.includes(frame.conversationId)) {
      if (frame.type === 'delta') return;
      const conversation = this.store.conversation(frame.conversationId);
      if (conversation) this.tell({ type: 'conversation', conversation: rowOf(conversation) });
      return;
    }
    this.ctx.waitUntil(this.orchestrator().publish(JSON.stringify(frame)));
  }
}

function send(connection: Connection, frame: ToWidget): void {
  connection.send(JSON.stringify(frame));
}

/** A message as others see it. */
function shown({ clientId: _clientId, offer: _offer, ...message }: StoredMessage): Message {
  return message;
}

function rowOf(conversation: StoredConversation): ConversationRow {
  return {
    id: conversation.id,
    state: conversation.state,
    subject: conversation.subject,
    verified: conversation.holder !== null,
    orderId: conversation.holder?.orderId ?? null,
    takenBy: conversation.takenBy,
    escalationReason: conversation.escalationReason,
    resolution: conversation.resolution,
    rating: conversation.rating,
    messageCount: conversation.seq,
    createdAt: conversation.createdAt,
    updatedAt: conversation.updatedAt,
  };
}

function unusable(text: string, run: RunState): string | null {
  const by = run.embeddedOnly || run.model === embeddedModel.name ? 'embedded' : 'language_model';
  const read = readReply(text, by, retrievedPassages(run), recordsRead(run));
  return read.ok ? null : read.why;
}

/** The escalation rules of the specification hold whatever the model did. */
function mustHandOver(text: string): HandoverRequest | null {
  const signal = signalsOf(text).find((candidate) => candidate !== 'injection');
  return signal ? { reason: signal, summary: `The message calls for a person: ${signal.replaceAll('_', ' ')}.` } : null;
}

function messageOf(
  reply: Reply,
  state: RunState,
  run: StoredRun,
  conversation: StoredConversation,
): Omit<StoredMessage, 'id' | 'seq' | 'at' | 'author'> {
  const last = state.turns.flatMap((turn) => turn.calls.map((call) => ({ name: call.name, outcome: turn.outcomes.get(call.id) })));
  const output = (name: string) => {
    const outcome = last.findLast((call) => call.name === name)?.outcome;
    return outcome?.kind === 'done' ? outcome.output : null;
  };
  const lookup = output('lookup_ticket');
  const ask =
    !conversation.holder && lookup?.status === 'verification_required'
      ? 'identify'
      : output('transfer_ticket')?.status === 'form_required'
        ? 'transfer'
        : undefined;
  const tickets = Array.isArray(lookup?.tickets) && conversation.holder ? lookup.tickets.map(ticketCard) : undefined;
  return {
    text: reply.answer,
    outcome: reply.outcome,
    citations: reply.citations,
    actions: reply.actions,
    nextSteps: reply.nextSteps,
    quickReplies: reply.quickReplies.slice(0, 4),
    ...(ask ? { ask } : {}),
    ...(tickets?.length ? { tickets } : {}),
    ...(reply.offer ? { offer: reply.offer } : {}),
    model: state.fallback ? `${state.model} (fallback)` : state.model,
    runId: run.id,
  };
}

function ticketCard(ticket: { ticketId: string; type: string; holderName: string; state: string }) {
  return { id: ticket.ticketId, type: ticket.type, holder: ticket.holderName, state: ticket.state };
}
