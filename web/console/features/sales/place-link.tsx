import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useEventPath } from '../../lib/session';
import { placeOf } from './place-of';

/** Leads to what the server names as a place of this console; what is none stays text. */
export function PlaceLink({ to, children, className }: { to: string; children: ReactNode; className?: string }) {
  const path = useEventPath();
  const place = placeOf(to);
  if (place === null) return <span className={className}>{children}</span>;
  return (
    <Link to={path(place)} className={className}>
      {children}
    </Link>
  );
}
