import type { ReactNode } from 'react';
import { Button } from './button';
import { Problem, States } from './states';

interface Paged<T> {
  data: { pages: { items: T[] }[] } | undefined;
  error: Error | null;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
}

interface Props<T> {
  query: Paged<T>;
  /** Which of the items are shown here; all by default. */
  keep?: (item: T) => boolean;
  empty: ReactNode;
  loading?: ReactNode;
  children: (items: T[]) => ReactNode;
}

/** The frame of every list by cursor: its states, and more of it on request however long it is. */
export function PagedList<T>({ query, keep = () => true, empty, loading, children }: Props<T>) {
  const items = query.data?.pages.flatMap((page) => page.items).filter(keep);
  return (
    <States
      query={{ data: items, error: query.error, refetch: query.refetch }}
      isEmpty={(shown) => shown.length === 0 && !query.hasNextPage}
      empty={empty}
      {...(loading !== undefined && { loading })}
    >
      {(shown) => (
        <>
          {children(shown)}
          {query.hasNextPage && (
            <div className="row row-center">
              <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
                Show more
              </Button>
            </div>
          )}
          <Problem error={query.isFetchNextPageError ? query.error : null} />
        </>
      )}
    </States>
  );
}
