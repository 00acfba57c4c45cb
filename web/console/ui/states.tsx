import { type ReactNode, useEffect, useRef } from 'react';
import { ApiError, textOf } from '../lib/problem';
import { Button } from './button';
import { Icon, type IconName } from './icon';

interface Query<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => unknown;
}

type State<T> = { name: 'loading' } | { name: 'error'; error: Error } | { name: 'empty' } | { name: 'ready'; data: T };

/** Which of the four states a page is in. What was loaded before stays ready when a later reading fails. */
export function stateOf<T>(query: Pick<Query<T>, 'data' | 'error'>, isEmpty: (data: T) => boolean): State<T> {
  if (query.data !== undefined) return isEmpty(query.data) ? { name: 'empty' } : { name: 'ready', data: query.data };
  return query.error ? { name: 'error', error: query.error } : { name: 'loading' };
}

interface Props<T> {
  query: Query<T>;
  isEmpty?: (data: T) => boolean;
  loading?: ReactNode;
  empty?: ReactNode;
  children: (data: T) => ReactNode;
}

export function States<T>({ query, isEmpty = () => false, loading = <Skeleton />, empty = null, children }: Props<T>) {
  const state = stateOf(query, isEmpty);
  switch (state.name) {
    case 'loading':
      return loading;
    case 'error':
      return <Failure error={state.error} onRetry={() => query.refetch()} />;
    case 'empty':
      return empty;
    case 'ready':
      return children(state.data);
  }
}

export function Skeleton({ rows = 4 }: { rows?: number }) {
  return (
    <div className="skeleton" role="status" data-state="loading">
      <span className="visually-hidden">Loading</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <div key={row} className="skeleton-row" />
      ))}
    </div>
  );
}

export function Empty({ icon, title, children, action }: { icon: IconName; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty" data-state="empty">
      <Icon name={icon} size={28} />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action && <div className="row">{action}</div>}
    </div>
  );
}

const isBusy = (error: Error): error is ApiError => error instanceof ApiError && (error.status === 429 || error.status === 503);
const busyRetrySeconds = 10;

/** What could not be read. Where the server is only busy, it is asked again by itself after the time that it named. */
export function Failure({ error, onRetry }: { error: Error; onRetry?: () => unknown }) {
  const waitSeconds = isBusy(error) ? (error.retryAfterSeconds ?? busyRetrySeconds) : null;
  const retry = useRef(onRetry);
  useEffect(() => {
    retry.current = onRetry;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each failure starts its own wait
  useEffect(() => {
    if (waitSeconds === null) return;
    const timer = setTimeout(() => retry.current?.(), waitSeconds * 1000);
    return () => clearTimeout(timer);
  }, [error, waitSeconds]);
  return (
    <div className="empty empty-error" data-state={waitSeconds === null ? 'error' : 'busy'} role="alert">
      <Icon name={waitSeconds === null ? 'alert' : 'clock'} size={28} />
      <h2>{waitSeconds === null ? 'This could not be shown' : 'Too much at once'}</h2>
      <p>{textOf(error)}</p>
      {waitSeconds !== null && onRetry && <p>It is asked for again by itself.</p>}
      {error instanceof ApiError && error.requestId && <p className="small muted">Request {error.requestId}</p>}
      {onRetry && <Button onClick={onRetry}>Try again</Button>}
    </div>
  );
}

/** A failed write, said beside the button that was pressed. */
export function Problem({ error }: { error: Error | null | undefined }) {
  if (!error) return null;
  return (
    <p className="notice notice-bad" role="alert">
      <Icon name="alert" size={16} />
      <span>{textOf(error)}</span>
    </p>
  );
}
