import type { Ask, AskFrame, ChatState } from '../store/state';
import { codeForm } from './ask-code';
import { identifyForm } from './ask-identify';
import { transferForm } from './ask-transfer';
import { el, setText } from './dom';
import type { Part, Setting } from './part';
import { problemText } from './problem-text';

/** The body of a form: its fields, and which of them gets the focus. */
export interface AskBody {
  title: string;
  element: HTMLFormElement;
  focus(): void;
}

/** What the forms share; the address is remembered so that the code form can name it and ask again. */
export interface AskSetting extends Setting {
  submit(frame: AskFrame): void;
  remembered: { orderCode: string; email: string };
}

/** The form that the newest answer asks for, inside the conversation. */
export function askForm(setting: Setting): Part {
  const { session, texts, focusComposer } = setting;
  const title = el('h3', { id: 'ask-title' });
  const place = el('div');
  const error = el('p', { class: 'error', role: 'alert' });
  const element = el('div', { class: 'ask', role: 'group', 'aria-labelledby': 'ask-title' }, title, place, error);
  const askSetting: AskSetting = {
    ...setting,
    remembered: { orderCode: '', email: '' },
    submit: (frame) => {
      if (session.state().ask?.phase === 'editing') session.submitForm(frame);
    },
  };
  let shown = '';
  let wasInForm = false;
  let body: AskBody | null = null;

  function update(state: ChatState): void {
    const key = state.ask ? `${state.ask.kind}:${state.ask.messageId}` : '';
    if (key !== shown) {
      wasInForm ||= element.matches(':focus-within');
      shown = key;
      body = state.ask ? bodyOf(state.ask, state, askSetting) : null;
      place.replaceChildren(...(body ? [body.element] : []));
      setText(title, body?.title ?? '');
      element.hidden = !body;
      if (wasInForm && body) body.focus();
      else if (wasInForm) focusComposer();
    }
    if (body || state.outgoing.length > 0) wasInForm = false; // until then one form may follow another
    element.toggleAttribute('data-busy', state.ask !== null && state.ask.phase !== 'editing');
    body?.element.setAttribute('aria-busy', String(state.ask?.phase !== 'editing'));
    setText(error, state.ask?.problem ? problemText(state.ask.problem, texts) : '');
  }

  element.hidden = true;
  return { element, update };
}

function bodyOf(ask: Ask, state: ChatState, setting: AskSetting): AskBody {
  switch (ask.kind) {
    case 'identify':
      return identifyForm(setting);
    case 'code':
      return codeForm(setting);
    case 'transfer':
      return transferForm(setting, state.messages.findLast((message) => message.tickets?.length)?.tickets ?? []);
  }
}
