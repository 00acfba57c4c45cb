import { Button, IconButton } from '../../ui/button';
import { TextField } from '../../ui/field';
import { type RefundStep, refundProblem, refundSentences } from './refund-steps';

const mostRows = 12;

export function RefundEditor({ steps, onChange }: { steps: RefundStep[]; onChange: (steps: RefundStep[]) => void }) {
  const problem = refundProblem(steps);
  const change = (at: number, part: Partial<RefundStep>) =>
    onChange(steps.map((step, index) => (index === at ? { ...step, ...part } : step)));
  return (
    <div className="stack">
      {steps.length > 0 && (
        <ul className="refund-rows">
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; its date changes while it is typed
            <li key={index}>
              <TextField
                label="Until and with"
                type="date"
                value={step.until}
                onChange={(event) => change(index, { until: event.target.value })}
                required
              />
              <TextField
                label="Given back, %"
                type="number"
                min={0}
                max={100}
                step={1}
                value={Number.isNaN(step.percent) ? '' : step.percent}
                onChange={(event) => change(index, { percent: event.target.valueAsNumber })}
                required
              />
              <IconButton
                icon="trash"
                label={`Remove row ${index + 1}`}
                onClick={() => onChange(steps.filter((_, other) => other !== index))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <Button small icon="plus" disabled={steps.length >= mostRows} onClick={() => onChange([...steps, { until: '', percent: 0 }])}>
          Add a row
        </Button>
      </div>
      {problem ? (
        <p className="field-error" role="alert">
          {problem}
        </p>
      ) : (
        <ul className="refund-preview small muted" aria-label="In words">
          {refundSentences(steps).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
