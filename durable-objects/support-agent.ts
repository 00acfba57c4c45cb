import { z } from 'zod';
import { supportAgent } from '../worker/agents/support/agent';
import { type Retrieval, retrievalFor } from '../worker/compose';
import type { ToConsole } from '../worker/contract/live';
import { FromWidget, type ToWidget } from '../worker/contract/widget';
import { conversationToken } from '../worker/conversation-token';
import { AppError, invalidInput } from '../worker/core/errors';
import { approvalById, markTold } from '../worker/db/records/approvals';
import type { EventScope } from '../worker/db/records/event-scope';
import { pagesOf } from '../worker/db/records/pages';
import { sameText } from '../worker/digest';
import { configOf } from '../worker/env';
import { errorFields, log } from '../worker/log';
import { orchestratorOf, type SupportStub } from '../worker/objects';
import { Person } from '../worker/privacy/person';
import { poke } from '../worker/queues/carry-out';
import { newId } from '../worker/random';
import { AgentObject } from './agent-object';
import { carryOutApproved, endActivity, type Review, revisedProposal } from './approved';
import { JudgeAgain, judgeAgain } from './judge-again';
import { type Counter, contextOf, endInWords, reviewOf } from './support/approved';
import { Attendees } from './support/attendees';
import { Conversations } from './support/conversations';
import type { Desk } from './support/desk';
import { Buckets } from './support/limits';
import { mirror } from './support/mirror';
import { erasePerson, findPerson, forgetConversations } from './support/person';
import { Runs } from './support/runs';
import { AttendeeSockets, type Socket, send } from './support/sockets';
import { SupportStore } from './support/store';
import { testQuestion } from './support/test-question';
import { say } from './support/texts';
import { rowOf, shown } from './support/views';
import { sweep } from './sweep';
import type { Timer } from './timers';

const Watched = z.object({ consoles: z.number(), conversations: z.array(z.string()) });
const Reindex = z.object({ organizationId: z.string(), documentIds: z.array(z.string()) });
const AssumePayload = z.object({ conversationId: z.string() });

const mirrorDelayMs = 2_000;
const sweepMs = 10_000;
const largestFrame = 20_000;
const longestQuery = 2_000;

