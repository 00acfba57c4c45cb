import { useRead } from './query';

/** Names people who are recorded by their user id; what is no member's id is a name already. */
export function usePersonName(): (recorded: string | null) => string {
  const members = useRead('GET /members', undefined, { staleTime: 5 * 60_000 });
  return (recorded) => {
    const member = members.data?.items.find((other) => other.userId === recorded);
    return member?.name || member?.email || (recorded?.startsWith('key:') ? 'an API key' : recorded) || 'somebody';
  };
}
