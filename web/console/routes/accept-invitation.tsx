import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Redirect, useLocation } from 'wouter';
import { acceptInvitation } from '../lib/auth';
import { isSignedOut, useRead } from '../lib/query';
import { Button } from '../ui/button';
import { Problem } from '../ui/states';
import { FrontDoor } from './front-door';

/** An invitation is accepted by the invited address only, so signing in comes first. */
export function AcceptInvitation({ invitationId }: { invitationId: string }) {
  const client = useQueryClient();
  const [path, go] = useLocation();
  const me = useRead('GET /me', undefined);
  const accept = useMutation({
    mutationFn: () => acceptInvitation(invitationId),
    onSuccess: () => {
      client.clear();
      go('/', { replace: true });
    },
  });
  if (isSignedOut(me.error)) return <Redirect to={`/sign-in?next=${encodeURIComponent(path)}`} replace />;
  return (
    <FrontDoor title="Join the organization" lead="You were invited by mail. Accept, and you see its events.">
      <div className="stack">
        <Button look="primary" busy={accept.isPending} onClick={() => accept.mutate()}>
          Accept the invitation
        </Button>
        <Problem error={accept.error} />
      </div>
    </FrontDoor>
  );
}
