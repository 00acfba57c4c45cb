import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { CompanyStory } from '../../../../../worker/contract/sales/outreach';
import type { Deal } from '../../../../../worker/contract/sales/pipeline';
import { formatPrice } from '../../../lib/format';
import { useWrite } from '../../../lib/query';
import { useEvent, useEventPath, useMay } from '../../../lib/session';
import { usePersonName } from '../../../lib/use-person-name';
import { Ago, Badge, Facts } from '../../../ui/bits';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Problem } from '../../../ui/states';
import { stageWords } from '../sales-words';

const touched = ['GET /events/{eventId}/companies/{companyId}/story', 'GET /events/{eventId}/deals'] as const;

/** Where the deal stands and what comes next. */
export function DealPanel({ story, onAdd }: { story: CompanyStory; onAdd: () => void }) {
  const may = useMay('organizer');
  const { deal } = story;
  return (
    <section className="panel" aria-label="Deal">
      <div className="row row-between">
        <h2>Deal</h2>
        {deal && <Badge tone={stageWords[deal.stage].tone}>{stageWords[deal.stage].text}</Badge>}
      </div>
      {deal ? (
        <DealFacts deal={deal} />
      ) : (
        <>
          <p className="muted">Not in the pipeline of this event.</p>
          {may && (
            <div className="row">
              <Button small look="primary" onClick={onAdd}>
                Put into the pipeline
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function DealFacts({ deal }: { deal: Deal }) {
  const path = useEventPath();
  const nameOf = usePersonName();
  const may = useMay('organizer');
  const [editing, setEditing] = useState(false);
  return (
    <>
      <Facts
        rows={[
          ['Amount', formatPrice(deal.amount)],
          ['Package', deal.packageName || 'Not decided'],
          ['With', deal.contactName || 'Nobody yet'],
          ['Ours', deal.owner ? nameOf(deal.owner) : 'The sales agent'],
          ['Since', <Ago key="since" at={deal.stageAt} />],
          ...(deal.lostReason ? ([['Lost because', deal.lostReason]] as [string, string][]) : []),
        ]}
      />
      <div className="next-action">
        <h3>Next</h3>
        {editing ? (
          <NextAction deal={deal} onDone={() => setEditing(false)} />
        ) : (
          <p>
            {deal.nextAction || <span className="muted">Nothing is planned</span>}
            {deal.nextAction && deal.nextActionAt !== null && (
              <>
                {', '}
                <Ago at={deal.nextActionAt} />
              </>
            )}
          </p>
        )}
      </div>
      <div className="row">
        {may && !editing && (
          <Button small onClick={() => setEditing(true)}>
            Change
          </Button>
        )}
        <Link to={path('/sales')} className="small">
          On the board
        </Link>
      </div>
    </>
  );
}

function NextAction({ deal, onDone }: { deal: Deal; onDone: () => void }) {
  const { id: eventId } = useEvent();
  const [text, setText] = useState(deal.nextAction);
  const [day, setDay] = useState(deal.nextActionAt === null ? '' : new Date(deal.nextActionAt).toISOString().slice(0, 10));
  const save = useWrite('PATCH /events/{eventId}/deals/{dealId}', [...touched]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    const body = { nextAction: text.trim(), nextActionAt: day ? Date.parse(`${day}T09:00Z`) : null, version: deal.version };
    if (await save.mutateAsync({ params: { eventId, dealId: deal.id }, body }).catch(() => null)) onDone();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextField bare label="What is next" value={text} maxLength={300} autoFocus onChange={(event) => setText(event.target.value)} />
      <TextField bare label="When" type="date" value={day} onChange={(event) => setDay(event.target.value)} />
      <div className="row">
        <Button small type="submit" look="primary" busy={save.isPending}>
          Save
        </Button>
        <Button small onClick={onDone}>
          Cancel
        </Button>
      </div>
      <Problem error={save.error} />
    </form>
  );
}
