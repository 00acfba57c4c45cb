/** Pure. Who answers in a conversation, and how that changes hands. */

/** The agent, nobody yet (a person was asked for), a person, or nobody any more. */
export type WhoAnswers = 'agent' | 'waiting' | 'person' | 'closed';

export type ConversationMove =
  | 'hand_over'
  | 'take_over'
  | 'hand_back'
  | 'close'
  | 'attendee_writes'
  /** What a person was asked for has been decided, and nobody has taken over meanwhile. */
  | 'decision_ends_wait';

const moves: Record<WhoAnswers, Partial<Record<ConversationMove, WhoAnswers>>> = {
  agent: { hand_over: 'waiting', take_over: 'person', close: 'closed' },
  waiting: { take_over: 'person', hand_back: 'agent', close: 'closed', decision_ends_wait: 'agent' },
  person: { take_over: 'person', hand_back: 'agent', close: 'closed' },
  closed: { hand_over: 'waiting', take_over: 'person', attendee_writes: 'agent' },
};

/** Where a move leads, or null where it changes nothing: only a person's own hand gives a conversation back to the agent. */
export function afterConversationMove(state: WhoAnswers, move: ConversationMove): WhoAnswers | null {
  return moves[state][move] ?? null;
}

/** Asked before every step of a run and before every word of it: after a takeover the agent is silent. */
export function agentMaySpeak(state: WhoAnswers | undefined): boolean {
  return state === 'agent';
}
