import { quickReplies } from '../store/state';
import { button, el } from './dom';
import type { Part, Setting } from './part';

export function replyChoices({ session, focusComposer }: Setting): Part {
  const element = el('div', { class: 'replies' });
  let shown: readonly string[] = [];
  return {
    element,
    update: (state) => {
      const replies = quickReplies(state);
      element.hidden = replies.length === 0;
      if (replies === shown) return;
      shown = replies;
      element.replaceChildren(
        ...replies.map((reply) => {
          const choice = button('reply', reply, () => {
            session.say(reply);
            focusComposer();
          });
          choice.dir = 'auto';
          return choice;
        }),
      );
    },
  };
}
