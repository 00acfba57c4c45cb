import { type MailEvent, renderForAttendee } from './event-mail';
import type { MailLanguage } from './languages';
import type { RenderedMail } from './layout';
import { oneLine } from './safe-text';

export interface AttendeeCodeMailData {
  event: MailEvent;
  locale?: string | null;
  code: string;
  validMinutes: number;
}

interface CodeTexts {
  subject(code: string, event: string): string;
  title: string;
  intro(event: string): string;
  label: string;
  valid(minutes: number): string;
  care: string;
}

const texts: Record<MailLanguage, CodeTexts> = {
  en: {
    subject: (code, event) => `${code} is your code for ${event}`,
    title: 'Your one-time code',
    intro: (event) => `Enter this code in the chat of ${event} to show that this address is yours.`,
    label: 'One-time code',
    valid: (minutes) => `It is valid for ${minutes} minutes and works once.`,
    care: 'If you did not ask for it, ignore this message. Nobody from our team will ever ask you for this code.',
  },
  de: {
    subject: (code, event) => `${code} ist Ihr Code für ${event}`,
    title: 'Ihr Einmalcode',
    intro: (event) => `Geben Sie diesen Code im Chat von ${event} ein, um zu zeigen, dass diese Adresse Ihnen gehört.`,
    label: 'Einmalcode',
    valid: (minutes) => `Er gilt ${minutes} Minuten lang und nur einmal.`,
    care: 'Wenn Sie ihn nicht angefordert haben, ignorieren Sie diese Nachricht. Niemand aus unserem Team fragt Sie je nach diesem Code.',
  },
  fr: {
    subject: (code, event) => `${code} est votre code pour ${event}`,
    title: 'Votre code à usage unique',
    intro: (event) => `Saisissez ce code dans le chat de ${event} pour montrer que cette adresse est la vôtre.`,
    label: 'Code à usage unique',
    valid: (minutes) => `Il est valable ${minutes} minutes et une seule fois.`,
    care: 'Si vous ne l’avez pas demandé, ignorez ce message. Personne de notre équipe ne vous demandera jamais ce code.',
  },
  es: {
    subject: (code, event) => `${code} es su código para ${event}`,
    title: 'Su código de un solo uso',
    intro: (event) => `Introduzca este código en el chat de ${event} para demostrar que esta dirección es suya.`,
    label: 'Código de un solo uso',
    valid: (minutes) => `Es válido durante ${minutes} minutos y una sola vez.`,
    care: 'Si no lo ha pedido, ignore este mensaje. Nadie de nuestro equipo le pedirá nunca este código.',
  },
  pt: {
    subject: (code, event) => `${code} é o seu código para ${event}`,
    title: 'O seu código de utilização única',
    intro: (event) => `Introduza este código no chat de ${event} para mostrar que este endereço é seu.`,
    label: 'Código de utilização única',
    valid: (minutes) => `É válido durante ${minutes} minutos e apenas uma vez.`,
    care: 'Se não o pediu, ignore esta mensagem. Ninguém da nossa equipa lhe pedirá este código.',
  },
};

/** The one-time code that shows that an attendee reads the address on file. Says nothing about any ticket. */
export function renderAttendeeCode(data: AttendeeCodeMailData): RenderedMail {
  return renderForAttendee(data.event, data.locale, (locale) => {
    const t = texts[locale.language];
    const event = oneLine(data.event.name);
    const valid = t.valid(data.validMinutes);
    return {
      subject: t.subject(oneLine(data.code, 20), event),
      title: t.title,
      preheader: valid,
      parts: [
        { kind: 'paragraph', text: t.intro(event) },
        { kind: 'code', label: t.label, code: oneLine(data.code, 20) },
        { kind: 'paragraph', text: valid },
        { kind: 'note', text: t.care },
      ],
    };
  });
}
