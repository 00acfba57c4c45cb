import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Role } from '../../../worker/contract/common';
import type { Event } from '../../../worker/contract/events';
import type { Me } from '../../../worker/contract/people';

const SessionContext = createContext<Me | null>(null);
export const MaybeEvent = createContext<Event | null>(null);
const rank: Record<Role, number> = { viewer: 0, organizer: 1, owner: 2 };

export const Session = ({ me, children }: { me: Me; children: ReactNode }) => <SessionContext value={me}>{children}</SessionContext>;
export const OpenEvent = ({ event, children }: { event: Event; children: ReactNode }) => <MaybeEvent value={event}>{children}</MaybeEvent>;

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

/** The event's now by its own clock, moving on every half minute. */
export function useEventNow(): number {
  const { now } = useEvent();
  const [clock, setClock] = useState(() => ({ eventAt: now, realAt: Date.now(), current: now }));
  if (clock.eventAt !== now) setClock({ eventAt: now, realAt: Date.now(), current: now });
  useEffect(() => {
    const timer = setInterval(() => setClock((old) => ({ ...old, current: old.eventAt + Date.now() - old.realAt })), 30_000);
    return () => clearInterval(timer);
  }, []);
  return clock.current;
}

const lastEventKey = 'eventos.last-event';
export const rememberEvent = (eventId: string) => localStorage.setItem(lastEventKey, eventId);
export const rememberedEvent = () => localStorage.getItem(lastEventKey);

/** A path of this console, or `/`: an address from outside never becomes a redirect to somewhere else. */
export function safePath(path: string | null): string {
  return path?.startsWith('/') && !path.startsWith('//') && !path.startsWith('/\\') ? path : '/';
}
