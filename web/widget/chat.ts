import type { Chat, ChatContext } from './context';
import { openSession } from './session/session';
import { shelfFor } from './session/stored';
import { lastSeq } from './store/state';
import { chatSheet } from './styles/chat-sheet';
import { loadTexts } from './texts/load-texts';
import { chatPanel } from './view/panel';
import { smallScreen } from './view/small-screen';

/** The chat itself, loaded by the first click on the launcher. */
export async function createChat(context: ChatContext): Promise<Chat> {
  const { settings, frame, shadow, launcher, showUnread } = context;
  const texts = await loadTexts(settings.language);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(chatSheet);
  shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];

  const session = openSession({
    origin: settings.origin,
    eventId: settings.eventId,
    locale: settings.language,
    shelf: shelfFor(settings.eventId, storageOf('localStorage')),
  });
  const panel = chatPanel(context, session, texts, close);
  const screen = smallScreen(panel.element);
  let isOpen = false;
  let seen = 0;
  let isCaughtUp = false;
  frame.prepend(panel.element);

  function open(takeFocus: boolean): void {
    show(true);
    if (!takeFocus) return;
    if (screen.isSmall())
      panel.element.focus(); // the composer would bring up the keyboard over the first screen
    else panel.focusComposer();
  }
  function close(): void {
    show(false);
    launcher.focus();
  }
  function show(open: boolean): void {
    isOpen = open;
    panel.element.hidden = !open;
    frame.classList.toggle('open', open);
    launcher.setAttribute('aria-expanded', String(open));
    screen.apply(open);
    seen = lastSeq(session.state());
    showUnread(0);
    storageOf('sessionStorage')?.setItem(`eventos-chat-open:${settings.eventId}`, open ? '1' : '0');
  }

  panel.element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    close();
  });
  session.watch((state) => {
    if (isOpen || (!isCaughtUp && state.connection === 'online')) seen = lastSeq(state);
    isCaughtUp ||= state.connection === 'online';
    if (!isOpen) showUnread(state.messages.filter(({ seq, author }) => seq > seen && author !== 'attendee').length);
  });
  return { open, close, isOpen: () => isOpen };
}

/** Null where the browser refuses storage to the page. */
function storageOf(name: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[name];
  } catch {
    return null;
  }
}
