import type { Feedback, Outgoing } from '../store/state';

/** The token is the only key to the conversation. */
export interface ConversationKey {
  conversationId: string;
  token: string;
}

/** What outlives a reload. Without a key nothing has reached the server yet. */
export interface Stored {
  key: ConversationKey | null;
  /** A person was asked for or is answering: worth connecting even while the chat is closed. */
  expectsPerson: boolean;
  outgoing: readonly Outgoing[];
  draft: string;
  feedback: Feedback | null;
}

export interface Shelf {
  read(): Stored | null;
  write(value: Stored): void;
  clear(): void;
}

/** Keeps it in the storage of the page's origin, per event; in memory where the browser refuses storage. */
export function shelfFor(eventId: string, storage: Storage | null): Shelf {
  const key = `eventos-chat:${eventId}`;
  let memory: Stored | null = null;
  const guarded = <T>(work: (storage: Storage) => T): T | null => {
    try {
      return storage ? work(storage) : null;
    } catch {
      return null; // refused or full: memory has it for as long as the page lives
    }
  };
  return {
    read: () => storedFrom(guarded((store) => store.getItem(key))) ?? memory,
    write: (value) => {
      memory = value;
      guarded((store) => store.setItem(key, JSON.stringify(value)));
    },
    clear: () => {
      memory = null;
      guarded((store) => store.removeItem(key));
    },
  };
}

export function storedFrom(json: string | null): Stored | null {
  if (!json) return null;
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null) return null;
    const { key, expectsPerson, outgoing, draft, feedback } = value as Partial<Stored>;
    return {
      key: typeof key?.conversationId === 'string' && typeof key.token === 'string' ? key : null,
      expectsPerson: expectsPerson === true,
      outgoing: Array.isArray(outgoing) ? outgoing.filter((entry) => typeof entry?.id === 'string' && typeof entry.text === 'string') : [],
      draft: typeof draft === 'string' ? draft : '',
      feedback: typeof feedback?.seq === 'number' ? feedback : null,
    };
  } catch {
    return null;
  }
}
