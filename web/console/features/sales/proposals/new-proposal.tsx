import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Company, CompanyRow } from '../../../../../worker/contract/sales/companies';
import { formatPrice } from '../../../lib/format';
import { useRead, useWrite } from '../../../lib/query';
import { useEvent, useEventPath } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { SelectField } from '../../../ui/field';
import { Problem } from '../../../ui/states';
import { PickCompany } from '../pick-company';

/** Has a proposal written; the page of the proposal then shows it for editing. */
export function NewProposal({ company, onClose }: { company?: Company; onClose: () => void }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<Pick<CompanyRow, 'id' | 'name'> | null>(company ?? null);
  const [packageId, setPackageId] = useState('');
  const [contactId, setContactId] = useState('');
  const packages = useRead('GET /events/{eventId}/packages', { params: { eventId } });
  const write = useWrite('POST /events/{eventId}/proposals', [
    'GET /events/{eventId}/proposals',
    'GET /events/{eventId}/deals',
    'GET /events/{eventId}/companies/{companyId}/story',
  ]);
  const submit = async () => {
    if (!chosen || write.isPending) return;
    const body = { companyId: chosen.id, packageId: packageId || null, contactId: contactId || null };
    const made = await write.mutateAsync({ params: { eventId }, body }).catch(() => null);
    if (made) go(path(`/sales/proposals/${made.id}`));
  };
  return (
    <Dialog
      title={company ? `Proposal for ${company.name}` : 'New proposal'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" busy={write.isPending} disabled={!chosen} onClick={submit}>
            Write it
          </Button>
        </>
      }
    >
      {!company && <PickCompany chosen={chosen?.id ?? ''} onChoose={setChosen} />}
      {company && company.contacts.length > 0 && (
        <SelectField label="To" value={contactId} onChange={(event) => setContactId(event.target.value)}>
          <option value="">Whoever decides there</option>
          {company.contacts
            .filter(({ stopped }) => stopped === null)
            .map((contact) => (
              <option key={contact.id} value={contact.id}>
                {contact.name}
                {contact.title && `, ${contact.title}`}
              </option>
            ))}
        </SelectField>
      )}
      <SelectField
        label="Package"
        value={packageId}
        hint="Left open, the package is chosen that fits their goals and size best."
        onChange={(event) => setPackageId(event.target.value)}
      >
        <option value="">The one that fits</option>
        {packages.data?.items
          .filter(({ active }) => active)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}, {formatPrice(one.priceNow)}
            </option>
          ))}
      </SelectField>
      <p className="small muted">Every sentence will name the record it stands on. Nothing is sent.</p>
      <Problem error={write.error} />
    </Dialog>
  );
}
