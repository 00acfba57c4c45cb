import { remembered } from '../remembered';
import { type Intent, intentOf } from './understanding/intent';
import { detectLanguage } from './understanding/language';
import { type Question, questionsOf } from './understanding/questions';
import { type Signal, signalsOf } from './understanding/signals';
import { type Slots, slotsOf } from './understanding/slots';
import { standardSpelling } from './understanding/spelling';

export type { Intent } from './understanding/intent';
export type { Question } from './understanding/questions';
export type { Signal } from './understanding/signals';

export interface UnderstandContext {
  /** The attendee's previous messages, oldest first. */
  earlier?: string[];
  /** BCP 47 tag of the widget. */
  locale?: string;
}

export interface Understanding {
  intent: Intent;
  /** What the message asks, at most four; never empty for intent `question`. */
  questions: readonly Question[];
  slots: Slots;
  /** BCP 47 primary tag of the message. */
  language: string;
  mood: 'calm' | 'upset';
  /** What the escalation rules look at; holds no matter which model answers. */
  signals: readonly Signal[];
}

/** Characters of a message that are looked at. */
const longestMessage = 4000;

/** What a message means, by rules alone: pure, deterministic, linear in its length. Text that gives orders to the agent is content like any other. */
export function understand(text: string, context: UnderstandContext = {}): Understanding {
  const message = text.slice(0, longestMessage);
  const previous = context.earlier?.findLast((turn) => intentOf(turn) === 'question');
  return { ...understoodOnce(message, previous), language: detectLanguage(message, context.locale) };
}

/** Every step of a run looks at the same message. */
const understoodOnce = remembered(understood);

function understood(message: string, previous: string | undefined): Omit<Understanding, 'language'> {
  const line = standardSpelling(withoutOrders(message));
  const signals = signalsOf(message);
  return {
    intent: intentOf(line === '' ? message : line),
    questions: questionsOf(line, previous === undefined ? undefined : standardSpelling(previous)),
    slots: slotsOf(message),
    mood: signals.includes('upset') ? 'upset' : 'calm',
    signals,
  };
}

/** The message without sentences addressed to the machine, so that they do not drown the question beside them. */
function withoutOrders(message: string): string {
  const sentences = message.split(/(?<=[.!?\n])\s+/);
  const kept = sentences.filter((sentence) => !signalsOf(sentence).includes('injection'));
  return kept.join(' ');
}
