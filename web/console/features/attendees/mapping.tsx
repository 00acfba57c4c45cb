import { useState } from 'react';
import type { Import, ImportField } from '../../../../worker/contract/attendees';
import { formatCount } from '../../lib/format';
import { useWrite } from '../../lib/query';
import { useEvent, useMay } from '../../lib/session';
import { Notice } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Problem } from '../../ui/states';
import { fieldWords } from './import-words';

const groupsOf = (kind: Import['kind']) =>
  kind === 'companies' ? (['Company', 'Person', 'Other'] as const) : (['Order', 'Buyer', 'Ticket', 'Attendee', 'Other'] as const);
const fields = Object.entries(fieldWords) as [ImportField, (typeof fieldWords)[ImportField]][];
const repeatable: ReadonlySet<ImportField> = new Set(['ignore', 'attribute']);

/** Fields that several columns fill, such as a date and a time: they are read together. Pure. */
export function sharedFields(mapping: Record<number, ImportField>): Set<ImportField> {
  const seen = new Set<ImportField>();
  const shared = new Set<ImportField>();
  for (const field of Object.values(mapping)) {
    if (seen.has(field) && !repeatable.has(field)) shared.add(field);
    seen.add(field);
  }
  return shared;
}

/** Which column means what, proposed from the headers, with values from the file to judge by. */
export function Mapping({ item }: { item: Import }) {
  const { id: eventId } = useEvent();
  const organizer = useMay('organizer');
  const [mapping, setMapping] = useState<Record<number, ImportField>>(() =>
    Object.fromEntries(item.columns.map((column) => [column.index, column.field])),
  );
  const start = useWrite('POST /events/{eventId}/imports/{importId}/start', [
    'GET /events/{eventId}/imports/{importId}',
    'GET /events/{eventId}/imports',
  ]);
  const shared = sharedFields(mapping);
  const used = item.columns.filter((column) => mapping[column.index] !== 'ignore').length;
  const begin = () => {
    const columns = Object.entries(mapping).map(([index, field]) => ({ index: Number(index), field }));
    start.mutate({ params: { eventId, importId: item.id }, body: { columns } });
  };
  return (
    <>
      <p className="muted">
        Check what each column means. {used} of {formatCount(item.columns.length, 'column')} are used.
      </p>
      <table className="table mapping">
        <thead>
          <tr>
            <th scope="col">Column in the file</th>
            <th scope="col">Values</th>
            <th scope="col">Means</th>
          </tr>
        </thead>
        <tbody>
          {item.columns.map((column) => {
            const field = mapping[column.index] ?? 'ignore';
            const name = `${column.header || `Column ${column.index + 1}`}${column.occurrence > 1 ? ` (${column.occurrence})` : ''}`;
            return (
              <tr key={column.index} className={field === 'ignore' ? 'mapping-ignored' : undefined}>
                <th scope="row">{name}</th>
                <td className="small muted">
                  <ul className="samples">
                    {column.samples.slice(0, 3).map((sample, index) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: samples may be alike and never move
                      <li key={index} className="clip">
                        {sample || '(empty)'}
                      </li>
                    ))}
                  </ul>
                </td>
                <td>
                  <select
                    className="control"
                    aria-label={`${name} means`}
                    value={field}
                    onChange={(event) => {
                      const chosen = fields.find(([value]) => value === event.target.value)?.[0];
                      if (chosen) setMapping((old) => ({ ...old, [column.index]: chosen }));
                    }}
                  >
                    {groupsOf(item.kind).map((group) => (
                      <optgroup key={group} label={group}>
                        {fields
                          .filter(([value, word]) => word.group === group && !(value === 'attribute' && item.kind === 'companies'))
                          .map(([value, word]) => (
                            <option key={value} value={value}>
                              {word.text}
                            </option>
                          ))}
                      </optgroup>
                    ))}
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shared.size > 0 && (
        <Notice>Read together, as more than one column means it: {[...shared].map((field) => fieldWords[field].text).join(', ')}.</Notice>
      )}
      <Problem error={start.error} />
      {organizer && (
        <div className="row sticky-actions">
          <Button look="primary" busy={start.isPending} onClick={begin}>
            {`Import ${formatCount(item.totalRows, 'row')}`}
          </Button>
        </div>
      )}
    </>
  );
}
