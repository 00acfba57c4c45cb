import { MutationCache, QueryCache, QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EndpointKey, InputOf, OutputOf } from '../../../worker/contract/api';
import type { ReadKey } from './address';
import { type CallArguments, call } from './client';
import { ApiError } from './problem';

type PagedKey = { [K in ReadKey]: OutputOf<K> extends { nextCursor: string | null; items: unknown[] } ? K : never }[ReadKey];
export type ItemOf<K extends PagedKey> = OutputOf<K> extends { items: (infer T)[] } ? T : never;

/** A session that ended in the middle of work is noticed by whatever is asked next; the guard then leads to sign-in. */
function onError(error: Error): void {
  if (isSignedOut(error)) void queryClient.invalidateQueries({ queryKey: ['GET /me'] });
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => query.queryKey[0] !== 'GET /me' && onError(error) }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      // The client already tries a read twice; the socket tells what changed.
      retry: false,
      staleTime: 15_000,
      throwOnError: false,
    },
    mutations: { retry: false },
  },
});

/** Cached under `[endpoint, input]`; live frames find it there. */
export function useRead<K extends ReadKey>(key: K, input: InputOf<K>, options: { enabled?: boolean; staleTime?: number } = {}) {
  return useQuery<OutputOf<K>>({
    queryKey: [key, input],
    queryFn: ({ signal }) => call(key, ...argumentsOf<K>(input, { signal })),
    ...options,
  });
}

/** A list by cursor. The cache holds `{ pages, pageParams }`. */
export function usePages<K extends PagedKey>(
  key: K,
  input: InputOf<K>,
  options: { enabled?: boolean; refetchInterval?: number | false } = {},
) {
  return useInfiniteQuery({
    queryKey: [key, input],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) => call(key, ...argumentsOf<K>(withCursor(input, pageParam), { signal })),
    getNextPageParam: (page) => page.nextCursor,
    ...options,
  });
}

/** All items of the pages loaded so far. */
export function itemsOf<T>(data: { pages: { items: T[] }[] } | undefined): T[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}

/** A write; afterwards everything read from the endpoints in `touches` is read again. */
export function useWrite<K extends Exclude<EndpointKey, ReadKey>>(key: K, touches: ReadKey[] = []) {
  const client = useQueryClient();
  return useMutation<OutputOf<K>, Error, InputOf<K>>({
    mutationFn: (input) => call(key, ...argumentsOf<K>(input)),
    onSettled: () => Promise.all(touches.map((touched) => client.invalidateQueries({ queryKey: [touched] }))).then(() => undefined),
  });
}

export const isSignedOut = (error: unknown) => error instanceof ApiError && error.status === 401;

function withCursor<I>(input: I, cursor: string | null): I {
  if (!cursor) return input;
  const given = input as { query?: Record<string, unknown> };
  return { ...input, query: { ...given.query, cursor } };
}

/** Holds because `CallArguments` differs from this pair only in which of them may be left out. */
function argumentsOf<K extends EndpointKey>(input: InputOf<K>, options?: { signal?: AbortSignal }): CallArguments<K> {
  return [input, options] as unknown as CallArguments<K>;
}
