import { useState } from 'react';
import { Link } from 'wouter';
import type { Document } from '../../../../worker/contract/knowledge';
import { formatCount, formatNumber } from '../../lib/format';
import { usePages } from '../../lib/query';
import { useEvent, useEventPath, useMay } from '../../lib/session';
import { Ago, Badge } from '../../ui/bits';
import { Button, ButtonLink } from '../../ui/button';
import { PagedList } from '../../ui/list';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { documentWords } from '../../ui/words';
import { AddKnowledge } from './add-knowledge';

const kindWords: Record<Document['kind'], string> = { text: 'Text', file: 'File', url: 'Address' };

export function KnowledgePage() {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const may = useMay('organizer');
  const [adding, setAdding] = useState(false);
  const query = usePages('GET /events/{eventId}/documents', { params: { eventId } });
  return (
    <Page
      title="Knowledge"
      lead="Support answers from these pages only, and cites them."
      actions={
        <>
          <ButtonLink to={path('/knowledge/test')} icon="search">
            Test a question
          </ButtonLink>
          {may && (
            <Button look="primary" icon="plus" aria-expanded={adding} onClick={() => setAdding(!adding)}>
              Add knowledge
            </Button>
          )}
        </>
      }
    >
      {adding && (
        <section className="panel" aria-label="Add knowledge">
          <AddKnowledge />
        </section>
      )}
      <PagedList
        query={query}
        empty={
          !adding && (
            <Empty
              icon="knowledge"
              title="Support knows nothing yet"
              action={
                may && (
                  <Button look="primary" onClick={() => setAdding(true)}>
                    Add the first page
                  </Button>
                )
              }
            >
              Start with what attendees ask most: times and place, tickets and refunds, travel, accessibility.
            </Empty>
          )
        }
      >
        {(items) => (
          <ul className="rows">
            {items.map((document) => (
              <Row key={document.id} document={document} />
            ))}
          </ul>
        )}
      </PagedList>
    </Page>
  );
}

function Row({ document }: { document: Document }) {
  const path = useEventPath();
  const word = documentWords[document.state];
  return (
    <li>
      <Link to={path(`/knowledge/${document.id}`)} className="row-link">
        <span className="row-main">
          <span className="row-title">
            <strong className="clip">{document.title}</strong>
            <Badge tone={word.tone}>{word.text}</Badge>
          </span>
          <span className={document.problem ? 'clip problem-text' : 'clip muted'}>
            {document.problem ?? document.url ?? `${formatNumber(document.characters)} characters`}
          </span>
        </span>
        <span className="row-side small muted">
          <span>
            {kindWords[document.kind]} · {formatCount(document.passages, 'passage')}
          </span>
          <Ago at={document.fetchedAt ?? document.updatedAt} />
        </span>
      </Link>
    </li>
  );
}
