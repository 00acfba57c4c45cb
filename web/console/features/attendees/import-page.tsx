import type { Import } from '../../../../worker/contract/attendees';
import { urlOf } from '../../lib/client';
import { formatCount, formatNumber, formatPercent, wordsOf } from '../../lib/format';
import { useRead, useWrite } from '../../lib/query';
import { useEvent, useEventPath, useMay } from '../../lib/session';
import { Badge, Notice, Progress } from '../../ui/bits';
import { Button, ButtonLink } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Page, Section } from '../../ui/page';
import { Problem, States } from '../../ui/states';
import { importWords } from '../../ui/words';
import { sourceText } from './import-words';
import { importsPath, ofKind } from './imports-page';
import { Mapping } from './mapping';

export function ImportPage({ importId }: { importId: string }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const query = useRead('GET /events/{eventId}/imports/{importId}', { params: { eventId, importId } });
  return (
    <Page
      title={query.data?.fileName ?? 'Import'}
      back={{ to: path(importsPath(query.data ? ofKind(query.data.kind) : 'attendees')), label: 'Imports' }}
    >
      <States query={query}>
        {(item) => (
          <>
            <p className="row">
              <Badge tone={importWords[item.state].tone}>{importWords[item.state].text}</Badge>
              <span>
                Recognised as <strong>{sourceText(item.source)}</strong>, {formatCount(item.totalRows, 'row')}
              </span>
            </p>
            {item.state === 'uploaded' ? <Mapping key={item.id} item={item} /> : <Result item={item} />}
          </>
        )}
      </States>
    </Page>
  );
}

function Result({ item }: { item: Import }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const may = useMay('organizer');
  const params = { eventId, importId: item.id };
  const cancel = useWrite('POST /events/{eventId}/imports/{importId}/cancel', [
    'GET /events/{eventId}/imports/{importId}',
    'GET /events/{eventId}/imports',
  ]);
  const resume = useWrite('POST /events/{eventId}/imports/{importId}/start', [
    'GET /events/{eventId}/imports/{importId}',
    'GET /events/{eventId}/imports',
  ]);
  const stopped = item.state === 'failed' || item.state === 'cancelled';
  return (
    <>
      {item.problem && (
        <Notice tone="bad" icon="alert">
          {item.problem}
        </Notice>
      )}
      {(item.state === 'running' || stopped) && (
        <section className="panel" aria-label="Progress">
          <Progress label="Rows imported" value={item.doneRows} max={item.totalRows} />
          <div className="row row-between">
            <p role="status">
              {formatNumber(item.doneRows)} of {formatNumber(item.totalRows)} rows (
              {formatPercent(item.totalRows > 0 ? item.doneRows / item.totalRows : 0)})
            </p>
            {may && item.state === 'running' && (
              <Button small busy={cancel.isPending} onClick={() => cancel.mutate({ params })}>
                Stop
              </Button>
            )}
            {may && stopped && (
              <Button small look="primary" busy={resume.isPending} onClick={() => resume.mutate({ params, body: {} })}>
                Go on where it stopped
              </Button>
            )}
          </div>
          <Problem error={cancel.error ?? resume.error} />
        </section>
      )}
      <Counts item={item} />
      <Rejects item={item} />
      {item.state === 'done' && (
        <div className="row">
          {item.kind === 'companies' ? (
            <>
              <ButtonLink to={path('/sales/companies')} look="primary">
                See the companies
              </ButtonLink>
              <ButtonLink to={path('/sales/prospects')}>See who fits this event</ButtonLink>
            </>
          ) : (
            <>
              <ButtonLink to={path('/attendees')} look="primary">
                See the attendees
              </ButtonLink>
              <ButtonLink to={path('/setup')}>Back to the set-up</ButtonLink>
            </>
          )}
        </div>
      )}
    </>
  );
}

function Counts({ item }: { item: Import }) {
  const counts = Object.entries(item.counts);
  if (counts.length === 0) return null;
  return (
    <ul className="figures figures-small" aria-label="Counts">
      {counts.map(([name, count]) => (
        <li key={name}>
          <span className="figure-label">{wordsOf(name)}</span>
          <span className="figure-value">{formatNumber(count)}</span>
        </li>
      ))}
    </ul>
  );
}

function Rejects({ item }: { item: Import }) {
  const { id: eventId } = useEvent();
  if (item.rejects.length === 0) return null;
  return (
    <Section
      title="Rejected rows"
      lead="The first few. Correct them in the file and import it again; nothing is doubled."
      actions={
        <a
          className="button button-plain button-small"
          href={urlOf('GET /events/{eventId}/imports/{importId}/rejects.csv', { params: { eventId, importId: item.id } })}
          download
        >
          <Icon name="download" size={16} />
          <span>Download all</span>
        </a>
      }
    >
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="number">
              Line
            </th>
            <th scope="col">Reason</th>
            <th scope="col" className="wide-only">
              Content
            </th>
          </tr>
        </thead>
        <tbody>
          {item.rejects.map((reject) => (
            <tr key={reject.line}>
              <td className="number">{formatNumber(reject.line)}</td>
              <td>{reject.reason}</td>
              <td className="wide-only small muted">{reject.cells.filter(Boolean).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
