import type { Chat } from '../context';
import type { WidgetConfig } from '../contract';
import css from '../styles/launcher.css?inline';
import { launcherTexts } from './launcher-texts';
import { type Settings, settingsFrom } from './settings';
import { themeFrom } from './theme';

const elementName = 'eventos-chat';
const wideEnough = '(min-width: 600px)';

/** The whole of `widget.js` until the first open: it draws the button; the chat comes with the first click. */
function load(script: HTMLScriptElement): void {
  const page = document.documentElement;
  const settings = settingsFrom({
    scriptAddress: script.src,
    attributes: script.dataset,
    pageLanguage: page.lang,
    pageDirection: page.dir || getComputedStyle(page).direction,
    browserLanguages: navigator.languages,
  });
  if (!settings) {
    console.error('EventOS chat: the script tag needs data-event="evt_…" with the id of the event.');
    return;
  }
  if (document.querySelector(elementName)) return;
  fetchConfig(settings).then(
    (config) => draw(settings, config),
    (problem: unknown) => console.error('EventOS chat:', problem),
  );
}

/** @throws a text that tells the owner of the page what to do */
async function fetchConfig({ origin, eventId }: Settings): Promise<WidgetConfig> {
  const address = `${origin}/api/v1/widget/${encodeURIComponent(eventId)}/config`;
  const allow = `Is ${location.origin} among the allowed origins of the event?`;
  const response = await fetch(address, { credentials: 'omit' }).catch(() => {
    throw `${origin} does not answer this page. ${allow}`;
  });
  if (response.ok) return response.json();
  if (response.status === 403) throw allow;
  throw response.status === 404 ? `there is no event ${eventId}.` : `the server answered ${response.status}.`;
}

function draw(settings: Settings, config: WidgetConfig): void {
  const texts = launcherTexts[settings.language];
  const theme = themeFrom(config.brandColor);
  const host = document.createElement(elementName);
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];

  const frame = document.createElement('section');
  frame.className = 'frame';
  frame.lang = settings.language;
  frame.dir = settings.direction;
  frame.dataset.side = settings.side;
  frame.dataset.theme = settings.theme;
  frame.setAttribute('aria-label', texts.region);
  for (const [name, color] of Object.entries(theme)) frame.style.setProperty(`--${name}`, color);

  const launcher = document.createElement('button');
  launcher.className = 'launcher';
  launcher.type = 'button';
  launcher.setAttribute('aria-expanded', 'false');
  launcher.append(speechBubble());
  const label = launcher.appendChild(document.createElement('span'));
  label.className = 'label';
  label.textContent = texts.open;
  const badge = launcher.appendChild(document.createElement('span'));
  badge.className = 'badge';
  badge.hidden = true;

  let chat: Promise<Chat> | null = null;
  function withChat(act: (chat: Chat) => void): void {
    launcher.setAttribute('aria-busy', 'true');
    chat ??= import('../chat').then(({ createChat }) => createChat({ settings, config, theme, frame, shadow, launcher, showUnread }));
    chat
      .then(
        (ready) => {
          label.textContent = texts.open;
          act(ready);
        },
        (cause: unknown) => {
          chat = null; // the next click tries again
          label.textContent = texts.failed;
          console.error('EventOS chat:', cause);
        },
      )
      .finally(() => launcher.removeAttribute('aria-busy'));
  }
  function showUnread(count: number): void {
    badge.hidden = count === 0;
    badge.textContent = String(count);
    launcher.setAttribute('aria-label', count === 0 ? texts.open : `${texts.open} (${texts.unread}: ${count})`);
  }
  launcher.addEventListener('click', () => withChat((ready) => (ready.isOpen() ? ready.close() : ready.open(true))));

  frame.append(launcher);
  shadow.append(frame);
  document.documentElement.append(host); // beside the body, which a page may transform or replace
  const { expectsPerson, wasOpen } = remembered(settings.eventId);
  if (settings.openAtOnce || (wasOpen && matchMedia(wideEnough).matches)) withChat((ready) => ready.open(false));
  else if (expectsPerson) withChat(() => {});
}

/** A reload keeps the chat open in its tab, and a person's answer reaches a page on which the chat is closed. */
function remembered(eventId: string): { expectsPerson: boolean; wasOpen: boolean } {
  try {
    return {
      expectsPerson: /"expectsPerson":true/.test(localStorage.getItem(`eventos-chat:${eventId}`) ?? ''),
      wasOpen: sessionStorage.getItem(`eventos-chat-open:${eventId}`) === '1',
    };
  } catch {
    return { expectsPerson: false, wasOpen: false };
  }
}

function speechBubble(): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = svg.appendChild(document.createElementNS(namespace, 'path'));
  path.setAttribute(
    'd',
    'M12 4c4.7 0 8.5 3.1 8.5 7s-3.8 7-8.5 7c-1 0-2-.1-2.9-.4L4.5 20l1.2-3.6C4.3 15.1 3.5 13.1 3.5 11c0-3.9 3.8-7 8.5-7Z',
  );
  return svg;
}

const script = document.currentScript ?? document.querySelector('script[data-event][src*="widget.js"]');
if (script instanceof HTMLScriptElement) load(script);
