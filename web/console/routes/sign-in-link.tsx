import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useSearchParams } from 'wouter';
import { signInWithLink } from '../lib/auth';
import { safePath } from '../lib/session';
import { Button } from '../ui/button';
import { Problem } from '../ui/states';
import { FrontDoor } from './front-door';

/** Opening this page changes nothing, so that a mail scanner which follows the link does not use it up; the button does. */
export function SignInLink() {
  const client = useQueryClient();
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const enter = useMutation({
    mutationFn: () => signInWithLink(token),
    onSuccess: () => {
      client.clear();
      go(safePath(search.get('next')), { replace: true });
    },
  });
  if (!token) {
    return (
      <FrontDoor title="This link is not complete" lead="Open it from the mail once more, or have a new one sent to you.">
        <Link to="/sign-in" className="button button-primary">
          Have a new link sent
        </Link>
      </FrontDoor>
    );
  }
  return (
    <FrontDoor title="Welcome" lead="One press and you are in. The link works once and for a short time.">
      <div className="stack">
        <Button look="primary" busy={enter.isPending} onClick={() => enter.mutate()} autoFocus>
          Sign in
        </Button>
        <Problem error={enter.error} />
        {enter.error && (
          <Link to="/sign-in" className="button button-plain">
            Have a new link sent
          </Link>
        )}
      </div>
    </FrontDoor>
  );
}
