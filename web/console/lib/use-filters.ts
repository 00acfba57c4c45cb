import { useSearchParams } from 'wouter';

/** Filters of a list, kept in the address: a filtered list can be reloaded, linked and left with the back button. */
export function useFilters(): { search: URLSearchParams; setFilter: (name: string, value: string) => void } {
  const [search, setSearch] = useSearchParams();
  const setFilter = (name: string, value: string) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return { search, setFilter };
}
