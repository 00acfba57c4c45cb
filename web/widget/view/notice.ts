import type { ChatState } from '../store/state';
import { fill } from '../text/fill';
import { button, el, setText } from './dom';
import type { Part, Setting } from './part';
import { problemText } from './problem-text';

const patienceMs = 1200;

/** One line on how things stand: connection, limits, problems, and who is answering. */
export function notice({ session, texts, config }: Setting): Part {
  const text = el('span', { dir: 'auto' });
  const mail = el(
    'a',
    { class: 'mail', href: `mailto:${encodeURIComponent(config.contactEmail).replace('%40', '@')}`, dir: 'ltr' },
    config.contactEmail,
  );
  const tryNow = button('link', texts.tryNow, session.reconnect);
  const dismiss = button('link', texts.dismiss, session.readProblem);
  const element = el('div', { class: 'notice' }, el('div', { role: 'status' }, text), mail, tryNow, dismiss);
  let countdown: ReturnType<typeof setInterval> | undefined;
  let since = 0;

  function update(state: ChatState): void {
    const isConnecting = state.connection === 'connecting';
    if (!isConnecting) since = 0;
    else if (!since) {
      since = Date.now();
      setTimeout(() => update(session.state()), patienceMs);
    }
    const { kind, line } = lineOf(state, since > 0 && Date.now() - since >= patienceMs);
    element.hidden = line === '';
    element.dataset.kind = kind;
    setText(text, line);
    mail.hidden = config.contactEmail === '' || (kind !== 'waiting' && kind !== 'problem');
    tryNow.hidden = state.connection !== 'reconnecting';
    dismiss.hidden = kind !== 'problem' || state.connection === 'unavailable';
    clearInterval(countdown);
    if (state.limitedUntil !== null) countdown = setInterval(() => update(session.state()), 1000);
  }

  function lineOf(state: ChatState, isSlow: boolean): { kind: string; line: string } {
    if (state.connection === 'unavailable') return { kind: 'problem', line: texts.unavailable };
    if (state.connection === 'offline') return { kind: 'offline', line: texts.offline };
    if (state.connection === 'reconnecting') return { kind: 'offline', line: texts.reconnecting };
    if (state.limitedUntil !== null) {
      return { kind: 'limited', line: fill(texts.limited, { n: Math.max(1, Math.ceil((state.limitedUntil - Date.now()) / 1000)) }) };
    }
    if (state.problem) return { kind: 'problem', line: problemText(state.problem, texts) };
    if (isSlow) return { kind: 'quiet', line: texts.connecting };
    if (state.personWanted !== 'no') return { kind: 'waiting', line: texts.personAsked };
    if (state.conversation === 'waiting') return { kind: 'waiting', line: texts.waiting };
    if (state.conversation === 'person') return { kind: 'person', line: fill(texts.personHere, { name: state.person ?? texts.team }) };
    return { kind: 'quiet', line: '' };
  }

  return { element, update };
}
