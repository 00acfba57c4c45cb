import { type ReactNode, useEffect } from 'react';
import { Icon } from '../ui/icon';

/** The frame of the pages before sign-in. */
export function FrontDoor({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · EventOS CoAgents`;
  }, [title]);
  return (
    <main className="front-door">
      <div className="front-card">
        <p className="brand">
          <span className="brand-mark" aria-hidden="true">
            <Icon name="conversations" size={18} />
          </span>
          EventOS CoAgents
        </p>
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
        {children}
      </div>
    </main>
  );
}
