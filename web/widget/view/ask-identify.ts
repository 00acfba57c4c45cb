import type { AskBody, AskSetting } from './ask-form';
import { el } from './dom';
import { checkAll, field } from './field';

export function identifyForm({ texts, submit, remembered }: AskSetting): AskBody {
  const orderCode = field(
    { id: 'order-code', label: texts.orderCode, hint: texts.orderHint, kind: 'text', maxLength: 60, autocomplete: 'off' },
    texts,
  );
  const email = field({ id: 'order-email', label: texts.orderEmail, kind: 'email', maxLength: 254, autocomplete: 'email' }, texts);
  orderCode.input.value = remembered.orderCode;
  email.input.value = remembered.email;
  const element = el(
    'form',
    { novalidate: true },
    orderCode.element,
    email.element,
    el('button', { type: 'submit', class: 'primary' }, texts.sendCode),
  );
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!checkAll([orderCode, email])) return;
    Object.assign(remembered, { orderCode: orderCode.value(), email: email.value() });
    submit({ type: 'identify', ...remembered });
  });
  return { title: texts.identify, element, focus: () => orderCode.input.focus() };
}
