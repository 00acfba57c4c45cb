import { useContext, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { formatSpan } from '../lib/format';
import { itemsOf, usePages } from '../lib/query';
import { eventPath, MaybeEvent, useMay } from '../lib/session';
import { Icon } from '../ui/icon';

export function EventSwitcher() {
  const event = useContext(MaybeEvent);
  const may = useMay('organizer');
  const [location] = useLocation();
  const [open, setOpen] = useState(false);
  const ref = useRef<HTMLDetailsElement>(null);
  const events = usePages('GET /events', {}, { enabled: open });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the list
  useEffect(() => setOpen(false), [location]);
  useEffect(() => {
    const close = (press: MouseEvent | KeyboardEvent) => {
      const outside = press instanceof MouseEvent && press.target instanceof Node && !ref.current?.contains(press.target);
      if (outside || (press instanceof KeyboardEvent && press.key === 'Escape')) setOpen(false);
    };
    addEventListener('click', close);
    addEventListener('keydown', close);
    return () => {
      removeEventListener('click', close);
      removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details ref={ref} className="switcher" open={open} onToggle={(toggle) => setOpen(toggle.currentTarget.open)}>
      <summary>
        <span className="switcher-mark" aria-hidden="true">
          {(event?.name ?? 'E').trim().charAt(0).toUpperCase()}
        </span>
        <span className="switcher-text">
          <strong>{event?.name ?? 'EventOS CoAgents'}</strong>
          <span className="small muted">{event ? formatSpan(event.startsAt, event.endsAt) : 'Choose an event'}</span>
        </span>
        <Icon name="chevron" size={16} />
      </summary>
      <div className="switcher-list">
        {events.isLoading && <p className="muted small">Loading events</p>}
        <ul>
          {itemsOf(events.data).map((item) => (
            <li key={item.id}>
              <Link to={eventPath(item.id)} aria-current={item.id === event?.id ? 'true' : undefined}>
                <span>{item.name}</span>
                <span className="small muted">
                  {formatSpan(item.startsAt, item.endsAt)}
                  {item.state !== 'active' && ` · ${item.state}`}
                </span>
              </Link>
            </li>
          ))}
        </ul>
        {may && (
          <Link to="/events/new" className="switcher-new">
            <Icon name="plus" size={16} />
            New event
          </Link>
        )}
      </div>
    </details>
  );
}
