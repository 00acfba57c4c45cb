import { Erasures } from './erasures';
import { FindPerson } from './find-person';
import { RetentionSection } from './retention';

/** Finding, handing over and erasing what is held of a person; how long things are kept. */
export function PrivacyTab() {
  return (
    <>
      <FindPerson />
      <Erasures />
      <RetentionSection />
    </>
  );
}
