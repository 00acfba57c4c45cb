import type { ConversationState, FromWidget, Message } from '../contract';

/** `idle`: nothing was said yet, so that no conversation exists. `unavailable`: this page or event has no chat. */
export type Connection = 'idle' | 'connecting' | 'online' | 'reconnecting' | 'offline' | 'unavailable';
export type AskKind = NonNullable<Message['ask']>;
export type AskFrame = Extract<FromWidget, { type: AskKind }>;

/** A message of the attendee that the server has not acknowledged. */
export interface Outgoing {
  id: string;
  text: string;
  at: number;
  phase: 'queued' | 'sent' | 'failed';
  /** Went over a socket at least once, so that it may have arrived although nothing says so. */
  tried: boolean;
}

/** The form that is open below the conversation. */
export interface Ask {
  kind: AskKind;
  messageId: string;
  phase: 'editing' | 'queued' | 'sent';
  frame: AskFrame | null;
  problem: Problem | null;
}

/** `text` comes from the server; the view has its own words for the codes that it knows. */
export interface Problem {
  code: string;
  text: string;
}

export interface Feedback {
  /** Up to which message the attendee was asked. */
  seq: number;
  solved?: boolean;
  rating?: number;
}

export interface ChatState {
  connection: Connection;
  conversation: ConversationState;
  verified: boolean;
  working: boolean;
  person: string | null;
  messages: readonly Message[];
  outgoing: readonly Outgoing[];
  /** The answer as it is being written. */
  writing: { runId: string; text: string } | null;
  ask: Ask | null;
  /** A person was asked for, and the server has not said so yet. */
  personWanted: 'no' | 'queued' | 'sent';
  feedback: Feedback | null;
  problem: Problem | null;
  /** Milliseconds since 1970 until which the server wants no more. */
  limitedUntil: number | null;
}

export const initialState: ChatState = {
  connection: 'idle',
  conversation: 'agent',
  verified: false,
  working: false,
  person: null,
  messages: [],
  outgoing: [],
  writing: null,
  ask: null,
  personWanted: 'no',
  feedback: null,
  problem: null,
  limitedUntil: null,
};

export function lastSeq(state: ChatState): number {
  return state.messages.at(-1)?.seq ?? 0;
}

/** Nothing was said yet, by anybody. */
export function isFirstScreen(state: ChatState): boolean {
  return state.messages.length === 0 && state.outgoing.length === 0 && state.personWanted === 'no' && state.conversation === 'agent';
}

/** The answer about which the attendee is asked whether it helped, or null. */
export function answerToRate(state: ChatState): Message | null {
  const last = state.messages.at(-1);
  const quiet = state.conversation === 'agent' && !state.working && !state.writing && !state.ask && state.outgoing.length === 0;
  return quiet && state.personWanted === 'no' && last?.author === 'agent' && last.outcome === 'answered' ? last : null;
}

export function quickReplies(state: ChatState): readonly string[] {
  const last = state.messages.at(-1);
  return state.conversation === 'agent' && state.outgoing.length === 0 && last?.author === 'agent' ? (last.quickReplies ?? []) : [];
}
