import { type FormEvent, useEffect, useState } from 'react';
import type { Proposal, ProposalContent } from '../../../../../worker/contract/sales/outreach';
import { ApiError } from '../../../lib/problem';
import { useRead, useWrite } from '../../../lib/query';
import { useEvent, useMay } from '../../../lib/session';
import { useFilters } from '../../../lib/use-filters';
import { Notice } from '../../../ui/bits';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { HtmlFrame } from '../../../ui/html-frame';
import { Problem, Skeleton } from '../../../ui/states';
import { useToast } from '../../../ui/toast';
import { Choice } from '../choice';
import { DiffBlocks } from './diff-blocks';
import { sendable } from './draft';
import { SectionEditor } from './section-editor';
import type { Records } from './source-words';
import { usePreview } from './use-preview';

const panes = { write: 'Write', preview: 'Preview' } as const;

/** The text on one side, how it will look on the other. A version that somebody else saved meanwhile is shown, never covered. */
export function ProposalEditor({ proposal, onDirty }: { proposal: Proposal; onDirty: (dirty: boolean) => void }) {
  const { id: eventId } = useEvent();
  const may = useMay('organizer');
  const toast = useToast();
  const { search, setFilter } = useFilters();
  const [base, setBase] = useState({ version: proposal.version, content: proposal.content });
  const [draft, setDraft] = useState(proposal.content);
  const [reason, setReason] = useState('');
  const save = useWrite('PUT /events/{eventId}/proposals/{proposalId}', [
    'GET /events/{eventId}/proposals/{proposalId}',
    'GET /events/{eventId}/proposals',
  ]);
  const records = useRecords(proposal.companyId);
  const dirty = JSON.stringify(draft) !== JSON.stringify(base.content);
  const overtaken = proposal.version > base.version;
  const editable = may && proposal.state !== 'withdrawn';
  const content = sendable(draft);
  const { preview, error, busy } = usePreview(proposal.id, content);
  const pane = search.get('pane') === 'preview' ? 'preview' : 'write';

  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [dirty]);
  useEffect(() => {
    if (!overtaken || dirty) return;
    setBase({ version: proposal.version, content: proposal.content });
    setDraft(proposal.content);
  }, [overtaken, dirty, proposal]);

  const take = (theirs: ProposalContent, keep: boolean) => {
    setBase({ version: proposal.version, content: theirs });
    if (!keep) setDraft(theirs);
    save.reset();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!content || overtaken || save.isPending) return;
    const body = { content, reason: reason.trim(), version: base.version };
    const saved = await save.mutateAsync({ params: { eventId, proposalId: proposal.id }, body }).catch(() => null);
    if (!saved) return;
    setBase({ version: saved.version, content: saved.content });
    setDraft(saved.content);
    setReason('');
    toast(`Saved as version ${saved.version}`);
  };
  const conflict = save.error instanceof ApiError && save.error.status === 409;
  return (
    <form onSubmit={submit} className="stack">
      <div className="editor-panes">
        <Choice label="Pane" words={panes} value={pane} onChange={(next) => setFilter('pane', next === 'preview' ? 'preview' : '')} />
      </div>
      {overtaken && dirty && (
        <Notice tone="warn" icon="alert">
          <span>Version {proposal.version} was saved meanwhile. This is how yours differs from it:</span>
          {content && <DiffBlocks from={proposal.content} to={content} side={false} />}
          <span className="row">
            <Button small onClick={() => take(proposal.content, true)}>
              Keep mine
            </Button>
            <Button small onClick={() => take(proposal.content, false)}>
              Take theirs
            </Button>
          </span>
        </Notice>
      )}
      <Problems problems={preview?.problems ?? proposal.problems} />
      <div className={`editor editor-on-${pane}`}>
        <div className="editor-write">
          <SectionEditor draft={draft} seconds={proposal.sections} records={records} disabled={!editable} onChange={setDraft} />
        </div>
        <section className="editor-preview" aria-label="Preview" aria-busy={busy}>
          {preview ? (
            <HtmlFrame title="How the proposal looks" html={preview.html} ownStyles />
          ) : error ? (
            <Problem error={error} />
          ) : (
            <Skeleton rows={5} />
          )}
          {preview && <Problem error={error} />}
        </section>
      </div>
      {editable && dirty && (
        <div className="sticky-actions save-bar">
          <TextField
            bare
            label="Why it was changed"
            placeholder="Why, in a few words"
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button onClick={() => setDraft(base.content)}>Discard</Button>
          <Button type="submit" look="primary" busy={save.isPending} disabled={!content || overtaken}>
            {`Save version ${base.version + 1}`}
          </Button>
        </div>
      )}
      <Problem error={conflict && overtaken ? null : save.error} />
    </form>
  );
}

function useRecords(companyId: string): Records {
  const { id: eventId } = useEvent();
  const company = useRead('GET /companies/{companyId}', { params: { companyId } });
  const packages = useRead('GET /events/{eventId}/packages', { params: { eventId } });
  const settings = useRead('GET /events/{eventId}/sales/settings', { params: { eventId } });
  return { company: company.data, packages: packages.data?.items ?? [], facts: settings.data?.outreach.facts ?? [] };
}

/** What keeps it from going out. */
function Problems({ problems }: { problems: Proposal['problems'] }) {
  if (problems.length === 0) return null;
  return (
    <Notice tone="bad" icon="alert">
      <strong>It cannot go out like this:</strong>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.rule} ${problem.at} ${problem.text}`}>
            {problem.text} {problem.at && <span className="small">({problem.at})</span>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
