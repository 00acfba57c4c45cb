import { answersMeanwhile, escalate, escalationFor } from './planning/escalation';
import { answerFromPages } from './planning/knowledge';
import { refundPolicyAnswer } from './planning/refund-policy';
import { acceptOffer, settledAction, ticketRequest } from './planning/ticket-request';
import { phrase } from './replying/phrase';
import { reply, type Situation, situationOf, withPersonOffered } from './replying/reply';
import type { SupportDecision, SupportInput } from './types';
import { understand } from './understand';

/**
 * The next step of a support run: tools to call, or the reply. Pure and deterministic; the same input gives the same decision, so that a run
 * can be resumed after a crash. Never calls out of what somebody typed: ids and amounts come from tool results and offers.
 */
export function decideSupport(input: SupportInput): SupportDecision {
  const messages = input.turns.filter((turn) => turn.from === 'attendee').map((turn) => turn.text);
  const text = messages.at(-1) ?? '';
  const understood = understand(text, { earlier: messages.slice(0, -1), locale: input.locale });
  const situation = situationOf(input, text, understood);
  const escalation = escalationFor(understood.signals);
  if (escalation !== undefined) {
    if (answersMeanwhile(escalation) && understood.intent === 'question' && asksSomething(text))
      return answerFromPages(situation, escalation);
    return escalate(situation, escalation, `the message shows: ${escalation}`);
  }
  return failure(situation) ?? settledAction(situation) ?? byIntent(situation);
}

/** Whether the message asks for something that pages may hold, such as whom to contact, rather than only telling what happened. */
function asksSomething(text: string): boolean {
  return /\?|\b(?:who|whom|where|how|what|which|when|wen|wo|wie|was|qui|où|comment|quién|dónde|cómo|quem|onde|como)\b/i.test(text);
}

function byIntent(situation: Situation): SupportDecision {
  const { input, understood, language, offer } = situation;
  const event = input.event.name;
  const starters = [
    phrase('buttonResend', language),
    phrase('buttonTransfer', language),
    phrase('buttonRefund', language),
    phrase('buttonPerson', language),
  ];
  switch (understood.intent) {
    case 'empty':
      return reply(situation, { outcome: 'asked', answer: phrase('empty', language), reason: 'nothing was asked' });
    case 'greeting':
      return reply(situation, {
        outcome: 'answered',
        answer: phrase('greeting', language, { event }),
        quickReplies: starters,
        reason: 'a greeting',
      });
    case 'thanks':
      return reply(situation, { outcome: 'answered', answer: phrase('thanks', language), reason: 'thanks' });
    case 'goodbye':
      return reply(situation, { outcome: 'answered', answer: phrase('goodbye', language, { event }), reason: 'a goodbye' });
    case 'yes':
      if (offer !== undefined) return acceptOffer(situation, offer);
      return reply(situation, { outcome: 'asked', answer: phrase('unclearYes', language), reason: 'a yes to nothing on offer' });
    case 'no':
      return reply(situation, { outcome: 'answered', answer: phrase('dropped', language), reason: 'an offer was turned down' });
    case 'refund':
    case 'resend':
    case 'transfer':
    case 'lookup':
      return ticketRequest(situation, understood.intent);
    case 'account_action':
      return escalate(situation, 'unsolved', 'an action that no tool carries out');
    case 'question':
      return refundPolicyAnswer(situation) ?? answerFromPages(situation);
  }
}

/** A tool that failed ends the run with a person on offer; a failed search is told where the answer would be. */
function failure(situation: Situation): SupportDecision | undefined {
  const failed = situation.input.results.find(
    (result) => 'status' in result && result.status === 'failed' && result.tool !== 'search_knowledge_base',
  );
  if (failed === undefined) return undefined;
  return withPersonOffered(situation, {
    outcome: 'declined',
    answer: phrase('failed', situation.language),
    confidence: 0,
    reason: `${failed.tool} failed`,
  });
}
