import { Delegations } from './delegations';
import { MembersTab } from './members';

/** Who works here, and who decides for whom while somebody is away. */
export function PeopleTab() {
  return (
    <>
      <MembersTab />
      <Delegations />
    </>
  );
}
