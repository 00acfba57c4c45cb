import { useState } from 'react';
import type { CurrentPolicy, PolicyVersion } from '../../../../worker/contract/policies';
import { differences } from '../../lib/differences';
import { formatDateTime } from '../../lib/format';
import { useRead } from '../../lib/query';
import { useEvent, useMay } from '../../lib/session';
import { usePersonName } from '../../lib/use-person-name';
import { Badge, Facts } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Section } from '../../ui/page';
import { States } from '../../ui/states';
import { ChangeDialog } from './change-dialog';
import { pathText, settingText } from './policy-words';

/** Every version with who, when and why, what it changed, and the way back. */
export function History({ current }: { current: CurrentPolicy }) {
  const { id: eventId } = useEvent();
  const [backTo, setBackTo] = useState<PolicyVersion | null>(null);
  const versions = useRead('GET /events/{eventId}/policies/{scope}/versions', { params: { eventId, scope: current.scope } });
  return (
    <Section title="History">
      <States query={versions} isEmpty={(data) => data.items.length === 0} empty={<p className="muted">Nothing was changed yet.</p>}>
        {({ items }) => (
          <ol className="rows">
            {items.map((version, index) => (
              <li key={version.version}>
                <Version
                  version={version}
                  before={items[index + 1]}
                  isCurrent={version.version === current.version}
                  onBack={() => setBackTo(version)}
                />
              </li>
            ))}
          </ol>
        )}
      </States>
      {backTo && <ChangeDialog current={current} body={backTo.body} backTo={backTo.version} onClose={() => setBackTo(null)} />}
    </Section>
  );
}

interface VersionProps {
  version: PolicyVersion;
  before: PolicyVersion | undefined;
  isCurrent: boolean;
  onBack: () => void;
}

function Version({ version, before, isCurrent, onBack }: VersionProps) {
  const event = useEvent();
  const may = useMay('organizer');
  const nameOf = usePersonName();
  const names = { currency: event.currency, nameOf };
  const changed = before ? differences(before.body, version.body) : [];
  const who =
    version.changedBy === ''
      ? 'As the event was made'
      : version.changedBy === 'system'
        ? 'By the product itself'
        : nameOf(version.changedBy);
  return (
    <details className="row-details">
      <summary>
        <span className="row-main">
          <span className="row-title">
            <strong>Version {version.version}</strong>
            {isCurrent && <Badge tone="good">In force</Badge>}
          </span>
          <span className="muted">{version.note || (before ? 'No note' : 'The first')}</span>
        </span>
        <span className="row-side small muted">
          <span>{who}</span>
          {version.changedAt !== null && <span>{formatDateTime(version.changedAt, event.timeZone)}</span>}
        </span>
      </summary>
      <div className="row-body">
        {changed.length === 0 ? (
          <p className="muted">{before ? 'Nothing differs from the version before.' : 'What the event started with.'}</p>
        ) : (
          <Facts
            rows={changed.map(({ path, from, to }) => [
              pathText(path),
              <span key={path} className="change">
                <del>{settingText(path, from, names)}</del> <ins>{settingText(path, to, names)}</ins>
              </span>,
            ])}
          />
        )}
        {may && !isCurrent && (
          <div className="row">
            <Button small onClick={onBack}>
              Go back to version {version.version}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}
