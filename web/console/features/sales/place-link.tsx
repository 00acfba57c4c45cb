import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useEventPath } from '../../lib/session';

/** Leads to what the server names as a place of this console: a path below the event, `/sales/replies/msg_1`, or a whole one. Anything else stays text. */
export function PlaceLink({ to, children, className }: { to: string; children: ReactNode; className?: string }) {
  const path = useEventPath();
  if (!to.startsWith('/') || to.startsWith('//')) return <span className={className}>{children}</span>;
  return (
    <Link to={to.startsWith('/events/') ? to : path(to)} className={className}>
      {children}
    </Link>
  );
}
