import type { Message } from '../contract';
import { newId } from '../session/new-id';
import type { AskBody, AskSetting } from './ask-form';
import { button, el } from './dom';
import { checkAll, field } from './field';

type Ticket = NonNullable<Message['tickets']>[number];

/** Two steps: who gets the ticket, then the same once more to confirm. Which ticket is chosen from the holder's own. */
export function transferForm({ texts, submit }: AskSetting, tickets: readonly Ticket[]): AskBody {
  const movable = tickets.filter((ticket) => ticket.state === 'valid' || ticket.state === 'unassigned');
  const offered = movable.length > 0 ? movable : tickets;
  const choice = el(
    'select',
    { id: 'ticket' },
    ...offered.map(({ id, type, holder }) => el('option', { value: id }, `${type} – ${holder}`)),
  );
  const name = field({ id: 'new-name', label: texts.newName, kind: 'text', maxLength: 200, autocomplete: 'off' }, texts);
  const email = field({ id: 'new-email', label: texts.newEmail, kind: 'email', maxLength: 254, autocomplete: 'off' }, texts);
  const onlyTicket = offered.length === 1 ? offered[0] : undefined;
  const proceed = el('button', { type: 'submit', class: 'primary' }, texts.review);
  const entry = el(
    'div',
    { class: 'entry' },
    el('div', { class: 'field' }, el('label', { for: 'ticket' }, texts.ticket), choice),
    name.element,
    email.element,
    proceed,
  );
  const review = el('div', { class: 'review', hidden: true });
  const element = el('form', { novalidate: true }, entry, review);
  const id = newId();

  function show(confirming: boolean): void {
    entry.hidden = confirming;
    review.hidden = !confirming;
  }
  function confirm(ticket: Ticket): void {
    const back = button('link', texts.back, () => {
      show(false);
      name.input.focus();
    });
    const now = el('button', { type: 'submit', class: 'primary' }, texts.transferNow);
    review.replaceChildren(
      el('p', { class: 'question' }, texts.check),
      el(
        'dl',
        {},
        ...line(texts.ticket, ticket.type),
        ...line(texts.from, ticket.holder),
        ...line(texts.to, `${name.value()}\n${email.value()}`),
      ),
      el('p', { class: 'hint' }, texts.transferNote),
      now,
      el('div', { class: 'others' }, back),
    );
    show(true);
    now.focus();
  }

  element.addEventListener('submit', (event) => {
    event.preventDefault();
    const ticket = offered.find((each) => each.id === choice.value);
    if (!ticket || !checkAll([name, email])) return show(false);
    if (review.hidden) confirm(ticket);
    else submit({ type: 'transfer', id, ticketId: ticket.id, name: name.value(), email: email.value() });
  });
  return { title: texts.transfer, element, focus: () => (onlyTicket ? name.input : choice).focus() };
}

function line(term: string, value: string): [HTMLElement, HTMLElement] {
  return [el('dt', {}, term), el('dd', { dir: 'auto' }, value)];
}
