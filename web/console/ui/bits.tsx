import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { formatAgo, formatDateTime } from '../lib/format';
import { useEvent, useEventNow } from '../lib/session';
import { Button } from './button';
import { Icon, type IconName } from './icon';
import type { Tone } from './tone';

const marks: Record<Tone, string> = { neutral: '·', good: '✓', warn: '!', bad: '✕', info: 'i', accent: '●' };

/** A state in a word. The mark differs by tone, so that colour is not needed to tell them apart. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`badge badge-${tone}`}>
      <span aria-hidden="true" className="badge-mark">
        {marks[tone]}
      </span>
      {children}
    </span>
  );
}

export function Notice({ tone = 'info', icon = 'info', children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <div className={`notice notice-${tone}`}>
      <Icon name={icon} size={16} />
      <div>{children}</div>
    </div>
  );
}

/** How long ago, with the exact time in the event's zone as a tooltip. */
export function Ago({ at }: { at: number }) {
  const event = useEvent();
  const now = useEventNow();
  return (
    <time dateTime={new Date(at).toISOString()} title={formatDateTime(at, event.timeZone)}>
      {formatAgo(at, now)}
    </time>
  );
}

export function Facts({ rows }: { rows: [label: string, value: ReactNode][] }) {
  return (
    <dl className="facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Progress({ label, value, max }: { label: string; value: number; max: number }) {
  return <progress className="progress" aria-label={label} value={max > 0 ? Math.min(value, max) : 0} max={Math.max(max, 1)} />;
}

export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <Button
      small
      icon={copied ? 'check' : 'copy'}
      onClick={() =>
        navigator.clipboard?.writeText(text).then(
          () => setCopied(true),
          () => setCopied(false),
        )
      }
    >
      <span aria-live="polite">{copied ? 'Copied' : label}</span>
    </Button>
  );
}

export function CodeBlock({ text, label }: { text: string; label: string }) {
  return (
    <div className="code-block">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: the text is preformatted, so the element stays pre */}
      <pre tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
      <CopyButton text={text} />
    </div>
  );
}

/** Tabs that are pages of their own: each has an address. Where they do not all fit, the current one is in view. */
export function Tabs({
  label,
  items,
  current,
}: {
  label: string;
  items: { to: string; text: string; key: string; count?: number }[];
  current: string;
}) {
  const ref = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another current tab is what moves it
  useEffect(() => {
    const tabs = ref.current;
    const tab = tabs?.querySelector<HTMLElement>('[aria-current]');
    if (tabs && tab) tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2;
  }, [current]);
  return (
    <nav className="tabs" aria-label={label} ref={ref}>
      {items.map((item) => (
        <Link key={item.key} to={item.to} aria-current={item.key === current ? 'page' : undefined}>
          {item.text}
          {item.count !== undefined && item.count > 0 && <span className="count">{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
