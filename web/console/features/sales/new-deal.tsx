import { useState } from 'react';
import type { CompanyRow } from '../../../../worker/contract/sales/companies';
import { formatPrice } from '../../lib/format';
import { useRead, useWrite } from '../../lib/query';
import { useEvent } from '../../lib/session';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { SelectField } from '../../ui/field';
import { Problem } from '../../ui/states';
import { useToast } from '../../ui/toast';
import { PickCompany } from './pick-company';

interface Props {
  /** Fixed where the company is known already. */
  company?: { id: string; name: string };
  onClose: () => void;
}

/** Puts a company into the pipeline. */
export function NewDeal({ company, onClose }: Props) {
  const { id: eventId } = useEvent();
  const toast = useToast();
  const [chosen, setChosen] = useState<Pick<CompanyRow, 'id' | 'name'> | null>(company ?? null);
  const [packageId, setPackageId] = useState('');
  const packages = useRead('GET /events/{eventId}/packages', { params: { eventId } });
  const add = useWrite('POST /events/{eventId}/deals', [
    'GET /events/{eventId}/deals',
    'GET /events/{eventId}/prospects',
    'GET /events/{eventId}/companies/{companyId}/story',
  ]);
  const submit = async () => {
    if (!chosen || add.isPending) return;
    const made = await add
      .mutateAsync({ params: { eventId }, body: { companyId: chosen.id, packageId: packageId || null } })
      .catch(() => null);
    if (!made) return;
    toast(`${chosen.name} is in the pipeline`);
    onClose();
  };
  return (
    <Dialog
      title={company ? `Put ${company.name} into the pipeline` : 'Add a deal'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" busy={add.isPending} disabled={!chosen} onClick={submit}>
            Add
          </Button>
        </>
      }
    >
      {!company && <PickCompany chosen={chosen?.id ?? ''} onChoose={setChosen} />}
      <SelectField
        label="Package"
        value={packageId}
        hint="Left open, the agent chooses by what fits their goals."
        onChange={(event) => setPackageId(event.target.value)}
      >
        <option value="">Not decided</option>
        {packages.data?.items
          .filter(({ active }) => active)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}, {formatPrice(one.priceNow)}
            </option>
          ))}
      </SelectField>
      <Problem error={add.error} />
    </Dialog>
  );
}
