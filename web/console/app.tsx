import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { SignIn } from './routes/sign-in';
import { SignInLink } from './routes/sign-in-link';
import { SignedIn } from './routes/signed-in';
import { Skeleton } from './ui/states';

const Invitations = lazy(() => import('./routes/invitations').then((module) => ({ default: module.Invitations })));

export function App() {
  return (
    <Suspense fallback={<Skeleton />}>
      <Switch>
        <Route path="/sign-in" component={SignIn} />
        <Route path="/sign-in/link" component={SignInLink} />
        <Route path="/invitations" component={Invitations} />
        <Route component={SignedIn} />
      </Switch>
    </Suspense>
  );
}
