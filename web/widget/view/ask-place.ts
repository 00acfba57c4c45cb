import { el } from './dom';
import type { Part, Setting } from './part';

/** Where forms appear. They are fetched when an answer first asks for one: most conversations need none. */
export function askPlace(setting: Setting): Part {
  const element = el('div', { class: 'ask-place' });
  let form: Part | null = null;
  let isLoading = false;
  async function fetchForm(): Promise<void> {
    isLoading = true;
    try {
      const { askForm } = await import('./ask-form');
      form = askForm(setting);
      element.replaceChildren(form.element);
      form.update(setting.session.state());
    } catch (cause) {
      console.error('EventOS chat:', cause); // the next change of state tries again
    }
    isLoading = false;
  }
  return {
    element,
    update: (state) => {
      element.hidden = !state.ask;
      if (form) form.update(state);
      else if (state.ask && !isLoading) void fetchForm();
    },
  };
}
