const query = '(max-width: 599px)';

/**
 * On a phone the chat takes the whole screen: the page behind does not scroll, Tab stays inside, and the chat keeps to the
 * part of the screen that the keyboard leaves.
 */
export function smallScreen(dialog: HTMLElement): { apply(isOpen: boolean): void; isSmall(): boolean } {
  const media = matchMedia(query);
  const page = document.documentElement;
  let isOpen = false;
  let overflowBefore: string | null = null;

  function follow(): void {
    const covers = isOpen && media.matches;
    dialog.setAttribute('aria-modal', String(covers));
    if (covers && overflowBefore === null) {
      overflowBefore = page.style.overflow;
      page.style.overflow = 'hidden';
    } else if (!covers && overflowBefore !== null) {
      page.style.overflow = overflowBefore;
      overflowBefore = null;
    }
    const view = visualViewport;
    dialog.style.setProperty('--visible-height', view && view.scale === 1 ? `${view.height}px` : '100dvh');
    dialog.style.setProperty('--visible-top', view && view.scale === 1 ? `${view.offsetTop}px` : '0px');
  }

  function keepFocusInside(event: KeyboardEvent): void {
    if (event.key !== 'Tab' || !media.matches) return;
    const stops = [...dialog.querySelectorAll<HTMLElement>('button, [href], input, select, textarea, summary')].filter(
      (each) => each.checkVisibility() && !each.matches(':disabled'),
    );
    const root = dialog.getRootNode();
    const active = root instanceof ShadowRoot ? root.activeElement : null;
    const edge = event.shiftKey ? stops.at(0) : stops.at(-1);
    if (active !== edge && active !== dialog) return;
    if (active === dialog && !event.shiftKey) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops.at(0))?.focus();
  }

  media.addEventListener('change', follow);
  visualViewport?.addEventListener('resize', follow);
  visualViewport?.addEventListener('scroll', follow);
  dialog.addEventListener('keydown', keepFocusInside);
  return {
    apply: (open) => {
      isOpen = open;
      follow();
    },
    isSmall: () => media.matches,
  };
}
