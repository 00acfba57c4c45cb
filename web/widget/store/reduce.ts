import type { ToWidget } from '../contract';
import { reduceFrame } from './reduce-frame';
import { type AskFrame, type AskKind, type ChatState, type Connection, type Feedback, initialState, lastSeq, type Outgoing } from './state';

export type Action =
  | { type: 'frame'; frame: ToWidget; now: number }
  | { type: 'restored'; outgoing: readonly Outgoing[]; feedback: Feedback | null }
  | { type: 'connection'; connection: Connection }
  | { type: 'said'; id: string; text: string; now: number }
  | { type: 'sent'; ids: readonly string[] }
  | { type: 'retried' | 'discarded'; id: string }
  | { type: 'person-wanted' | 'person-sent' | 'ask-sent' | 'limit-over' | 'problem-read' }
  | { type: 'ask-opened'; kind: AskKind }
  | { type: 'ask-submitted'; frame: AskFrame }
  | { type: 'limited'; until: number }
  | { type: 'rated'; solved?: boolean; rating?: number }
  /** A new conversation; what was not sent yet goes with it. */
  | { type: 'started-over'; keepOutgoing: boolean };

/** Pure. The clock is passed in. */
export function reduce(state: ChatState, action: Action): ChatState {
  switch (action.type) {
    case 'frame':
      return reduceFrame(state, action.frame, action.now);
    case 'restored':
      return { ...state, outgoing: action.outgoing.map(requeued), feedback: action.feedback };
    case 'connection':
      return action.connection === state.connection ? state : disconnected({ ...state, connection: action.connection });
    case 'said':
      return {
        ...state,
        problem: null,
        outgoing: [...state.outgoing, { id: action.id, text: action.text, at: action.now, phase: 'queued', tried: false }],
      };
    case 'sent':
      return withOutgoing(state, action.ids, (entry) => ({ ...entry, phase: 'sent', tried: true }));
    case 'retried':
      return withOutgoing({ ...state, problem: null }, [action.id], (entry) => ({ ...entry, phase: 'queued' }));
    case 'discarded':
      return { ...state, outgoing: state.outgoing.filter((entry) => entry.id !== action.id) };
    case 'person-wanted':
      return state.conversation === 'agent' && state.personWanted === 'no' ? { ...state, problem: null, personWanted: 'queued' } : state;
    case 'person-sent':
      return { ...state, personWanted: 'sent' };
    case 'ask-opened':
      return { ...state, ask: { kind: action.kind, messageId: state.ask?.messageId ?? '', phase: 'editing', frame: null, problem: null } };
    case 'ask-submitted':
      return state.ask ? { ...state, ask: { ...state.ask, phase: 'queued', frame: action.frame, problem: null } } : state;
    case 'ask-sent':
      return state.ask ? { ...state, ask: { ...state.ask, phase: 'sent' } } : state;
    case 'limited':
      return { ...state, limitedUntil: action.until };
    case 'limit-over':
      return { ...state, limitedUntil: null };
    case 'rated':
      return { ...state, feedback: rated(state, action) };
    case 'problem-read':
      return { ...state, problem: null };
    case 'started-over':
      return {
        ...initialState,
        outgoing: action.keepOutgoing ? state.outgoing.map((entry) => ({ ...entry, phase: 'queued', tried: false })) : [],
      };
  }
}

/** What was under way when the socket went is sent again under the same id, which the server counts once. */
function disconnected(state: ChatState): ChatState {
  if (state.connection === 'online' || state.connection === 'connecting') return state;
  const ask = state.ask;
  const lost = ask?.phase === 'sent' && ask.kind !== 'transfer';
  return {
    ...state,
    working: false,
    writing: null,
    outgoing: state.outgoing.map((entry) => (entry.phase === 'sent' ? requeued(entry) : entry)),
    personWanted: state.personWanted === 'sent' ? 'queued' : state.personWanted,
    ask:
      ask?.phase === 'sent'
        ? { ...ask, phase: lost ? 'editing' : 'queued', problem: lost ? { code: 'connection_lost', text: '' } : null }
        : ask,
  };
}

function requeued(entry: Outgoing): Outgoing {
  return { ...entry, phase: 'queued' };
}

function withOutgoing(state: ChatState, ids: readonly string[], change: (entry: Outgoing) => Outgoing): ChatState {
  return { ...state, outgoing: state.outgoing.map((entry) => (ids.includes(entry.id) ? change(entry) : entry)) };
}

function rated(state: ChatState, { solved, rating }: { solved?: boolean; rating?: number }): Feedback {
  const seq = lastSeq(state);
  const before = state.feedback?.seq === seq ? state.feedback : { seq };
  return { ...before, ...(solved === undefined ? {} : { solved }), ...(rating === undefined ? {} : { rating }) };
}
