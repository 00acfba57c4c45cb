import type { Deal, DealStage, Pipeline } from '../../../../../worker/contract/sales/pipeline';

/** The deals of a stage from top to bottom. Pure. */
export function columnOf(items: Deal[], stage: DealStage): Deal[] {
  return items.filter((deal) => deal.stage === stage).sort((a, b) => a.position - b.position || a.id.localeCompare(b.id));
}

/** The position that puts a deal at `index` of a column which does not hold it: between its neighbours. Pure. */
export function positionAt(column: Deal[], index: number): number {
  const before = column[index - 1];
  const after = column[index];
  if (before && after) return (before.position + after.position) / 2;
  if (before) return before.position + 1;
  return after ? after.position - 1 : 1;
}

/** The board with this deal as it is given; counts and amounts of the stages follow. Pure. */
export function withDeal(pipeline: Pipeline, deal: Deal): Pipeline {
  const old = pipeline.items.find((other) => other.id === deal.id);
  const items = old ? pipeline.items.map((other) => (other.id === deal.id ? deal : other)) : [...pipeline.items, deal];
  const stages = pipeline.stages.map((row) => {
    const left = old?.stage === row.stage ? old : null;
    const entered = deal.stage === row.stage ? deal : null;
    if (!left && !entered) return row;
    const minor = row.amount.minor - (left?.amount.minor ?? 0) + (entered?.amount.minor ?? 0);
    return { ...row, deals: row.deals - (left ? 1 : 0) + (entered ? 1 : 0), amount: { ...row.amount, minor } };
  });
  return { ...pipeline, items, stages };
}

export interface Place {
  stage: DealStage;
  index: number;
}

/** One step by arrow key from a place; a column is never left at its ends. `others` are the columns without the deal that is carried. Pure. */
export function stepped(place: Place, key: string, stages: readonly DealStage[], others: (stage: DealStage) => Deal[]): Place {
  const at = stages.indexOf(place.stage);
  const beside = (by: number): Place => {
    const stage = stages[at + by];
    return stage ? { stage, index: Math.min(place.index, others(stage).length) } : place;
  };
  switch (key) {
    case 'ArrowLeft':
      return beside(-1);
    case 'ArrowRight':
      return beside(1);
    case 'ArrowUp':
      return { ...place, index: Math.max(0, place.index - 1) };
    case 'ArrowDown':
      return { ...place, index: Math.min(others(place.stage).length, place.index + 1) };
    default:
      return place;
  }
}
