import type { Event } from '../../../../worker/contract/events';
import { formatDay } from '../../lib/format';

export type RefundStep = Event['refundPolicy'][number];

/** The policy in sentences, as an attendee would ask for it. Pure. */
export function refundSentences(steps: RefundStep[]): string[] {
  if (steps.length === 0) return ['No policy: every refund question goes to a person.'];
  const inOrder = steps.toSorted((a, b) => a.until.localeCompare(b.until));
  const last = inOrder.at(-1);
  return [
    ...inOrder.map((step) => `Until ${formatDay(step.until)}: ${step.percent} %`),
    ...(last ? [`After ${formatDay(last.until)}: nothing`] : []),
  ];
}

/** What is wrong with the table, or null. Pure. */
export function refundProblem(steps: RefundStep[]): string | null {
  if (steps.some((step) => !/^\d{4}-\d{2}-\d{2}$/.test(step.until))) return 'Every row needs a date.';
  if (steps.some((step) => !Number.isInteger(step.percent) || step.percent < 0 || step.percent > 100))
    return 'Percentages are whole numbers from 0 to 100.';
  if (new Set(steps.map((step) => step.until)).size < steps.length) return 'Two rows have the same date.';
  const inOrder = steps.toSorted((a, b) => a.until.localeCompare(b.until));
  const rises = inOrder.some((step, index) => step.percent > (inOrder[index - 1]?.percent ?? 100));
  return rises ? 'A later date gives back more than an earlier one. Check the percentages.' : null;
}

/** A sensible first table: all until two months before, half until two weeks before. Pure. */
export function suggestedSteps(startsAt: string): RefundStep[] {
  const start = Date.parse(`${startsAt.slice(0, 10)}T00:00Z`);
  if (!Number.isFinite(start)) return [];
  const day = (before: number) => new Date(start - before * 86_400_000).toISOString().slice(0, 10);
  return [
    { until: day(60), percent: 100 },
    { until: day(14), percent: 50 },
  ];
}
