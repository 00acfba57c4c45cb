import { useDeferredValue, useId, useState } from 'react';
import type { CompanyRow } from '../../../../worker/contract/sales/companies';
import { useRead } from '../../lib/query';
import { TextField } from '../../ui/field';
import { States } from '../../ui/states';

interface Props {
  chosen: string;
  onChoose: (company: CompanyRow) => void;
}

/** One company out of many, by search. */
export function PickCompany({ chosen, onChoose }: Props) {
  const name = useId();
  const [q, setQ] = useState('');
  const asked = useDeferredValue(q);
  const query = useRead('GET /companies', { query: { limit: 8, ...(asked && { q: asked }) } });
  return (
    <div className="stack">
      <TextField
        label="Company"
        type="search"
        placeholder="Name, domain or topic"
        value={q}
        autoFocus
        onChange={(event) => setQ(event.target.value)}
      />
      <States
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={<p className="muted">No company matches. Add it on the page of companies.</p>}
      >
        {({ items }) => (
          <fieldset className="choices">
            <legend className="visually-hidden">Companies found</legend>
            {items.map((company) => (
              <label key={company.id} className="choice">
                <input type="radio" name={name} checked={company.id === chosen} onChange={() => onChoose(company)} />
                <span>
                  <strong>{company.name}</strong>
                  <span className="small muted">{[company.domain, company.industry, company.city].filter(Boolean).join(' · ')}</span>
                </span>
              </label>
            ))}
          </fieldset>
        )}
      </States>
    </div>
  );
}
