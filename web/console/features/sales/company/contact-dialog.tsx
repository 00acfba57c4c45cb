import { type FormEvent, useId, useState } from 'react';
import type { CrmContact } from '../../../../../worker/contract/sales/companies';
import { ApiError } from '../../../lib/problem';
import { useRead, useWrite } from '../../../lib/query';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { SelectField, TextField } from '../../../ui/field';
import { Problem } from '../../../ui/states';
import { basisWords } from '../sales-words';

const touched = [
  'GET /companies/{companyId}',
  'GET /events/{eventId}/companies/{companyId}/story',
  'GET /events/{eventId}/prospects',
] as const;
/** Holds because the table of words has exactly these keys. */
const bases = Object.keys(basisWords) as CrmContact['basis'][];

/** Adds a person, or corrects one; why they may be written to stands beside where they came from. */
export function ContactDialog({ companyId, contact, onClose }: { companyId: string; contact: CrmContact | null; onClose: () => void }) {
  const form = useId();
  const members = useRead('GET /members', undefined, { staleTime: 5 * 60_000 });
  const [draft, setDraft] = useState({
    name: contact?.name ?? '',
    email: contact?.email ?? '',
    title: contact?.title ?? '',
    phone: contact?.phone ?? '',
    linkedinUrl: contact?.linkedinUrl ?? '',
    timeZone: contact?.timeZone ?? '',
    basis: contact?.basis ?? 'public_role',
    owner: contact?.owner ?? '',
  });
  const add = useWrite('POST /companies/{companyId}/contacts', [...touched]);
  const change = useWrite('PATCH /companies/{companyId}/contacts/{contactId}', [...touched]);
  const error = add.error ?? change.error;
  const said = error instanceof ApiError ? error.fields : {};
  const text = (
    name: 'name' | 'email' | 'title' | 'phone' | 'linkedinUrl' | 'timeZone',
    label: string,
    placeholder = '',
    required = false,
  ) => (
    <TextField
      label={label}
      required={required}
      placeholder={placeholder}
      value={draft[name]}
      error={said[name]}
      onChange={(typed) => setDraft((old) => ({ ...old, [name]: typed.target.value }))}
    />
  );
  const submit = async (submitted: FormEvent) => {
    submitted.preventDefault();
    if (add.isPending || change.isPending) return;
    const body = { ...draft, timeZone: draft.timeZone || null, owner: draft.owner || null };
    const saved = contact
      ? await change
          .mutateAsync({ params: { companyId, contactId: contact.id }, body: { ...body, version: contact.version } })
          .catch(() => null)
      : await add.mutateAsync({ params: { companyId }, body }).catch(() => null);
    if (saved) onClose();
  };
  return (
    <Dialog
      title={contact ? `Edit ${contact.name}` : 'Add a person'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary" busy={add.isPending || change.isPending}>
            {contact ? 'Save' : 'Add'}
          </Button>
        </>
      }
    >
      <form id={form} className="form-grid form-grid-small" onSubmit={submit} noValidate={false}>
        {text('name', 'Name', '', true)}
        {text('email', 'Address', 'name@example.org')}
        {text('title', 'Title')}
        {text('phone', 'Phone')}
        {text('linkedinUrl', 'LinkedIn', 'https://…')}
        {text('timeZone', 'Time zone', 'Europe/Lisbon')}
        <SelectField
          label="Why they may be written to"
          value={draft.basis}
          onChange={(event) => setDraft((old) => ({ ...old, basis: bases.find((name) => name === event.target.value) ?? '' }))}
        >
          {bases.map((name) => (
            <option key={name} value={name}>
              {basisWords[name]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Who of us talks to them"
          value={draft.owner}
          onChange={(event) => setDraft((old) => ({ ...old, owner: event.target.value }))}
        >
          <option value="">The sales agent</option>
          {members.data?.items.map((member) => (
            <option key={member.userId} value={member.userId}>
              {member.name || member.email}
            </option>
          ))}
        </SelectField>
        <div className="span-2">
          <Problem error={error} />
        </div>
      </form>
    </Dialog>
  );
}
