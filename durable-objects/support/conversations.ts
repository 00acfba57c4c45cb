import type { HandoverRequest } from '../../worker/agents/define-tool';
import type { Conversation } from '../../worker/contract/conversations';
import { afterConversationMove } from '../../worker/core/conversation/who-answers';
import { AppError } from '../../worker/core/errors';
import type { EventScope } from '../../worker/db/records/event-scope';
import { newId } from '../../worker/random';
import type { Desk } from './desk';
import { notifyOrganizer } from './effects';
import type { StoredConversation, StoredMessage } from './store';
import { say } from './texts';
import { rowOf, shown } from './views';

/** The conversations of an event: who answers, what was said, and the way to a person and back. */
export class Conversations {
  constructor(private readonly desk: Desk) {}

  conversationOf(id: string, scope: EventScope, locale: string | null): StoredConversation {
    const known = this.desk.store.conversation(id);
    if (known) return known;
    const now = this.desk.now(scope);
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
      run: null,
      createdAt: now,
      updatedAt: now,
    };
    this.desk.store.begin(conversation);
    return conversation;
  }

  present(id: string): StoredConversation {
    const conversation = this.desk.store.conversation(id);
    if (!conversation) throw new AppError('not_found', 'There is no such conversation.');
    return conversation;
  }

  /** Adds a message and saves the conversation with it. */
  add(conversation: StoredConversation, now: number, message: Omit<StoredMessage, 'id' | 'seq' | 'at'>): StoredMessage {
    conversation.seq += 1;
    conversation.updatedAt = now;
    const stored: StoredMessage = { id: newId('message', now), seq: conversation.seq, at: now, ...message };
    this.desk.store.addMessage(conversation, stored);
    this.desk.show(conversation.id, { type: 'message', message: shown(stored), ...(stored.clientId ? { clientId: stored.clientId } : {}) });
    this.desk.tell({ type: 'message', conversationId: conversation.id, message: shown(stored) });
    return stored;
  }

  status(conversationId: string, working: boolean): void {
    const conversation = this.desk.store.conversation(conversationId);
    if (!conversation) return;
    this.desk.show(conversationId, {
      type: 'status',
      state: conversation.state,
      working,
      verified: conversation.holder !== null,
      person: conversation.takenBy,
    });
  }

  tellConversation(conversation: StoredConversation): void {
    this.desk.tell({ type: 'conversation', conversation: rowOf(conversation) });
  }

  view(conversation: StoredConversation): Conversation {
    return { ...rowOf(conversation), messages: this.desk.store.messages(conversation.id).map(shown), handover: conversation.handover };
  }

  /** From here on the agent is silent; the organizer is told by mail, once for each handover. */
  async handOver(
    scope: EventScope,
    conversation: StoredConversation,
    request: HandoverRequest & { proposal?: string },
    announce = true,
  ): Promise<void> {
    const after = afterConversationMove(conversation.state, 'hand_over');
    if (!after) return;
    const now = this.desk.now(scope);
    conversation.state = after;
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
    else this.desk.store.saveConversation(conversation);
    this.desk.timers.clear(`assume:${conversation.id}`);
    this.status(conversation.id, false);
    this.tellConversation(conversation);
    const commandIds = await notifyOrganizer(this.desk.bindings, scope, conversation, this.desk.store.messages(conversation.id), now);
    await this.desk.poked(scope, commandIds);
    await this.desk.afterwards();
  }

  private tried(conversationId: string): string[] {
    return this.desk.store
      .messages(conversationId)
      .filter((message) => message.author === 'agent')
      .flatMap((message) =>
        message.actions?.length ? message.actions : [`${message.outcome ?? 'answered'}: ${message.text.slice(0, 120)}`],
      )
      .slice(-6);
  }

  async takeOver(conversationId: string, person: string): Promise<Conversation> {
    const scope = await this.desk.eventScope();
    const conversation = this.present(conversationId);
    const after = afterConversationMove(conversation.state, 'take_over');
    if (after && (conversation.state !== after || conversation.takenBy !== person)) {
      conversation.state = after;
      conversation.takenBy = person;
      conversation.resolution = 'handed_over';
      this.add(conversation, this.desk.now(scope), { author: 'system', text: say('joined', conversation.locale) });
      this.status(conversationId, false);
      this.tellConversation(conversation);
      await this.desk.afterwards();
    }
    return this.view(conversation);
  }

  async handBack(conversationId: string): Promise<Conversation> {
    const scope = await this.desk.eventScope();
    const conversation = this.present(conversationId);
    const after = afterConversationMove(conversation.state, 'hand_back');
    if (after) {
      conversation.state = after;
      conversation.takenBy = null;
      conversation.handover = null;
      this.add(conversation, this.desk.now(scope), { author: 'system', text: say('back', conversation.locale) });
      this.status(conversationId, false);
      this.tellConversation(conversation);
      await this.desk.afterwards();
    }
    return this.view(conversation);
  }

  async answerAsPerson(conversationId: string, person: string, text: string): Promise<Conversation> {
    const scope = await this.desk.eventScope();
    await this.takeOver(conversationId, person);
    const conversation = this.present(conversationId);
    this.add(conversation, this.desk.now(scope), { author: 'person', text });
    await this.desk.afterwards();
    return this.view(conversation);
  }

  async closeConversation(conversationId: string): Promise<Conversation> {
    const scope = await this.desk.eventScope();
    const conversation = this.present(conversationId);
    const after = afterConversationMove(conversation.state, 'close');
    if (after) {
      conversation.state = after;
      conversation.takenBy = null;
      this.add(conversation, this.desk.now(scope), { author: 'system', text: say('closed', conversation.locale) });
      this.status(conversationId, false);
      this.tellConversation(conversation);
      await this.desk.afterwards();
    }
    return this.view(conversation);
  }

  async takeFeedback(id: string, { solved, rating }: { solved?: boolean; rating?: number }): Promise<void> {
    const conversation = this.desk.store.conversation(id);
    if (!conversation) return;
    if (rating !== undefined) conversation.rating = rating;
    if (solved === true) conversation.resolution = 'confirmed';
    this.desk.store.saveConversation(conversation);
    this.tellConversation(conversation);
    if (solved === false)
      await this.handOver(await this.desk.eventScope(), conversation, {
        reason: 'unsolved',
        summary: 'The attendee says that the answer did not solve it.',
      });
    await this.desk.afterwards();
  }

  /** Silence after an answer: resolved, as an assumption; silence after anything else: abandoned. */
  async fallSilent(conversationId: string): Promise<void> {
    const { store } = this.desk;
    const conversation = store.conversation(conversationId);
    // An answer under way sets the timer again, or takes it back.
    if (
      conversation?.state !== 'agent' ||
      conversation.run ||
      (conversation.resolution !== 'open' && conversation.resolution !== 'reopened')
    )
      return;
    const last = store.messages(conversationId).at(-1);
    conversation.resolution = last?.author === 'agent' && last.outcome === 'answered' ? 'assumed' : 'abandoned';
    store.saveConversation(conversation);
    await this.desk.afterwards();
  }

  /** What came of a decision. A handover that was only about it is over with it, unless somebody has taken over. */
  tellDecision(conversation: StoredConversation, now: number, text: string, actions: string[], clientId: string): void {
    const after = afterConversationMove(conversation.state, 'decision_ends_wait');
    if (after && conversation.escalationReason === 'refund_over_limit') {
      conversation.state = after;
      conversation.handover = null;
      conversation.resolution = 'open';
    }
    this.add(conversation, now, { author: 'system', text, actions, clientId });
    this.status(conversation.id, false);
    this.tellConversation(conversation);
  }
}
