import {
  type KeyboardEvent,
  type PointerEvent as ReactPointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Deal, DealStage } from '../../../../../worker/contract/sales/pipeline';
import { dealStages, stageWords } from '../sales-words';
import { columnOf, type Place, stepped } from './board-order';

interface Carried {
  deal: Deal;
  from: Place;
  to: Place;
}

const startsAfterPx = 6;
const edgePx = 48;

/**
 * Carrying a deal over the board by pointer or by keyboard. Nothing changes until it is put down; Escape puts it back.
 * One that was put down stays shown there until whoever takes it says that the board itself shows it.
 */
export function useCarry(items: Deal[], onDrop: (deal: Deal, to: Place, onShown: () => void) => void) {
  const [carried, setCarried] = useState<Carried | null>(null);
  const [said, say] = useState('');
  const board = useRef<HTMLDivElement>(null);
  const followed = useRef<string | null>(null);
  const latest = useRef({ items, onDrop, carried });
  useEffect(() => {
    latest.current = { items, onDrop, carried };
  });
  const others = (deal: Deal) => (stage: DealStage) => columnOf(latest.current.items, stage).filter((other) => other.id !== deal.id);
  const placeOf = (deal: Deal): Place => ({
    stage: deal.stage,
    index: columnOf(latest.current.items, deal.stage).findIndex((other) => other.id === deal.id),
  });
  const where = (deal: Deal, to: Place) => `${stageWords[to.stage].text}, ${to.index + 1} of ${others(deal)(to.stage).length + 1}`;

  const drop = (held: Carried) => {
    const same = held.from.stage === held.to.stage && held.from.index === held.to.index;
    say(same ? `${held.deal.companyName} stays where it was.` : `${held.deal.companyName} put down in ${where(held.deal, held.to)}.`);
    if (same) setCarried(null);
    else latest.current.onDrop(held.deal, held.to, () => setCarried(null));
  };
  const putBack = useCallback((held: Carried) => {
    setCarried(null);
    say(`${held.deal.companyName} is back in ${stageWords[held.from.stage].text}.`);
  }, []);

  /** Of the handle of a deal: space picks up and puts down, arrows carry. */
  const onKeyDown = (deal: Deal) => (event: KeyboardEvent) => {
    const held = carried?.deal.id === deal.id ? carried : null;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (held) return drop(held);
      const from = placeOf(deal);
      followed.current = deal.id;
      setCarried({ deal, from, to: from });
      return say(`${deal.companyName} picked up from ${where(deal, from)}. Arrow keys carry it, space puts it down, Escape puts it back.`);
    }
    if (!held) return;
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      return putBack(held);
    }
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const to = stepped(held.to, event.key, dealStages, others(deal));
    setCarried({ ...held, to });
    say(where(deal, to));
  };

  /** Of a card for mice, of its handle for fingers, which elsewhere scroll. */
  const onPointerDown = (deal: Deal) => (event: ReactPointerEvent) => {
    if (event.button !== 0) return;
    const start = { x: event.clientX, y: event.clientY };
    const over = new AbortController();
    let held: Carried | null = null;
    const move = (moved: PointerEvent) => {
      if (!held) {
        if (Math.hypot(moved.clientX - start.x, moved.clientY - start.y) < startsAfterPx) return;
        const from = placeOf(deal);
        held = { deal, from, to: from };
      }
      scrollAtEdge(board.current, moved.clientX);
      held = { ...held, to: placeAt(moved, deal.id) ?? held.to };
      setCarried(held);
    };
    const end = (ended: Event) => {
      over.abort();
      if (!held) return;
      // The click that follows would open the company that was carried.
      addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0);
      if (ended.type === 'pointerup') drop(held);
      else putBack(held);
    };
    const key = (pressed: globalThis.KeyboardEvent) => {
      if (pressed.key === 'Escape') end(pressed);
    };
    addEventListener('pointermove', move, { signal: over.signal });
    addEventListener('pointerup', end, { signal: over.signal });
    addEventListener('pointercancel', end, { signal: over.signal });
    addEventListener('keydown', key, { signal: over.signal });
  };

  // A card that comes into another column is drawn anew there and loses the focus, which a keyboard has nowhere else.
  useLayoutEffect(() => {
    if (followed.current === null) return;
    const handle = board.current?.querySelector<HTMLElement>(`[data-handle="${followed.current}"]`);
    if (document.activeElement === document.body) handle?.focus();
    else if (document.activeElement !== handle) followed.current = null;
  });

  return { carried, said, board, onKeyDown, onPointerDown };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Which place of which column is under the pointer. */
function placeAt({ clientX, clientY }: PointerEvent, dealId: string): Place | null {
  const column = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-stage]');
  const stage = dealStages.find((name) => name === column?.dataset.stage);
  if (!column || !stage) return null;
  const cards = [...column.querySelectorAll<HTMLElement>('[data-deal]')].filter((card) => card.dataset.deal !== dealId);
  const index = cards.filter((card) => {
    const box = card.getBoundingClientRect();
    return box.top + box.height / 2 < clientY;
  }).length;
  return { stage, index };
}

function scrollAtEdge(board: HTMLElement | null, x: number): void {
  if (!board) return;
  const box = board.getBoundingClientRect();
  if (x > box.right - edgePx) board.scrollLeft += 24;
  else if (x < box.left + edgePx) board.scrollLeft -= 24;
}
