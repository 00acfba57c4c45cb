import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { CrmConflict, CrmStatus } from '../../../../worker/contract/sales/crm';
import { formatNumber, wordsOf } from '../../lib/format';
import { useRead, useWrite } from '../../lib/query';
import { useEventPath, useMay } from '../../lib/session';
import { Ago, Badge, Facts, Notice } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Section } from '../../ui/page';
import { Problem, States } from '../../ui/states';

const touched = ['GET /crm', 'GET /crm/conflicts', 'GET /companies', 'GET /companies/{companyId}'] as const;

/** Where customer records live, how the last sync went, and what both sides changed. */
export function CrmTab() {
  const query = useRead('GET /crm', undefined);
  return (
    <States query={query}>
      {(status) => (
        <>
          <Status status={status} />
          {status.provider === 'hubspot' && <Conflicts />}
        </>
      )}
    </States>
  );
}

function Status({ status }: { status: CrmStatus }) {
  const path = useEventPath();
  const may = useMay('organizer');
  const sync = useWrite('POST /crm/sync', [...touched]);
  if (status.provider === 'embedded') {
    return (
      <Section title="Customer records">
        <p>
          <Badge tone="good">Embedded</Badge> Companies, people, deals and notes live in this product alone.
        </p>
        <p className="muted">
          To keep HubSpot in step both ways, set its access token; see the README. Until then, import its exports under{' '}
          <Link to={path('/sales/companies')}>Companies</Link>.
        </p>
      </Section>
    );
  }
  return (
    <Section
      title="HubSpot"
      lead="Kept in step both ways. What both sides changed waits for a person; nothing is overwritten unseen."
      actions={
        may && (
          <Button small icon="refresh" busy={sync.isPending} onClick={() => sync.mutate({})}>
            Sync now
          </Button>
        )
      }
    >
      {status.lastProblem && (
        <Notice tone="bad" icon="alert">
          {status.lastProblem}
        </Notice>
      )}
      <Facts
        rows={[
          ['Last sync', status.lastSyncAt === null ? 'Not yet' : <Ago key="sync" at={status.lastSyncAt} />],
          ...Object.entries(status.links).map(([object, count]): [string, string] => [wordsOf(object), `${formatNumber(count)} linked`]),
        ]}
      />
      <Problem error={sync.error} />
    </Section>
  );
}

function Conflicts() {
  const query = useRead('GET /crm/conflicts', undefined);
  return (
    <Section title="Changed on both sides">
      <States query={query} isEmpty={({ items }) => items.length === 0} empty={<p className="muted">Nothing. Both sides agree.</p>}>
        {({ items }) => (
          <ul className="stack">
            {items.map((conflict) => (
              <Conflict key={`${conflict.object} ${conflict.localId}`} conflict={conflict} />
            ))}
          </ul>
        )}
      </States>
    </Section>
  );
}

type Keep = Record<string, 'ours' | 'theirs'>;

function Conflict({ conflict }: { conflict: CrmConflict }) {
  const name = useId();
  const may = useMay('organizer');
  const [keep, setKeep] = useState<Keep>(() => Object.fromEntries(conflict.fields.map(({ field }) => [field, 'ours'])));
  const decide = useWrite('POST /crm/conflicts', [...touched]);
  return (
    <li className="panel">
      <h3>
        {wordsOf(conflict.object)}: {conflict.name}
      </h3>
      {conflict.fields.map(({ field, ours, theirs }) => (
        <fieldset key={field} className="choices choices-3" disabled={!may}>
          <legend>{wordsOf(field)}</legend>
          {(['ours', 'theirs'] as const).map((side) => (
            <label key={side} className="choice">
              <input
                type="radio"
                name={`${name} ${field}`}
                checked={keep[field] === side}
                onChange={() => setKeep((old) => ({ ...old, [field]: side }))}
              />
              <span>
                <span className="small muted">{side === 'ours' ? 'Here' : 'In HubSpot'}</span>
                <span>{(side === 'ours' ? ours : theirs) || '(empty)'}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <Problem error={decide.error} />
      {may && (
        <div className="row">
          <Button
            small
            look="primary"
            busy={decide.isPending}
            onClick={() => decide.mutate({ body: { object: conflict.object, localId: conflict.localId, keep } })}
          >
            Keep these
          </Button>
        </div>
      )}
    </li>
  );
}
