import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { KnowledgeTest } from '../../../../worker/contract/knowledge';
import { formatDuration, formatNumber, formatPercent, wordsOf } from '../../lib/format';
import { useWrite } from '../../lib/query';
import { useEvent, useEventPath } from '../../lib/session';
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

function Result({ result }: { result: KnowledgeTest }) {
  const path = useEventPath();
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
      <Section title="Passages it looked at" lead="Best first. The bars are the parts of the score.">
        <ol className="passages">
          {result.retrieved.map(({ passage, score, parts }) => (
            <li key={passage.id}>
              <div className="row row-between">
                <p className="small muted">
                  <Link to={path(`/knowledge/${passage.documentId}#${passage.id}`)}>{passage.documentTitle}</Link>
                  {passage.headingPath.length > 0 && ` › ${passage.headingPath.join(' › ')}`}
                </p>
                <strong className="number">{formatNumber(score, 2)}</strong>
              </div>
              <p className="passage-text">{passage.text}</p>
              <ScoreParts parts={parts} />
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}

function ScoreParts({ parts }: { parts: Record<string, number> }) {
  const largest = Math.max(...Object.values(parts).map(Math.abs), 0.0001);
  return (
    <ul className="score-parts">
      {Object.entries(parts).map(([name, value]) => (
        <li key={name}>
          <span>{wordsOf(name)}</span>
          <meter aria-label={wordsOf(name)} min={0} max={largest} value={Math.abs(value)} />
          <span className="number">{formatNumber(value, 2)}</span>
        </li>
      ))}
    </ul>
  );
}
