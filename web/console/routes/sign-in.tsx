import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { canUsePasskeys, requestCode, signInWithCode, signInWithPasskey } from '../lib/auth';
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
  const [sent, setSent] = useState(false);
  const enter = () => {
    client.clear();
    go(safePath(search.get('next')), { replace: true });
  };
  const request = useMutation({ mutationFn: () => requestCode(email.trim()), onSuccess: () => setSent(true) });
  const verify = useMutation({ mutationFn: () => signInWithCode(email.trim(), code.replace(/\D/g, '')), onSuccess: enter });
  const passkey = useMutation({ mutationFn: signInWithPasskey, onSuccess: enter });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (request.isPending || verify.isPending) return;
    if (sent) verify.mutate();
    else request.mutate();
  };
  if (sent) {
    return (
      <FrontDoor
        title="Enter the code"
        lead={
          <>
            If <strong>{email}</strong> may sign in here, a mail with a code and a link is on its way. Either works, once.
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
          <Button
            look="quiet"
            busy={request.isPending}
            onClick={() => {
              setSent(false);
              setCode('');
              verify.reset();
            }}
          >
            Use another address or send again
          </Button>
        </form>
      </FrontDoor>
    );
  }
  return (
    <FrontDoor title="Sign in" lead="No password: we mail you a code that works once.">
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
        <Problem error={request.error} />
        <Button type="submit" look="primary" busy={request.isPending}>
          Send me a code
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
