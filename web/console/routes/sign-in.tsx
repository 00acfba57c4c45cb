import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Redirect, useLocation, useSearchParams } from 'wouter';
import { canUsePasskeys, openInvitations, requestCode, requestLink, signInWithCode, signInWithPasskey } from '../lib/auth';
import { safePath } from '../lib/session';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { Problem } from '../ui/states';
import { FrontDoor } from './front-door';

export function SignIn() {
  const client = useQueryClient();
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const [sent, setSent] = useState<'code' | 'link' | null>(null);
  const invited = search.has('invitation');
  const invitations = useQuery({ queryKey: ['own-invitations'], queryFn: openInvitations, enabled: invited, retry: false });
  const enter = () => {
    client.clear();
    go(invited ? '/invitations' : safePath(search.get('next')), { replace: true });
  };
  const request = useMutation({ mutationFn: () => requestCode(email.trim()), onSuccess: () => setSent('code') });
  const link = useMutation({ mutationFn: () => requestLink(email.trim()), onSuccess: () => setSent('link') });
  const verify = useMutation({ mutationFn: () => signInWithCode(email.trim(), code.replace(/\D/g, '')), onSuccess: enter });
  const passkey = useMutation({ mutationFn: signInWithPasskey, onSuccess: enter });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (request.isPending || verify.isPending) return;
    if (sent === 'code') verify.mutate();
    else request.mutate();
  };
  const again = () => {
    setSent(null);
    setCode('');
    verify.reset();
  };
  if (invitations.data) return <Redirect to="/invitations" replace />;
  if (sent === 'link') {
    return (
      <FrontDoor
        title="Look into your mail"
        lead={
          <>
            If <strong>{email}</strong> may sign in here, a mail with a link is on its way. It works once and for a short time.
          </>
        }
      >
        <Button onClick={again}>Use another address or send again</Button>
      </FrontDoor>
    );
  }
  if (sent === 'code') {
    return (
      <FrontDoor
        title="Enter the code"
        lead={
          <>
            If <strong>{email}</strong> may sign in here, a mail with a code is on its way. It works once and for a short time.
          </>
        }
      >
        <form className="stack" onSubmit={submit}>
          <TextField
            label="Code from the mail"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            className="control control-code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            required
            autoFocus
          />
          <Problem error={verify.error} />
          <Button type="submit" look="primary" busy={verify.isPending}>
            Sign in
          </Button>
          <Button look="quiet" onClick={again}>
            Use another address or send again
          </Button>
        </form>
      </FrontDoor>
    );
  }
  return (
    <FrontDoor
      title="Sign in"
      lead={
        invited
          ? 'You were invited. Sign in with the address to which the invitation was sent.'
          : 'No password: we mail you a code that works once.'
      }
    >
      <form className="stack" onSubmit={submit}>
        <TextField
          label="Mail address"
          type="email"
          autoComplete="username webauthn"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          required
          autoFocus
        />
        <Problem error={request.error ?? link.error} />
        <Button type="submit" look="primary" busy={request.isPending}>
          Send me a code
        </Button>
        <Button
          look="quiet"
          busy={link.isPending}
          onClick={(event) => event.currentTarget.form?.reportValidity() && !link.isPending && link.mutate()}
        >
          Send me a link instead
        </Button>
      </form>
      {canUsePasskeys() && (
        <>
          <p className="or">
            <span>or</span>
          </p>
          <div className="stack">
            <Button icon="key" busy={passkey.isPending} onClick={() => passkey.mutate()}>
              Sign in with a passkey
            </Button>
            {passkey.error && (
              <p className="notice notice-bad" role="alert">
                No passkey was used. Try again, or have a code sent to you.
              </p>
            )}
          </div>
        </>
      )}
    </FrontDoor>
  );
}
