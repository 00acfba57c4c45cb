import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { Icon } from './icon';

interface Props {
  title: string;
  /** Shown instead of `title` when it needs more than text. */
  heading?: ReactNode;
  lead?: ReactNode;
  back?: { to: string; label: string };
  actions?: ReactNode;
  wide?: boolean;
  /** All the room there is, for what scrolls sideways. */
  full?: boolean;
  children: ReactNode;
}

let shown = false;

/** Title of the tab, heading, actions. Moves the focus to the heading when a person came from another page. */
export function Page({ title, heading, lead, back, actions, wide, full, children }: Props) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · EventOS CoAgents`;
  }, [title]);
  useEffect(() => {
    if (shown && !document.querySelector('dialog[open]')) ref.current?.focus({ preventScroll: true });
    shown = true;
  }, []);
  return (
    <div className={full ? 'page page-full' : wide ? 'page page-wide' : 'page'}>
      <header className="page-head">
        <div className="page-title">
          {back && (
            <Link to={back.to} className="back-link">
              <Icon name="back" size={16} />
              {back.label}
            </Link>
          )}
          <h1 ref={ref} tabIndex={-1}>
            {heading ?? title}
          </h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {actions && <div className="row page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Section({ title, actions, children, lead }: { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="section" aria-label={title}>
      <div className="section-head">
        <div>
          <h2>{title}</h2>
          {lead && <p className="muted small">{lead}</p>}
        </div>
        {actions && <div className="row">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
