import { type RefObject, useEffect } from 'react';
import type { Approval } from '../../../../worker/contract/work';

const longestMs = 604_800_000;
const shownAt = new Map<string, number>();
const keyOf = ({ id, version }: Approval) => `${id}:${version}`;

/** Remembers when a proposal, in this version, first came into view: decision times tell whether people look. */
export function useShownSince(ref: RefObject<HTMLElement | null>, approval: Approval): void {
  const key = keyOf(approval);
  useEffect(() => {
    const card = ref.current;
    if (!card || shownAt.has(key)) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        shownAt.set(key, performance.now());
        observer.disconnect();
      },
      { rootMargin: '-20% 0px' },
    );
    observer.observe(card);
    return () => observer.disconnect();
  }, [ref, key]);
}

/** Milliseconds from then to now; nothing for what was never in view. */
export function tookMsOf(approval: Approval): { tookMs?: number } {
  const since = shownAt.get(keyOf(approval));
  return since === undefined ? {} : { tookMs: Math.min(longestMs, Math.round(performance.now() - since)) };
}
