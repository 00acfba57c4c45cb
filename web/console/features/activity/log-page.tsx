import type { LogHead, LogVerification } from '../../../../worker/contract/log';
import { urlOf } from '../../lib/client';
import { formatCount, formatDateTime, formatDuration, formatNumber } from '../../lib/format';
import { useRead, useWrite } from '../../lib/query';
import { useEvent, useMay } from '../../lib/session';
import { CodeBlock, Facts, Notice } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Page, Section } from '../../ui/page';
import { Empty, Problem, States } from '../../ui/states';
import { ActivityTabs } from './activity-tabs';

/** The chain over the log: where it stands, whether it still holds, and a copy to keep. */
export function LogPage() {
  const { id: eventId } = useEvent();
  const head = useRead('GET /events/{eventId}/log', { params: { eventId } });
  return (
    <Page title="Activity" lead="Every row of the log is sealed to the one before it, so that a changed, missing or added row shows.">
      <ActivityTabs current="log" />
      <States
        query={head}
        isEmpty={(data) => data.entries === 0 && data.unsealed === 0}
        empty={
          <Empty icon="activity" title="The log is empty">
            As soon as an agent or a person does something, its row is sealed here.
          </Empty>
        }
      >
        {(data) => (
          <>
            <Head head={data} />
            <Verify />
            <Export />
          </>
        )}
      </States>
    </Page>
  );
}

function Head({ head }: { head: LogHead }) {
  const event = useEvent();
  return (
    <Section title="Where it stands">
      <Facts
        rows={[
          ['Sealed rows', formatNumber(head.entries)],
          ['Not sealed yet', head.unsealed === 0 ? 'None' : `${formatNumber(head.unsealed)}, within a minute`],
          ['Last sealed', head.lastSealedAt === null ? 'Never' : formatDateTime(head.lastSealedAt, event.timeZone)],
        ]}
      />
      {head.head && (
        <>
          <p className="small muted">
            Head of the chain. Keep a copy elsewhere: as long as a later log contains it, nothing before it was rewritten.
          </p>
          <CodeBlock text={head.head} label="Head of the chain" />
        </>
      )}
    </Section>
  );
}

function Verify() {
  const { id: eventId } = useEvent();
  const verify = useWrite('POST /events/{eventId}/log/verify', ['GET /events/{eventId}/log']);
  return (
    <Section
      title="Verify"
      lead="Computes every link again and compares every row with it."
      actions={
        <Button look="primary" icon="check" busy={verify.isPending} onClick={() => verify.mutate({ params: { eventId } })}>
          Verify log
        </Button>
      }
    >
      <div aria-live="polite">{verify.data && <Result result={verify.data} />}</div>
      <Problem error={verify.error} />
    </Section>
  );
}

function Result({ result }: { result: LogVerification }) {
  const { firstBroken } = result;
  if (firstBroken)
    return (
      <Notice tone="bad" icon="alert">
        <strong>The log was tampered with.</strong> {firstBroken.text}
        <Facts
          rows={[
            ['First broken entry', formatNumber(firstBroken.seq)],
            ['Row', firstBroken.rowId ? <code key="row">{`${firstBroken.source} ${firstBroken.rowId}`}</code> : 'The entry itself'],
          ]}
        />
        <p>Everything before it still holds. Export the log and compare it with your last copy.</p>
      </Notice>
    );
  return (
    <Notice tone="good" icon="check">
      <strong>The log is whole.</strong> {formatCount(result.entries, 'entry', 'entries')} and {formatCount(result.rows, 'row')} checked in{' '}
      {formatDuration(result.ms)}
      {result.pruned > 0 && `; of ${formatCount(result.pruned, 'row')} only the hash is left, as your retention asks`}
      {result.late > 0 && `; ${formatCount(result.late, 'row')} sealed more than a day late`}.
    </Notice>
  );
}

function Export() {
  const { id: eventId } = useEvent();
  const may = useMay('organizer');
  if (!may) return null;
  const address = (format: 'json' | 'csv') => urlOf('GET /events/{eventId}/log/export', { params: { eventId }, query: { format } });
  return (
    <Section
      title="Export"
      lead="JSON carries the chain and can be verified offline with npm run verify-log -- --file; CSV is for reading."
    >
      <div className="row">
        {(['json', 'csv'] as const).map((format) => (
          <a key={format} className="button button-plain" href={address(format)} download>
            <Icon name="download" size={16} />
            <span>{format.toUpperCase()}</span>
          </a>
        ))}
      </div>
    </Section>
  );
}
