import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Import } from '../../../../worker/contract/attendees';
import { call } from '../../lib/client';
import { formatBytes, formatCount } from '../../lib/format';
import { textOf } from '../../lib/problem';
import { usePages } from '../../lib/query';
import { useEvent, useEventPath, useMay } from '../../lib/session';
import { Ago, Badge } from '../../ui/bits';
import { Dropzone } from '../../ui/dropzone';
import { Icon } from '../../ui/icon';
import { PagedList } from '../../ui/list';
import { Page, Section } from '../../ui/page';
import { importWords } from '../../ui/words';
import { sourceText } from './import-words';

const largestBytes = 20_000_000;

const pages = {
  attendees: {
    title: 'Import attendees',
    lead: 'Importing again merges: statuses follow the file, what you corrected by hand stays.',
    back: { path: '/attendees', label: 'Attendees' },
    hint: 'CSV or XLSX of pretix, Eventbrite, Hi.Events, Luma, Tito or a plain spreadsheet; up to 20 MB and 100,000 rows',
  },
  companies: {
    title: 'Import companies',
    lead: 'Companies and the people at them. Importing again merges by domain and address; what you corrected by hand stays.',
    back: { path: '/sales/companies', label: 'Companies' },
    hint: 'CSV or XLSX of HubSpot, Apollo, LinkedIn Sales Navigator or a plain spreadsheet; up to 20 MB and 100,000 rows',
  },
} as const;
type Of = keyof typeof pages;
/** Where the imports of a kind have their pages. */
export const importsPath = (of: Of) => `${pages[of].back.path}/imports`;
export const ofKind = (kind: Import['kind']): Of => (kind === 'companies' ? 'companies' : 'attendees');

export function ImportsPage({ of }: { of: Of }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const may = useMay('organizer');
  const query = usePages('GET /events/{eventId}/imports', { params: { eventId } });
  const { title, lead, back } = pages[of];
  return (
    <Page title={title} back={{ to: path(back.path), label: back.label }} lead={lead}>
      {may && <ImportDrop of={of} />}
      <Section title="Earlier imports">
        <PagedList
          query={query}
          keep={(item) => ofKind(item.kind) === of}
          empty={<p className="muted">None yet. Drop your first export above.</p>}
        >
          {(items) => (
            <ul className="rows">
              {items.map((item) => (
                <Row key={item.id} item={item} />
              ))}
            </ul>
          )}
        </PagedList>
      </Section>
    </Page>
  );
}

/** Uploads one file; what it was recognised as is shown on the import's own page. */
export function ImportDrop({ of = 'attendees' }: { of?: Of }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const [, go] = useLocation();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const upload = async ([file]: File[]) => {
    if (!file || busy) return;
    setProblem(null);
    if (file.size > largestBytes) {
      setProblem(`${file.name} has ${formatBytes(file.size)}; up to 20 MB can be imported at once. Split the export.`);
      return;
    }
    setBusy(file.name);
    try {
      const made = await call('POST /events/{eventId}/imports', { params: { eventId }, query: { kind: of }, body: file });
      go(path(`${importsPath(ofKind(made.kind))}/${made.id}`));
    } catch (error) {
      setProblem(textOf(error));
    } finally {
      setBusy(null);
    }
  };
  return (
    <div className="stack">
      <Dropzone
        label={busy ? `Reading ${busy}` : 'Choose an export or drop it here'}
        hint={pages[of].hint}
        accept=".csv,.tsv,.txt,.xlsx,text/csv"
        disabled={busy !== null}
        onFiles={upload}
      />
      {busy && (
        <p role="status" className="row">
          <span className="spinner" aria-hidden="true" /> Uploading and recognising the columns
        </p>
      )}
      {problem && (
        <p className="notice notice-bad" role="alert">
          <Icon name="alert" size={16} />
          {problem}
        </p>
      )}
    </div>
  );
}

function Row({ item }: { item: Import }) {
  const path = useEventPath();
  const word = importWords[item.state];
  return (
    <li>
      <Link to={path(`${importsPath(ofKind(item.kind))}/${item.id}`)} className="row-link">
        <span className="row-main">
          <span className="row-title">
            <strong className="clip">{item.fileName}</strong>
            <Badge tone={word.tone}>{word.text}</Badge>
          </span>
          <span className="muted">
            {sourceText(item.source)} · {formatCount(item.totalRows, 'row')}
          </span>
        </span>
        <span className="row-side small muted">
          <Ago at={item.createdAt} />
        </span>
      </Link>
    </li>
  );
}
