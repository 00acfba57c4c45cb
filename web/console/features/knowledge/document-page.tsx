import { type FormEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import type { OutputOf } from '../../../../worker/contract/api';
import { formatCount, formatDateTime, formatNumber } from '../../lib/format';
import { useRead, useWrite } from '../../lib/query';
import { useEvent, useEventPath, useMay } from '../../lib/session';
import { Badge, Facts, Notice } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextArea, TextField } from '../../ui/field';
import { Page, Section } from '../../ui/page';
import { OutLink, RichText } from '../../ui/rich-text';
import { Empty, Problem, States } from '../../ui/states';
import { documentWords } from '../../ui/words';

type FullDocument = OutputOf<'GET /events/{eventId}/documents/{documentId}'>;

export function DocumentPage({ documentId }: { documentId: string }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const query = useRead('GET /events/{eventId}/documents/{documentId}', { params: { eventId, documentId } });
  return (
    <Page
      title={query.data?.title ?? 'Document'}
      back={{ to: path('/knowledge'), label: 'Knowledge' }}
      actions={query.data && <Actions document={query.data} />}
    >
      <States query={query}>
        {(document) => (
          <>
            <Summary document={document} />
            <Passages document={document} />
          </>
        )}
      </States>
    </Page>
  );
}

function Summary({ document }: { document: FullDocument }) {
  const event = useEvent();
  const word = documentWords[document.state];
  return (
    <>
      {document.problem && (
        <Notice tone="warn" icon="alert">
          {document.problem}
        </Notice>
      )}
      <Facts
        rows={[
          [
            'State',
            <Badge key="state" tone={word.tone}>
              {word.text}
            </Badge>,
          ],
          ...(document.url
            ? ([
                [
                  'Address',
                  <OutLink key="url" href={document.url}>
                    {document.url}
                  </OutLink>,
                ],
              ] as [string, React.ReactNode][])
            : []),
          ['Length', `${formatCount(document.passages, 'passage')}, ${formatNumber(document.characters)} characters`],
          ['Last read', formatDateTime(document.fetchedAt ?? document.updatedAt, event.timeZone)],
          ...(document.kind === 'url'
            ? ([['Looks again', document.refreshHours ? `every ${formatCount(document.refreshHours, 'hour')}` : 'never']] as [
                string,
                string,
              ][])
            : []),
        ]}
      />
    </>
  );
}

function Passages({ document }: { document: FullDocument }) {
  if (document.passageList.length === 0) {
    return (
      <Empty icon="knowledge" title="No passages">
        Nothing could be read from it. Paste the text instead, or try another address.
      </Empty>
    );
  }
  return (
    <Section title="Passages" lead="As support finds and cites them.">
      <ol className="passages">
        {document.passageList.map((passage) => (
          <li key={passage.id} id={passage.id}>
            {passage.headingPath.length > 0 && <p className="small muted">{passage.headingPath.join(' › ')}</p>}
            <RichText text={passage.text.replace(/^#{1,6} .*\n+/, '')} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Actions({ document }: { document: FullDocument }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const may = useMay('organizer');
  const [, go] = useLocation();
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null);
  const refresh = useWrite('POST /events/{eventId}/documents/{documentId}/refresh', [
    'GET /events/{eventId}/documents/{documentId}',
    'GET /events/{eventId}/documents',
  ]);
  const remove = useWrite('DELETE /events/{eventId}/documents/{documentId}', [
    'GET /events/{eventId}/documents',
    'GET /events/{eventId}/today',
  ]);
  const params = { eventId, documentId: document.id };
  if (!may) return null;
  return (
    <>
      {document.kind === 'url' && (
        <Button icon="refresh" busy={refresh.isPending} onClick={() => refresh.mutate({ params })}>
          Fetch again
        </Button>
      )}
      <Button icon="edit" onClick={() => setDialog('edit')}>
        Edit
      </Button>
      <Button look="danger" icon="trash" onClick={() => setDialog('delete')}>
        Delete
      </Button>
      <Problem error={refresh.error} />
      {dialog === 'edit' && <EditDialog document={document} onClose={() => setDialog(null)} />}
      {dialog === 'delete' && (
        <Dialog
          title="Forget this document?"
          onClose={() => setDialog(null)}
          actions={
            <>
              <Button onClick={() => setDialog(null)}>Keep</Button>
              <Button
                look="danger"
                busy={remove.isPending}
                onClick={() => remove.mutate({ params }, { onSuccess: () => go(path('/knowledge')) })}
              >
                Forget
              </Button>
            </>
          }
        >
          <p>Support stops answering from “{document.title}” at once. This cannot be undone, but you can add it again.</p>
          <Problem error={remove.error} />
        </Dialog>
      )}
    </>
  );
}

function EditDialog({ document, onClose }: { document: FullDocument; onClose: () => void }) {
  const { id: eventId } = useEvent();
  const form = useId();
  const [title, setTitle] = useState(document.title);
  const [text, setText] = useState(document.markdown);
  const save = useWrite('PATCH /events/{eventId}/documents/{documentId}', [
    'GET /events/{eventId}/documents/{documentId}',
    'GET /events/{eventId}/documents',
  ]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { ...(title !== document.title && { title }), ...(text !== document.markdown && { text }) };
    save.mutate({ params: { eventId, documentId: document.id }, body }, { onSuccess: onClose });
  };
  return (
    <Dialog
      wide
      title="Edit document"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary" busy={save.isPending}>
            Save
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit}>
        <TextField label="Title" maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} required />
        <TextArea
          label="Text (Markdown)"
          hint={document.kind === 'url' ? 'The next fetch replaces what you change here.' : undefined}
          rows={14}
          maxLength={400_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          required
        />
        <Problem error={save.error} />
      </form>
    </Dialog>
  );
}