/** Answers the attendees of one event: sockets, conversations, runs, knowledge index. */
export class SupportAgent extends AgentObject implements Omit<SupportStub, 'fetch'>, Desk {
  protected readonly agentName = 'support' as const;
  readonly store: SupportStore;
  readonly retrieval: Retrieval;
  private readonly sockets: AttendeeSockets;
  private readonly conversations: Conversations;
  private readonly runs: Runs;
  private readonly attendees: Attendees;
  private readonly perConversation = new Buckets(8, 12);
  /** Generous: a venue's whole Wi-Fi may share one address. */
  private readonly perConnection = new Buckets(120, 600);
  private readonly perEvent = new Buckets(2000, 20_000, 1);
  private watched: z.infer<typeof Watched>;
  private logToldAt = 0;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.store = new SupportStore(this.memory);
    this.retrieval = retrievalFor(env, this.memory, this.eventId);
    this.sockets = new AttendeeSockets(ctx);
    this.watched = Watched.catch({ consoles: 0, conversations: [] }).parse(ctx.storage.kv.get('watched'));
    this.conversations = new Conversations(this);
    this.runs = new Runs(this, this.conversations);
    this.attendees = new Attendees(this, this.conversations, this.runs);
  }

  override async onStart(): Promise<void> {
    if (this.store.openRuns().length > 0 || this.store.hasUnflushed()) await this.wakeWithin(1_000);
  }

  // --- attendees' sockets --------------------------------------------------------------------------------------------

  override async fetch(request: Request): Promise<Response> {
    if (request.headers.get('upgrade')?.toLowerCase() !== 'websocket') return new Response(null, { status: 404 });
    return this.sockets.accept(request);
  }

  override readonly webSocketMessage = async (socket: WebSocket, message: string | ArrayBuffer): Promise<void> => {
    if (!this.lifecycle.isStarted()) await this.lifecycle.start();
    try {
      await this.onFrame(socket, message);
    } catch (error) {
      if (error instanceof AppError) return problem(socket, error.code, error.message, error.options.retryAfterSeconds);
      if (error instanceof SyntaxError) return problem(socket, 'invalid_input', 'This message cannot be read.');
      const requestId = newId('request');
      log('error', 'widget frame', { requestId, event: this.eventId, ...errorFields(error) });
      problem(socket, 'internal', `Something went wrong (${requestId}). Please try again.`);
    }
  };

  private readonly onFrame = async (webSocket: WebSocket, message: string | ArrayBuffer): Promise<void> => {
    if (typeof message !== 'string' || message.length > largestFrame) throw new AppError('too_large', 'This message is too large.');
    const parsed = FromWidget.safeParse(JSON.parse(message));
    if (!parsed.success) throw invalidInput(parsed.error, 'The message');
    const frame = parsed.data;
    const socket = this.sockets.of(webSocket);
    if (!socket) throw new AppError('unauthenticated', 'Please reload the chat.');
    if (frame.type === 'hello') return this.admit(webSocket, socket, frame.token, frame.lastSeq);
    if (!socket.admitted) throw new AppError('unauthenticated', 'Please reload the chat.');
    if (frame.type === 'typing') return;
    this.takeToken(socket);
    const id = socket.conversationId;
    switch (frame.type) {
      case 'say':
        return this.attendees.hear(id, frame.text, { clientId: frame.id, locale: socket.locale });
      case 'identify':
        return this.attendees.identify(id, socket, frame.orderCode, frame.email);
      case 'code':
        return this.attendees.enterCode(id, socket, frame.code);
      case 'transfer':
        return this.attendees.fillTransferForm(id, frame);
      case 'human':
        return this.attendees.askForPerson(id, socket);
      case 'feedback':
        return this.conversations.takeFeedback(id, frame);
    }
  };

  private async admit(webSocket: WebSocket, socket: Socket, token: string, lastSeq: number): Promise<void> {
    const expected = await conversationToken(configOf(this.env).AUTH_SECRET, this.eventId, socket.conversationId);
    if (!sameText(expected, token)) {
      problem(webSocket, 'unauthenticated', 'Please reload the chat.');
      webSocket.close(4401, 'unauthenticated');
      return;
    }
    this.sockets.keep(webSocket, { ...socket, admitted: true });
    const conversation = this.store.conversation(socket.conversationId);
    send(webSocket, {
      type: 'ready',
      state: conversation?.state ?? 'agent',
      verified: conversation?.holder != null,
      messages: this.store.messages(socket.conversationId, lastSeq).map(shown),
      person: conversation?.takenBy ?? null,
    });
    if (this.runs.isRunning(socket.conversationId)) this.runs.tellWorking(socket.conversationId);
  }

  /** Limits per conversation, connection and event. Throws `rate_limited` with the seconds to wait. */
  private readonly takeToken = (socket: Socket): void => {
    const now = Date.now();
    const wait = Math.max(
      this.perConversation.take(socket.conversationId, now),
      this.perConnection.take(socket.connection, now),
      this.perEvent.take('event', now),
    );
    if (wait > 0) throw new AppError('rate_limited', `Please wait ${wait} seconds.`, { retry: 'later', retryAfterSeconds: wait });
  };

  // --- called by routes and other objects; results are JSON ----------------------------------------------------------

  async ask(conversationId: string, text: string, locale: string | null, by: string): Promise<string> {
    await this.attendees.hear(conversationId, text, { clientId: null, locale, by });
    return JSON.stringify(this.conversations.view(this.conversations.present(conversationId)));
  }

  async readConversation(conversationId: string): Promise<string | null> {
    const conversation = this.store.conversation(conversationId);
    return conversation ? JSON.stringify(this.conversations.view(conversation)) : null;
  }

  async takeOver(conversationId: string, person: string): Promise<string> {
    return JSON.stringify(await this.conversations.takeOver(conversationId, person));
  }

  async handBack(conversationId: string): Promise<string> {
    return JSON.stringify(await this.conversations.handBack(conversationId));
  }

  async answerAsPerson(conversationId: string, person: string, text: string): Promise<string> {
    return JSON.stringify(await this.conversations.answerAsPerson(conversationId, person, text));
  }

  async closeConversation(conversationId: string): Promise<string> {
    return JSON.stringify(await this.conversations.closeConversation(conversationId));
  }

  async testQuestion(organizationId: string, question: string): Promise<string> {
    return JSON.stringify(await testQuestion(this, organizationId, question));
  }

  async findPassages(organizationId: string, query: string): Promise<string> {
    const scope = await this.eventScope();
    if (scope.event.organizationId !== organizationId) throw new AppError('not_found', 'There is no such event.');
    return JSON.stringify(await this.retrieval.search.search(query.slice(0, longestQuery), { limit: 12 }));
  }

  /** A proposal of this agent was decided or has expired: carries it out, once, and tells the attendee, once. Safe to repeat. */
  async approvalDecided(approvalId: string): Promise<void> {
    const review = await this.review(approvalId);
    const { scope } = review;
    const result = await carryOutApproved(review);
    if (result && result.activities.length > 0) this.store.log({ activities: result.activities });
    await this.poked(scope, result?.commandIds ?? []);
    await this.tellEnd(review);
    await this.approvalChanged(approvalId);
    if (result?.again) await this.approvalChanged(result.again);
    await this.afterwards();
  }

  /** The message has the proposal's id as its own: a repeat finds it said. The mark in the records goes last. */
  private async tellEnd({ scope, approvalId, now }: Review): Promise<void> {
    const { organizationId, eventId } = scope.event;
    const db = this.database(scope);
    const row = await approvalById(db, organizationId, eventId, approvalId);
    const end = row && endInWords(row);
    if (!end || row.nextReminderAt === null) return;
    const activity = endActivity(supportAgent, row, now);
    if (activity) this.store.log({ activities: [activity] });
    const conversation = row.conversationId ? this.store.conversation(row.conversationId) : null;
    const clientId = `decision:${approvalId}${end.text === 'takenBack' ? ':back' : ''}`;
    if (conversation && !this.store.messageByClientId(conversation.id, clientId)) {
      const text = [say(end.text, conversation.locale), ...end.details].join(' ');
      this.conversations.tellDecision(conversation, now, text, end.actions, clientId);
    }
    await markTold(db, organizationId, approvalId);
  }

  private async counter(): Promise<Counter> {
    const scope = await this.eventScope();
    const conversationOf = (id: string) => this.store.conversation(id);
    return { env: this.env, scope, search: this.retrieval.search, conversationOf, now: this.now(scope) };
  }

  private async review(approvalId: string): Promise<Review> {
    return reviewOf(await this.counter(), approvalId);
  }

  async revise(approvalId: string, input: string): Promise<string> {
    return JSON.stringify(await revisedProposal(await this.review(approvalId), JSON.parse(input)));
  }

  async judgeAgain(request: string): Promise<string> {
    const counter = await this.counter();
    const asked = JudgeAgain.parse(JSON.parse(request));
    return JSON.stringify(await judgeAgain(this.env, counter.scope, supportAgent, (approval) => contextOf(counter, approval), asked));
  }

  /** Indexes documents again; those that no longer exist are forgotten. */
  async reindex(request: string): Promise<void> {
    const { organizationId, documentIds } = Reindex.parse(JSON.parse(request));
    const scope = await this.eventScope();
    if (scope.event.organizationId !== organizationId) throw new AppError('not_found', 'There is no such event.');
    const pages = await pagesOf(this.database(scope), organizationId, this.eventId, documentIds);
    const found = new Set(pages.map((page) => page.id));
    for (const id of documentIds) this.store.keepAddress(id, pages.find((page) => page.id === id)?.url ?? null);
    await this.retrieval.search.remove(documentIds.filter((id) => !found.has(id)));
    if (pages.length > 0) await this.retrieval.search.index(pages);
    await this.wakeWithin(1_000);
  }

  async watching(request: string): Promise<void> {
    this.watched = Watched.parse(JSON.parse(request));
    this.ctx.storage.kv.put('watched', this.watched);
  }

  /** Sends everything buffered to the records now: lists read from there. */
  async flush(): Promise<void> {
    const scope = await this.eventScope();
    let written = false;
    while (await mirror(this.store, this.database(scope), scope.event.organizationId, this.eventId)) written = true;
    if (written) await this.logGrew();
  }

  async findPerson(person: string): Promise<string> {
    return JSON.stringify(findPerson(this.memory, Person.parse(JSON.parse(person))));
  }

  /** What is on its way to the records goes there first, where the erasure finds it. */
  async erasePerson(person: string): Promise<string> {
    await this.flush();
    const done = erasePerson(this.memory, this.store, Person.parse(JSON.parse(person)));
    await this.flush();
    return JSON.stringify(done);
  }

  async forgetConversations(before: number): Promise<number> {
    const count = forgetConversations(this.memory, this.store, before);
    await this.flush();
    return count;
  }

  /** Tells the keeper of the event's log, at most once a minute. */
  private async logGrew(): Promise<void> {
    if (Date.now() < this.logToldAt + 60_000) return;
    this.logToldAt = Date.now();
    await orchestratorOf(this.env, this.eventId).logGrew();
  }

  // --- upkeep --------------------------------------------------------------------------------------------------------

  protected override async lookAfterWork(): Promise<void> {
    await this.runs.resumeOpen();
    if (this.runs.anyRunning) await this.wakeWithin();
    await this.flush();
    await this.retrieval.settle();
    const scope = await this.eventScope();
    if (scope.event.clock === 'real') await sweep(this.env, scope, this.now(scope), (ms) => this.wakeWithin(ms));
  }

  protected override async onTimer(timer: Timer): Promise<void> {
    if (timer.kind === 'assume') await this.conversations.fallSilent(AssumePayload.parse(JSON.parse(timer.payload)).conversationId);
  }

  // --- the desk ------------------------------------------------------------------------------------------------------

  readonly show = (conversationId: string, frame: ToWidget): void => {
    this.sockets.show(conversationId, frame);
  };

  /** Whoever does not look costs nothing: text only goes to consoles that have the conversation open. */
  readonly tell = (frame: ToConsole): void => {
    if (this.watched.consoles === 0) return;
    const ofConversation = frame.type === 'message' || frame.type === 'delta';
    if (ofConversation && !this.watched.conversations.includes(frame.conversationId)) {
      const conversation = frame.type === 'message' ? this.store.conversation(frame.conversationId) : null;
      if (conversation) this.tell({ type: 'conversation', conversation: rowOf(conversation) });
      return;
    }
    this.ctx.waitUntil(orchestratorOf(this.env, this.eventId).publish(JSON.stringify(frame)));
  };

  get bindings(): Env {
    return this.env;
  }

  async approvalChanged(approvalId: string): Promise<void> {
    await orchestratorOf(this.env, this.eventId).approvalChanged(approvalId);
  }

  async poked(scope: EventScope, commandIds: string[]): Promise<void> {
    if (commandIds.length === 0) return;
    await poke(this.env, scope.event.organizationId, this.eventId, commandIds);
    await this.wakeWithin(sweepMs);
  }

  readonly afterwards = async (): Promise<void> => {
    if (this.store.hasUnflushed()) await this.wakeWithin(mirrorDelayMs);
  };
}

function problem(socket: WebSocket, code: string, text: string, retryAfterSeconds?: number): void {
  send(socket, { type: 'problem', code, text, ...(retryAfterSeconds ? { retryAfterSeconds } : {}) });
}
