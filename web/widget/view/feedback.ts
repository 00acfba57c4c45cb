import { answerToRate, type ChatState } from '../store/state';
import { fill } from '../text/fill';
import { button, el, iconButton } from './dom';
import { icon } from './icons';
import type { Part, Setting } from './part';

type Step = 'none' | 'solved' | 'rating' | 'thanks' | 'sorry';

/** "Did that solve it?" below an answer, then one to five stars. */
export function feedbackForm({ session, texts, focusComposer }: Setting): Part {
  const element = el('div', { class: 'feedback', role: 'group', 'aria-live': 'polite' });
  let step: Step = 'none';

  function draw(): void {
    const hadFocus = element.matches(':focus-within');
    if (step === 'solved') {
      element.replaceChildren(
        el('span', {}, texts.solved),
        button('reply', texts.yes, () => session.rate({ solved: true })),
        button('reply', texts.no, () => session.rate({ solved: false })),
      );
    } else if (step === 'rating') {
      const stars = [1, 2, 3, 4, 5].map((n) =>
        iconButton('star', fill(texts.stars, { n }), icon('star'), () => session.rate({ rating: n })),
      );
      element.replaceChildren(el('span', {}, texts.rate), el('span', { class: 'stars' }, ...stars));
      if (hadFocus) stars[0]?.focus();
    } else {
      element.replaceChildren(el('span', {}, step === 'thanks' ? texts.thanks : step === 'sorry' ? texts.notSolved : ''));
      if (hadFocus) focusComposer();
    }
  }

  return {
    element,
    update: (state) => {
      const next = stepOf(state);
      element.hidden = next === 'none';
      if (next === step) return;
      step = next;
      draw();
    },
  };
}

function stepOf(state: ChatState): Step {
  const answer = answerToRate(state);
  if (!answer || state.connection !== 'online') return 'none';
  const feedback = state.feedback?.seq === answer.seq ? state.feedback : null;
  if (feedback?.rating !== undefined) return 'thanks';
  if (feedback?.solved !== undefined) return feedback.solved ? 'rating' : 'sorry';
  return 'solved';
}
