import type { Message, ToWidget } from '../contract';
import type { Ask, ChatState, Outgoing } from './state';

const longestWriting = 20_000;

/** Pure. One frame of the server. */
export function reduceFrame(state: ChatState, frame: ToWidget, now: number): ChatState {
  switch (frame.type) {
    case 'ready':
      return ready(state, frame);
    case 'message':
      return received(state, frame.message, frame.clientId);
    case 'delta':
      return { ...state, writing: written(state, frame.runId, frame.text) };
    case 'status':
      return settled({
        ...state,
        conversation: frame.state,
        working: frame.working,
        writing: frame.state === 'agent' ? state.writing : null,
        verified: frame.verified,
        person: frame.person,
      });
    case 'problem':
      return refused(state, frame, now);
  }
}

function ready(state: ChatState, frame: Extract<ToWidget, { type: 'ready' }>): ChatState {
  const next = frame.messages.reduce((before, message) => received(before, message, undefined), state);
  return settled({
    ...next,
    connection: 'online',
    problem: null,
    conversation: frame.state,
    verified: frame.verified,
    person: frame.person,
    working: false,
    writing: null,
    outgoing: withoutArrived(next.outgoing, frame.messages),
  });
}

/** `ready` names no client ids: what went out before and now stands in the transcript has arrived. One message settles one entry. */
function withoutArrived(outgoing: readonly Outgoing[], messages: readonly Message[]): readonly Outgoing[] {
  const arrived = messages.filter((message) => message.author === 'attendee').map((message) => message.text.trim());
  return outgoing.filter((entry) => {
    const at = entry.tried ? arrived.indexOf(entry.text.trim()) : -1;
    if (at >= 0) arrived.splice(at, 1);
    return at < 0;
  });
}

function received(state: ChatState, message: Message, clientId: string | undefined): ChatState {
  const others = state.messages.filter((known) => known.id !== message.id);
  const messages = [...others, message].sort((a, b) => a.seq - b.seq);
  const outgoing = clientId ? state.outgoing.filter((entry) => entry.id !== clientId) : state.outgoing;
  if (message.author === 'attendee') {
    const isForm = state.ask?.frame?.type === 'transfer' && state.ask.frame.id === clientId;
    return { ...state, messages, outgoing, ask: isForm ? null : state.ask };
  }
  const isNews = message.id === messages.at(-1)?.id;
  return {
    ...state,
    messages,
    outgoing,
    problem: null,
    writing: message.author === 'agent' && (!message.runId || state.writing?.runId === message.runId) ? null : state.writing,
    ask: isNews ? askAfter(state, message) : state.ask,
  };
}

/** The newest answer decides which form is open; a notice of the system closes only a form that was sent. */
function askAfter(state: ChatState, message: Message): Ask | null {
  if (message.ask) return { kind: message.ask, messageId: message.id, phase: 'editing', frame: null, problem: null };
  return message.author === 'system' && state.ask?.phase !== 'sent' ? state.ask : null;
}

function written(state: ChatState, runId: string, text: string): ChatState['writing'] {
  const before = state.writing?.runId === runId ? state.writing.text : '';
  return { runId, text: (before + text).slice(0, longestWriting) };
}

/** Drops what the state of the conversation has overtaken. */
function settled(state: ChatState): ChatState {
  const proven = state.verified && (state.ask?.kind === 'identify' || state.ask?.kind === 'code');
  const ended = state.conversation === 'closed';
  return {
    ...state,
    ask: proven || ended ? null : state.ask,
    personWanted: state.conversation === 'agent' ? state.personWanted : 'no',
    working: state.working && !ended,
  };
}

/** A problem belongs to what was sent last: the form, then the oldest message under way, then the wish for a person. */
function refused(state: ChatState, frame: Extract<ToWidget, { type: 'problem' }>, now: number): ChatState {
  const problem = { code: frame.code, text: frame.text };
  const limited = frame.code === 'rate_limited';
  const limitedUntil = limited ? now + Math.max(1, frame.retryAfterSeconds ?? 10) * 1000 : state.limitedUntil;
  if (state.ask?.phase === 'sent') return { ...state, limitedUntil, ask: { ...state.ask, phase: 'editing', problem } };
  if (limited) {
    return {
      ...state,
      limitedUntil,
      outgoing: state.outgoing.map((entry) => (entry.phase === 'sent' ? { ...entry, phase: 'queued' } : entry)),
      personWanted: state.personWanted === 'sent' ? 'queued' : state.personWanted,
    };
  }
  const oldest = state.outgoing.find((entry) => entry.phase === 'sent');
  return {
    ...state,
    problem,
    working: false,
    writing: null,
    outgoing: state.outgoing.map((entry) => (entry === oldest ? { ...entry, phase: 'failed' } : entry)),
    personWanted: oldest ? state.personWanted : 'no',
  };
}
