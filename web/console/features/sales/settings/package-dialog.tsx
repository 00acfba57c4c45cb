import { type FormEvent, useId, useState } from 'react';
import type { SponsorPackage } from '../../../../../worker/contract/sales/pipeline';
import { majorText, parseMajor } from '../../../lib/format';
import { ApiError } from '../../../lib/problem';
import { useWrite } from '../../../lib/query';
import { useEvent } from '../../../lib/session';
import { Button, IconButton } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { CheckField, TextField } from '../../../ui/field';
import { Problem } from '../../../ui/states';
import { termsOf } from '../company/terms';

const touched = ['GET /events/{eventId}/packages', 'GET /events/{eventId}/prospects'] as const;
type Benefit = SponsorPackage['benefits'][number] & { typed: string };

/** Adds or changes a package. */
export function PackageDialog({ saved, onClose }: { saved: SponsorPackage | null; onClose: () => void }) {
  const form = useId();
  const { id: eventId, currency } = useEvent();
  const money = (minor: number | null | undefined) => (minor === null || minor === undefined ? '' : majorText({ minor, currency }));
  const [draft, setDraft] = useState({
    name: saved?.name ?? '',
    price: money(saved?.priceMinor),
    early: money(saved?.earlyBirdMinor),
    earlyUntil: saved?.earlyBirdUntil ?? '',
    stock: saved?.stock?.toString() ?? '',
    exclusiveIndustry: saved?.exclusiveIndustry ?? '',
    position: String(saved?.position ?? 1),
    active: saved?.active ?? true,
  });
  const [benefits, setBenefits] = useState<Benefit[]>(() =>
    (saved?.benefits ?? []).map((one) => ({ ...one, typed: one.goals.join(', ') })),
  );
  const add = useWrite('POST /events/{eventId}/packages', [...touched]);
  const change = useWrite('PATCH /events/{eventId}/packages/{packageId}', [...touched]);
  const error = add.error ?? change.error;
  const said = error instanceof ApiError ? error.fields : {};
  const price = parseMajor(draft.price, currency);
  const early = draft.early.trim() === '' ? null : parseMajor(draft.early, currency);
  const problems = {
    price: draft.price !== '' && !price ? 'Enter an amount such as 18000' : undefined,
    early:
      draft.early.trim() !== '' && (!early || (price !== null && early.minor >= price.minor)) ? 'An amount below the price' : undefined,
    earlyUntil: (early === null) !== (draft.earlyUntil === '') ? 'An early price and its last day belong together' : undefined,
    stock: /^\d{0,5}$/.test(draft.stock.trim()) ? undefined : 'A whole number, or nothing',
  };
  const wrong = draft.name.trim() === '' || price === null || Object.values(problems).some(Boolean);
  const text = (
    name: 'name' | 'price' | 'early' | 'earlyUntil' | 'stock' | 'exclusiveIndustry' | 'position',
    label: string,
    hint?: string,
  ) => (
    <TextField
      label={label}
      hint={hint}
      type={name === 'earlyUntil' ? 'date' : undefined}
      inputMode={name === 'price' || name === 'early' ? 'decimal' : name === 'stock' || name === 'position' ? 'numeric' : undefined}
      value={draft[name]}
      error={(name in problems && problems[name as keyof typeof problems]) || said[name]}
      onChange={(event) => setDraft((old) => ({ ...old, [name]: event.target.value }))}
    />
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong || price === null || add.isPending || change.isPending) return;
    const body = {
      name: draft.name.trim(),
      priceMinor: price.minor,
      earlyBirdMinor: early?.minor ?? null,
      earlyBirdUntil: draft.earlyUntil || null,
      stock: draft.stock.trim() === '' ? null : Number(draft.stock),
      exclusiveIndustry: draft.exclusiveIndustry.trim(),
      position: Number(draft.position) || 0,
      active: draft.active,
      benefits: benefits
        .filter((one) => one.text.trim() !== '')
        .map((one) => ({ id: one.id, text: one.text.trim(), goals: termsOf(one.typed).slice(0, 10) })),
    };
    const done = saved
      ? await change.mutateAsync({ params: { eventId, packageId: saved.id }, body: { ...body, version: saved.version } }).catch(() => null)
      : await add.mutateAsync({ params: { eventId }, body }).catch(() => null);
    if (done) onClose();
  };
  return (
    <Dialog
      wide
      title={saved ? `Edit ${saved.name}` : 'Add a package'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary" busy={add.isPending || change.isPending} disabled={wrong}>
            {saved ? 'Save' : 'Add'}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit}>
        <div className="form-grid form-grid-small">
          {text('name', 'Name')}
          {text('price', `Price, ${currency}`)}
          {text('early', `Early price, ${currency}`)}
          {text('earlyUntil', 'Early price until')}
          {text('stock', 'How many there are', 'Empty: no limit')}
          {text('exclusiveIndustry', 'Exclusive in the industry')}
          {text('position', 'Place in the list')}
        </div>
        <fieldset className="plain-fieldset">
          <legend className="field-label">Benefits, and the goals that each serves</legend>
          <BenefitLines benefits={benefits} onChange={setBenefits} />
        </fieldset>
        <CheckField
          label="Offered"
          hint="One that is not offered stays in the deals that have it."
          checked={draft.active}
          onChange={(event) => setDraft((old) => ({ ...old, active: event.target.checked }))}
        />
        <Problem error={error} />
      </form>
    </Dialog>
  );
}

function BenefitLines({ benefits, onChange }: { benefits: Benefit[]; onChange: (benefits: Benefit[]) => void }) {
  const change = (index: number, part: Partial<Benefit>) =>
    onChange(benefits.map((one, place) => (place === index ? { ...one, ...part } : one)));
  return (
    <ul className="lines">
      {benefits.map((one, index) => (
        <li key={one.id}>
          <TextField
            bare
            label={`Benefit ${index + 1}`}
            maxLength={300}
            placeholder="A booth of 12 m²"
            value={one.text}
            onChange={(event) => change(index, { text: event.target.value })}
          />
          <TextField
            bare
            label={`What benefit ${index + 1} serves`}
            placeholder="Serves: leads, brand"
            value={one.typed}
            onChange={(event) => change(index, { typed: event.target.value })}
          />
          <IconButton
            icon="trash"
            label={`Remove benefit ${index + 1}`}
            onClick={() => onChange(benefits.filter((_, place) => place !== index))}
          />
        </li>
      ))}
      <li>
        <Button
          small
          icon="plus"
          disabled={benefits.length >= 30}
          onClick={() => onChange([...benefits, { id: freshId(benefits), text: '', goals: [], typed: '' }])}
        >
          Add a benefit
        </Button>
      </li>
    </ul>
  );
}

/** Sentences of proposals name a benefit by its id, so that an id is never used again while its benefit is there. */
function freshId(benefits: Benefit[]): string {
  for (let count = benefits.length + 1; ; count += 1) {
    if (!benefits.some(({ id }) => id === `b${count}`)) return `b${count}`;
  }
}
