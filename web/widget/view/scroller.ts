import type { ChatState } from '../store/state';

const nearPx = 80;

/** Keeps the end in sight while the reader is at the end; a long answer is shown from its beginning, a form whole. */
export function followConversation(scroller: HTMLElement, content: HTMLElement): (state: ChatState) => void {
  let isFollowing = true;
  let last: unknown = null;
  scroller.addEventListener('scroll', () => {
    isFollowing = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearPx;
  });
  function toEnd(): void {
    const newest = content.querySelector('.log > :last-child');
    const isAnswer = newest?.matches('.agent, .person') ?? false;
    const end = scroller.scrollHeight - scroller.clientHeight;
    const start = newest instanceof HTMLElement ? newest.offsetTop - 12 : end;
    const asks = content.querySelector('.ask:not([hidden])') !== null;
    scroller.scrollTop = isAnswer && !asks ? Math.min(end, start) : end;
  }
  const sizes = new ResizeObserver(() => isFollowing && !content.querySelector('.ask:focus-within') && toEnd());
  sizes.observe(content);
  sizes.observe(scroller);
  return (state) => {
    const newest = state.outgoing.at(-1) ?? state.messages.at(-1);
    if (newest === last) return;
    last = newest;
    if (isFollowing || state.outgoing.length > 0) {
      isFollowing = true;
      toEnd();
    }
  };
}
