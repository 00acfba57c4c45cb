import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { signOut } from '../lib/auth';
import { textOf } from '../lib/problem';
import { useSession } from '../lib/session';
import { useToast } from '../ui/toast';
import { roleWords } from '../ui/words';

export function AccountMenu() {
  const me = useSession();
  const client = useQueryClient();
  const [, go] = useLocation();
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const leave = async () => {
    setBusy(true);
    try {
      await signOut();
      client.clear();
      go('/sign-in');
    } catch (error) {
      setBusy(false);
      toast(textOf(error));
    }
  };
  return (
    <div className="account">
      <Link to="/account" className="account-who">
        <span className="account-name">{me.user?.name || me.user?.email || 'API key'}</span>
        <span className="small muted">
          {roleWords[me.role].text} · {me.organization.name}
        </span>
      </Link>
      <button type="button" className="link-button small" onClick={leave} disabled={busy}>
        Sign out
      </button>
    </div>
  );
}
