import { type FormEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import type { Company } from '../../../../../worker/contract/sales/companies';
import { majorText, parseMajor } from '../../../lib/format';
import { ApiError } from '../../../lib/problem';
import { useWrite } from '../../../lib/query';
import { useEvent, useEventPath } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { CheckField, TextArea, TextField } from '../../../ui/field';
import { Problem } from '../../../ui/states';
import { useToast } from '../../../ui/toast';
import { goalsOf, goalsText, termsOf } from './terms';

const touched = [
  'GET /companies',
  'GET /companies/{companyId}',
  'GET /events/{eventId}/companies/{companyId}/story',
  'GET /events/{eventId}/prospects',
] as const;

/** Adds a company, or corrects one. What a person corrects is left alone by imports. */
export function CompanyDialog({ company, onClose }: { company: Company | null; onClose: () => void }) {
  const form = useId();
  const event = useEvent();
  const path = useEventPath();
  const toast = useToast();
  const [, go] = useLocation();
  const currency = company?.budgetCurrency ?? event.currency;
  const [draft, setDraft] = useState(() => draftOf(company, currency));
  const add = useWrite('POST /companies', [...touched]);
  const change = useWrite('PATCH /companies/{companyId}', [...touched]);
  const error = add.error ?? change.error;
  const said = error instanceof ApiError ? error.fields : {};
  const budget = draft.budget.trim() === '' ? null : parseMajor(draft.budget, currency);
  const wrongBudget = draft.budget.trim() !== '' && budget === null;
  const text = (name: keyof typeof draft, label: string, more: { hint?: string; placeholder?: string; required?: boolean } = {}) => (
    <TextField
      label={label}
      {...more}
      value={String(draft[name])}
      error={said[name]}
      onChange={(typed) => setDraft((old) => ({ ...old, [name]: typed.target.value }))}
    />
  );
  const submit = async (submitted: FormEvent) => {
    submitted.preventDefault();
    if (wrongBudget || add.isPending || change.isPending) return;
    const { budget: _, employees, topics, audience, goals, ...rest } = draft;
    const body = {
      ...rest,
      domain: rest.domain.trim().toLowerCase(),
      country: rest.country.trim().toUpperCase(),
      employees: employees.trim() === '' ? null : Number(employees),
      topics: termsOf(topics),
      audience: termsOf(audience),
      goals: goalsOf(goals, company?.goals ?? []),
      budgetMinor: budget?.minor ?? null,
      budgetCurrency: budget?.currency ?? null,
    };
    const saved = company
      ? await change.mutateAsync({ params: { companyId: company.id }, body: { ...body, version: company.version } }).catch(() => null)
      : await add.mutateAsync({ body }).catch(() => null);
    if (!saved) return;
    toast(company ? 'Saved' : `${saved.name} added`);
    onClose();
    if (!company) go(path(`/sales/companies/${saved.id}`));
  };
  return (
    <Dialog
      wide
      title={company ? `Edit ${company.name}` : 'Add a company'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary" busy={add.isPending || change.isPending}>
            {company ? 'Save' : 'Add'}
          </Button>
        </>
      }
    >
      <form id={form} className="form-grid" onSubmit={submit}>
        {text('name', 'Name', { required: true })}
        {text('domain', 'Domain', { placeholder: 'example.org' })}
        {text('website', 'Website', { placeholder: 'https://example.org' })}
        {text('industry', 'Industry')}
        {text('city', 'City')}
        {text('country', 'Country', { placeholder: 'Two letters, such as PT' })}
        {text('employees', 'People who work there')}
        <TextField
          label={`Sponsoring budget, ${currency}`}
          inputMode="decimal"
          value={draft.budget}
          error={wrongBudget ? 'Enter an amount such as 40000' : undefined}
          onChange={(typed) => setDraft((old) => ({ ...old, budget: typed.target.value }))}
        />
        {text('topics', 'Topics', { hint: 'Separated by commas; compared with those of the event' })}
        {text('audience', 'Who they want to reach', { hint: 'Separated by commas' })}
        <div className="span-2">
          <TextArea
            label="Goals"
            rows={3}
            hint="One a line, as they said it. Proposals tie benefits to these."
            value={draft.goals}
            error={said.goals}
            onChange={(typed) => setDraft((old) => ({ ...old, goals: typed.target.value }))}
          />
        </div>
        <div className="span-2">
          <TextArea
            label="About them"
            rows={3}
            value={draft.description}
            maxLength={2000}
            onChange={(typed) => setDraft((old) => ({ ...old, description: typed.target.value }))}
          />
        </div>
        <div className="span-2">
          <CheckField
            label="Do not contact"
            hint="No mail of outreach goes to anybody there, whatever their score."
            checked={draft.doNotContact}
            onChange={(typed) => setDraft((old) => ({ ...old, doNotContact: typed.target.checked }))}
          />
        </div>
        <div className="span-2">
          <Problem error={error} />
        </div>
      </form>
    </Dialog>
  );
}

function draftOf(company: Company | null, currency: string) {
  return {
    name: company?.name ?? '',
    domain: company?.domain ?? '',
    website: company?.website ?? '',
    industry: company?.industry ?? '',
    city: company?.city ?? '',
    country: company?.country ?? '',
    employees: company?.employees?.toString() ?? '',
    budget: company?.budgetMinor == null ? '' : majorText({ minor: company.budgetMinor, currency }),
    topics: company?.topics.join(', ') ?? '',
    audience: company?.audience.join(', ') ?? '',
    goals: goalsText(company?.goals ?? []),
    description: company?.description ?? '',
    doNotContact: company?.doNotContact ?? false,
  };
}
