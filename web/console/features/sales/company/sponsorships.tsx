import { type FormEvent, useId, useState } from 'react';
import type { Company } from '../../../../../worker/contract/sales/companies';
import { formatPrice, parseMajor } from '../../../lib/format';
import { useWrite } from '../../../lib/query';
import { useEvent, useMay } from '../../../lib/session';
import { Button, IconButton } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { TextArea, TextField } from '../../../ui/field';
import { Section } from '../../../ui/page';
import { Problem } from '../../../ui/states';

const touched = [
  'GET /events/{eventId}/companies/{companyId}/story',
  'GET /companies/{companyId}',
  'GET /events/{eventId}/prospects',
] as const;

/** What they sponsored before: the only social proof that a proposal may use. */
export function Sponsorships({ company }: { company: Company }) {
  const may = useMay('organizer');
  const [adding, setAdding] = useState(false);
  const remove = useWrite('DELETE /companies/{companyId}/sponsorships/{sponsorshipId}', [...touched]);
  return (
    <Section
      title="Sponsored before"
      actions={
        may && (
          <Button small icon="plus" onClick={() => setAdding(true)}>
            Note one
          </Button>
        )
      }
    >
      {company.sponsorships.length === 0 ? (
        <p className="muted">None is known. Proposals cite only what stands here.</p>
      ) : (
        <ul className="people">
          {company.sponsorships.map((one) => (
            <li key={one.id}>
              <div className="row-main">
                <strong>{nameOf(one)}</strong>
                <span className="small muted">
                  {[
                    one.level,
                    one.amountMinor !== null && one.currency ? formatPrice({ minor: one.amountMinor, currency: one.currency }) : '',
                    one.outcome,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {one.quote && (
                  <blockquote className="small">
                    {one.quote} {one.quoteBy && <span className="muted">({one.quoteBy})</span>}
                  </blockquote>
                )}
              </div>
              {may && (
                <IconButton
                  icon="trash"
                  label={`Remove ${nameOf(one)}`}
                  disabled={remove.isPending}
                  onClick={() => remove.mutate({ params: { companyId: company.id, sponsorshipId: one.id } })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <Problem error={remove.error} />
      {adding && <SponsorshipDialog company={company} onClose={() => setAdding(false)} />}
    </Section>
  );
}

/** With its year, where the name does not hold it. */
const nameOf = ({ eventName, year }: Company['sponsorships'][number]) =>
  year === null || eventName.includes(String(year)) ? eventName : `${eventName} ${year}`;

function SponsorshipDialog({ company, onClose }: { company: Company; onClose: () => void }) {
  const form = useId();
  const { currency } = useEvent();
  const [draft, setDraft] = useState({ eventName: '', year: '', level: '', amount: '', outcome: '', quote: '', quoteBy: '' });
  const add = useWrite('POST /companies/{companyId}/sponsorships', [...touched]);
  const amount = draft.amount.trim() === '' ? null : parseMajor(draft.amount, currency);
  const text = (name: keyof typeof draft, label: string, required = false) => (
    <TextField
      label={label}
      required={required}
      inputMode={name === 'year' ? 'numeric' : undefined}
      value={draft[name]}
      onChange={(event) => setDraft((old) => ({ ...old, [name]: event.target.value }))}
    />
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (add.isPending) return;
    const { year, amount: _, ...rest } = draft;
    const body = {
      ...rest,
      year: /^\d{4}$/.test(year.trim()) ? Number(year) : null,
      amountMinor: amount?.minor ?? null,
      currency: amount?.currency ?? null,
    };
    if (await add.mutateAsync({ params: { companyId: company.id }, body }).catch(() => null)) onClose();
  };
  return (
    <Dialog
      title={`What ${company.name} sponsored`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary" busy={add.isPending}>
            Note it
          </Button>
        </>
      }
    >
      <form id={form} className="form-grid form-grid-small" onSubmit={submit}>
        {text('eventName', 'Event', true)}
        {text('year', 'Year')}
        {text('level', 'Level or package')}
        {text('amount', `Amount, ${currency}`)}
        {text('outcome', 'What came of it')}
        {text('quoteBy', 'Quote by')}
        <div className="span-2">
          <TextArea
            label="Quote"
            rows={2}
            maxLength={1000}
            hint="Word for word; it may be shown to other sponsors."
            value={draft.quote}
            onChange={(event) => setDraft((old) => ({ ...old, quote: event.target.value }))}
          />
        </div>
        <div className="span-2">
          <Problem error={add.error} />
        </div>
      </form>
    </Dialog>
  );
}
