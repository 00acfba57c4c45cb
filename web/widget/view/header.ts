import { isFirstScreen } from '../store/state';
import { button, el, iconButton, setText } from './dom';
import { icon } from './icons';
import type { Part, Setting } from './part';

export function header({ session, texts, config, focusComposer }: Setting, close: () => void): Part {
  const who = el('p', { class: 'who', dir: 'auto' });
  const verified = el('span', { class: 'verified' }, icon('check'), texts.verified);
  const startOver = startOverMenu(texts.startOver, () => {
    session.startOver();
    focusComposer();
  });
  const element = el(
    'header',
    {},
    el('span', { class: 'mark large' }, icon('spark')),
    el('div', { class: 'titles' }, el('h2', { id: 'title', dir: 'auto' }, config.name), el('div', { class: 'sub' }, who, verified)),
    startOver.element,
    iconButton('plain close', texts.close, icon('close'), close),
  );
  return {
    element,
    update: (state) => {
      setText(who, state.conversation === 'person' ? (state.person ?? texts.team) : texts.assistant);
      verified.hidden = !state.verified;
      startOver.element.hidden = isFirstScreen(state);
      if (startOver.element.hidden) startOver.fold();
    },
  };
}

/** Two taps: the key to the old conversation is thrown away, which cannot be undone. */
function startOverMenu(label: string, startOver: () => void): { element: HTMLElement; fold(): void } {
  const confirm = button('primary', label, startOver);
  const toggle = iconButton('plain', label, icon('restart'), () => show(confirm.hidden === true));
  const element = el('div', { class: 'menu' }, toggle, confirm);
  function show(open: boolean): void {
    confirm.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
    if (open) confirm.focus();
  }
  element.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) show(false);
  });
  show(false);
  return { element, fold: () => show(false) };
}
