import { useState } from 'react';
import { Link } from 'wouter';
import type { CompanyDuplicate, CompanyRow } from '../../../../../worker/contract/sales/companies';
import { formatCount, formatNumber } from '../../../lib/format';
import { useRead, useWrite } from '../../../lib/query';
import { useEventPath, useMay } from '../../../lib/session';
import { Facts, Notice } from '../../../ui/bits';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Page } from '../../../ui/page';
import { Empty, Problem, States } from '../../../ui/states';
import { useToast } from '../../../ui/toast';
import { sourceText } from '../sales-words';

export function DuplicatesPage() {
  const path = useEventPath();
  const query = useRead('GET /companies/duplicates', undefined);
  return (
    <Page
      title="Duplicates"
      back={{ to: path('/sales/companies'), label: 'Companies' }}
      lead="Pairs that look like one company. Merging keeps people, deals, mails and notes of both."
    >
      <States
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Empty icon="check" title="No duplicates">
            Companies are compared by domain, address and name whenever something is imported.
          </Empty>
        }
      >
        {({ items }) => (
          <ul className="stack">
            {items.map((pair) => (
              <Pair key={`${pair.a.id} ${pair.b.id}`} pair={pair} />
            ))}
          </ul>
        )}
      </States>
    </Page>
  );
}

function Pair({ pair: { a, b, because } }: { pair: CompanyDuplicate }) {
  const [keep, setKeep] = useState<CompanyRow | null>(null);
  const may = useMay('organizer');
  return (
    <li className="panel">
      <p>{because}</p>
      <div className="pair">
        {[a, b].map((company) => (
          <section key={company.id} aria-label={company.name}>
            <Side company={company} />
            {may && (
              <Button small onClick={() => setKeep(company)}>
                Keep this one
              </Button>
            )}
          </section>
        ))}
      </div>
      {keep && <MergeDialog keep={keep} other={keep.id === a.id ? b : a} onClose={() => setKeep(null)} />}
    </li>
  );
}

function Side({ company }: { company: CompanyRow }) {
  const path = useEventPath();
  return (
    <>
      <h2>
        <Link to={path(`/sales/companies/${company.id}`)}>{company.name}</Link>
      </h2>
      <Facts
        rows={[
          ['Domain', company.domain || 'Not known'],
          ['Place', [company.city, company.country].filter(Boolean).join(', ') || 'Not known'],
          ['People', formatNumber(company.contacts)],
          ['Sponsored', formatNumber(company.sponsorships)],
          ['From', sourceText(company.source)],
        ]}
      />
    </>
  );
}

function MergeDialog({ keep, other, onClose }: { keep: CompanyRow; other: CompanyRow; onClose: () => void }) {
  const toast = useToast();
  const merge = useWrite('POST /companies/{companyId}/merge', [
    'GET /companies',
    'GET /companies/duplicates',
    'GET /events/{eventId}/deals',
  ]);
  const submit = async () => {
    const done = await merge.mutateAsync({ params: { companyId: keep.id }, body: { other: other.id } }).catch(() => null);
    if (!done) return;
    toast(`Merged into ${keep.name}`);
    onClose();
  };
  return (
    <Dialog
      title={`Merge into ${keep.name}?`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" busy={merge.isPending} onClick={submit}>
            Merge
          </Button>
        </>
      }
    >
      <p>
        {formatCount(other.contacts, 'person', 'people')}, deals, mails and notes of <strong>{other.name}</strong> move to{' '}
        <strong>{keep.name}</strong>. Where both say something, {keep.name} holds.
      </p>
      <Notice tone="warn" icon="alert">
        A merge cannot be taken apart again.
      </Notice>
      <Problem error={merge.error} />
    </Dialog>
  );
}
