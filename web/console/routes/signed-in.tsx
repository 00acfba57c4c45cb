import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { LiveEvent } from '../lib/live-event';
import { ApiError } from '../lib/problem';
import { isSignedOut, itemsOf, usePages, useRead } from '../lib/query';
import { eventPath, OpenEvent, rememberedEvent, Session } from '../lib/session';
import { Boundary } from '../ui/boundary';
import { Failure, Skeleton } from '../ui/states';
import { EventPages } from './event-pages';
import { Shell } from './shell';

const NewEvent = lazy(() => import('../features/events/new-event').then((module) => ({ default: module.NewEvent })));
const Account = lazy(() => import('../features/settings/account').then((module) => ({ default: module.Account })));

/** Guard of everything behind sign-in. */
export function SignedIn() {
  const [path] = useLocation();
  const me = useRead('GET /me', undefined, { staleTime: 60_000 });
  if (isSignedOut(me.error)) {
    const here = path + location.search;
    return <Redirect to={here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`} replace />;
  }
  // Signed in, but a member of nothing yet.
  if (me.error instanceof ApiError && me.error.status === 403) return <Redirect to="/invitations" replace />;
  if (me.error && !me.data) return <Failure error={me.error} onRetry={() => me.refetch()} />;
  if (!me.data) return <Skeleton />;
  return (
    <Session me={me.data}>
      <Switch>
        <Route path="/">
          <Start />
        </Route>
        <Route path="/mailbox">
          <Start to="/mailbox" />
        </Route>
        <Route path="/events/new">
          <Shell>
            <Suspense fallback={<Skeleton />}>
              <NewEvent />
            </Suspense>
          </Shell>
        </Route>
        <Route path="/account">
          <Shell>
            <Suspense fallback={<Skeleton />}>
              <Account />
            </Suspense>
          </Shell>
        </Route>
        <Route path="/events/:eventId/*?">{({ eventId }) => <EventGuard key={eventId} eventId={eventId} />}</Route>
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </Session>
  );
}

/** Leads to the event that was open last, else to the newest, else to making one. */
function Start({ to = '' }: { to?: string }) {
  const events = usePages('GET /events', {});
  if (events.error && !events.data) return <Failure error={events.error} onRetry={() => events.refetch()} />;
  if (!events.data) return <Skeleton />;
  const items = itemsOf(events.data);
  const last = items.find((event) => event.id === rememberedEvent()) ?? items[0];
  return <Redirect to={last ? eventPath(last.id, to) : '/events/new'} replace />;
}

function EventGuard({ eventId }: { eventId: string }) {
  const [place] = useLocation();
  const event = useRead('GET /events/{eventId}', { params: { eventId } }, { staleTime: 60_000 });
  if (event.error && !event.data) {
    return (
      <Shell>
        <Failure error={event.error} onRetry={() => event.refetch()} />
      </Shell>
    );
  }
  if (!event.data) return <Skeleton />;
  return (
    <OpenEvent event={event.data}>
      <LiveEvent eventId={eventId}>
        <Shell>
          <Boundary place={place}>
            <EventPages />
          </Boundary>
        </Shell>
      </LiveEvent>
    </OpenEvent>
  );
}
