import { type ReactNode, useContext, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { eventPath, MaybeEvent } from '../lib/session';
import { Dialog } from '../ui/dialog';
import { Icon, type IconName } from '../ui/icon';
import { AccountMenu } from './account-menu';
import { EventSwitcher } from './event-switcher';
import { LiveBadge } from './live-badge';
import { salesItemOf, salesItems } from './sales-items';
import { useCounts } from './use-counts';

interface Item {
  path: string;
  text: string;
  /** Where there is little room. */
  short?: string;
  icon: IconName;
  count?: number;
  /** Pages below it, shown while one of them is open. */
  pages?: { path: string; text: string; count?: number }[];
}

/** Navigation, live state and main landmark around every signed-in page. */
export function Shell({ children }: { children: ReactNode }) {
  const event = useContext(MaybeEvent);
  const [open, setOpen] = useState(false);
  const counts = useCounts(event?.id);
  const items: Item[] = [
    { path: '', text: 'Today', icon: 'today' },
    { path: '/approvals', text: 'Approvals', icon: 'approvals', count: counts.approvals },
    { path: '/conversations', text: 'Conversations', short: 'Chats', icon: 'conversations', count: counts.waiting },
    { path: '/knowledge', text: 'Knowledge', icon: 'knowledge' },
    { path: '/attendees', text: 'Attendees', icon: 'attendees' },
    {
      path: '/sales',
      text: 'Sales',
      icon: 'sales',
      count: counts.replies,
      pages: salesItems.map((item) => (item.path === '/sales/replies' ? { ...item, count: counts.replies } : item)),
    },
    { path: '/activity', text: 'Activity', icon: 'activity' },
    { path: '/mailbox', text: 'Mailbox', icon: 'mailbox' },
    { path: '/settings', text: 'Settings', icon: 'settings' },
  ];
  const entries = event ? items : [];
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <aside className="sidebar" aria-label="Event and account">
        <EventSwitcher />
        {event && (
          <nav aria-label="Pages" className="side-nav">
            {entries.map((item) => (
              <NavLink key={item.path} item={item} eventId={event.id} />
            ))}
          </nav>
        )}
        <div className="sidebar-foot">
          {event && <LiveBadge />}
          <AccountMenu />
        </div>
      </aside>
      <header className="topbar">
        <EventSwitcher />
        {event && <LiveBadge short />}
      </header>
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
      {event && (
        <nav className="bottom-nav" aria-label="Main pages">
          {entries.slice(0, 4).map((item) => (
            <NavLink key={item.path} item={{ ...item, text: item.short ?? item.text }} eventId={event.id} />
          ))}
          <button type="button" onClick={() => setOpen(true)}>
            <Icon name="more" />
            <span>More</span>
          </button>
        </nav>
      )}
      {open && event && (
        <Dialog title="More" onClose={() => setOpen(false)}>
          <nav className="drawer-nav" aria-label="More pages">
            {entries.slice(4).map((item) => (
              <NavLink key={item.path} item={item} eventId={event.id} onClick={() => setOpen(false)} />
            ))}
          </nav>
          <AccountMenu />
        </Dialog>
      )}
    </div>
  );
}

function NavLink({ item, eventId, onClick }: { item: Item; eventId: string; onClick?: () => void }) {
  const [path] = useLocation();
  const to = eventPath(eventId, item.path);
  const inside = item.path === '' ? path === to : path === to || path.startsWith(`${to}/`);
  const open = inside && item.pages !== undefined;
  return (
    <>
      <Link to={to} aria-current={open ? 'true' : inside ? 'page' : undefined} onClick={onClick} className={open ? 'nav-open' : undefined}>
        <Icon name={item.icon} />
        <span>{item.text}</span>
        {!open && <Count of={item.count} />}
      </Link>
      {open && (
        <div className="nav-pages">
          {item.pages?.map((page) => (
            <Link
              key={page.path}
              to={eventPath(eventId, page.path)}
              aria-current={salesItemOf(path.slice(eventPath(eventId).length)) === page.path ? 'page' : undefined}
              onClick={onClick}
            >
              <span>{page.text}</span>
              <Count of={page.count} />
            </Link>
          ))}
        </div>
      )}
    </>
  );
}

function Count({ of }: { of: number | undefined }) {
  if (!of) return null;
  return (
    <span className="count">
      {of > 99 ? '99+' : of}
      <span className="visually-hidden"> waiting</span>
    </span>
  );
}
