import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { KnowledgeTest } from '../../../../worker/contract/knowledge';
import { formatDuration, formatNumber, formatPercent, wordsOf } from '../../lib/format';
import { useWrite } from '../../lib/query';
import { useEvent, useEventPath } from '../../lib/session';
import { Bar } from '../../ui/bar';
import { Badge } from '../../ui/bits';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Section } from '../../ui/page';
import { RichText } from '../../ui/rich-text';
import { Problem } from '../../ui/states';
import { outcomeWords } from '../../ui/words';

/** Asks as an attendee would; shows the answer, its confidence and the passages with the parts of their score. */
export function QuestionTest({ onAnswered }: { onAnswered?: (result: KnowledgeTest) => void }) {
  const { id: eventId } = useEvent();
  const [question, setQuestion] = useState('');
  const ask = useWrite('POST /events/{eventId}/knowledge/test');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (question.trim() === '' || ask.isPending) return;
    ask.mutate({ params: { eventId }, body: { question: question.trim() } }, { onSuccess: onAnswered });
  };
  return (
    <div className="stack">
      <form className="inline-form" onSubmit={submit}>
        <TextField
          label="Question"
          hint="As an attendee would type it"
          placeholder="can i get my money back if i cant come?"
          maxLength={2000}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
          required
        />
        <Button type="submit" look="primary" busy={ask.isPending}>
          Ask
        </Button>
      </form>
      <Problem error={ask.error} />
      <div aria-live="polite">{ask.data && <Result result={ask.data} />}</div>
    </div>
  );
}

const shownFirst = 5;

function Result({ result }: { result: KnowledgeTest }) {
  const path = useEventPath();
  const best = Math.max(...result.retrieved.map(({ score }) => score), Number.EPSILON);
  const outcome = outcomeWords[result.outcome];
  return (
    <div className="stack">
      <section className="panel" aria-label="Answer">
        <div className="row">
          <Badge tone={outcome.tone}>{outcome.text}</Badge>
          <span className="small muted">
            Confidence {formatPercent(result.confidence)} · {formatDuration(result.ms)} · {wordsOf(result.model)}
          </span>
        </div>
        <RichText text={result.answer} />
        {result.citations.map((citation) => (
          <blockquote key={citation.passageId}>
            {citation.quote}
            <footer className="small">
              <Link to={path(`/knowledge/${citation.pageId}#${citation.passageId}`)}>{citation.pageTitle}</Link>
            </footer>
          </blockquote>
        ))}
      </section>
      <Section title="Passages it looked at" lead="Best first, with the parts of the score.">
        <Passages retrieved={result.retrieved.slice(0, shownFirst)} best={best} />
        {result.retrieved.length > shownFirst && (
          <details>
            <summary className="small">{result.retrieved.length - shownFirst} more</summary>
            <Passages retrieved={result.retrieved.slice(shownFirst)} best={best} />
          </details>
        )}
      </Section>
    </div>
  );
}

function Passages({ retrieved, best }: { retrieved: KnowledgeTest['retrieved']; best: number }) {
  const path = useEventPath();
  return (
    <ol className="passages">
      {retrieved.map(({ passage, score, parts }) => (
        <li key={passage.id}>
          <div className="row row-between passage-head">
            <p className="small muted">
              <Link to={path(`/knowledge/${passage.documentId}#${passage.id}`)}>{passage.documentTitle}</Link>
              {passage.headingPath.length > 0 && ` › ${passage.headingPath.join(' › ')}`}
            </p>
            <span className="passage-score">
              <Bar label="Score beside the best" max={best} value={Math.max(score, 0)} />
              <strong className="number">{formatNumber(score, 2)}</strong>
            </span>
          </div>
          <RichText text={passage.text.replace(/^#{1,6} .*\n+/, '')} />
          <ScoreParts parts={parts} />
        </li>
      ))}
    </ol>
  );
}

/** What weighed most comes first; what did not weigh is left out. */
function ScoreParts({ parts }: { parts: Record<string, number> }) {
  const weighed = Object.entries(parts)
    .filter(([, value]) => Math.abs(value) >= 0.005)
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  return (
    <ul className="score-parts" aria-label="Parts of the score">
      {weighed.map(([name, value]) => (
        <li key={name}>
          {wordsOf(name)} <strong className="number">{formatNumber(value, 2)}</strong>
        </li>
      ))}
    </ul>
  );
}
