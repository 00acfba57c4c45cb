import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Redirect, useLocation } from 'wouter';
import { acceptInvitation, type OwnInvitation, openInvitations, signOut } from '../lib/auth';
import { isSignedOut } from '../lib/query';
import { Button } from '../ui/button';
import { Problem, States } from '../ui/states';
import { roleWords } from '../ui/words';
import { FrontDoor } from './front-door';

/** What the signed-in address is invited to. Only that address can accept. */
export function Invitations() {
  const invitations = useQuery({ queryKey: ['own-invitations'], queryFn: openInvitations, retry: false });
  if (isSignedOut(invitations.error)) return <Redirect to="/sign-in?next=%2Finvitations" replace />;
  return (
    <FrontDoor title="Your invitations">
      <States query={invitations} isEmpty={(data) => data.items.length === 0} empty={<None />}>
        {(data) => (
          <ul className="stack">
            {data.items.map((invitation) => (
              <Invitation key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        )}
      </States>
    </FrontDoor>
  );
}

function Invitation({ invitation }: { invitation: OwnInvitation }) {
  const client = useQueryClient();
  const [, go] = useLocation();
  const accept = useMutation({
    mutationFn: () => acceptInvitation(invitation.id),
    onSuccess: () => {
      client.clear();
      go('/', { replace: true });
    },
  });
  return (
    <li className="stack">
      <p>
        <strong>{invitation.organizationName}</strong> invites you as {roleWords[invitation.role].text.toLowerCase()}.{' '}
        <span className="muted">{roleWords[invitation.role].hint}.</span>
      </p>
      <Button look="primary" busy={accept.isPending} onClick={() => accept.mutate()}>
        Accept and enter
      </Button>
      <Problem error={accept.error} />
    </li>
  );
}

function None() {
  const client = useQueryClient();
  const [, go] = useLocation();
  const leave = async () => {
    await signOut().catch(() => undefined);
    client.clear();
    go('/sign-in');
  };
  return (
    <div className="stack" data-state="empty">
      <p className="muted">No invitation is open for your address. It may have expired: ask the person who invited you for a new one.</p>
      <Link to="/" className="button button-plain">
        To the console
      </Link>
      <Button look="quiet" onClick={leave}>
        Sign out
      </Button>
    </div>
  );
}
