import { fill } from '../text/fill';
import type { AskBody, AskSetting } from './ask-form';
import { button, el } from './dom';
import { checkAll, field } from './field';

export function codeForm({ texts, session, submit, remembered }: AskSetting): AskBody {
  const hint = remembered.email ? fill(texts.codeHint, { mail: remembered.email }) : texts.codeHintAny;
  const code = field({ id: 'one-time-code', label: texts.code, hint, kind: 'code', maxLength: 12, autocomplete: 'one-time-code' }, texts);
  const element = el(
    'form',
    { novalidate: true },
    code.element,
    el('button', { type: 'submit', class: 'primary' }, texts.confirm),
    el(
      'div',
      { class: 'others' },
      remembered.email ? button('link', texts.newCode, () => submit({ type: 'identify', ...remembered })) : null,
      button('link', texts.otherOrder, () => session.openForm('identify')),
    ),
  );
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = code.value().replace(/[\s-]/g, '');
    if (checkAll([code]) && typed.length >= 4) submit({ type: 'code', code: typed });
  });
  return { title: texts.enterCode, element, focus: () => code.input.focus() };
}
