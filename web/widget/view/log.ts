import type { Message } from '../contract';
import type { ChatState, Outgoing } from '../store/state';
import { el } from './dom';
import { icon } from './icons';
import { messageElement, outgoingElement } from './message';
import type { Part, Setting } from './part';
import { richText } from './rich-text';

interface Drawn {
  source: Message | Outgoing;
  element: HTMLElement;
}

/**
 * The conversation. Finished messages are in a polite live region; the answer being written stands below it and is hidden
 * from screen readers, which would otherwise read every piece of it.
 */
export function conversationLog(setting: Setting): Part {
  const { texts } = setting;
  const log = el('div', { class: 'log', role: 'log', 'aria-live': 'polite' });
  const writingText = el('div');
  const dots = el('span', { class: 'dots' }, el('i'), el('i'), el('i'));
  const writing = el(
    'div',
    { class: 'message agent writing', 'aria-hidden': 'true' },
    el('div', { class: 'byline' }, el('span', { class: 'mark' }, icon('spark')), el('span', { class: 'author' }, texts.assistant)),
    writingText,
    dots,
  );
  const element = el('div', { class: 'conversation' }, log, writing);
  let writingDrawn: ChatState['writing'] = null;
  let drawn = new Map<string, Drawn>();

  function update(state: ChatState): void {
    const next = new Map<string, Drawn>();
    state.messages.forEach((message, index) => {
      const before = drawn.get(message.id);
      next.set(
        message.id,
        before?.source === message ? before : { source: message, element: draw(message, state.messages[index - 1], state) },
      );
    });
    for (const entry of state.outgoing) {
      const before = drawn.get(`out:${entry.id}`);
      next.set(`out:${entry.id}`, before?.source === entry ? before : { source: entry, element: outgoingElement(entry, setting) });
    }
    place(
      log,
      [...next.values()].map((entry) => entry.element),
    );
    drawn = next;
    writing.hidden = !state.writing && !state.working;
    dots.hidden = Boolean(state.writing);
    if (state.writing !== writingDrawn) {
      writingDrawn = state.writing;
      writingText.replaceChildren(...(writingDrawn ? [richText(writingDrawn.text, texts)] : []));
    }
  }

  function draw(message: Message, previous: Message | undefined, state: ChatState): HTMLElement {
    const author = message.author === 'agent' ? texts.assistant : (state.person ?? texts.team);
    return messageElement(message, previous?.author === message.author ? null : author, setting);
  }

  return { element, update };
}

/** Moves, adds and removes no more than needed, so that a live region reads out only what is new. */
function place(parent: HTMLElement, elements: readonly HTMLElement[]): void {
  const wanted = new Set<Element>(elements);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  elements.forEach((element, index) => {
    if (parent.children[index] !== element) parent.insertBefore(element, parent.children[index] ?? null);
  });
}
