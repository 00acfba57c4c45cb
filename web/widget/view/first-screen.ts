import { isFirstScreen } from '../store/state';
import { fill } from '../text/fill';
import { button, el } from './dom';
import { icon } from './icons';
import type { Part, Setting } from './part';

/** What is shown before anything was said: who answers here, what others ask, and a person in one tap. */
export function firstScreen({ session, texts, config, focusComposer }: Setting): Part {
  const person = button(
    'choice person',
    texts.person,
    () => {
      session.wantPerson();
      focusComposer();
    },
    icon('person'),
  );
  const suggestions = config.suggestions.slice(0, 4).map((suggestion) => {
    const choice = button('choice', suggestion, () => {
      session.say(suggestion);
      focusComposer();
    });
    choice.dir = 'auto';
    return el('li', {}, choice);
  });
  const element = el(
    'div',
    { class: 'first' },
    el('p', { class: 'hello' }, texts.hello),
    el('p', { class: 'intro' }, fill(texts.intro, { name: config.name })),
    suggestions.length > 0 && el('p', { class: 'label', id: 'suggestions' }, texts.suggestions),
    suggestions.length > 0 && el('ul', { 'aria-labelledby': 'suggestions' }, ...suggestions),
    person,
  );
  return {
    element,
    update: (state) => {
      element.hidden = !isFirstScreen(state);
    },
  };
}
