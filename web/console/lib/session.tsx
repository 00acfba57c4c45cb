import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Role } from '../../../worker/contract/common';
import type { Event } from '../../../worker/contract/events';
import type { Me } from '../../../worker/contract/people';

const SessionContext = createContext<Me | null>(null);
export const MaybeEvent = createContext<Event | null>(null);
const rank: Record<Role, number> = { viewer: 0, organizer: 1, owner: 2 };

export const Session = ({ me, children }: { me: Me; children: ReactNode }) => <SessionContext value={me}>{children}</SessionContext>;

export function OpenEvent({ event, children }: { event: Event; children: ReactNode }) {
  nowOf(event);
  return <MaybeEvent value={event}>{children}</MaybeEvent>;
}

export function useSession(): Me {
  const me = useContext(SessionContext);
  if (!me) throw new Error('useSession outside of a signed-in page');
  return me;
}

export function useMay(role: Role): boolean {
  return rank[useSession().role] >= rank[role];
}

export function useEvent(): Event {
  const event = useContext(MaybeEvent);
  if (!event) throw new Error('useEvent outside of an event page');
  return event;
}

/** Builds console addresses of the open event: `useEventPath()('/approvals')`. */
export function useEventPath(): (path: string) => string {
  const { id } = useEvent();
  return (path) => eventPath(id, path);
}

export const eventPath = (eventId: string, path = '') => `/events/${encodeURIComponent(eventId)}${path}`;

const readAt = new WeakMap<Event, number>();

/** The event's now by its own clock, as far as this browser knows. A virtual clock stands still until somebody advances it. */
function nowOf(event: Event): number {
  if (event.clock === 'virtual') return event.now;
  const since = readAt.get(event) ?? Date.now();
  readAt.set(event, since);
  return event.now + Date.now() - since;
}

/** The now of an event, looked at again every so often. */
export function useNowOf(event: Event, everyMs: number): number {
  const [, look] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => look((count) => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return nowOf(event);
}

/** The now of the open event, moving on every half minute. */
export const useEventNow = () => useNowOf(useEvent(), 30_000);

const lastEventKey = 'eventos.last-event';
export const rememberEvent = (eventId: string) => localStorage.setItem(lastEventKey, eventId);
export const rememberedEvent = () => localStorage.getItem(lastEventKey);

/** A path of this console, or `/`: an address from outside never becomes a redirect to somewhere else. */
export function safePath(path: string | null): string {
  return path?.startsWith('/') && !path.startsWith('//') && !path.startsWith('/\\') ? path : '/';
}
