import { formatLocalRange, type MailLanguage, type MailLocale, mailLocale } from './languages';
import { type MailPart, type RenderedMail, renderMail } from './layout';
import { oneLine } from './safe-text';

/** What every mail to an attendee says about its event. Dates are local `YYYY-MM-DDTHH:MM` in `timeZone`. */
export interface MailEvent {
  name: string;
  brandColor: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  venue?: string;
  contactEmail: string;
  /** Address of this deployment: links lead nowhere else. */
  publicUrl: string;
}

interface FrameTexts {
  when: string;
  where: string;
  questions(address: string): string;
  why(event: string): string;
}

const frame: Record<MailLanguage, FrameTexts> = {
  en: {
    when: 'When',
    where: 'Where',
    questions: (address) => `Questions? Write to ${address}.`,
    why: (event) => `You receive this message because of your ticket for ${event}.`,
  },
  de: {
    when: 'Wann',
    where: 'Wo',
    questions: (address) => `Fragen? Schreiben Sie an ${address}.`,
    why: (event) => `Sie erhalten diese Nachricht wegen Ihres Tickets für ${event}.`,
  },
  fr: {
    when: 'Quand',
    where: 'Où',
    questions: (address) => `Une question ? Écrivez à ${address}.`,
    why: (event) => `Vous recevez ce message en raison de votre billet pour ${event}.`,
  },
  es: {
    when: 'Cuándo',
    where: 'Dónde',
    questions: (address) => `¿Preguntas? Escriba a ${address}.`,
    why: (event) => `Recibe este mensaje por su entrada para ${event}.`,
  },
  pt: {
    when: 'Quando',
    where: 'Onde',
    questions: (address) => `Dúvidas? Escreva para ${address}.`,
    why: (event) => `Recebe esta mensagem por causa do seu bilhete para ${event}.`,
  },
};

/** Rows that say when and where the event is. */
export function eventFacts(event: MailEvent, locale: MailLocale): [string, string][] {
  const texts = frame[locale.language];
  const when: [string, string] = [texts.when, `${formatLocalRange(event.startsAt, event.endsAt, locale)} (${event.timeZone})`];
  return event.venue ? [when, [texts.where, oneLine(event.venue)]] : [when];
}

/** A mail to an attendee in their language, in the event's colour, with the event's contact address below. */
export function renderForAttendee(
  event: MailEvent,
  locale: string | null | undefined,
  write: (locale: MailLocale) => { subject: string; title: string; preheader: string; parts: MailPart[] },
  attachments: RenderedMail['attachments'] = [],
): RenderedMail {
  const chosen = mailLocale(locale);
  const texts = frame[chosen.language];
  return renderMail({
    ...write(chosen),
    lang: chosen.language,
    dir: 'ltr',
    brandName: oneLine(event.name),
    brandColor: event.brandColor,
    footer: [texts.questions(event.contactEmail), texts.why(oneLine(event.name))],
    attachments,
  });
}
