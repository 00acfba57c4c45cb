import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon, type IconName } from './icon';

type Look = 'plain' | 'primary' | 'danger' | 'quiet';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  small?: boolean;
  icon?: IconName;
  /** Work is under way: shown, and a second press does nothing. */
  busy?: boolean;
  children: ReactNode;
}

const classOf = (look: Look, small: boolean) => `button button-${look}${small ? ' button-small' : ''}`;

export function Button({ look = 'plain', small = false, icon, busy = false, children, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={classOf(look, small)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {busy ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} size={16} />}
      <span>{children}</span>
    </button>
  );
}

export function IconButton({ icon, label, ...rest }: { icon: IconName; label: string } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="button" {...rest} className="icon-button" aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}

export function ButtonLink({
  to,
  look = 'plain',
  small = false,
  icon,
  children,
}: {
  to: string;
  look?: Look;
  small?: boolean;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <Link to={to} className={classOf(look, small)}>
      {icon && <Icon name={icon} size={16} />}
      <span>{children}</span>
    </Link>
  );
}
