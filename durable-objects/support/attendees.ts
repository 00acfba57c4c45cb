import { afterConversationMove } from '../../worker/core/conversation/who-answers';
import { AppError } from '../../worker/core/errors';
import { limitSources } from '../../worker/core/limits/reservation';
import type { Conversations } from './conversations';
import type { Desk } from './desk';
import { checkCode, sendCode } from './identity';
import type { Runs } from './runs';
import { say } from './texts';
import { shown } from './views';

/** Where an attendee's frame comes from. */
export interface Origin {
  /** Keyed name of the connection's address. */
  connection: string;
  locale: string | null;
}

/** What attendees do in a conversation: speak, prove who they are, fill in a form. */
export class Attendees {
  constructor(
    private readonly desk: Desk,
    private readonly conversations: Conversations,
    private readonly runs: Runs,
  ) {}

  async hear(id: string, text: string, from: { clientId: string | null; locale: string | null; by?: string }): Promise<void> {
    const scope = await this.desk.eventScope();
    const conversation = this.conversations.conversationOf(id, scope, from.locale);
    if (from.clientId) {
      const before = this.desk.store.messageByClientId(id, from.clientId);
      if (before) return this.desk.show(id, { type: 'message', message: shown(before), clientId: from.clientId });
    }
    const now = this.desk.now(scope);
    if (conversation.state === 'closed' || conversation.resolution === 'confirmed' || conversation.resolution === 'assumed') {
      conversation.state = afterConversationMove(conversation.state, 'attendee_writes') ?? conversation.state;
      conversation.resolution = 'reopened';
    }
    if (conversation.subject === '') conversation.subject = text.slice(0, 120);
    conversation.askedBy = from.by ?? null;
    const isPaused = scope.policy.paused && conversation.state === 'agent';
    // What was said and the run that answers it are written together.
    const run = !isPaused && conversation.state === 'agent' && !this.runs.isRunning(id) ? this.runs.begin(conversation, 'message') : null;
    this.conversations.add(conversation, now, { author: 'attendee', text, ...(from.clientId ? { clientId: from.clientId } : {}) });
    if (isPaused) {
      await this.conversations.handOver(scope, conversation, { reason: 'unsolved', summary: 'The support agent is paused.' });
      return;
    }
    await (run ? this.runs.start(run) : this.runs.answer(id, 'message'));
    await this.desk.afterwards();
  }

  async identify(id: string, socket: Origin, orderCode: string, email: string): Promise<void> {
    const scope = await this.desk.eventScope();
    const conversation = this.conversations.conversationOf(id, scope, socket.locale);
    const now = this.desk.now(scope);
    const result = await sendCode(
      {
        env: this.desk.bindings,
        db: this.desk.database(scope),
        event: scope.event,
        conversationId: id,
        connection: socket.connection,
        locale: conversation.locale,
        limits: limitSources('support', scope.event, scope.policy),
        now,
      },
      orderCode,
      email,
    );
    if (result.status === 'limited')
      this.conversations.add(conversation, now, { author: 'system', text: say('tooMany', conversation.locale) });
    else this.conversations.add(conversation, now, { author: 'system', text: say('codeSent', conversation.locale), ask: 'code' });
    await this.desk.afterwards();
  }

  async enterCode(id: string, socket: Origin, code: string): Promise<void> {
    const scope = await this.desk.eventScope();
    const conversation = this.conversations.conversationOf(id, scope, socket.locale);
    const now = this.desk.now(scope);
    const result = await checkCode(
      {
        env: this.desk.bindings,
        db: this.desk.database(scope),
        event: scope.event,
        conversationId: id,
        connection: socket.connection,
        locale: conversation.locale,
        limits: limitSources('support', scope.event, scope.policy),
        now,
      },
      code,
    );
    if (result.status !== 'verified') {
      const text = { wrong: 'codeWrong', expired: 'codeExpired', limited: 'tooMany' } as const;
      this.conversations.add(conversation, now, {
        author: 'system',
        text: say(text[result.status], conversation.locale),
        ...(result.status === 'wrong' ? { ask: 'code' as const } : result.status === 'expired' ? { ask: 'identify' as const } : {}),
      });
      return;
    }
    conversation.holder = result.holder;
    this.conversations.add(conversation, now, { author: 'system', text: say('verified', conversation.locale) });
    this.conversations.status(id, false);
    this.conversations.tellConversation(conversation);
    // What was asked before the code was needed is answered now.
    if (this.desk.store.messages(id).some((message) => message.author === 'attendee')) await this.runs.answer(id, 'verified');
    await this.desk.afterwards();
  }

  async fillTransferForm(id: string, form: { id: string; ticketId: string; name: string; email: string }): Promise<void> {
    const scope = await this.desk.eventScope();
    const conversation = this.conversations.conversationOf(id, scope, null);
    if (this.desk.store.messageByClientId(id, form.id)) return;
    if (!conversation.holder) throw new AppError('forbidden', 'Please enter the code first.');
    const email = form.email.trim().toLowerCase();
    if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(email))
      throw new AppError('invalid_input', 'Please enter the e-mail address of the new holder.');
    conversation.transferForm = { ticketId: form.ticketId, name: form.name.replace(/\s+/g, ' ').trim(), email };
    this.conversations.add(conversation, this.desk.now(scope), {
      author: 'attendee',
      clientId: form.id,
      text: `${say('transferTo', conversation.locale)} ${form.name} <${email}>`,
    });
    // An answer under way ends first; it must not take the form away.
    while (this.runs.isRunning(id)) await this.runs.settled(id);
    const now = this.conversations.present(id);
    if (now.state !== 'agent') return;
    const run = this.runs.begin(now, 'transfer_form');
    // The verified holder's form is the proposal: no model is needed to read it.
    this.desk.store.keepJournal(run.id, 0, [
      {
        kind: 'model',
        text: 'The verified holder filled in the transfer form.',
        toolCalls: [{ id: 'form', name: 'transfer_ticket', args: { ticketId: form.ticketId } }],
        model: 'form',
        inputTokens: 0,
        outputTokens: 0,
        ms: 0,
      },
    ]);
    this.desk.store.saveConversation(now);
    await this.runs.start(run, false);
    await this.desk.afterwards();
  }

  async askForPerson(id: string, { locale }: Origin): Promise<void> {
    const scope = await this.desk.eventScope();
    const conversation = this.conversations.conversationOf(id, scope, locale);
    await this.conversations.handOver(scope, conversation, { reason: 'asked_for_person', summary: 'The attendee asked for a person.' });
  }
}
