import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { SignIn } from './routes/sign-in';
import { SignInLink } from './routes/sign-in-link';
import { SignedIn } from './routes/signed-in';
import { Skeleton } from './ui/states';

const AcceptInvitation = lazy(() => import('./routes/accept-invitation').then((module) => ({ default: module.AcceptInvitation })));

export function App() {
  return (
    <Suspense fallback={<Skeleton />}>
      <Switch>
        <Route path="/sign-in" component={SignIn} />
        <Route path="/sign-in/link" component={SignInLink} />
        <Route path="/invitations/:invitationId">{({ invitationId }) => <AcceptInvitation invitationId={invitationId} />}</Route>
        <Route component={SignedIn} />
      </Switch>
    </Suspense>
  );
}
