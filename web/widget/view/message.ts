import type { Message } from '../contract';
import type { Outgoing } from '../store/state';
import type { Texts } from '../texts/en';
import { citationList } from './citations';
import { button, el } from './dom';
import { icon } from './icons';
import type { Setting } from './part';
import { richText } from './rich-text';

/** `author` is the name above the message, or null where the one before is by the same. */
export function messageElement(message: Message, author: string | null, { texts, language }: Setting): HTMLElement {
  if (message.author === 'attendee') return ownMessage(message.text, texts);
  if (message.author === 'system') return el('div', { class: 'message system', dir: 'auto' }, message.text);
  const { actions, nextSteps, tickets, citations } = message;
  return el(
    'article',
    { class: `message ${message.author}` },
    author === null ? null : byline(author, message, language),
    richText(message.text, texts),
    message.fallback ? el('p', { class: 'aside' }, texts.fallback) : null,
    tickets?.length ? ticketCards(tickets, texts) : null,
    actions?.length ? stepList('actions', texts.done, actions) : null,
    nextSteps?.length ? stepList('next', texts.next, nextSteps) : null,
    citations?.length ? citationList(citations, texts) : null,
  );
}

export function outgoingElement(entry: Outgoing, { session, texts }: Setting): HTMLElement {
  const element = ownMessage(entry.text, texts);
  element.classList.add(entry.phase);
  const state = entry.phase === 'queued' ? texts.queued : entry.phase === 'sent' ? texts.sending : texts.failed;
  const footer = el('div', { class: 'delivery' }, el('span', {}, state));
  if (entry.phase === 'failed') {
    footer.append(
      button('link', texts.again, () => session.retry(entry.id)),
      button('link', texts.discard, () => session.discard(entry.id)),
    );
  }
  element.append(footer);
  return element;
}

function ownMessage(text: string, texts: Texts): HTMLElement {
  return el(
    'div',
    { class: 'message attendee' },
    el('span', { class: 'hidden' }, `${texts.you}: `),
    el('div', { class: 'bubble', dir: 'auto' }, text),
  );
}

function byline(author: string, { at, author: kind }: Message, language: string): HTMLElement {
  const time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(at);
  return el(
    'div',
    { class: 'byline' },
    el('span', { class: 'mark' }, icon(kind === 'person' ? 'person' : 'spark')),
    el('span', { class: 'author', dir: 'auto' }, author),
    el('time', { datetime: new Date(at).toISOString() }, time),
  );
}

function stepList(className: string, title: string, steps: readonly string[]): HTMLElement {
  const items = steps.map((step) => el('li', { dir: 'auto' }, className === 'actions' && icon('check'), step));
  return el('div', { class: `steps ${className}` }, el('p', {}, title), el('ul', {}, ...items));
}

function ticketCards(tickets: NonNullable<Message['tickets']>, texts: Texts): HTMLElement {
  const cards = tickets.map(({ type, holder, state }) =>
    el(
      'li',
      {},
      el('span', { class: 'type', dir: 'auto' }, type),
      el('span', { class: 'holder', dir: 'auto' }, holder),
      el('span', { class: `state ${state === 'valid' ? 'valid' : ''}` }, ticketState(state, texts)),
    ),
  );
  return el('ul', { class: 'tickets' }, ...cards);
}

function ticketState(state: string, texts: Texts): string {
  switch (state) {
    case 'valid':
    case 'unassigned':
    case 'cancelled':
    case 'refunded':
    case 'checked_in':
      return texts[state];
    default:
      return state;
  }
}
