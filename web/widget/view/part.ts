import type { WidgetConfig } from '../contract';
import type { Session } from '../session/session';
import type { ChatState } from '../store/state';
import type { Texts } from '../texts/en';

/** What every piece of the view is made from. */
export interface Setting {
  session: Session;
  texts: Texts;
  config: WidgetConfig;
  /** BCP 47, for dates. */
  language: string;
  /** Puts the focus where the attendee writes, after a control that had it is gone. */
  focusComposer(): void;
}

/** A piece of the view: its element, and how it follows the state. */
export interface Part {
  element: HTMLElement;
  update(state: ChatState): void;
}
