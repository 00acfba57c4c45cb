import { useState } from 'react';
import type { Deal, DealStage, Pipeline } from '../../../../../worker/contract/sales/pipeline';
import { formatNumber, formatPrice } from '../../../lib/format';
import { useMay } from '../../../lib/session';
import { IconButton } from '../../../ui/button';
import { dealStages, stageWords } from '../sales-words';
import { columnOf, type Place, positionAt } from './board-order';
import { DealCard } from './deal-card';
import { EndDialog } from './end-dialog';
import { MoveDialog } from './move-dialog';
import { useCarry } from './use-carry';
import { type Change, useMove } from './use-move';

interface Moving {
  deal: Deal;
  stage: DealStage;
  position: number;
}

/** Columns by stage. `pipeline` holds what the filter lets through, `all` everything, by which places are reckoned. */
export function Board({ pipeline, all }: { pipeline: Pipeline; all: Pipeline }) {
  const may = useMay('organizer');
  const { move, problem, forget } = useMove();
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [ending, setEnding] = useState<Moving | null>(null);
  const [choosing, setChoosing] = useState<Deal | null>(null);

  const send = async ({ deal, stage, position }: Moving, more: Change = {}, onShown?: () => void) => {
    setBusy((old) => new Set(old).add(deal.id));
    await move(deal, { stage, position, ...more }, onShown);
    setBusy((old) => new Set([...old].filter((id) => id !== deal.id)));
  };
  const put = (deal: Deal, to: Place, onShown?: () => void) => {
    const column = columnOf(pipeline.items, to.stage).filter((other) => other.id !== deal.id);
    const moving = { deal, stage: to.stage, position: positionAt(column, to.index) };
    if (to.stage !== deal.stage && (to.stage === 'signed' || to.stage === 'lost')) {
      setEnding(moving);
      onShown?.();
    } else void send(moving, {}, onShown);
  };
  const { carried, said, board, onKeyDown, onPointerDown } = useCarry(pipeline.items, put);

  const cardsOf = (stage: DealStage): Deal[] => {
    const column = columnOf(pipeline.items, stage);
    if (!carried) return column;
    const others = column.filter((deal) => deal.id !== carried.deal.id);
    return carried.to.stage === stage ? others.toSpliced(carried.to.index, 0, carried.deal) : others;
  };
  return (
    <>
      {problem && <BoardProblem text={problem} onClose={forget} />}
      <p className="visually-hidden" role="status" aria-live="assertive">
        {said}
      </p>
      <div className={carried ? 'board board-carrying' : 'board'} ref={board}>
        {dealStages.map((stage) => {
          const row = all.stages.find((other) => other.stage === stage);
          const cards = cardsOf(stage);
          return (
            <section key={stage} className="board-column" data-stage={stage} aria-label={stageWords[stage].text}>
              <header className="board-head" title={stageWords[stage].hint}>
                <h2>{stageWords[stage].text}</h2>
                <span className="count count-plain">{formatNumber(row?.deals ?? 0)}</span>
                <span className="small muted">{row && row.deals > 0 ? formatPrice(row.amount) : ' '}</span>
              </header>
              <ul className="board-cards">
                {cards.map((deal) => (
                  <DealCard
                    key={deal.id}
                    deal={deal}
                    carried={carried?.deal.id === deal.id}
                    busy={busy.has(deal.id)}
                    may={may}
                    onKeyDown={onKeyDown(deal)}
                    onPointerDown={onPointerDown(deal)}
                    onMenu={() => setChoosing(deal)}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {choosing && (
        <MoveDialog
          deal={choosing}
          onClose={() => setChoosing(null)}
          onChoose={(stage) => {
            setChoosing(null);
            put(choosing, { stage, index: columnOf(pipeline.items, stage).length });
          }}
        />
      )}
      {ending && (
        <EndDialog
          deal={ending.deal}
          signed={ending.stage === 'signed'}
          onClose={() => setEnding(null)}
          onConfirm={(more) => {
            setEnding(null);
            void send(ending, more);
          }}
        />
      )}
    </>
  );
}

/** What could not be done on the board, until it is read. */
function BoardProblem({ text, onClose }: { text: string; onClose: () => void }) {
  return (
    <div className="notice notice-bad" role="alert">
      <div>{text} The board shows what the server has.</div>
      <IconButton icon="close" label="Close this message" onClick={onClose} />
    </div>
  );
}
