import { type FormEvent, useId, useState } from 'react';
import type { Deal } from '../../../../../worker/contract/sales/pipeline';
import { formatCount, formatPrice, majorText, parseMajor } from '../../../lib/format';
import { useRead } from '../../../lib/query';
import { useEvent } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { SelectField, TextField } from '../../../ui/field';
import type { Change } from './use-move';

interface Props {
  deal: Deal;
  signed: boolean;
  onClose: () => void;
  onConfirm: (more: Change) => void;
}

/** What is asked before a deal ends: what was signed for how much, or why it was lost. */
export function EndDialog({ deal, signed, onClose, onConfirm }: Props) {
  const form = useId();
  const { id: eventId } = useEvent();
  const packages = useRead('GET /events/{eventId}/packages', { params: { eventId } }, { enabled: signed });
  const [packageId, setPackageId] = useState(deal.packageId ?? '');
  const [amount, setAmount] = useState(majorText(deal.amount));
  const [reason, setReason] = useState(deal.lostReason);
  const minor = parseMajor(amount, deal.amount.currency)?.minor;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!signed) return onConfirm({ lostReason: reason.trim() });
    if (minor !== undefined) onConfirm({ packageId: packageId || null, amountMinor: minor });
  };
  return (
    <Dialog
      title={signed ? `${deal.companyName} signed` : `${deal.companyName} is lost`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary">
            {signed ? 'Note as signed' : 'Note as lost'}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit}>
        {signed ? (
          <>
            <SelectField label="Package" value={packageId} onChange={(event) => setPackageId(event.target.value)}>
              <option value="">None</option>
              {packages.data?.items.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}, {formatPrice(one.priceNow)}
                  {one.stock !== null && `, ${formatCount(one.stock - one.signed, 'left', 'left')}`}
                </option>
              ))}
            </SelectField>
            <TextField
              label={`Amount, ${deal.amount.currency}`}
              inputMode="decimal"
              value={amount}
              error={minor === undefined ? 'Enter an amount such as 16000' : undefined}
              onChange={(event) => setAmount(event.target.value)}
            />
            <p className="small muted">Takes one of the package's stock. Nothing more of a campaign goes to them.</p>
          </>
        ) : (
          <TextField
            label="Why"
            value={reason}
            maxLength={300}
            autoFocus
            hint="Scores learn from it; a short reason is enough."
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </form>
    </Dialog>
  );
}
