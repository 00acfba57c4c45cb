import type { WidgetConfig } from './contract';
import type { Settings } from './loader/settings';
import type { Theme } from './loader/theme';

/** What the loader hands to the chat. Values only: the chat never imports the loader, so neither is downloaded twice. */
export interface ChatContext {
  settings: Settings;
  config: WidgetConfig;
  theme: Theme;
  /** The element inside the shadow root in which everything is drawn. */
  frame: HTMLElement;
  shadow: ShadowRoot;
  launcher: HTMLButtonElement;
  /** Shows how many messages came while the chat was closed; 0 clears it. */
  showUnread(count: number): void;
}

export interface Chat {
  /** `takeFocus` is false when nobody asked for it, as on a page that opens it by itself. */
  open(takeFocus: boolean): void;
  close(): void;
  isOpen(): boolean;
}
