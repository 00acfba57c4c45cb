import { maxMessageLength } from '../contract';
import { isFirstScreen } from '../store/state';
import { fill } from '../text/fill';
import { button, el, iconButton, setText } from './dom';
import { icon } from './icons';
import type { Part, Setting } from './part';

const counterFrom = maxMessageLength - 200;

export interface Composer extends Part {
  focus(): void;
}

/**
 * Where the attendee writes. Enter sends, Shift and Enter begins a line. A long text is counted, never cut. Writing into a closed
 * conversation opens it again.
 */
export function composer({ session, texts }: Omit<Setting, 'focusComposer'>): Composer {
  const input = el('textarea', {
    id: 'message',
    rows: 1,
    placeholder: texts.placeholder,
    'aria-describedby': 'counter',
    dir: 'auto',
    enterkeyhint: 'send',
  });
  const counter = el('p', { id: 'counter', class: 'counter', 'aria-live': 'polite' });
  const send = iconButton('send', texts.send, icon('send'), submit);
  const person = button('link person', texts.person, session.wantPerson, icon('person'));
  const writeRow = el('div', { class: 'write' }, el('label', { class: 'hidden', for: 'message' }, texts.question), input, send);
  const startOver = button('link', texts.startOver, () => {
    session.startOver();
    input.focus();
  });
  const closed = el('div', { class: 'closed' }, el('p', {}, texts.closed), startOver);
  const assistant = el('span', { class: 'who' }, texts.assistant);
  const footer = el('div', { class: 'footer' }, assistant, person);
  const element = el('div', { class: 'composer' }, closed, writeRow, counter, footer);

  function submit(): void {
    const text = input.value.trim();
    input.focus();
    if (!text || text.length > maxMessageLength) return;
    input.value = '';
    resize();
    session.keepDraft('');
    session.say(text);
  }
  function resize(): void {
    const { length } = input.value.trim();
    const over = length - maxMessageLength;
    const line =
      over > 0 ? fill(texts.tooLong, { n: over, max: maxMessageLength }) : length >= counterFrom ? fill(texts.left, { n: -over }) : '';
    setText(counter, line);
    counter.hidden = line === '';
    counter.classList.toggle('error', over > 0);
    input.setAttribute('aria-invalid', String(over > 0));
    send.setAttribute('aria-disabled', String(length === 0 || over > 0));
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, 140)}px`;
  }

  input.addEventListener('input', () => {
    resize();
    session.keepDraft(input.value);
    session.typing();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  input.value = session.draft();
  requestAnimationFrame(resize);

  return {
    element,
    focus: () => input.focus(),
    update: (state) => {
      const isClosed = state.conversation === 'closed';
      closed.hidden = !isClosed;
      footer.hidden = isClosed;
      person.hidden = state.conversation !== 'agent' || state.personWanted !== 'no' || isFirstScreen(state);
      assistant.hidden = state.conversation !== 'agent';
    },
  };
}
