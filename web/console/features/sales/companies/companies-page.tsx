import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import type { CompanyRow } from '../../../../../worker/contract/sales/companies';
import { formatCount, formatNumber } from '../../../lib/format';
import { usePages, useRead } from '../../../lib/query';
import { useEventPath, useMay } from '../../../lib/session';
import { useFilters } from '../../../lib/use-filters';
import { Badge } from '../../../ui/bits';
import { Button, ButtonLink } from '../../../ui/button';
import { SelectField, TextField } from '../../../ui/field';
import { PagedList } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Empty } from '../../../ui/states';
import { CompanyDialog } from '../company/company-dialog';
import { sourceText } from '../sales-words';

export function CompaniesPage() {
  const path = useEventPath();
  const may = useMay('organizer');
  const { search, setFilter } = useFilters();
  const [adding, setAdding] = useState(false);
  const filters = { q: search.get('q') ?? '', industry: search.get('industry') ?? '', country: search.get('country') ?? '' };
  const sort = search.get('sort') === 'updated' ? 'updated' : 'name';
  const asked = useDeferredValue(filters);
  const query = usePages('GET /companies', {
    query: {
      sort,
      ...(asked.q && { q: asked.q }),
      ...(asked.industry && { industry: asked.industry }),
      ...(asked.country.length === 2 && { country: asked.country }),
    },
  });
  const filtered = Object.values(filters).some(Boolean);
  const total = query.data?.pages[0]?.total;
  return (
    <Page
      title="Companies"
      lead="Of the whole organization: every event sees the same records."
      actions={
        <>
          {may && (
            <ButtonLink to={path('/sales/companies/imports')} icon="upload">
              Import
            </ButtonLink>
          )}
          {may && (
            <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
              Add a company
            </Button>
          )}
        </>
      }
    >
      <DuplicatesNotice />
      <div className="filters">
        <TextField
          bare
          label="Search companies"
          type="search"
          placeholder="Name, domain, industry or topic"
          value={filters.q}
          onChange={(event) => setFilter('q', event.target.value)}
        />
        <TextField
          bare
          label="Industry"
          placeholder="Industry"
          value={filters.industry}
          onChange={(event) => setFilter('industry', event.target.value)}
        />
        <TextField
          bare
          label="Country"
          placeholder="Country, e.g. PT"
          maxLength={2}
          value={filters.country}
          onChange={(event) => setFilter('country', event.target.value.toUpperCase())}
        />
        <SelectField
          bare
          label="Order"
          value={sort}
          onChange={(event) => setFilter('sort', event.target.value === 'updated' ? 'updated' : '')}
        >
          <option value="name">By name</option>
          <option value="updated">Latest change first</option>
        </SelectField>
        <p className="small muted" role="status">
          {total !== undefined && formatCount(total, 'company', 'companies')}
        </p>
      </div>
      <PagedList
        query={query}
        empty={
          filtered ? (
            <Empty icon="building" title="Nothing matches">
              Try part of a name or domain, or fewer filters.
            </Empty>
          ) : (
            <Empty
              icon="building"
              title="No companies yet"
              action={
                may && (
                  <>
                    <ButtonLink to={path('/sales/companies/imports')} look="primary">
                      Import a file
                    </ButtonLink>
                    <Button onClick={() => setAdding(true)}>Add one</Button>
                  </>
                )
              }
            >
              Bring an export of HubSpot, Apollo or LinkedIn Sales Navigator, or any spreadsheet of companies and people.
            </Empty>
          )
        }
      >
        {(items) => <Table rows={items} />}
      </PagedList>
      {adding && <CompanyDialog company={null} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function DuplicatesNotice() {
  const path = useEventPath();
  const duplicates = useRead('GET /companies/duplicates', undefined, { staleTime: 60_000 });
  const count = duplicates.data?.items.length ?? 0;
  if (count === 0) return null;
  return (
    <ul className="attention">
      <li>
        <Link to={path('/sales/companies/duplicates')}>{formatCount(count, 'pair')} of companies may be one and the same</Link>
      </li>
    </ul>
  );
}

function Table({ rows }: { rows: CompanyRow[] }) {
  const path = useEventPath();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">Company</th>
          <th scope="col" className="wide-only">
            Industry
          </th>
          <th scope="col" className="wide-only">
            Place
          </th>
          <th scope="col" className="wide-only number">
            Size
          </th>
          <th scope="col" className="number">
            People
          </th>
          <th scope="col" className="wide-only number">
            Sponsored
          </th>
          <th scope="col" className="wide-only">
            From
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Link to={path(`/sales/companies/${row.id}`)} className="cell-link">
                {row.name}
              </Link>
              <span className="small muted clip">{row.domain}</span>
              <span className="small muted narrow-only">{[row.industry, row.city].filter(Boolean).join(' · ')}</span>
              {row.doNotContact && <Badge tone="bad">Do not contact</Badge>}
            </td>
            <td className="wide-only">{row.industry}</td>
            <td className="wide-only">{[row.city, row.country].filter(Boolean).join(', ')}</td>
            <td className="wide-only number">{row.employees === null ? '–' : formatNumber(row.employees)}</td>
            <td className="number">{formatNumber(row.contacts)}</td>
            <td className="wide-only number">{formatNumber(row.sponsorships)}</td>
            <td className="wide-only small muted">{sourceText(row.source)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
