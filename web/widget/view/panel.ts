import type { ChatContext } from '../context';
import type { Session } from '../session/session';
import { fill } from '../text/fill';
import type { Texts } from '../texts/en';
import { askPlace } from './ask-place';
import { composer } from './composer';
import { el, setText } from './dom';
import { feedbackForm } from './feedback';
import { firstScreen } from './first-screen';
import { header } from './header';
import { conversationLog } from './log';
import { notice } from './notice';
import type { Part, Setting } from './part';
import { replyChoices } from './replies';
import { followConversation } from './scroller';

export interface Panel {
  element: HTMLElement;
  focusComposer(): void;
}

export function chatPanel({ config, settings }: ChatContext, session: Session, texts: Texts, close: () => void): Panel {
  const writer = composer({ session, texts, config, language: settings.language });
  const setting: Setting = { session, texts, config, language: settings.language, focusComposer: writer.focus };
  const top = header(setting, close);
  const flow: Part[] = [firstScreen(setting), conversationLog(setting), askPlace(setting), replyChoices(setting), feedbackForm(setting)];
  const content = el('div', { class: 'content' }, ...flow.map((part) => part.element));
  const scroller = el('div', { class: 'scroller', tabindex: 0, role: 'group', 'aria-label': texts.log }, content);
  const working = el('p', { class: 'hidden', role: 'status' });
  const line = notice(setting);
  const element = el(
    'div',
    {
      class: 'panel',
      role: 'dialog',
      'aria-modal': 'false',
      'aria-label': fill(texts.dialog, { name: config.name }),
      tabindex: -1,
      hidden: true,
    },
    top.element,
    scroller,
    working,
    line.element,
    writer.element,
  );
  const follow = followConversation(scroller, content);
  session.watch((state) => {
    for (const part of [top, ...flow, line, writer]) part.update(state);
    setText(working, state.working || state.writing ? texts.working : '');
    follow(state);
  });
  return { element, focusComposer: writer.focus };
}
